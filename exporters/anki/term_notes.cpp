#include <algorithm>
#include <map>
#include <utility>

#include "field_text.hpp"
#include "galpi/text/sentences.hpp"
#include "names.hpp"
#include "note_types.hpp"
#include "notes_of_edition.hpp"
#include "term_examples.hpp"
#include "transliteration.hpp"

namespace galpi::exporters::anki {
namespace {

using model::Concept;

constexpr std::size_t most_definition = 80;  ///< code points, as everywhere here
constexpr std::size_t most_answer = 60;

/// The definition, or its first sentence, if it is short enough to be read at a glance.
std::string short_definition(std::string_view definition) {
  if (text::count_code_points(definition) <= most_definition) return std::string(definition);
  const auto sentences = text::split_sentences(definition);
  if (sentences.empty()) return {};
  const std::string_view first =
      definition.substr(sentences.front().start, sentences.front().end - sentences.front().start);
  return text::count_code_points(first) <= most_definition ? std::string(first) : std::string();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Which concepts of the book have a Korean name in common, by squeezed name.
class SharedNames {
 public:
  explicit SharedNames(const model::Edition& edition) {
    for (const model::TermUse& use : edition.terms) {
      const Concept& term = edition.glossary.concepts[use.concept_index];
      std::vector<std::string> names = {squeezed(term.korean)};
      for (const std::string& variant : term.variants) names.push_back(squeezed(variant));
      std::ranges::sort(names);
      names.erase(std::unique(names.begin(), names.end()), names.end());
      for (const std::string& name : names) owners_[name].push_back(&term);
    }
  }

  /// Another concept that may be meant by the Korean name on the front of this one's card.
  const Concept* rival_of(const Concept& term) const {
    const auto owners = owners_.find(squeezed(term.korean));
    if (owners == owners_.end()) return nullptr;
    for (const Concept* owner : owners->second) {
      if (owner != &term) return owner;
    }
    for (const std::string& variant : term.variants) {
      const auto others = owners_.find(squeezed(variant));
      if (others == owners_.end()) continue;
      for (const Concept* owner : others->second) {
        if (owner != &term && squeezed(owner->korean) == squeezed(variant)) return owner;
      }
    }
    return nullptr;
  }

 private:
  std::map<std::string, std::vector<const Concept*>> owners_;
};

class TermNoteMaker {
 public:
  TermNoteMaker(const model::Edition& edition, Reporter& reporter)
      : edition_(edition),
        reporter_(reporter),
        shared_(edition),
        examples_(choose_examples(edition)) {}

  std::vector<Note> make() {
    std::vector<Note> notes;
    notes.reserve(edition_.terms.size());
    for (const model::TermUse& use : edition_.terms) {
      const Concept& term = edition_.glossary.concepts[use.concept_index];
      Note note = begin_note(use, term);
      fill(note, term, examples_[use.concept_index]);
      const TermExample& example = examples_[use.concept_index];
      if (const std::string reason = fault_of(term, note, example); !reason.empty()) {
        reporter_.without_note(note.source, "term", term.english, reason);
        continue;
      }
      note.ordinals = card_ordinals(note.kind, note.fields);
      notes.push_back(std::move(note));
    }
    return notes;
  }

 private:
  Note begin_note(const model::TermUse& use, const Concept& term) const {
    Note note;
    note.kind = FlashcardKind::term;
    note.guid = guid_of(note.kind, term.id);
    note.fields.resize(term_field::count);
    note.frequency = static_cast<std::uint32_t>(use.places.size());
    note.name = term.english;
    for (const model::Place& place : use.places) {
      const Date date = edition_.days[place.day].post().date;
      if (note.days.empty() || note.days.back() != date) note.days.push_back(date);
    }
    note.first_seen = note.days.front();
    const auto& digest = edition_.days[use.places.front().day].annotated.digest;
    note.source = {digest.file, {}, 0};
    note.tags = {date_tag(note.first_seen), "galpi::term"};
    if (std::string tag = domain_tag(term.domain); !tag.empty())
      note.tags.push_back(std::move(tag));
    std::ranges::sort(note.tags);
    return note;
  }

  void fill(Note& note, const Concept& term, const TermExample& example) {
    auto& fields = note.fields;
    fields[term_field::key] = escape_field(term.id);
    fields[term_field::english] = escape_field(term.english);
    fields[term_field::korean] = escape_field(term.korean);
    fields[term_field::abbreviation] = escape_field(joined(term.abbreviations));
    fields[term_field::variants] = escape_field(joined(term.variants));
    const std::string definition = short_definition(term.definition_korean);
    fields[term_field::definition] = escape_field(definition);
    fields[term_field::example] = example.html;
    fields[term_field::example_masked] = example.masked;
    fields[term_field::source] = example.source;
    // It stands beside the source: the day of the example, if there is one.
    fields[term_field::first_seen] =
        format_date(example.html.empty() ? note.first_seen : example.day);
    std::string domain = term.domain;
    std::ranges::replace(domain, '-', ' ');
    const bool domain_tells =
        contains_name(domain, term.english) || contains_name(domain, term.korean);
    if (!domain_tells) fields[term_field::domain] = escape_field(domain);
    if (asks_for_english(note, term, definition)) fields[term_field::korean_to_english] = "1";
  }

  /// Whether the Korean name alone, or with a hint, can only mean this concept.
  bool asks_for_english(Note& note, const Concept& term, const std::string& definition) {
    constexpr std::string_view card = "한국어 → 영어";
    const auto says = [&](std::string_view name) {
      return !has_hangul(name) && contains_name(term.korean, name);
    };
    if (!has_hangul(term.korean) || std::ranges::any_of(names_of(term), says)) {
      reporter_.withheld(note.source, card, term.english, "the Korean name says the English one");
      return false;
    }
    if (is_transliteration(term.korean, term.english)) {
      reporter_.withheld(note.source, card, term.english,
                         "the Korean name is the English one in Hangul");
      return false;
    }
    const Concept* rival = shared_.rival_of(term);
    if (rival == nullptr) return true;
    const bool tells = std::ranges::any_of(names_of(term), [&](std::string_view name) {
      return !has_hangul(name) && contains_name(definition, name);
    });
    const bool differs = definition != short_definition(rival->definition_korean);
    if (definition.empty() || tells || !differs) {
      reporter_.withheld(
          note.source, card, term.english,
          fmt::format("\"{}\" is also \"{}\", and no hint tells them apart",
                      quote_for_message(term.korean), quote_for_message(rival->english)));
      return false;
    }
    note.fields[term_field::hint] = escape_field(definition);
    return true;
  }

  static std::string fault_of(const Concept& term, const Note& note, const TermExample& example) {
    const auto& fields = note.fields;
    if (example.only_as != nullptr) {
      return fmt::format("the posts call it only by a name of \"{}\"",
                         quote_for_message(example.only_as->english));
    }
    if (fields[term_field::english].empty() || fields[term_field::korean].empty()) {
      return "it lacks one of its names";
    }
    if (fields[term_field::definition].empty() && fields[term_field::example].empty()) {
      return "it has neither a short definition nor a sentence that shows it";
    }
    if (text::count_code_points(term.korean) > most_answer ||
        text::count_code_points(term.english) > most_answer) {
      return fmt::format("its name is over {} characters", most_answer);
    }
    const auto stands_in_korean = [&](std::string_view name) {
      return !has_hangul(name) && contains_name(term.korean, name);
    };
    if (std::ranges::any_of(term.abbreviations, stands_in_korean)) {
      return "its Korean name is its English short form";
    }
    if (contains_name(term.english, term.korean)) return "its two names are the same";
    return {};
  }

  const model::Edition& edition_;
  Reporter& reporter_;
  SharedNames shared_;
  std::vector<TermExample> examples_;
};

}  // namespace

std::vector<Note> make_term_notes(const model::Edition& edition, Reporter& reporter) {
  return TermNoteMaker(edition, reporter).make();
}

}  // namespace galpi::exporters::anki
