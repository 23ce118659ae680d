#include <algorithm>
#include <optional>
#include <utility>

#include "field_text.hpp"
#include "metric_numbers.hpp"
#include "names.hpp"
#include "note_types.hpp"
#include "notes_of_edition.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t most_clause = 120;  ///< code points
constexpr std::size_t most_numbers = 2;   ///< more are a list, and lists are not learned

/// A clause that can stand as a sentence: the whole one, or its beginning up to a connective of
/// the past tense (`…했으며,` `…였고,`), which then ends in `다.`
struct Clause {
  text::ByteRange range;
  std::string_view ending;
};

/// The syllable before byte `end` has the final consonant ㅆ: a past tense's stem.
bool is_past_stem(std::string_view text, std::size_t end) {
  constexpr std::uint32_t ssang_siot = 20;
  if (end == 0) return false;
  const char32_t c = text::previous_code_point(text, end);
  return text::is_hangul_syllable(c) && text::final_consonant(c) == ssang_siot;
}

std::optional<Clause> clause_of(const BookSentence& sentence) {
  const std::string_view text = sentence.text();
  if (is_whole(text) && text::count_code_points(text) <= most_clause) {
    return Clause{sentence.range, {}};
  }
  std::optional<Clause> longest;
  for (const std::string_view connective : {"으며,", "고,"}) {
    for (std::size_t at = text.find(connective); at != std::string_view::npos;
         at = text.find(connective, at + 1)) {
      if (!is_past_stem(text, at)) continue;
      if (text::count_code_points(text.substr(0, at)) + 2 > most_clause) continue;
      const auto end = sentence.range.start + static_cast<std::uint32_t>(at);
      if (!longest || longest->range.end < end)
        longest = Clause{{sentence.range.start, end}, "다."};
    }
  }
  return longest;
}

/// The Latin names of a text that are no metrics and not the system's own: benchmarks and models.
bool names_benchmark(std::string_view text, std::string_view system) {
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    i = end + 1;
    if (word.size() < 3 || is_metric_word(word) || contains_name(system, word)) continue;
    const auto capitals = std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool has_digit = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
    const bool is_name = capitals >= 2 || (capitals == 1 && (has_digit || word.contains('-')));
    if (is_name && !find_name(system, word).empty()) continue;
    if (is_name) return true;
  }
  return text.contains("벤치마크") || text.contains("데이터셋");
}

/// Whether the text has the system's name, perhaps written a little differently (`X^2Net`,
/// `X2Net`).
bool says_name(std::string_view text, std::string_view system) {
  const auto letters = [](std::string_view name) {
    std::string plain = squeezed(name);
    std::erase_if(plain, [](char c) { return std::string_view("^_{}$+").contains(c); });
    return plain;
  };
  return letters(text).contains(letters(system));
}

/// What a sentence without the paper's name says itself that it is about: a Latin name as its topic
/// (`LAMP는`); empty when there is none.
std::string_view topic_of(std::string_view text) {
  constexpr auto least_capitals = 2;
  for (const std::string_view particle : {"는 ", "은 "}) {
    for (std::size_t at = text.find(particle); at != std::string_view::npos;
         at = text.find(particle, at + 1)) {
      std::size_t start = at;
      while (start > 0 && static_cast<unsigned char>(text[start - 1]) < 0x80 &&
             !std::string_view(" ,)").contains(text[start - 1])) {
        --start;
      }
      const std::string_view name = text.substr(start, at - start);
      const auto capitals =
          std::ranges::count_if(name, [](char c) { return c >= 'A' && c <= 'Z'; });
      if (capitals >= least_capitals) return name;
    }
  }
  return {};
}

/// The number to ask for: the value something came to, else the only one.
const MetricNumber* number_to_ask(const std::vector<MetricNumber>& numbers) {
  if (numbers.empty() || numbers.size() > most_numbers) return nullptr;
  if (std::ranges::any_of(numbers, &MetricNumber::is_size)) return nullptr;
  if (numbers.size() == 1) return numbers.front().is_before ? nullptr : &numbers.front();
  if (numbers[0].is_before != numbers[1].is_before) {
    return numbers[0].is_before ? &numbers[1] : &numbers[0];
  }
  if (numbers[0].is_change == numbers[1].is_change) return nullptr;  // two of a kind: which one?
  return numbers[0].is_change ? &numbers[1] : &numbers[0];
}

/// Sentences that lean on one another, or list what belongs together.
bool leans(std::string_view text) {
  for (const std::string_view word :
       {"각각", "이러한", "해당 ", "이를 ", "이는 ", "그 결과", "또한 "}) {
    if (text.starts_with(word) || (word == "각각" && text.contains(word))) return true;
  }
  return false;
}

std::optional<Note> make_note(const BookSentence& sentence, const model::Paper& paper,
                              model::Languages languages) {
  const auto clause = clause_of(sentence);
  if (!clause) return std::nullopt;
  const std::string system = paper.system.value_or(std::string());
  const model::Block& block = *sentence.block;
  const std::string_view text =
      std::string_view(block.text)
          .substr(clause->range.start, clause->range.end - clause->range.start);
  const std::string_view subject = system.empty() ? topic_of(text) : system;
  if (subject.empty() || leans(text) || !names_metric(text) || !names_benchmark(text, subject)) {
    return std::nullopt;
  }
  const auto numbers = find_metric_numbers(text);
  const MetricNumber* const asked = number_to_ask(numbers);
  if (asked == nullptr) return std::nullopt;
  const text::ByteRange range = {clause->range.start + asked->range.start,
                                 clause->range.start + asked->range.end};
  if (touches_atom(block, range)) return std::nullopt;
  const std::string_view answer =
      text.substr(asked->range.start, asked->range.end - asked->range.start);
  const std::string_view behind = text.substr(asked->range.end);
  const bool is_told = text.substr(0, asked->range.start).contains(answer) ||
                       behind.contains(answer) || system.contains(answer);
  if (is_told) return std::nullopt;

  Note note;
  note.kind = FlashcardKind::cloze;
  note.fields.resize(cloze_field::count);
  const Replacement blank = {range, "{{c1::" + escape_field(answer) + "}}"};
  std::string shown;
  if (!says_name(text, system)) {
    shown = fmt::format(R"(<span class="name" lang="en">{}</span> — )", escape_field(system));
  }
  shown += render_stretch(block, clause->range, {&blank, 1});
  shown += clause->ending;
  note.fields[cloze_field::text] = std::move(shown);
  std::string extra;
  if (!clause->ending.empty()) extra = render_stretch(block, sentence.range);
  if (languages != model::Languages::korean && !sentence.translation.empty()) {
    if (!extra.empty()) extra += "<br>";
    extra += R"(<span lang="en">)" + escape_field(sentence.translation) + "</span>";
  }
  note.fields[cloze_field::extra] = std::move(extra);
  return note;
}

class ClozeNoteMaker {
 public:
  ClozeNoteMaker(const model::Edition& edition, model::Languages languages)
      : edition_(edition), languages_(languages) {}

  std::optional<Note> make(const model::Work& work) const {
    for (const model::Place& place : work.appearances) {
      const model::BilingualDigest& day = edition_.days[place.day];
      const model::Paper& paper = day.post().papers[place.paper];
      std::optional<Note> note;
      for (const model::Section& section : paper.sections) {
        if (section.kind != model::SectionKind::results) continue;
        for_each_sentence(day, place, &paper, section, [&](const BookSentence& sentence) {
          if (!note) note = make_note(sentence, paper, languages_);
        });
      }
      if (!note) continue;
      finish(*note, work, day, paper);
      return note;
    }
    return std::nullopt;
  }

 private:
  static void finish(Note& note, const model::Work& work, const model::BilingualDigest& day,
                     const model::Paper& paper) {
    const std::string key =
        (paper.arxiv ? paper.arxiv->id : work.identity) + std::string("#result");
    note.guid = guid_of(note.kind, key);
    note.first_seen = day.post().date;
    note.days = {note.first_seen};
    note.name = paper.title;
    note.source = {day.annotated.digest.file, paper.at, 0};
    note.tags = {date_tag(note.first_seen), "galpi::result"};
    note.ordinals = {0};
    auto& fields = note.fields;
    fields[cloze_field::key] = escape_field(key);
    fields[cloze_field::source] = paper_link(paper);
    fields[cloze_field::first_seen] = format_date(note.first_seen);
    fields[cloze_field::kind] = "result";
  }

  const model::Edition& edition_;
  model::Languages languages_;
};

}  // namespace

std::vector<Note> make_cloze_notes(const model::Edition& edition, model::Languages languages) {
  const ClozeNoteMaker maker(edition, languages);
  std::vector<Note> notes;
  for (const model::Work& work : edition.works) {
    if (auto note = maker.make(work)) notes.push_back(*std::move(note));
  }
  return notes;
}

}  // namespace galpi::exporters::anki
