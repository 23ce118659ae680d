#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "field_text.hpp"
#include "galpi/model/post.hpp"
#include "goal_stretch.hpp"
#include "names.hpp"
#include "note_types.hpp"
#include "notes_of_edition.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

using model::SectionKind;

constexpr std::size_t most_answer = 80;  ///< code points, as everywhere here
constexpr std::size_t most_gist = 100;   ///< read on the back, not asked
constexpr std::size_t most_name = 60;
constexpr std::size_t least_masked_goal = 15;

/// How much there is to answer: what stands in brackets (glosses, short forms) is only read.
std::size_t length_of(const model::Block& block, text::ByteRange range) {
  const std::string_view text =
      std::string_view(block.text).substr(range.start, range.end - range.start);
  std::size_t length = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c == U'(') ++depth;
    if (depth == 0) ++length;
    if (c == U')' && depth > 0) --depth;
  }
  return depth == 0 ? length : text::count_code_points(text);
}

/// The digest says that there is nothing to say.
bool says_nothing(std::string_view sentence) {
  constexpr auto phrases = std::to_array<std::string_view>(
      {"언급되지 않", "명시되지 않", "제시되지 않", "기술되지 않", "정보 부족", "알 수 없",
       "제공되지 않", "논의되지 않", "언급이 없"});
  // Said of limitations these say nothing; said of anything else they may be one.
  constexpr auto silences =
      std::to_array<std::string_view>({"기술하지 않", "언급하지 않", "명시하지 않", "제시하지 않",
                                       "논의하지 않", "밝히지 않", "서술하지 않"});
  const auto says = [&](std::string_view phrase) { return sentence.contains(phrase); };
  const bool is_of_limits = says("한계") || says("제한") || says("단점");
  return std::ranges::any_of(phrases, says) ||
         (is_of_limits && std::ranges::any_of(silences, says));
}

/// Whether Latin words in a row have the letters of `name` as their initials: an acronym written
/// out gives it away as well.
bool spells_out(std::string_view text, std::string_view name) {
  std::string wanted;
  for (const char c : text::ascii_lower(name)) {
    if (c >= 'a' && c <= 'z') wanted += c;
  }
  if (wanted.size() < 3) return false;
  std::string initials;
  bool in_word = false;
  for (const char c : text::ascii_lower(text)) {
    const bool is_letter = c >= 'a' && c <= 'z';
    if (is_letter && !in_word) initials += c;
    if (!is_letter && c != ' ' && c != '-') initials += '|';
    in_word = is_letter;
  }
  return initials.contains(wanted);
}

class PaperNoteMaker {
 public:
  PaperNoteMaker(const model::Edition& edition, Reporter& reporter)
      : edition_(edition), reporter_(reporter) {}

  std::optional<Note> make(const model::Work& work) {
    Note note;
    const model::Place first = work.appearances.front();
    const model::Paper& paper = paper_at(first);
    note.kind = FlashcardKind::paper;
    note.fields.resize(paper_field::count);
    note.frequency = static_cast<std::uint32_t>(work.appearances.size());
    note.name = paper.title;
    note.source = {day_at(first).annotated.digest.file, paper.at, 0};
    note.first_seen = day_at(first).post().date;
    note.days = {note.first_seen};
    note.tags = {date_tag(note.first_seen), "galpi::paper"};
    const std::string key = paper.arxiv ? paper.arxiv->id : work.identity;
    note.guid = guid_of(note.kind, key);
    auto& fields = note.fields;
    fields[paper_field::key] = escape_field(key);
    fields[paper_field::title] = escape_field(paper.title);
    if (paper.system) fields[paper_field::system] = escape_field(*paper.system);
    fields[paper_field::source] = paper_link(paper);
    fields[paper_field::first_seen] = format_date(note.first_seen);
    fields[paper_field::tags] =
        escape_field(fmt::format("{}", fmt::join(day_at(first).post().tags, ", ")));
    std::string reason = "its digest states no goal and no short limitation";
    // A later digest of the same paper fills what the first one leaves open.
    for (const model::Place& place : work.appearances) fill(note, place, reason);
    note.ordinals = card_ordinals(note.kind, fields);
    if (note.ordinals.empty()) {
      reporter_.without_note(note.source, "paper", paper.title, reason);
      return std::nullopt;
    }
    if (fields[paper_field::goal].empty()) {
      reporter_.withheld(note.source, "이름 → 목표", paper.title, reason);
    }
    return note;
  }

 private:
  const model::BilingualDigest& day_at(model::Place place) const {
    return edition_.days[place.day];
  }
  const model::Paper& paper_at(model::Place place) const {
    return day_at(place).post().papers[place.paper];
  }

  std::vector<BookSentence> sentences(model::Place place, SectionKind kind) const {
    std::vector<BookSentence> found;
    const model::Paper& paper = paper_at(place);
    for (const model::Section& section : paper.sections) {
      if (section.kind != kind || section.status == model::SectionStatus::not_stated) continue;
      for_each_sentence(day_at(place), place, &paper, section,
                        [&](const BookSentence& sentence) { found.push_back(sentence); });
    }
    return found;
  }

  void fill(Note& note, model::Place place, std::string& reason) {
    auto& fields = note.fields;
    if (fields[paper_field::goal].empty()) fill_goal(note, place, reason);
    if (fields[paper_field::method].empty()) {
      const auto method = sentences(place, SectionKind::method);
      if (!method.empty() && is_whole(method.front().text()) &&
          length_of(*method.front().block, method.front().range) <= most_gist) {
        fields[paper_field::method] = render_stretch(*method.front().block, method.front().range);
      }
    }
    if (fields[paper_field::limitation].empty()) {
      // One limitation among several is no answer to what the limitations are.
      const auto limits = sentences(place, SectionKind::limitations);
      if (limits.size() == 1 && is_whole(limits.front().text()) &&
          !says_nothing(limits.front().text()) && !leans(limits.front().text()) &&
          length_of(*limits.front().block, limits.front().range) <= most_answer) {
        fields[paper_field::limitation] =
            render_stretch(*limits.front().block, limits.front().range);
      }
    }
  }

  void fill_goal(Note& note, model::Place place, std::string& reason) {
    for (const BookSentence& sentence : sentences(place, SectionKind::introduction)) {
      if (sentence.block->label != "goal") continue;
      if (!is_whole(sentence.text())) {
        reason = "its goal breaks off";
        return;
      }
      const GoalStretch goal = goal_stretch(sentence.text());
      const text::ByteRange range = {sentence.range.start + goal.range.start,
                                     sentence.range.start + goal.range.end};
      if (length_of(*sentence.block, range) + text::count_code_points(goal.ending) > most_answer) {
        reason = fmt::format("its goal is over {} characters", most_answer);
        return;
      }
      note.fields[paper_field::goal] = render_stretch(*sentence.block, range) + goal.ending;
      mask_goal(note, *sentence.block, range, paper_at(place));
      std::string& masked = note.fields[paper_field::goal_masked];
      if (!masked.empty()) masked += goal.ending;
      return;
    }
  }

  void mask_goal(Note& note, const model::Block& block, text::ByteRange range,
                 const model::Paper& paper) {
    constexpr std::string_view card = "목표 → 이름";
    const auto withhold = [&](std::string_view why) {
      reporter_.withheld(note.source, card, paper.title, why);
    };
    if (!paper.system) return withhold("the paper names no system of its own");
    const std::string& system = *paper.system;
    if (text::count_code_points(system) > most_name) return withhold("the name is too long");
    const std::string_view text = std::string_view(block.text).substr(0, range.end);
    std::vector<Replacement> blanks;
    std::string rest;
    std::uint32_t at = range.start;
    for (text::ByteRange found : find_name(text, system)) {
      found = with_gloss(text, found);
      if (found.end <= at || found.end > range.end) continue;
      found.start = std::max(found.start, at);
      if (touches_atom(block, found)) return withhold("the name stands in a formula or in code");
      rest += text.substr(at, found.start - at);
      rest += " | ";
      at = found.end;
      blanks.push_back({found, std::string(blank_html)});
    }
    rest += text.substr(at, range.end - at);
    // A goal that does not speak of the system may be that of something larger.
    if (blanks.empty()) return withhold("its goal does not speak of the system");
    constexpr std::size_t long_name = 5;
    const bool leaks = contains_name(rest, system) || spells_out(rest, system) ||
                       (system.size() >= long_name && squeezed(rest).contains(squeezed(system)));
    if (leaks) return withhold("its goal gives the name away");
    if (text::count_code_points(rest) < least_masked_goal) return withhold("its goal is too short");
    note.fields[paper_field::goal_masked] = render_stretch(block, range, blanks);
  }

  const model::Edition& edition_;
  Reporter& reporter_;
};

}  // namespace

std::vector<Note> make_paper_notes(const model::Edition& edition, Reporter& reporter) {
  PaperNoteMaker maker(edition, reporter);
  std::vector<Note> notes;
  notes.reserve(edition.works.size());
  for (const model::Work& work : edition.works) {
    if (auto note = maker.make(work)) notes.push_back(*std::move(note));
  }
  return notes;
}

}  // namespace galpi::exporters::anki
