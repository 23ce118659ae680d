#include "name_likeness.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "galpi/text/lanes.hpp"

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

}  // namespace

bool is_ascii_name(char c) { return name_bytes[static_cast<unsigned char>(c)]; }

bool is_coined(std::string_view word) {
  return word.size() >= 2 && std::any_of(word.begin() + 1, word.end(), is_coining);
}

// They are rare in Korean.
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

}  // namespace galpi::normalize
