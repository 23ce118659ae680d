#include "paper_head.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "language.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::epub {
namespace {

void write_title(ChapterState& state, const model::Paper& paper) {
  markup::XmlWriter& xml = state.xml;
  const auto heading = xml.element("h2");
  if (paper.number.has_value()) {
    xml.start("span");
    xml.attributes(R"(class="number")");
    xml.text(fmt::format("{}.", *paper.number));
    xml.end();
    xml.text(" ");
  }
  const auto href = paper.url.has_value() ? outside_href(*paper.url) : std::nullopt;
  xml.start(href.has_value() ? "a" : "span");
  if (href.has_value()) xml.attribute("href", *href);
  write_tagged_content(xml, paper.title.empty() ? state.book.labels.untitled : paper.title);
  xml.end();
}

/// The facts of a paper, with a middle dot between them.
class Facts {
 public:
  explicit Facts(markup::XmlWriter& xml) : xml_(xml) {}
  ~Facts() {
    if (is_open_) {
      xml_.end();
      xml_.line();
    }
  }
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;

  markup::XmlWriter& next() {
    if (is_open_) {
      xml_.text(" · ");
    } else {
      xml_.start("p");
      xml_.attributes(R"(class="facts")");
    }
    is_open_ = true;
    return xml_;
  }

 private:
  markup::XmlWriter& xml_;
  bool is_open_ = false;
};

std::string arxiv_name(const model::ArxivId& arxiv) {
  std::string name = "arXiv:" + arxiv.id;
  if (arxiv.version.has_value()) name += fmt::format("v{}", *arxiv.version);
  return name;
}

void write_other_appearances(ChapterState& state, Facts& facts, model::Place here) {
  const model::Work* work = state.book.repeated_work(here);
  if (work == nullptr) return;
  markup::XmlWriter& xml = facts.next();
  write_tagged(xml, state.book.labels.other_days);
  constexpr std::size_t most_shown = 20;
  std::size_t shown = 0;
  for (const model::Place place : work->appearances) {
    if (place == here) continue;
    xml.text(shown == 0 ? " " : ", ");
    if (++shown > most_shown) {
      write_tagged(xml, further_places(state.book.labels, work->appearances.size() - shown));
      break;
    }
    const Date date = state.book.edition.days[place.day].post().date;
    xml.start("a");
    write_href(xml, state.book, place);
    write_tagged_content(xml, short_date(state.book.labels, date, state.book.spans_years()));
    xml.end();
  }
}

}  // namespace

void write_paper_head(ChapterState& state, std::uint32_t index) {
  const model::Paper& paper = state.digest.post().papers[index];
  markup::XmlWriter& xml = state.xml;
  write_title(state, paper);
  xml.line();
  Facts facts(xml);
  if (paper.system.has_value()) {
    write_tagged_element(facts.next(), "b", "system", *paper.system);
  }
  if (paper.arxiv.has_value()) {
    write_tagged_element(facts.next(), "span", "", arxiv_name(*paper.arxiv));
  }
  for (const model::PaperLink& link : paper.links) {
    const auto href = outside_href(link.url);
    facts.next().start(href.has_value() ? "a" : "span");
    if (href.has_value()) xml.attribute("href", *href);
    write_tagged_content(xml, link.text.empty() ? link.url : link.text);
    xml.end();
  }
  write_other_appearances(state, facts, {static_cast<std::uint32_t>(state.day), index});
}

}  // namespace galpi::exporters::epub
