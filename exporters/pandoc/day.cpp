#include "day.hpp"

#include <fmt/format.h>

#include <string>

#include "blocks.hpp"
#include "naming/headings.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::pandoc {
namespace {

std::string_view status_class(model::SectionStatus status) {
  if (status == model::SectionStatus::not_stated) return "not-stated";
  return status == model::SectionStatus::truncated ? "truncated" : "";
}

void write_paragraph(const Book& book, NodeWriter& nodes, std::string_view text) {
  nodes.open("Para");
  InlineList list(nodes);
  write_tagged_text(book, list, text);
  list.finish();
  nodes.close();
}

void write_section(DayState& state, const model::Section& section, std::uint32_t level) {
  if (section.heading.has_value() && !section.heading->empty()) {
    const std::string id = state.id_in_part(model::name_of(section.kind));
    write_heading(state.book, state.nodes, level,
                  {id, {model::name_of(section.kind), status_class(section.status)}, ""},
                  *section.heading);
    if (section.blocks.empty()) {
      write_paragraph(state.book, state.nodes, state.book.labels.no_text);
    }
  }
  BlockWriter(state).write(section.blocks);
}

/// The facts of a paper as one paragraph, with a middle dot between them.
class Facts {
 public:
  explicit Facts(NodeWriter& nodes) : nodes_(nodes), list_(nodes) {}
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;
  ~Facts() {
    if (!is_open_) return;
    list_.finish();
    nodes_.close();
    nodes_.end_list();
    nodes_.close();
  }

  InlineList& next() {
    if (is_open_) {
      list_.text(" · ");
    } else {
      nodes_.open("Div");
      nodes_.attributes({"", {"facts"}, ""});
      nodes_.begin_list();
      nodes_.open("Para");
    }
    is_open_ = true;
    return list_;
  }

 private:
  NodeWriter& nodes_;
  InlineList list_;
  bool is_open_ = false;
};

void write_other_days(const DayState& state, Facts& facts, model::Place here) {
  const auto found = state.book.repeated.find(here);
  if (found == state.book.repeated.end()) return;
  InlineList& list = facts.next();
  list.text(state.book.labels.other_days);
  constexpr std::size_t most_shown = 20;
  const auto& places = found->second->appearances;
  const auto& metadata = state.book.edition.metadata;
  std::size_t shown = 0;
  for (const model::Place place : places) {
    if (place == here || place.paper == model::Place::no_paper) continue;
    list.text(shown == 0 ? " " : ", ");
    if (++shown > most_shown) {
      return list.text(further_places(state.book.labels, places.size() - shown));
    }
    list.open_link("#" + state.book.days[place.day].papers[place.paper]);
    list.text(short_date(state.book.labels, state.book.edition.days[place.day].post().date,
                         metadata.first.year != metadata.last.year));
    list.close();
  }
}

void write_facts(DayState& state, const model::Paper& paper, std::uint32_t index) {
  Facts facts(state.nodes);
  if (paper.system.has_value()) {
    InlineList& list = facts.next();
    list.open("Strong");
    write_tagged_text(state.book, list, *paper.system);
    list.close();
  }
  if (paper.arxiv.has_value()) {
    std::string name = "arXiv:" + paper.arxiv->id;
    if (paper.arxiv->version.has_value()) name += fmt::format("v{}", *paper.arxiv->version);
    facts.next().text(name);
  }
  for (const model::PaperLink& link : paper.links) {
    InlineList& list = facts.next();
    const auto href = outside_href(link.url);
    if (href.has_value()) list.open_link(*href);
    write_tagged_text(state.book, list, link.text.empty() ? link.url : link.text);
    if (href.has_value()) list.close();
  }
  write_other_days(state, facts, {static_cast<std::uint32_t>(state.day), index});
}

void write_paper(DayState& state, std::uint32_t index) {
  const model::Paper& paper = state.digest.post().papers[index];
  state.part_id = state.book.days[state.day].papers[index];
  std::string title;
  if (paper.number.has_value()) title = fmt::format("{}. ", *paper.number);
  title += paper.title.empty() ? state.book.labels.untitled : std::string_view(paper.title);
  write_heading(state.book, state.nodes, 2, {state.part_id, {"paper"}, ""}, title,
                paper.url.value_or(""));
  write_facts(state, paper, index);
  for (const model::Section& section : paper.sections) write_section(state, section, 3);
}

}  // namespace

void write_heading(const Book& book, NodeWriter& nodes, std::uint32_t level,
                   const Attributes& attributes, std::string_view text, std::string_view url) {
  nodes.open("Header");
  nodes.number(level);
  nodes.attributes(attributes);
  nodes.begin_list();
  InlineList list(nodes);
  const auto href = url.empty() ? std::nullopt : outside_href(url);
  if (href.has_value()) list.open_link(*href);
  write_tagged_text(book, list, text);
  if (href.has_value()) list.close();
  list.finish();
  nodes.end_list();
  nodes.close();
}

void write_day(DayState& state) {
  const model::Post& post = state.digest.post();
  const std::string& day_id = state.book.days[state.day].id;
  write_heading(state.book, state.nodes, 1, {day_id, {"day"}, ""},
                long_date(state.book.labels, post.date));
  if (title_says_more(post.title)) write_paragraph(state.book, state.nodes, post.title);
  HeadingLevels levels;
  for (const model::PostPart& part : model::parts_in_reading_order(post)) {
    if (part.paper != nullptr) {
      write_paper(state, static_cast<std::uint32_t>(part.paper - post.papers.data()));
      levels.reset();
      continue;
    }
    state.part_id = day_id;
    const bool has_heading = part.section->heading.has_value();
    const std::size_t level = has_heading ? levels.level_of(part.section->level) : 2;
    write_section(state, *part.section, static_cast<std::uint32_t>(level));
  }
}

}  // namespace galpi::exporters::pandoc
