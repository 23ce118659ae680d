#include "selection.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace galpi::exporters::anki {
namespace {

/// The day's turn order; the ledger's guids break ties, so nothing depends on how notes came in.
constexpr std::array<FlashcardKind, 3> turns = {FlashcardKind::paper, FlashcardKind::term,
                                                FlashcardKind::cloze};

/// One day's candidates in the order in which they may take the day's places.
std::vector<Note*> in_turns(const std::vector<Note*>& candidates) {
  std::array<std::vector<Note*>, turns.size()> queues;
  for (Note* note : candidates) {
    for (std::size_t turn = 0; turn < turns.size(); ++turn) {
      if (turns[turn] == note->kind) queues[turn].push_back(note);
    }
  }
  for (auto& queue : queues) {
    std::ranges::sort(queue, [](const Note* a, const Note* b) {
      return std::tie(b->frequency, a->source.at, a->guid) <
             std::tie(a->frequency, b->source.at, b->guid);
    });
  }
  std::vector<Note*> ordered;
  ordered.reserve(candidates.size());
  for (std::size_t i = 0; ordered.size() < candidates.size(); ++i) {
    for (const auto& queue : queues) {
      if (i < queue.size()) ordered.push_back(queue[i]);
    }
  }
  return ordered;
}

/// What a day has taken in so far.
class Days {
 public:
  Days(std::vector<Note>& notes, unsigned cards_per_day) : cards_per_day_(cards_per_day) {
    for (Note& note : notes) {
      for (const Date day : note.days) candidates_[day].push_back(&note);
    }
  }

  /// Cards of the deck before keep the day they came on.
  void keep(Note& note, Date day) {
    note.introduced = day;
    chosen_.insert(&note);
    cards_[day] += note.ordinals.size();
  }

  void fill() {
    for (const auto& [day, candidates] : candidates_) {
      std::size_t& taken = cards_[day];
      for (Note* note : in_turns(candidates)) {
        if (is_chosen(*note)) continue;
        const std::size_t cards = note->ordinals.size();
        if (cards_per_day_ != 0 && taken + cards > cards_per_day_) continue;
        taken += cards;
        note->introduced = day;
        chosen_.insert(note);
      }
    }
  }

  bool is_chosen(const Note& note) const { return chosen_.contains(&note); }

 private:
  unsigned cards_per_day_;
  std::map<Date, std::vector<Note*>> candidates_;
  std::map<Date, std::size_t> cards_;
  std::unordered_set<const Note*> chosen_;
};

}  // namespace

std::vector<Note> select_notes(std::vector<Note> notes, unsigned cards_per_day,
                               const AnkiLedger& ledger, Reporter& reporter) {
  Days days(notes, cards_per_day);
  for (Note& note : notes) {
    const auto before = ledger.notes.find(note.guid);
    if (before != ledger.notes.end() && !before->second.is_retired) {
      days.keep(note, before->second.date);
    }
  }
  days.fill();
  std::vector<Note> selected;
  selected.reserve(notes.size());
  for (Note& note : notes) {
    if (days.is_chosen(note)) {
      selected.push_back(std::move(note));
    } else {
      reporter.report(DiagnosticCode::flashcard_over_cap, note.source,
                      fmt::format("\"{}\" gets no flashcards: its day has {} new ones already",
                                  quote_for_message(note.name), cards_per_day));
    }
  }
  std::ranges::sort(selected, [](const Note& a, const Note& b) {
    return std::tie(b.frequency, a.introduced, a.source.at, a.kind, a.guid) <
           std::tie(a.frequency, b.introduced, b.source.at, b.kind, b.guid);
  });
  for (std::size_t i = 0; i < selected.size(); ++i) {
    selected[i].due = static_cast<std::uint32_t>(i) + 1;
  }
  return selected;
}

}  // namespace galpi::exporters::anki
