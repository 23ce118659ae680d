#include "math_scan.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The next `mark` at or after `from` that no backslash escapes.
std::size_t find_unescaped(std::string_view text, std::string_view mark, std::size_t from) {
  const char stops[] = {mark[0], '\\'};
  for (std::size_t at = from; (at = text.find_first_of(std::string_view(stops, 2), at)) != npos;) {
    if (text.substr(at).starts_with(mark)) return at;
    at += text[at] == '\\' ? 2 : 1;
  }
  return npos;
}

/// Hangul inside braces (\text{손실}) is fine in a formula; outside them it is prose.
bool has_bare_hangul(std::string_view inner) {
  int depth = 0;
  for (std::size_t i = 0; i < inner.size();) {
    const char32_t c = text::next_code_point(inner, i);
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if (depth <= 0 && text::is_hangul(c)) return true;
  }
  return false;
}

/// `$5짜리 … 7$`: money with prose between, not a formula.
bool is_money(std::string_view inner) { return is_digit(inner[0]) && has_bare_hangul(inner); }

/// `\[1\]` and `\(주\)` are brackets that an author escaped.
bool is_escaped_bracket(std::string_view inner, std::string_view after, bool displayed) {
  const bool tex_signs = inner.find_first_of("\\^_={<>+|") != npos;
  return has_bare_hangul(inner) || (displayed && (!tex_signs || after.starts_with('(')));
}

/// MathJax takes these for formulas wherever they stand, with or without dollar signs.
constexpr std::string_view environments[] = {
    "equation", "align",    "gather", "multline", "eqnarray", "alignat", "flalign", "split",
    "aligned",  "gathered", "cases",  "array",    "matrix",   "pmatrix", "bmatrix", "vmatrix"};

constexpr std::string_view begin_mark = "\\begin{";

/// What is longer is a forgotten `\end`: a bound on the search.
constexpr std::size_t longest_environment = 20'000;

}  // namespace

std::string environment_end(std::string_view text) {
  if (!text.starts_with(begin_mark)) return {};
  const std::string_view rest = text.substr(begin_mark.size());
  const std::string_view name =
      rest.substr(0, rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  const std::string_view star = rest.substr(name.size()).starts_with('*') ? "*" : "";
  const bool is_known = std::ranges::find(environments, name) != std::end(environments) &&
                        rest.substr(name.size() + star.size()).starts_with('}');
  if (!is_known) return {};
  return "\\end{" + std::string(name) + std::string(star) + "}";
}

std::optional<MathSpan> MathScanner::find(std::size_t at) {
  if (text_[at] == '\\') return bracketed(at);
  return text_.substr(at).starts_with("$$") ? dollars(at) : single_dollar(at);
}

std::optional<MathSpan> MathScanner::delimited(std::size_t at, std::string_view open,
                                               std::string_view close, bool displayed,
                                               std::size_t& none_after) const {
  const std::size_t begin = at + open.size();
  if (begin >= none_after) return std::nullopt;
  const std::size_t end = find_unescaped(text_, close, begin);
  if (end == npos) {
    none_after = begin;
    return std::nullopt;
  }
  const std::string_view inner = text_.substr(begin, end - begin);
  if (inner.find_first_not_of(" \t\n") == npos) return std::nullopt;
  return MathSpan{end + close.size(), begin, end, displayed};
}

std::optional<MathSpan> MathScanner::dollars(std::size_t at) {
  return delimited(at, "$$", "$$", true, no_double_dollar_);
}

std::optional<MathSpan> MathScanner::bracketed(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with(begin_mark)) return environment(at);
  const bool displayed = rest.starts_with("\\[");
  if (displayed || rest.starts_with("\\(")) {
    const auto span = displayed ? delimited(at, "\\[", "\\]", true, no_bracket_[1])
                                : delimited(at, "\\(", "\\)", false, no_bracket_[0]);
    if (!span) return std::nullopt;
    const std::string_view inner =
        text_.substr(span->inner_begin, span->inner_end - span->inner_begin);
    return is_escaped_bracket(inner, text_.substr(span->end), displayed) ? std::nullopt : span;
  }
  if (rest.starts_with("\\\\(")) return delimited(at, "\\\\(", "\\\\)", false, no_bracket_[2]);
  if (rest.starts_with("\\\\[")) return delimited(at, "\\\\[", "\\\\]", true, no_bracket_[3]);
  return std::nullopt;
}

std::optional<MathSpan> MathScanner::environment(std::size_t at) const {
  const std::string_view rest = text_.substr(at, longest_environment);
  const std::string mark = environment_end(rest);
  if (mark.empty()) return std::nullopt;
  const std::size_t end = rest.find(mark);
  if (end == npos) return std::nullopt;
  return MathSpan{at + end + mark.size(), at, at + end + mark.size(), true};
}

std::optional<MathSpan> MathScanner::single_dollar(std::size_t at) {
  if (text_.substr(at).starts_with("$`")) {  // GitHub
    return delimited(at, "$`", "`$", false, no_backtick_dollar_);
  }
  const std::size_t begin = at + 1;
  if (begin >= text_.size() || is_space(text_[begin]) || begin >= no_dollar_) return std::nullopt;
  for (std::size_t i = begin; i < text_.size(); ++i) {
    const char c = text_[i];
    if (c == '\\') {
      ++i;
    } else if (c == '`' || (c == ']' && text_.substr(i).starts_with("]("))) {
      return std::nullopt;  // a formula holds no code and crosses no link
    } else if (c == '$') {
      if (i == begin || is_space(text_[i - 1])) return std::nullopt;
      if (i + 1 < text_.size() && (is_digit(text_[i + 1]) || text_[i + 1] == '$'))
        return std::nullopt;
      const std::string_view inner = text_.substr(begin, i - begin);
      if (is_money(inner)) return std::nullopt;
      return MathSpan{i + 1, begin, i, false};
    }
  }
  no_dollar_ = begin;
  return std::nullopt;
}

}  // namespace galpi::ingest
