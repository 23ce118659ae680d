// Links, images and footnote references: CommonMark's bracket stack (0.29, appendix, "look for link
// or image").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "delimiters.hpp"
#include "inline_reader.hpp"
#include "link_tail.hpp"

namespace galpi::ingest {

class LinkReader {
 public:
  LinkReader(std::string_view content, const ContentMap& map, InlineTokens& result,
             Delimiters& delimiters, std::vector<std::uint32_t>& repaired, InlineContext& context)
      : content_(content),
        map_(map),
        result_(result),
        delimiters_(delimiters),
        repaired_(repaired),
        context_(context) {}

  /// Notes the bracket token `token`.
  void open(std::uint32_t token, bool is_image);

  /// Handles the `]` at `at`; returns where to go on, or `at` when it is text.
  std::uint32_t close(std::uint32_t at);

  /// Whether a bracket is open.
  bool inside() const { return !brackets_.empty(); }

 private:
  struct Bracket {
    std::uint32_t token;
    std::uint32_t delimiters_below;
    bool is_image;
    bool active;
    bool holds_bracket;  ///< another one opens within: no label
  };

  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t add_stand_in(const Bracket& bracket, std::uint32_t at, std::uint32_t end,
                             std::string_view url, std::uint32_t shown_at);
  std::uint32_t inline_link(const Bracket& bracket, std::uint32_t at);
  std::uint32_t reference_link(const Bracket& bracket, std::uint32_t at);
  std::uint32_t footnote(const Bracket& bracket, std::uint32_t at);
  /// `shown_at` is where the address stands in the content.
  void finish(const Bracket& bracket, std::uint32_t at, std::uint32_t end, std::string_view url,
              std::uint32_t shown_at, LinkTitle title);

  std::string_view content_;
  const ContentMap& map_;
  InlineTokens& result_;
  Delimiters& delimiters_;
  std::vector<std::uint32_t>& repaired_;
  InlineContext& context_;
  std::vector<Bracket> brackets_;
  std::vector<std::size_t> active_links_;  ///< those of them that may still become links
};

/// The address of a link as it may be followed: Liquid tags are gone, white space and control
/// characters too; empty when its scheme is unsafe (`unsafe` is then set).
std::string safe_url(std::string_view url, bool& unsafe);

/// What stands for an image without alternative text: the name of its file.
std::string file_name_of(std::string_view url);

}  // namespace galpi::ingest
