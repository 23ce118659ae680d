#include "checks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "galpi/base/diagnostic.hpp"

namespace galpi::normalize {

using model::Paper;
using model::Post;
using model::Section;
using model::SectionKind;

namespace {

constexpr std::size_t kind_count = static_cast<std::size_t>(SectionKind::other);
using KindCounts = std::array<std::uint32_t, kind_count>;

KindCounts kinds_of(const Paper& paper) {
  KindCounts counts{};
  for (const Section& section : paper.sections) {
    if (section.kind != SectionKind::other) ++counts[static_cast<std::size_t>(section.kind)];
  }
  return counts;
}

std::string quoted(const std::string& title) { return "`" + quote_for_message(title) + "`"; }

/// Papers below `#` with their sections below them are an outline like any other. Drift is when
/// sections stand at or above their papers, or papers at several levels.
void check_levels(const Post& post, const Outline& outline,
                  const std::vector<std::uint32_t>& levels, Report& report) {
  const bool sections_above =
      outline.section_level > 0 && outline.section_level <= outline.paper_level;
  bool told = false;
  for (std::size_t i = 0; i < post.papers.size(); ++i) {
    if (levels[i] == 0) continue;  // labelled lines, which have a note of their own
    if (levels[i] != outline.paper_level) {
      report(DiagnosticCode::outline_drift, post.papers[i].at,
             "this paper stands at heading level " + std::to_string(levels[i]) + ", others at " +
                 std::to_string(outline.paper_level) + "; read as a paper all the same");
    } else if (sections_above && !std::exchange(told, true)) {
      report(DiagnosticCode::outline_drift, post.papers[i].at,
             "papers stand at heading level " + std::to_string(levels[i]) +
                 " and their sections at " + std::to_string(outline.section_level) +
                 "; read by meaning",
             "papers at `#` and their sections at `##` need no guessing");
    }
  }
}

void check_numbers(const Post& post, Report& report) {
  std::optional<std::uint32_t> last;
  for (const Paper& paper : post.papers) {
    if (paper.number && last && *paper.number != *last + 1) {
      report(DiagnosticCode::number_unexpected, paper.at,
             "number " + std::to_string(*paper.number) + " after " + std::to_string(*last) +
                 "; kept as it is");
    }
    if (paper.number) last = paper.number;
  }
}

void check_repetition(const Post& post, Report& report) {
  std::map<std::string, const Paper*> seen;
  for (const Paper& paper : post.papers) {
    const auto [first, is_new] = seen.emplace(model::identity_of(paper), &paper);
    if (is_new) continue;
    report(DiagnosticCode::paper_repeated_in_post, paper.at,
           quoted(paper.title) + " was in line " + std::to_string(first->second->at.line) +
               " already; both are kept");
  }
}

void check_sections(const Post& post, Report& report) {
  std::array<std::size_t, kind_count> papers_with{};
  std::vector<KindCounts> all;
  for (const Paper& paper : post.papers) {
    all.push_back(kinds_of(paper));
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (all.back()[kind] > 0) ++papers_with[kind];
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      const std::string name(model::name_of(static_cast<SectionKind>(kind)));
      const bool most_have = papers_with[kind] * 2 > all.size();
      if (all[i][kind] == 0 && most_have) {
        report(DiagnosticCode::section_missing, post.papers[i].at,
               quoted(post.papers[i].title) + " has no section `" + name + "`");
      } else if (all[i][kind] > 1) {
        report(DiagnosticCode::section_duplicate, post.papers[i].at,
               quoted(post.papers[i].title) + " has the section `" + name + "` " +
                   std::to_string(all[i][kind]) + " times; all are kept");
      }
    }
  }
}

}  // namespace

void check_post(const Post& post, const Outline& outline,
                const std::vector<std::uint32_t>& paper_levels, Report& report) {
  if (post.papers.empty()) {
    const bool empty = post.kind == model::PostKind::empty;
    report(DiagnosticCode::post_without_papers, {1, 1},
           empty ? "the post has no content" : "the post has no paper; read as a review");
    return;
  }
  check_levels(post, outline, paper_levels, report);
  check_numbers(post, report);
  check_repetition(post, report);
  check_sections(post, report);
}

}  // namespace galpi::normalize
