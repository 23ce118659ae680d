#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "field_text.hpp"
#include "galpi/model/post.hpp"
#include "goal_stretch.hpp"
#include "limitation.hpp"
#include "masked_goal.hpp"
#include "names.hpp"
#include "note_types.hpp"
#include "notes_of_edition.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

using model::SectionKind;

constexpr std::size_t most_answer = 60;  ///< code points outside brackets, as everywhere here
constexpr std::size_t most_front = 100;
constexpr std::size_t most_gist = 100;  ///< read on the back, not asked
constexpr std::size_t most_name = 60;

std::string_view text_of(const model::Block& block, text::ByteRange range) {
  return std::string_view(block.text).substr(range.start, range.end - range.start);
}

/// Whether the goal speaks of a data set or of what is measured.
bool speaks_of_data(std::string_view goal) {
  constexpr auto words = std::to_array<std::string_view>(
      {"벤치마크", "데이터", "평가", "측정", "코퍼스", "말뭉치", "자원"});
  return std::ranges::any_of(words, [&](std::string_view word) { return goal.contains(word); });
}

/// `…는 …하는 과제이다`: what there is, not what is wanted.
bool states_a_fact(std::string_view goal) {
  constexpr auto facts = std::to_array<std::string_view>({"과제이다.", "문제이다.", "분야이다."});
  return std::ranges::any_of(facts, [&](std::string_view fact) { return goal.ends_with(fact); });
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
    Reasons reasons;
    // A later digest of the same paper fills what the first one leaves open.
    for (const model::Place& place : work.appearances) fill(note, place, reasons);
    show_title_where_the_name_says_nothing(note, paper);
    note.ordinals = card_ordinals(note.kind, fields);
    if (note.ordinals.empty()) {
      const std::string_view joint = reasons.limitation.empty() ? "" : "; ";
      reporter_.without_note(note.source, "paper", paper.title,
                             fmt::format("{}{}{}", reasons.goal, joint, reasons.limitation));
      return std::nullopt;
    }
    const auto report = [&](std::uint8_t field, std::string_view card, std::string_view reason) {
      if (fields[field].empty() && !reason.empty())
        reporter_.withheld(note.source, card, paper.title, reason);
    };
    report(paper_field::goal, "이름 → 목표", reasons.goal);
    report(paper_field::goal_masked, "목표 → 이름", reasons.name);
    report(paper_field::limitation, "이름 → 한계", reasons.limitation);
    return note;
  }

 private:
  /// Why a card is missing.
  struct Reasons {
    std::string goal = "its digest states no goal";
    std::string name = "its digest states no goal";
    std::string limitation;  ///< nothing: its digest states none
  };

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

  /// A card that only asks for the limitation of `LAMP` shows the title: else nobody knows what
  /// LAMP is.
  static void show_title_where_the_name_says_nothing(Note& note, const model::Paper& paper) {
    auto& fields = note.fields;
    const bool has_goal =
        !fields[paper_field::goal].empty() || !fields[paper_field::goal_masked].empty();
    if (has_goal || !paper.system) return;
    if (contains_name(paper.title, *paper.system) ||
        !contains_name(fields[paper_field::limitation], *paper.system)) {
      fields[paper_field::system].clear();
    }
  }

  void fill(Note& note, model::Place place, Reasons& reasons) {
    auto& fields = note.fields;
    if (fields[paper_field::goal].empty() && fields[paper_field::goal_masked].empty()) {
      fill_goal(note, place, reasons);
    }
    if (fields[paper_field::method].empty()) {
      const auto method = sentences(place, SectionKind::method);
      if (!method.empty() && is_whole(method.front().text()) && !leans(method.front().text()) &&
          length_outside_brackets(method.front().text()) <= most_gist) {
        fields[paper_field::method] = render_stretch(*method.front().block, method.front().range);
      }
    }
    if (fields[paper_field::limitation].empty()) fill_limitation(note, place, reasons.limitation);
  }

  void fill_limitation(Note& note, model::Place place, std::string& reason) const {
    const auto limits = sentences(place, SectionKind::limitations);
    if (limits.empty()) return;
    // One limitation among several is no answer to what the limitations are.
    if (limits.size() > 1) {
      reason = "its limitation is several";
      return;
    }
    const BookSentence& limit = limits.front();
    const auto stretch = limitation_stretch(limit.text(), most_answer);
    if (!stretch) {
      reason = stretch.error();
      return;
    }
    const model::Paper& paper = paper_at(place);
    const std::string_view topic = latin_topic(limit.text());
    const bool is_shown = topic.empty() || contains_name(paper.title, topic) ||
                          (paper.system && contains_name(*paper.system, topic)) ||
                          is_common_name(topic);
    if (!is_shown) {
      reason = "its limitation is that of something else";
      return;
    }
    const text::ByteRange range = {limit.range.start + stretch->start,
                                   limit.range.start + stretch->end};
    if (touches_atom(*limit.block, {range.start, range.start})) return;
    note.fields[paper_field::limitation] = render_stretch(*limit.block, range);
  }

  /// A name that the glossary knows (`LLM`, `CLIP`) is nobody's system.
  bool is_common_name(std::string_view name) const {
    return std::ranges::any_of(edition_.glossary.concepts, [&](const model::Concept& term) {
      return std::ranges::any_of(term.abbreviations, [&](std::string_view abbreviation) {
        return contains_name(name, abbreviation);
      });
    });
  }

  /// The parts of a name that give it away: those that the glossary does not know.
  std::vector<std::string> told_parts(std::string_view system) const {
    std::vector<std::string> parts = parts_of_name(system);
    std::erase_if(parts, [&](std::string_view part) { return is_common_name(part); });
    return parts;
  }

  void fill_goal(Note& note, model::Place place, Reasons& reasons) const {
    const model::Paper& paper = paper_at(place);
    for (const BookSentence& sentence : sentences(place, SectionKind::introduction)) {
      if (sentence.block->label != "goal") continue;
      const auto refuse = [&](std::string_view reason) { reasons.goal = reasons.name = reason; };
      if (!is_whole(sentence.text())) return refuse("its goal breaks off");
      if (!paper.system) return refuse("the paper names no system of its own");
      if (text::count_code_points(*paper.system) > most_name) return refuse("its name is too long");
      if (is_name_of_data(*paper.system) && !speaks_of_data(sentence.text())) {
        return refuse("its goal is not the data set that it is named after");
      }
      if (states_a_fact(sentence.text())) return refuse("its goal says what there is");
      if (const auto goal = stretch_of(sentence, *paper.system, most_answer)) {
        note.fields[paper_field::goal] =
            render_stretch(*sentence.block, in_block(sentence, *goal)) + goal->ending;
      } else {
        reasons.goal = fmt::format("its goal is over {} characters", most_answer);
      }
      if (const auto goal = stretch_of(sentence, {}, most_front)) {
        const text::ByteRange range = in_block(sentence, *goal);
        auto masked = mask_goal(*sentence.block, range, *paper.system, told_parts(*paper.system));
        if (masked) {
          note.fields[paper_field::goal_masked] = *masked + goal->ending;
        } else {
          reasons.name = masked.error();
        }
      } else {
        reasons.name = fmt::format("its goal is over {} characters", most_front);
      }
      return;
    }
  }

  static text::ByteRange in_block(const BookSentence& sentence, const GoalStretch& goal) {
    return {sentence.range.start + goal.range.start, sentence.range.start + goal.range.end};
  }

  /// The best way to state the goal in at most `most` characters that cuts no formula.
  static std::optional<GoalStretch> stretch_of(const BookSentence& sentence, std::string_view name,
                                               std::size_t most) {
    for (GoalStretch& goal : goal_stretches(sentence.text(), name)) {
      const text::ByteRange range = in_block(sentence, goal);
      const bool cuts = touches_atom(*sentence.block, {range.start, range.start}) ||
                        touches_atom(*sentence.block, {range.end, range.end});
      const std::string said = std::string(text_of(*sentence.block, range)) + goal.ending;
      if (!cuts && length_outside_brackets(said) <= most) return std::move(goal);
    }
    return std::nullopt;
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
