#include "paper_head.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "galpi/normalize/arxiv.hpp"
#include "keys.hpp"
#include "url_parts.hpp"

namespace galpi::normalize {

using model::Paper;
using model::PaperLink;

namespace {

/// The title of heading and labelled line; the words of the heading if the title lacks them.
std::optional<model::Block> choose_title(Paper& paper, PaperHead& head) {
  std::string& given = head.heading.title;
  std::string& labelled = head.metadata.title;
  const std::string given_key = key_of(given);
  const std::string labelled_key = key_of(labelled);
  if (given_key.contains(labelled_key)) {
    paper.title = std::move(given);
    return std::nullopt;
  }
  paper.title = std::move(labelled);
  if (labelled_key.contains(given_key)) return std::nullopt;
  model::Block words;
  words.text = std::move(given);
  words.at = paper.at;
  words.anchors = {{0, paper.at}};
  return words;
}

/// Whether the line that gave the URL is kept among the links, too.
bool has_link(const Metadata& metadata) {
  return std::ranges::find(metadata.links, metadata.url, &PaperLink::url) != metadata.links.end();
}

std::string hint_for_link() {
  return "write the heading as `# 1. [Title](https://arxiv.org/abs/…)`";
}

std::string quoted_title(const Paper& paper) { return "`" + quote_for_message(paper.title) + "`"; }

void report_head(const Paper& paper, const PaperHead& head, Report& report) {
  const auto title = [&] { return quoted_title(paper); };
  if (head.heading.was_wrapped) {
    report(DiagnosticCode::title_joined, paper.at,
           "the hard-wrapped title of " + title() + " was joined");
  }
  if (head.heading.was_broken) {
    report(DiagnosticCode::link_broken, paper.at,
           "the link of " + title() + " is damaged; " +
               (paper.url ? "its target was read all the same" : "its target cannot be read"),
           hint_for_link());
  }
  if (head.metadata.first_line || head.heading.had_label) {
    report(DiagnosticCode::metadata_line, head.metadata.first_line.value_or(paper.at),
           title() + ": title or link read from labelled lines");
  }
  if (head.metadata.invalid_arxiv) {
    report(DiagnosticCode::arxiv_id_invalid, *head.metadata.invalid_arxiv,
           "the line has no arXiv identifier; kept as text");
  }
}

void report_links(const Paper& paper, bool url_has_id, Report& report) {
  const auto title = [&] { return quoted_title(paper); };
  if (!paper.url) {
    if (!paper.arxiv) {
      report(DiagnosticCode::title_missing_link, paper.at, title() + " has no link",
             hint_for_link());
    }
    return;
  }
  if (url_has_id) return;
  if (is_arxiv_host(split_url(*paper.url).host)) {
    report(DiagnosticCode::arxiv_id_invalid, paper.at,
           "the link of " + title() + " leads to arXiv but has no valid identifier: `" +
               quote_for_message(*paper.url) + "`");
  } else {
    report(DiagnosticCode::not_arxiv, paper.at,
           "the link of " + title() + " does not lead to arXiv: `" + quote_for_message(*paper.url) +
               "`");
  }
}

/// Compares the identifiers of all links with the paper's; the first that differs is reported.
void check_agreement(const Paper& paper, const PaperHead& head, Report& report) {
  if (!paper.arxiv) return;
  std::optional<std::string> other;
  const auto compare = [&](const std::optional<model::ArxivId>& id) {
    if (!other && id && id->id != paper.arxiv->id) other = id->id;
  };
  compare(head.metadata.arxiv);
  for (const auto* links : {&paper.links, &head.quoted}) {
    for (const PaperLink& link : *links) {
      if (!other) compare(arxiv_id_of_url(link.url));
    }
  }
  if (!other) return;
  report(DiagnosticCode::arxiv_id_mismatch, paper.at,
         "the paper is arXiv " + paper.arxiv->id + ", but another link leads to " + *other +
             "; the first is used",
         "one of the two links is probably a slip");
}

}  // namespace

std::optional<model::Block> apply_head(Paper& paper, PaperHead head, Report& report) {
  paper.number = head.heading.number;
  paper.url = std::move(head.heading.url);
  paper.arxiv = std::move(head.heading.arxiv);
  paper.links = std::move(head.heading.links);
  std::optional<model::Block> words;
  if (head.metadata.title.empty()) {
    paper.title = std::move(head.heading.title);
  } else {
    words = choose_title(paper, head);
  }
  if (!head.metadata.url.empty()) {
    if (!paper.url) {
      paper.url = head.metadata.url;
      paper.arxiv = arxiv_id_of_url(head.metadata.url);
    } else if (*paper.url != head.metadata.url && !has_link(head.metadata)) {
      paper.links.push_back({head.metadata.url, head.metadata.url});
    }
  }
  std::ranges::move(head.metadata.links, std::back_inserter(paper.links));
  std::ranges::move(head.links, std::back_inserter(paper.links));
  const bool url_has_id = paper.arxiv.has_value();
  if (!paper.arxiv) paper.arxiv = head.metadata.arxiv;
  for (const auto* links : {&paper.links, &head.quoted}) {
    for (const PaperLink& link : *links) {
      if (!paper.arxiv) paper.arxiv = arxiv_id_of_url(link.url);
    }
  }
  if (paper.title.empty()) paper.title = paper.url.value_or("");
  report_head(paper, head, report);
  report_links(paper, url_has_id, report);
  check_agreement(paper, head, report);
  return words;
}

}  // namespace galpi::normalize
