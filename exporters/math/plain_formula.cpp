#include "math/plain_formula.hpp"

#include <algorithm>
#include <cstddef>

#include "math/words.hpp"

namespace galpi::exporters::math {
namespace {

/// TeX nests groups 255 deep at most; no formula that people read comes near.
constexpr std::size_t most_depth = 40;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t word_length(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(text, is_letter);
  return static_cast<std::size_t>(end - text.begin());
}

class Reader {
 public:
  explicit Reader(std::string_view tex) : rest_(tex) {}

  bool is_plain() {
    while (is_plain_ && !rest_.empty()) {
      const char c = rest_.front();
      const bool is_code = c == '^' && rest_.substr(1).starts_with('^');
      if (c == '$' || c == '%' || is_code) return false;
      if (c == '{' && ++depth_ > most_depth) return false;
      if (c == '}' && depth_-- == 0) return false;
      rest_.remove_prefix(1);
      if (c == '\\') read_command();
    }
    return is_plain_ && depth_ == 0 && environments_ == 0;
  }

 private:
  void read_command() {
    const std::string_view word = rest_.substr(0, word_length(rest_));
    if (word.empty()) return read_symbol();
    rest_.remove_prefix(word.size());
    const auto known = math_word(word);
    if (known == MathWord::begin || known == MathWord::end) {
      return read_environment(known == MathWord::begin);
    }
    const bool is_modifier = word == "limits" || word == "nolimits" || word == "not";
    if (!is_modifier && !known) is_plain_ = false;
  }

  /// `\(` and its like belong to whoever set the formula, accents to text.
  void read_symbol() {
    is_plain_ = !rest_.empty() && std::string_view("\\{}|,;:!>#%$&_ \n").contains(rest_.front());
    if (is_plain_) rest_.remove_prefix(1);
  }

  void read_environment(bool is_begin) {
    const std::size_t close = rest_.find('}');
    if (!rest_.starts_with('{') || close == std::string_view::npos) {
      is_plain_ = false;
      return;
    }
    std::string_view name = rest_.substr(1, close - 1);
    if (name.ends_with('*')) name.remove_suffix(1);
    rest_.remove_prefix(close + 1);
    is_plain_ = math_environment(name).has_value() && (is_begin || environments_ > 0);
    environments_ += is_begin ? 1 : -1;
  }

  std::string_view rest_;
  bool is_plain_ = true;
  std::size_t depth_ = 0;
  int environments_ = 0;
};

}  // namespace

bool is_plain_formula(std::string_view tex) {
  // An empty line is the end of a paragraph, which no formula survives.
  return !tex.contains("\n\n") && Reader(tex).is_plain();
}

}  // namespace galpi::exporters::math
