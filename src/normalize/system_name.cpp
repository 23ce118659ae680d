#include "system_name.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "galpi/text/lanes.hpp"
#include "keys.hpp"

namespace galpi::normalize {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The ASCII that a name is written with. Whole papers are searched for it.
constexpr std::array<bool, 256> make_name_bytes() {
  std::array<bool, 256> bytes{};
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    bytes[letter] = bytes[letter - 'a' + 'A'] = true;
  }
  for (std::size_t digit = '0'; digit <= '9'; ++digit) bytes[digit] = true;
  for (const char c : std::string_view("-+.^_'*&/")) bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}
constexpr std::array<bool, 256> name_bytes = make_name_bytes();

bool is_ascii_name(char c) { return name_bytes[static_cast<unsigned char>(c)]; }

/// What a name is written with, letters beyond ASCII included.
bool is_name_character(char c) { return is_ascii_name(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_coining(char c) { return is_upper(c) || is_digit(c) || c == '+' || c == '^'; }

/// Made up rather than found in a dictionary: a capital or a digit behind the first letter.
bool is_coined(std::string_view word) {
  return word.size() >= 2 && std::any_of(word.begin() + 1, word.end(), is_coining);
}

/// The first character at or after `at` that may make a word a coined one, or the size of `text`.
/// They are rare in Korean.
std::size_t find_coining(std::string_view text, std::size_t at) {
  while (text.size() - at >= sizeof(text::Lanes)) {
    const text::Lanes here = text::load_lanes(text.data() + at);
    const auto found = ((here >= 'A') & (here <= 'Z')) | ((here >= '0') & (here <= '9')) |
                       (here == '+') | (here == '^');
    if (text::any_lane(found)) break;
    at += sizeof(text::Lanes);
  }
  while (at < text.size() && !is_coining(text[at])) ++at;
  return at;
}

/// Words that begin a phrase, not a name.
constexpr std::string_view phrase_words[] = {
    "A",      "An",      "The", "On",  "In",   "Of",     "For",        "From",         "To",
    "Toward", "Towards", "How", "Why", "What", "When",   "Where",      "Which",        "Who",
    "Is",     "Are",     "Can", "Do",  "Does", "Beyond", "Rethinking", "Revisiting",   "Survey",
    "Report", "Review",  "Not", "No",  "More", "Less",   "Position",   "Introduction", "Part",
};

/// Abbreviations that belong to everybody.
constexpr std::string_view common_names[] = {
    "AI",     "ML",    "DL",   "LLM",     "LLMs",  "MLLM",    "MLLMs", "VLM",    "VLMs",
    "LMM",    "LMMs",  "RL",   "NLP",     "GPT",   "RAG",     "GAN",   "GANs",   "CNN",
    "CNNs",   "RNN",   "RNNs", "ViT",     "CLIP",  "BERT",    "LoRA",  "SFT",    "DPO",
    "PPO",    "GRPO",  "RLHF", "RLVR",    "CoT",   "MoE",     "API",   "GPU",    "GPUs",
    "CPU",    "3D",    "2D",   "4D",      "QA",    "VQA",     "OCR",   "TTS",    "ASR",
    "DiT",    "VAE",   "NeRF", "GUI",     "UI",    "KV",      "GPT-4", "GPT-4o", "SOTA",
    "LM",     "LMs",   "VLA",  "VLAs",    "SLM",   "SLMs",    "AGI",   "GNN",    "GNNs",
    "SVM",    "PCA",   "ODE",  "SDE",     "LSTM",  "BiLSTM",  "GRU",   "MLP",    "MLPs",
    "ResNet", "U-Net", "UNet", "XGBoost", "T5",    "Llama",   "LLaMA", "SAM",    "DDPM",
    "DDIM",   "k-NN",  "kNN",  "GPT-3",   "GPT-2", "GPT-3.5", "QLoRA", "AdamW",  "ImageNet",
};

bool is_one_of(std::string_view word, const auto& list) {
  return std::ranges::find(list, word) != std::end(list);
}

enum class Likeness : std::uint8_t { none, plain, coined };

/// `plain` looks like a name only if the text uses it as one.
Likeness likeness_of(std::string_view candidate) {
  const auto words = words_of(candidate);
  if (words.empty() || words.size() > 3 || is_one_of(words.front(), phrase_words)) {
    return Likeness::none;
  }
  bool coined = false;
  for (std::string_view word : words) {
    if (!std::ranges::all_of(word, is_name_character)) return Likeness::none;
    const bool capital = is_upper(word[0]) || is_digit(word[0]) || is_coined(word);
    if (!capital && words.size() > 1) return Likeness::none;
    coined = coined || is_coined(word);
  }
  if (words.size() == 1 && is_one_of(words.front(), common_names)) return Likeness::none;
  const std::string_view last = words.back();
  if (words.size() == 1 && last.ends_with("ing") && !coined) return Likeness::none;
  // `GPT-4o Scaling`, `LLM Agents`: somebody else's name with a word behind it.
  if (words.size() > 1 && is_one_of(words.front(), common_names)) return Likeness::none;
  if (words.size() > 1 && coined && !is_coined(last) && !is_coined(words.front())) {
    return Likeness::plain;
  }
  const bool letters =
      std::ranges::any_of(candidate, [](char c) { return is_upper(c) || is_lower(c); });
  if (!letters) return Likeness::none;
  return coined && words.size() == 1 ? Likeness::coined : Likeness::plain;
}

class PaperText {
 public:
  explicit PaperText(const model::Paper& paper) {
    std::size_t size = 0;
    for (const model::Section& section : paper.sections) size += size_of(section.blocks);
    text_.reserve(size);
    for (const model::Section& section : paper.sections) add(section.blocks);
  }

  const std::string& text() const { return text_; }

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
  static bool is_word(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }

  static std::size_t size_of(const std::vector<model::Block>& blocks) {
    std::size_t size = 0;
    for (const model::Block& block : blocks) {
      size += block.text.size() + 1 + size_of(block.children);
    }
    return size;
  }

  void add(const std::vector<model::Block>& blocks) {
    for (const model::Block& block : blocks) {
      if (!block.text.empty()) text_.append(block.text).append("\n");
      add(block.children);
    }
  }

  std::string text_;
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

constexpr std::string_view nouns[] = {"프레임워크", "모델",     "기법",     "방법론",
                                      "방법",       "벤치마크", "데이터셋", "알고리즘",
                                      "시스템",     "아키텍처", "방식",     "파이프라인"};
constexpr std::string_view verbs[] = {"제안", "개발", "공개", "제시", "구축"};

/// Whether `tail`, the text right behind a name, says that the paper proposes it: `를 제안`, `(…)
/// 프레임워크를 제안`.
bool is_proposed(std::string_view tail) {
  tail = tail.substr(0, 240);
  if (tail.starts_with('(')) {
    const std::size_t close = tail.find(')');
    if (close == std::string_view::npos) return false;
    tail.remove_prefix(close + 1);
  }
  for (std::string_view called : {"이라는 ", "라는 "}) {
    if (tail.starts_with(called)) tail.remove_prefix(called.size() - 1);
  }
  if (tail.starts_with(' ')) {
    tail.remove_prefix(1);
    const auto noun =
        std::ranges::find_if(nouns, [&](auto word) { return tail.starts_with(word); });
    if (noun == std::end(nouns)) return false;
    tail.remove_prefix(noun->size());
  }
  const bool object = tail.starts_with("를 ") || tail.starts_with("을 ");
  if (!object) return false;
  tail.remove_prefix(std::string_view("를 ").size());
  for (std::string_view adverb : {"새롭게 ", "새로 ", "처음으로 "}) {
    if (tail.starts_with(adverb)) tail.remove_prefix(adverb.size());
  }
  return std::ranges::any_of(verbs, [&](auto verb) { return tail.starts_with(verb); });
}

/// The first coined word that the text says it proposes, and uses more than once.
std::optional<std::string> name_in_text(const PaperText& paper) {
  const std::string_view text = paper.text();
  int candidates = 0;  // each is looked for in the whole text
  std::size_t end = 0;
  while (true) {
    const std::size_t coining = find_coining(text, end);
    if (coining == text.size()) return std::nullopt;
    std::size_t start = coining;
    while (start > end && is_ascii_name(text[start - 1])) --start;
    end = coining + 1;
    while (end < text.size() && is_ascii_name(text[end])) ++end;
    const std::string_view word = text.substr(start, end - start);
    if (word.size() <= 40 && is_proposed(text.substr(end)) && is_coined(word) &&
        likeness_of(word) == Likeness::coined) {
      if (paper.count(word, 2) == 2) return std::string(word);
      if (++candidates == 8) return std::nullopt;
    }
  }
}

}  // namespace

std::optional<std::string> system_name_of(const model::Paper& paper) {
  const TitleName title = name_in_title(paper);
  if (title.is_sure) return std::string(title.name);
  const PaperText text(paper);
  if (!title.name.empty() && text.count(title.name, 1) > 0) return std::string(title.name);
  return name_in_text(text);
}

}  // namespace galpi::normalize
