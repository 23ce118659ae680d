// Bytes → what stands on cards: whatever a post says, fields hold nothing that Anki would obey, and
// questions, clauses and goals stay within their sentence.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/anki/clauses.hpp"
#include "exporters/anki/field_text.hpp"
#include "exporters/anki/goal_stretch.hpp"
#include "exporters/anki/result_question.hpp"
#include "galpi/text/utf8.hpp"

using namespace galpi;
using namespace galpi::exporters::anki;

namespace {

[[noreturn]] void complain(const char* fault, std::string_view text) {
  std::fprintf(stderr, "%s: %.*s\n", fault, static_cast<int>(text.size()), text.data());
  std::abort();
}

/// A backslash of the text right before a bracket is a delimiter to MathJax, entity or not.
void check_backslashes(std::string_view html) {
  constexpr std::string_view backslash = "&#92;";
  for (std::size_t at = html.find(backslash); at != html.npos; at = html.find(backslash, at + 1)) {
    const std::string_view behind = html.substr(at + backslash.size());
    for (const std::string_view bracket : {"(", ")", "]", "&#91;"}) {
      if (behind.starts_with(bracket)) complain("a formula begins or ends", html);
    }
  }
}

/// What Anki gives meaning to, wherever it stands.
void check_html(std::string_view html) {
  for (const std::string_view meaning : {"{{", "}}", "::", "[sound:", "[latex]", "[$", "\x1f"}) {
    if (html.contains(meaning)) complain("a field says something to Anki", html);
  }
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    bool is_known = false;
    for (const std::string_view tag :
         {"<span>", "</span>", "<code>", "</code>", "<sup>", "</sup>", "<sub>", "</sub>"}) {
      is_known = is_known || html.substr(at).starts_with(tag);
    }
    if (!is_known) complain("an element that is none of ours", html);
  }
  if (text::find_invalid_utf8(html)) complain("a field is no UTF-8", html);
  check_backslashes(html);
}

/// MathJax's delimiters, which only formulas may have, and those in pairs.
void check_formulas(std::string_view html, bool may_have) {
  int open = 0;
  for (std::size_t i = 0; i + 1 < html.size(); ++i) {
    if (html[i] != '\\') continue;
    const char next = html[i + 1];
    if (next == '[' || next == ']') complain("a displayed formula", html);
    if (next == '(' && (!may_have || ++open != 1)) complain("a formula begins", html);
    if (next == ')' && (!may_have || --open != 0)) complain("a formula ends", html);
  }
  if (open != 0) complain("a formula is open", html);
}

void check_range(std::string_view text, text::ByteRange range) {
  if (range.start > range.end || range.end > text.size()) complain("a range beyond", text);
  if (text::find_invalid_utf8(text.substr(0, range.start)) ||
      text::find_invalid_utf8(text.substr(0, range.end))) {
    complain("a range within a character", text);
  }
}

/// A block whose marks are chosen by its first bytes.
model::Block block_of(std::string_view text) {
  using model::MarkType;
  constexpr MarkType types[] = {MarkType::code,        MarkType::math,      MarkType::strong,
                                MarkType::superscript, MarkType::subscript, MarkType::footnote};
  model::Block block;
  block.text = text;
  std::vector<std::uint32_t> bounds;
  for (std::size_t at = 0; at < text.size();) {
    bounds.push_back(static_cast<std::uint32_t>(at));
    text::next_code_point(text, at);
  }
  bounds.push_back(static_cast<std::uint32_t>(text.size()));
  std::size_t at = 0;
  for (const char seed : text.substr(0, 6)) {
    const auto byte = static_cast<unsigned char>(seed);
    const std::size_t start = at + byte % 5;
    const std::size_t end = start + 1 + byte / 16;
    if (end >= bounds.size()) break;
    block.marks.push_back({types[byte % std::size(types)], bounds[start], bounds[end], {}});
    at = end;
  }
  return block;
}

void check_sentence(std::string_view text) {
  for (const Clause& clause : clauses_of(text)) {
    check_range(text, clause.range);
    if (text::find_invalid_utf8(clause.ending)) complain("an ending is no UTF-8", text);
  }
  const GoalStretch goal = goal_stretch(text);
  check_range(text, goal.range);
  if (text::find_invalid_utf8(goal.ending)) complain("an ending is no UTF-8", text);
  for (const ResultContext& context :
       {ResultContext{"LAMP", "LAMP: 2.5 Lights"}, ResultContext{"", "A Dark Bench"}}) {
    const auto asked = ask_result(text, context);
    if (!asked) continue;
    check_range(text, asked->clause.range);
    check_range(text, asked->answer);
    const std::string_view clause =
        text.substr(asked->clause.range.start, asked->clause.range.end - asked->clause.range.start);
    const bool is_within = asked->answer.start >= asked->clause.range.start &&
                           asked->answer.end <= asked->clause.range.end &&
                           asked->answer.start < asked->answer.end;
    if (!is_within) complain("an answer beside its clause", text);
    if (text::count_code_points(clause) > 120) complain("a long front", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text::find_invalid_utf8(text)) return 0;
  const std::string field = escape_field(text);
  check_html(field);
  check_formulas(field, false);
  // What Anki shows is the text, its white space and what cannot be seen aside.
  if (escape_field(plain_field(field)) != field) complain("a field changes", field);
  const model::Block block = block_of(text);
  const std::string html = render_stretch(block, {0, static_cast<std::uint32_t>(size)});
  check_html(html);
  const std::string formula = formula_field(text);
  check_html(formula);
  check_formulas(formula, true);
  check_sentence(text);
  return 0;
}
