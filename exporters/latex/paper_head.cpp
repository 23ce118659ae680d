#include "paper_head.hpp"

#include <fmt/format.h>

namespace galpi::exporters::latex {
namespace {

/// The facts of a paper, with a middle dot between them.
class Facts {
 public:
  explicit Facts(Document& document) : document_(document) {}
  ~Facts() {
    if (is_open_) document_.add("}\n");
  }
  Facts(const Facts&) = delete;
  Facts& operator=(const Facts&) = delete;

  void begin() {
    if (is_open_) {
      document_.add(" ");
      document_.add_text("·");
      document_.add(" ");
    } else {
      document_.add("\\galpifacts{");
    }
    is_open_ = true;
  }

 private:
  Document& document_;
  bool is_open_ = false;
};

void write_other_appearances(DayState& state, Facts& facts, model::Place here,
                             const std::string& identity) {
  Document& document = state.document;
  const model::Work* const work = document.repeated_work(identity);
  if (work == nullptr) return;
  facts.begin();
  document.add_text(document.labels.other_days);
  constexpr std::size_t most_shown = 20;
  std::size_t shown = 0;
  const model::BookMetadata& metadata = document.edition.metadata;
  for (const model::Place place : work->appearances) {
    if (place == here) continue;
    document.add(shown == 0 ? " " : ", ");
    if (++shown > most_shown) {
      document.add_text(further_places(document.labels, work->appearances.size() - shown));
      break;
    }
    const Date date = document.edition.days[place.day].post().date;
    document.add("\\hyperlink{" + document.days[place.day].papers[place.paper] + "}{");
    document.add_text(short_date(document.labels, date, metadata.first.year != metadata.last.year));
    document.add("}");
  }
}

}  // namespace

void write_paper_head(DayState& state, std::uint32_t index) {
  Document& document = state.document;
  const model::Paper& paper = state.digest.post().papers[index];
  document.add(fmt::format("\n\\galpiat{{{}}}\\galpipaper{{{}}}{{", paper.at.line,
                           document.days[state.day].papers[index]));
  if (paper.number.has_value()) document.add(fmt::format("{}. ", *paper.number));
  document.add("}{");
  document.add_title(paper.title.empty() ? document.labels.untitled
                                         : std::string_view(paper.title));
  document.add("}\n");
  Facts facts(document);
  if (paper.system.has_value()) {
    facts.begin();
    document.add("\\textbf{");
    document.add_text(*paper.system);
    document.add("}");
  }
  if (paper.arxiv.has_value() || paper.url.has_value()) {
    facts.begin();
    std::string name = paper.arxiv.has_value() ? "arXiv:" + paper.arxiv->id : *paper.url;
    if (paper.arxiv.has_value() && paper.arxiv->version.has_value()) {
      name += fmt::format("v{}", *paper.arxiv->version);
    }
    const bool is_link = paper.url.has_value() && document.open_link(*paper.url);
    document.add_text(name);
    if (is_link) document.add("}");
  }
  for (const model::PaperLink& link : paper.links) {
    facts.begin();
    const bool is_link = document.open_link(link.url);
    document.add_text(link.text.empty() ? link.url : link.text);
    if (is_link) document.add("}");
  }
  write_other_appearances(state, facts, {static_cast<std::uint32_t>(state.day), index},
                          model::identity_of(paper));
}

}  // namespace galpi::exporters::latex
