#include "galpi/app/assemble.hpp"

#include <fmt/format.h>
#include <uuid.h>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "galpi/app/formulas.hpp"
#include "galpi/app/images.hpp"
#include "galpi/text/collation.hpp"
#include "walk.hpp"

namespace galpi::app {
namespace {

/// The namespace of our identifiers (RFC 4122 §4.3): fixed for ever, so that a book keeps its
/// identity from one build to the next.
constexpr const char* uuid_namespace = "6f0d2c5e-8f0b-5d0e-9f55-6a1f5e1c2b7a";

std::string name_based_uuid(const std::string& name) {
  uuid_t space;
  uuid_t id;
  char shown[UUID_STR_LEN];
  uuid_parse(uuid_namespace, space);
  uuid_generate_sha1(id, space, name.data(), name.size());
  uuid_unparse_lower(id, shown);
  return std::string("urn:uuid:") + shown;
}

/// `2026년 10월`, `2026년 10월 5일` or a range of days.
std::string shown_range(Date first, Date last) {
  const bool one_month = first.year == last.year && first.month == last.month;
  if (first == last) return fmt::format("{}년 {}월 {}일", first.year, first.month, first.day);
  if (one_month) return fmt::format("{}년 {}월", first.year, first.month);
  if (first.year == last.year) {
    return fmt::format("{}년 {}월–{}월", first.year, first.month, last.month);
  }
  return fmt::format("{}년 {}월–{}년 {}월", first.year, first.month, last.year, last.month);
}

std::string modification_time(std::optional<std::int64_t> epoch, Date newest) {
  if (!epoch) return format_date(newest) + "T00:00:00Z";
  const std::chrono::sys_seconds time{std::chrono::seconds(*epoch)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

model::BookMetadata describe(const std::vector<model::BilingualDigest>& days,
                             const BookSettings& book, const DateRange& range,
                             std::optional<std::int64_t> epoch) {
  model::BookMetadata metadata;
  metadata.first = days.front().post().date;
  metadata.last = days.back().post().date;
  const Date from = range.from.value_or(metadata.first);
  const Date to = range.to.value_or(metadata.last);
  metadata.title = book.title.empty()
                       ? "논문 다이제스트 " + shown_range(metadata.first, metadata.last)
                       : book.title;
  metadata.author = book.author;
  metadata.licence = book.licence;
  metadata.modified = modification_time(epoch, metadata.last);
  metadata.identifier = name_based_uuid(
      fmt::format("{}\n{}\n{}", metadata.title, format_date(from), format_date(to)));
  return metadata;
}

std::vector<model::Work> collect_works(const std::vector<model::BilingualDigest>& days,
                                       DiagnosticSink& diagnostics) {
  std::vector<model::Work> works;
  std::unordered_map<std::string, std::size_t> known;
  for (std::uint32_t day = 0; day < days.size(); ++day) {
    const model::Post& post = days[day].post();
    for (std::uint32_t i = 0; i < post.papers.size(); ++i) {
      const model::Paper& paper = post.papers[i];
      const std::string identity = model::identity_of(paper);
      const auto [position, is_new] = known.emplace(identity, works.size());
      if (is_new) {
        works.push_back({identity, {}});
      } else if (const model::Place before = works[position->second].appearances.back();
                 before.day != day) {
        diagnostics.report(
            {DiagnosticCode::paper_repeated,
             {days[day].annotated.digest.file, paper.at, 0},
             fmt::format("\"{}\" already appears on {}", quote_for_message(paper.title),
                         format_date(days[before.day].post().date)),
             {},
             model::quoted_line(days[day].annotated.digest, paper.at)});
      }
      works[position->second].appearances.push_back({day, i});
    }
  }
  return works;
}

std::vector<model::TermUse> collect_terms(const std::vector<model::BilingualDigest>& days,
                                          const model::Glossary& glossary) {
  std::vector<std::vector<model::Place>> places(glossary.concepts.size());
  for (std::uint32_t day = 0; day < days.size(); ++day) {
    const auto& mentions = days[day].annotated.mentions;
    walk_day(days[day].post(), day, [&](model::Place place, const model::Block& block) {
      for (const model::Mention& mention : mentions[block.ordinal]) {
        auto& seen = places[mention.concept_index];
        if (!mention.ambiguous && (seen.empty() || seen.back() != place)) seen.push_back(place);
      }
    });
  }
  const text::KoreanCollator collator;
  std::vector<std::pair<std::string, model::TermUse>> sorted;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    if (places[i].empty()) continue;
    std::sort(places[i].begin(), places[i].end());
    places[i].erase(std::unique(places[i].begin(), places[i].end()), places[i].end());
    sorted.emplace_back(collator.sort_key(glossary.concepts[i].korean),
                        model::TermUse{i, std::move(places[i])});
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<model::TermUse> terms;
  terms.reserve(sorted.size());
  for (auto& [key, use] : sorted) terms.push_back(std::move(use));
  return terms;
}

bool has_something_to_read(const std::vector<model::BilingualDigest>& days) {
  return std::any_of(days.begin(), days.end(), [](const model::BilingualDigest& day) {
    return day.post().kind != model::PostKind::empty;
  });
}

}  // namespace

model::Edition index_edition(std::vector<model::BilingualDigest> days, model::Glossary glossary,
                             const BookSettings& book, const DateRange& range,
                             std::optional<std::int64_t> epoch, DiagnosticSink& diagnostics) {
  std::stable_sort(days.begin(), days.end(), [](const auto& a, const auto& b) {
    return std::tie(a.post().date, a.post().source) < std::tie(b.post().date, b.post().source);
  });
  model::Edition edition;
  edition.metadata = describe(days, book, range, epoch);
  edition.works = collect_works(days, diagnostics);
  edition.terms = collect_terms(days, glossary);
  edition.days = std::move(days);
  edition.glossary = std::move(glossary);
  return edition;
}

Result<model::Edition> assemble_edition(std::vector<model::BilingualDigest> days,
                                        model::Glossary glossary, const BookSettings& book,
                                        const DateRange& range, std::optional<std::int64_t> epoch,
                                        const EditionNeeds& needs, const host::FileReader& files,
                                        host::ProcessRunner& processes,
                                        DiagnosticSink& diagnostics) {
  if (!has_something_to_read(days)) {
    return fail(ErrorCode::nothing_to_export, days.empty()
                                                  ? "there is no post in the range"
                                                  : "the posts in the range are all empty");
  }
  model::Edition edition =
      index_edition(std::move(days), std::move(glossary), book, range, epoch, diagnostics);
  if (needs.images) edition.images = load_images(edition.days, files, diagnostics);
  if (needs.mathml) edition.mathml = convert_formulas(edition.days, processes, diagnostics);
  return edition;
}

}  // namespace galpi::app
