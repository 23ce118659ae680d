#include "document.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "atoms.hpp"
#include "blocks.hpp"
#include "front_matter.hpp"
#include "labels.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::Paper;
using model::Section;

constexpr std::uint32_t deepest_level = 6;

void collect_footnotes(const std::vector<Block>& blocks, Footnotes& footnotes) {
  for (const Block& block : blocks) {
    const bool is_footnotes = block.type == model::BlockType::list && block.label == "footnotes";
    for (const Block& item : block.children) {
      if (is_footnotes && item.label) footnotes.labels.insert(*item.label);
    }
    collect_footnotes(block.children, footnotes);
  }
}

Footnotes footnotes_of(const model::Post& post, std::string prefix) {
  Footnotes footnotes;
  footnotes.prefix = std::move(prefix);
  for (const Section& section : post.sections) collect_footnotes(section.blocks, footnotes);
  for (const Paper& paper : post.papers) {
    for (const Section& section : paper.sections) collect_footnotes(section.blocks, footnotes);
  }
  return footnotes;
}

std::uint32_t top_level(const std::vector<Section>& sections) {
  std::uint32_t top = deepest_level;
  for (const Section& section : sections) {
    if (section.heading && section.level > 0) top = std::min(top, section.level);
  }
  return top;
}

/// A link as the text of a heading or a quote.
std::string write_link(std::string_view text, const std::optional<std::string>& url,
                       InlinePlace place) {
  Block block;
  block.text = text;
  std::ranges::replace(block.text, '\n', ' ');
  const auto size = static_cast<std::uint32_t>(block.text.size());
  if (url) block.marks = {{model::MarkType::link, 0, size, *url}};
  return write_block_text(block, Footnotes(), place);
}

class PostWriter {
 public:
  PostWriter(std::string& target, const model::Edition& edition, const model::BilingualDigest& day,
             Mode mode, bool in_book, std::string footnote_prefix)
      : post_(day.post()),
        mode_(mode),
        paper_level_(in_book ? 3 : 1),
        in_book_(in_book),
        post_top_(top_level(post_.sections)),
        footnotes_(footnotes_of(post_, std::move(footnote_prefix))),
        speaker_(edition, day, footnotes_),
        lines_(target),
        blocks_(lines_, speaker_, footnotes_, mode) {}

  /// `## 2026-09-07 — Title`, or the title alone when it says the day itself.
  void write_title() {
    const std::string date = format_date(post_.date);
    std::string title = post_.title.empty() ? std::string(untitled(mode_)) : post_.title;
    if (!title.contains(date)) title = date + " — " + title;
    lines_.write("## " + write_plain(title, InlinePlace::heading));
  }

  void write_parts() {
    for (const model::PostPart& part : model::parts_in_reading_order(post_)) {
      if (part.paper != nullptr) {
        write_paper(*part.paper);
      } else {
        write_section_of_post(*part.section);
      }
    }
  }

 private:
  void write_heading(std::uint32_t level, std::string_view text) {
    lines_.begin_block();
    lines_.write(std::string(std::min(level, deepest_level), '#') + ' ' + std::string(text));
  }

  void write_paper(const Paper& paper) {
    after_paper_ = true;
    std::string number = paper.number ? std::to_string(*paper.number) + ". " : "";
    const std::string title = paper.title.empty() ? std::string(untitled(mode_)) : paper.title;
    write_heading(paper_level_, number + write_link(title, paper.url, InlinePlace::heading));
    write_links(paper);
    const std::uint32_t top = top_level(paper.sections);
    for (const Section& section : paper.sections) {
      const std::uint32_t deeper = section.level > top ? section.level - top : 0;
      write_section(section, paper_level_ + 1 + deeper);
    }
  }

  void write_links(const Paper& paper) {
    const bool names_id = !paper.url && paper.arxiv;
    if (paper.links.empty() && !names_id) return;
    lines_.begin_block();
    lines_.enter("> ", "> ");
    if (names_id) {
      const auto& version = paper.arxiv->version;
      lines_.write("arXiv: " + paper.arxiv->id + (version ? "v" + std::to_string(*version) : ""));
      if (!paper.links.empty()) lines_.begin_block();
    }
    std::string row;
    for (const model::PaperLink& link : paper.links) {
      if (!row.empty()) row += " · ";
      row += write_link(link.text, link.url,
                        row.empty() ? InlinePlace::paragraph : InlinePlace::continuation);
    }
    if (!row.empty()) lines_.write(row);
    lines_.leave();
  }

  void write_section(const Section& section, std::uint32_t level) {
    if (section.heading) {
      write_heading(level, write_plain(*section.heading, InlinePlace::heading));
    }
    blocks_.write(section.blocks);
  }

  void write_section_of_post(const Section& section) {
    std::uint32_t level = std::max<std::uint32_t>(section.level, 1);
    if (in_book_) {
      level = paper_level_ + (section.level > post_top_ ? section.level - post_top_ : 0);
    } else if (section.heading && std::exchange(after_paper_, false)) {
      level = paper_level_;
    }
    write_section(section, level);
  }

  const model::Post& post_;
  Mode mode_;
  std::uint32_t paper_level_;
  bool in_book_;
  std::uint32_t post_top_;  ///< of all its sections: looking again for each would be quadratic
  Footnotes footnotes_;
  Speaker speaker_;
  LineWriter lines_;
  BlockWriter blocks_;
  bool after_paper_ = false;
};

}  // namespace

Mode mode_of(const MarkdownOptions& options) {
  if (options.languages == model::Languages::english) return Mode::english;
  if (options.languages == model::Languages::korean) return Mode::korean;
  switch (options.form) {
    case MarkdownForm::interleaved:
      return Mode::interleaved;
    case MarkdownForm::table:
      return Mode::table;
    case MarkdownForm::annotated:
      break;
  }
  return Mode::korean;
}

std::string post_document(const model::Edition& edition, const model::BilingualDigest& day,
                          Mode mode) {
  std::string document = post_front_matter(day.post());
  std::string body;
  PostWriter(body, edition, day, mode, false, "").write_parts();
  if (!body.empty()) document += '\n';
  return document + body;
}

std::string book_head(const model::Edition& edition, Mode mode) {
  const std::string& title = edition.metadata.title;
  return book_front_matter(edition.metadata) + "\n# " +
         write_plain(title.empty() ? untitled(mode) : title, InlinePlace::heading) + '\n';
}

std::string book_part(const model::Edition& edition, const model::BilingualDigest& day,
                      std::size_t number, Mode mode) {
  std::string part = "\n";
  PostWriter writer(part, edition, day, mode, true, std::to_string(number) + "-");
  writer.write_title();
  writer.write_parts();
  return part;
}

}  // namespace galpi::exporters::markdown
