#include "system_name.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "galpi/text/utf8.hpp"
#include "introduced_name.hpp"
#include "keys.hpp"
#include "name_likeness.hpp"

namespace galpi::normalize {
namespace {

class PaperText {
 public:
  explicit PaperText(const model::Paper& paper) {
    std::size_t size = 0;
    for (const model::Section& section : paper.sections) size += size_of(section.blocks);
    text_.reserve(size);
    for (const model::Section& section : paper.sections) {
      const bool is_method = section.kind == model::SectionKind::method;
      if (is_method && method_start_ == std::string::npos) method_start_ = text_.size();
      if (section.kind == model::SectionKind::conclusion) conclusion_start_ = text_.size();
      add(section.blocks);
    }
  }

  const std::string& text() const { return text_; }

  /// Where the description of the method begins; past the end when there is none.
  std::size_t method_start() const { return method_start_; }

  /// What the paper ends with; nothing when it has no conclusion.
  std::string_view conclusion() const {
    return std::string_view(text_).substr(std::min(conclusion_start_, text_.size()));
  }

  /// Whether the goal is to make a data set or a benchmark.
  bool wants_data() const { return wants_data_; }

  /// Whether the text at `at` says why the paper was written: there others propose things.
  bool is_motivation(std::size_t at) const {
    return std::ranges::any_of(
        motivations_, [&](const auto& range) { return range.first <= at && at < range.second; });
  }

  /// How often `name` stands in the text as a word of its own; counting stops at `enough`.
  int count(std::string_view name, int enough) const {
    int found = 0;
    for (std::size_t at = text_.find(name); at != std::string::npos && found < enough;
         at = text_.find(name, at + 1)) {
      const bool starts = at == 0 || !is_word(text_[at - 1]);
      const std::size_t end = at + name.size();
      if (starts && (end == text_.size() || !is_word(text_[end]))) ++found;
    }
    return found;
  }

 private:
  static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  static bool says_data(std::string_view text) {
    constexpr auto words = std::to_array<std::string_view>(
        {"벤치마크", "데이터셋", "데이터 세트", "코퍼스", "말뭉치"});
    return std::ranges::any_of(words, [&](auto word) { return text.contains(word); });
  }

  static std::size_t size_of(const std::vector<model::Block>& blocks) {
    std::size_t size = 0;
    for (const model::Block& block : blocks) {
      size += block.text.size() + 1 + size_of(block.children);
    }
    return size;
  }

  void add(const std::vector<model::Block>& blocks) {
    for (const model::Block& block : blocks) {
      const std::size_t start = text_.size();
      if (!block.text.empty()) text_.append(block.text).append("\n");
      add(block.children);
      if (block.label == "goal") wants_data_ = wants_data_ || says_data(block.text);
      if (block.label == "motivation") motivations_.emplace_back(start, text_.size());
    }
  }

  std::string text_;
  std::size_t method_start_ = std::string::npos;
  std::size_t conclusion_start_ = std::string::npos;
  bool wants_data_ = false;
  std::vector<std::pair<std::size_t, std::size_t>> motivations_;
};

/// `Folded Lantern Memory (FLM)`: the name and its short form.
struct BracketedName {
  std::string_view name;
  std::string_view abbreviation;
};

BracketedName split_bracket(std::string_view candidate) {
  const std::size_t open = candidate.find('(');
  if (open == std::string_view::npos || !candidate.ends_with(')')) return {candidate, {}};
  return {trimmed(candidate.substr(0, open)),
          trimmed(candidate.substr(open + 1, candidate.size() - open - 2))};
}

struct TitleName {
  std::string_view name;
  bool is_sure = false;  ///< else it is a name only if the text uses it
};

TitleName name_in_title(const model::Paper& paper) {
  const std::size_t colon = paper.title.find(':');
  if (colon == std::string::npos || colon + 1 == paper.title.size()) return {};
  std::string_view candidate = trimmed(std::string_view(paper.title).substr(0, colon));
  for (std::string_view tail : {" Technical Report", " technical report"}) {
    if (candidate.ends_with(tail)) candidate.remove_suffix(tail.size());
  }
  const auto [name, abbreviation] = split_bracket(candidate);
  if (!abbreviation.empty() && likeness_of(abbreviation) == Likeness::coined) {
    return {abbreviation, true};
  }
  const Likeness likeness = likeness_of(name);
  if (likeness == Likeness::none) return {};
  return {name, likeness == Likeness::coined};
}

/// Whose name with a number behind it says nothing of the paper: `Qwen3는` opens many methods.
bool is_of_known_family(std::string_view name) {
  constexpr auto families = std::to_array<std::string_view>(
      {"GPT", "Llama", "LLaMA", "LLaVA", "Qwen", "Gemini", "Gemma", "Claude", "Mistral", "Mixtral",
       "DeepSeek", "Phi-", "BERT", "RoBERTa", "T5", "CLIP", "DINO", "SAM", "FLUX"});
  return std::ranges::any_of(families, [&](auto family) { return name.starts_with(family); });
}

/// The name that the text introduces most surely as its paper's own, and uses more than once; the
/// earlier of two.
class NameSearch {
 public:
  explicit NameSearch(const PaperText& paper) : paper_(paper) {}

  std::optional<std::string> run() {
    look_for_coined_words();
    look_for_called_words();
    if (best_.empty()) return std::nullopt;
    return std::string(best_);
  }

 private:
  static constexpr int most_counted = 16;  ///< each is looked for in the whole text
  static constexpr std::size_t longest = 40;

  /// Parts of a method open its description too; what the conclusion speaks of is the whole.
  bool may_open(std::string_view word) const {
    return !is_of_known_family(word) && paper_.conclusion().contains(word);
  }

  /// Twice the introduction's rank. A data set's name gives way to any other of its rank, and to
  /// any at all where the goal is no data set.
  int weight_of(text::ByteRange range, std::string_view word) const {
    const auto introduction = introduction_of(paper_.text(), range, paper_.method_start());
    if (introduction == Introduction::none) return 0;
    if (introduction == Introduction::opens && !may_open(word)) return 0;
    const int weight = 2 * static_cast<int>(introduction);
    if (!is_of_data(word)) return weight;
    return paper_.wants_data() ? weight - 1 : 1;
  }

  void consider(std::size_t start, std::size_t end, Likeness least) {
    const std::string_view word = std::string_view(paper_.text()).substr(start, end - start);
    if (word.size() < 2 || word.size() > longest || counted_ == most_counted) return;
    const int weight =
        weight_of({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, word);
    if (weight <= best_weight_ || paper_.is_motivation(start)) return;
    if (likeness_of(word) < least) return;
    ++counted_;
    if (paper_.count(word, 2) < 2) return;
    best_ = word;
    best_weight_ = weight;
  }

  void look_for_coined_words() {
    const std::string_view text = paper_.text();
    for (std::size_t end = 0; counted_ < most_counted;) {
      const std::size_t coining = find_coining(text, end);
      if (coining == text.size()) return;
      std::size_t start = coining;
      while (start > end && is_ascii_name(text[start - 1])) --start;
      end = coining + 1;
      while (end < text.size() && is_ascii_name(text[end])) ++end;
      // A full stop is written with what names are, but ends none.
      std::size_t word_end = end;
      while (word_end > start && text[word_end - 1] == '.') --word_end;
      while (start < word_end && (text[start] == '\'' || text[start] == '/')) ++start;
      while (word_end > start && text[word_end - 1] == '\'') --word_end;
      if (is_coined(text.substr(start, word_end - start))) {
        consider(start, word_end, Likeness::coined);
      }
    }
  }

  /// `Lamp라는 검색기를 제안`: a word that might be any, but for how it is introduced.
  void look_for_called_words() {
    constexpr std::string_view called = "라는 ";
    const std::string_view text = paper_.text();
    for (std::size_t at = text.find(called);
         at != std::string_view::npos && counted_ < most_counted; at = text.find(called, at + 1)) {
      constexpr std::string_view linking = "이";
      std::size_t end = at;
      if (text.substr(0, end).ends_with(linking)) end -= linking.size();
      std::size_t start = end;
      while (start > 0 && is_ascii_name(text[start - 1])) --start;
      const bool is_capital = start < end && text[start] >= 'A' && text[start] <= 'Z';
      if (is_capital) consider(start, end, Likeness::plain);
    }
  }

  const PaperText& paper_;
  std::string_view best_;
  int best_weight_ = 0;
  int counted_ = 0;
};

bool ends_in_coined_word(std::string_view title) {
  const std::size_t space = title.rfind(' ');
  return is_coined(space == std::string_view::npos ? title : title.substr(space + 1));
}

}  // namespace

std::optional<std::string> system_name_of(const model::Paper& paper) {
  const TitleName title = name_in_title(paper);
  if (title.is_sure) return std::string(title.name);
  const PaperText text(paper);
  if (!title.name.empty() && text.count(title.name, 1) > 0) return std::string(title.name);
  // `Lamp R-CNN` may be the whole title.
  if (likeness_of(paper.title) != Likeness::none && ends_in_coined_word(paper.title) &&
      text.count(paper.title, 1) > 0) {
    return paper.title;
  }
  return NameSearch(text).run();
}

}  // namespace galpi::normalize
