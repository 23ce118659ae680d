#include "chapter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "blocks.hpp"
#include "chapter_state.hpp"
#include "language.hpp"
#include "naming/headings.hpp"
#include "page.hpp"
#include "paper_head.hpp"
#include "term_notes.hpp"

namespace galpi::exporters::epub {
namespace {

using model::Section;
using model::SectionStatus;

constexpr std::array<std::string_view, 7> heading_elements{"", "h1", "h2", "h3", "h4", "h5", "h6"};

/// What the class of a section adds to its kind.
std::string_view status_class(SectionStatus status) {
  if (status == SectionStatus::not_stated) return " not-stated";
  return status == SectionStatus::truncated ? " truncated" : "";
}

void write_section(ChapterState& state, BlockWriter& blocks, const Section& section,
                   std::size_t level) {
  markup::XmlWriter& xml = state.xml;
  const auto element = xml.element("section");
  xml.attribute("class", {model::name_of(section.kind), status_class(section.status)});
  xml.line();
  if (section.heading.has_value() && !section.heading->empty()) {
    write_tagged_element(xml, heading_elements[level], "", *section.heading);
    xml.line();
    if (section.blocks.empty()) {
      write_tagged_element(xml, "p", "quiet", state.book.labels.no_text);
      xml.line();
    }
  }
  blocks.write(section.blocks);
}

void write_paper(ChapterState& state, BlockWriter& blocks, std::uint32_t index) {
  const model::Paper& paper = state.digest.post().papers[index];
  markup::XmlWriter& xml = state.xml;
  const std::string& id = state.book.days[state.day].papers[index];
  state.begin_part(id);
  const auto element = xml.element("section");
  xml.attributes(R"(class="paper")").attribute("id", id);
  xml.line();
  write_paper_head(state, index);
  for (const Section& section : paper.sections) {
    write_section(state, blocks, section, 3);
    xml.line();
  }
  write_term_notes(state);
}

void write_day_head(ChapterState& state) {
  const model::Post& post = state.digest.post();
  markup::XmlWriter& xml = state.xml;
  const auto header = xml.element("header");
  xml.line();
  write_tagged_element(xml, "h1", "", long_date(state.book.labels, post.date));
  xml.line();
  if (title_says_more(post.title)) {
    write_tagged_element(xml, "p", "post-title", post.title);
    xml.line();
  }
}

// Sections outside papers are parts of their own: ids in them start with the day's id, and from the
// second stretch of such sections on with its number too.
void begin_day_part(ChapterState& state, bool is_first) {
  const std::string& day_id = state.book.days[state.day].id;
  state.begin_part(is_first ? day_id : fmt::format("{}-s{}", day_id, state.part));
}

void write_parts(ChapterState& state) {
  const model::Post& post = state.digest.post();
  BlockWriter blocks(state);
  HeadingLevels levels;
  begin_day_part(state, true);
  bool after_paper = false;
  for (const model::PostPart& part : model::parts_in_reading_order(post)) {
    if (part.paper != nullptr) {
      write_term_notes(state);
      write_paper(state, blocks, static_cast<std::uint32_t>(part.paper - post.papers.data()));
      levels.reset();
    } else {
      if (after_paper) begin_day_part(state, false);
      const bool has_heading = part.section->heading.has_value();
      const std::size_t level = has_heading ? levels.level_of(part.section->level) : 2;
      write_section(state, blocks, *part.section, level);
    }
    after_paper = part.paper != nullptr;
    state.xml.line();
  }
  write_term_notes(state);
}

}  // namespace

Chapter render_chapter(const Book& book, std::size_t day) {
  Chapter chapter;
  markup::XmlWriter xml(chapter.xhtml);
  ChapterState state(book, day, xml);
  {
    const Page page(xml, long_date(book.labels, state.digest.post().date), "");
    const auto section = xml.element("section");
    xml.attributes(R"(epub:type="chapter" role="doc-chapter")").attribute("id", book.days[day].id);
    xml.line();
    write_day_head(state);
    xml.line();
    write_parts(state);
  }
  chapter.has_mathml = state.has_mathml;
  chapter.diagnostics = state.diagnostics.take();
  return chapter;
}

}  // namespace galpi::exporters::epub
