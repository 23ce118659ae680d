// Puts the blocks of a post where the outline says they belong. Blocks are moved, never copied.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "galpi/ingest/raw_post.hpp"
#include "galpi/model/post.hpp"
#include "outline.hpp"
#include "paper_head.hpp"
#include "report.hpp"

namespace galpi::normalize {

class PostBuilder {
 public:
  /// All three must outlive the builder.
  PostBuilder(model::Post& post, const Outline& outline, Report& report)
      : post_(post), outline_(outline), report_(report) {}

  void build(std::vector<ingest::RawBlock>& blocks);

  /// The heading level of each paper; 0 for labelled lines.
  const std::vector<std::uint32_t>& paper_levels() const { return paper_levels_; }

 private:
  void begin_paper(ingest::RawBlock& raw, const Step& step);
  void take_title_line(const model::Block& line);
  void begin_section(ingest::RawBlock& raw, const Step& step);
  void begin_named_paragraph(ingest::RawBlock& raw, const Step& step);
  model::Section& begin_unnamed_section(At at);
  model::Section& open_section(model::Section&& section, bool in_paper);
  void add_content(model::Block block);
  void end_section(std::uint32_t next_level, bool next_in_paper);
  void end_paper();
  void add_footnotes();

  model::Post& post_;
  const Outline& outline_;
  Report& report_;
  std::optional<model::Paper> paper_;
  PaperHead head_;
  std::optional<model::Section> section_;
  bool section_in_paper_ = false;
  bool told_outside_ = false;     ///< text before the first section is reported once per paper
  bool told_title_line_ = false;  ///< once per post
  std::vector<std::uint32_t> paper_levels_;
  std::vector<model::Block> footnotes_;
};

}  // namespace galpi::normalize
