#include "tex.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace galpi::exporters::pandoc {
namespace {

// Sorted. TeX's primitives and LaTeX's commands with an effect beyond the formula; those of which
// only the beginning is given have many endings.
constexpr std::array<std::string_view, 47> active_words{"AtBeginDocument",
                                                        "AtEndDocument",
                                                        "InputIfFileExists",
                                                        "RequirePackage",
                                                        "advance",
                                                        "afterassignment",
                                                        "aftergroup",
                                                        "batchmode",
                                                        "catcode",
                                                        "chardef",
                                                        "closein",
                                                        "closeout",
                                                        "countdef",
                                                        "csname",
                                                        "def",
                                                        "directlua",
                                                        "edef",
                                                        "endcsname",
                                                        "endgroup",
                                                        "endinput",
                                                        "everymath",
                                                        "expandafter",
                                                        "expanded",
                                                        "futurelet",
                                                        "gdef",
                                                        "global",
                                                        "href",
                                                        "immediate",
                                                        "include",
                                                        "includegraphics",
                                                        "input",
                                                        "jobname",
                                                        "latelua",
                                                        "let",
                                                        "loop",
                                                        "meaning",
                                                        "openin",
                                                        "openout",
                                                        "par",
                                                        "read",
                                                        "scantokens",
                                                        "special",
                                                        "the",
                                                        "url",
                                                        "verb",
                                                        "write",
                                                        "xdef"};
static_assert(std::ranges::is_sorted(active_words));

constexpr std::array<std::string_view, 14> active_beginnings{
    "DeclareMath", "NewDocument", "Provide", "latex", "lst",   "lua",        "newcommand",
    "newenv",      "pdf",         "provide", "renew", "shell", "usepackage", "write"};

/// Environments that end the formula, or whose text is no TeX.
constexpr std::array<std::string_view, 6> foreign_environments{
    "document", "filecontents", "lstlisting", "minted", "verbatim", "comment"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_active(std::string_view word) {
  return std::ranges::binary_search(active_words, word) ||
         std::ranges::any_of(active_beginnings, [&](std::string_view beginning) {
           return word.starts_with(beginning);
         });
}

/// `{name}` or `{name*}` at the start of `rest`.
bool is_foreign_environment(std::string_view rest) {
  return std::ranges::any_of(foreign_environments, [&](std::string_view name) {
    return rest.starts_with('{') && rest.substr(1).starts_with(name);
  });
}

std::size_t word_length(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(text, is_letter);
  return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

bool is_plain_formula(std::string_view tex) {
  if (tex.contains("\n\n")) return false;  // the end of a paragraph, which no formula survives
  std::size_t depth = 0;
  std::size_t environments = 0;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    switch (tex[i]) {
      case '\\': {
        const std::string_view word = tex.substr(i + 1, word_length(tex.substr(i + 1)));
        if (is_active(word) || i + 1 == tex.size()) return false;
        const char next = tex[i + 1];
        if (next == ')' || next == ']' || next == '(' || next == '[') return false;
        if (word == "begin" || word == "end") {
          if (is_foreign_environment(tex.substr(i + 1 + word.size()))) return false;
          if (word == "end" && environments == 0) return false;
          environments = word == "begin" ? environments + 1 : environments - 1;
        }
        i += std::max<std::size_t>(word.size(), 1);
        break;
      }
      case '{':
        ++depth;
        break;
      case '}':
        if (depth == 0) return false;
        --depth;
        break;
      case '$':
      case '%':
        return false;
      case '^':
        if (tex.substr(i + 1).starts_with('^')) return false;
        break;
      default:
        break;
    }
  }
  return depth == 0 && environments == 0;
}

}  // namespace galpi::exporters::pandoc
