#include "formula_words.hpp"

#include <assets.hpp>

namespace galpi::exporters::anki {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_known_word(std::string_view word) {
  const std::string_view words = assets::formula_words_txt;
  const auto parts = [&](std::size_t i) { return i >= words.size() || !is_letter(words[i]); };
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    if ((at == 0 || parts(at - 1)) && parts(at + word.size())) return true;
  }
  return false;
}

}  // namespace

bool is_plain_formula(std::string_view tex) {
  int depth = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (tex[i] == '{') ++depth;
    if (tex[i] == '}' && --depth < 0) return false;
    if (tex[i] == '%' || tex[i] == '$') return false;
    if (tex[i] != '\\') continue;
    std::size_t end = i + 1;
    while (end < tex.size() && is_letter(tex[end])) ++end;
    if (end == i + 1) {
      // \, \; \| \{ and the like; \( \) \[ \] are MathJax's own, \\ has nothing to break here.
      if (end == tex.size() || !std::string_view(",;:!|{}%#& _").contains(tex[end])) return false;
      i = end;
    } else if (!is_known_word(tex.substr(i + 1, end - i - 1))) {
      return false;
    } else {
      i = end - 1;
    }
  }
  return depth == 0 && !tex.empty();
}

}  // namespace galpi::exporters::anki
