#include "math/safe_math.hpp"

#include <algorithm>
#include <utility>

#include "galpi/markup/escape.hpp"
#include "galpi/text/utf8.hpp"
#include "math/parser.hpp"

namespace galpi::exporters::math {
namespace {

constexpr std::size_t most_bytes = 8'000;
// TeX cannot make a row narrower that is wider than about 8,000 pt; a letter takes up to 11 pt.
constexpr std::size_t most_bytes_of_row = 700;
constexpr std::size_t most_columns = 32;

bool has_longer_row(std::string_view tex) {
  for (;;) {
    const std::size_t end = tex.find("\\\\");
    if (std::min(end, tex.size()) > most_bytes_of_row) return true;
    if (end == std::string_view::npos) return false;
    tex.remove_prefix(end + 2);
  }
}

}  // namespace

std::optional<std::string> MathParser::parse() {
  if (rest_.size() > most_bytes || has_longer_row(rest_)) return std::nullopt;
  Rows rows = parse_rows(0);
  if (failed_ || !rest_.empty()) return std::nullopt;
  if (rows.count == 1 && rows.columns == 1) return std::move(rows.written);
  return "\\begin{aligned}{}" + rows.written + "\\end{aligned}";
}

bool MathParser::take(std::string_view what) {
  if (!at(what)) return false;
  rest_.remove_prefix(what.size());
  return true;
}

void MathParser::skip_spaces() {
  while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n' ||
                            rest_.front() == '\t' || rest_.front() == '\r')) {
    rest_.remove_prefix(1);
  }
}

std::string_view MathParser::peek_command() const {
  if (rest_.size() < 2 || rest_.front() != '\\') return {};
  std::size_t length = 1;
  while (1 + length < rest_.size() && is_letter(rest_[1]) && is_letter(rest_[1 + length])) {
    ++length;
  }
  const bool is_ascii = static_cast<unsigned char>(rest_[1]) < 0x80;
  return is_ascii ? rest_.substr(1, length) : std::string_view();
}

MathParser::Rows MathParser::parse_rows(unsigned depth) {
  Rows rows;
  std::size_t columns = 1;
  while (!failed_) {
    parse_list(rows.written, depth);
    if (take("&")) {
      rows.written += " & ";
      rows.columns = std::max(rows.columns, ++columns);
      if (columns > most_columns) fail();
    } else if (at("\\\\") || peek_command() == "cr") {
      take_command(peek_command());
      take("*");
      skip_row_distance();
      columns = 1;
      ++rows.count;
      rows.written += " \\\\{} ";  // so that a bracket behind is no distance
    } else {
      break;
    }
  }
  return rows;
}

void MathParser::skip_row_distance() {
  if (!at("[")) return;
  const std::size_t close = rest_.substr(0, 16).find(']');
  if (close == std::string_view::npos) return;
  const std::string_view inside = rest_.substr(1, close - 1);
  if (inside.empty() ||
      !(is_digit(inside.front()) || inside.front() == '-' || inside.front() == '.')) {
    return;
  }
  rest_.remove_prefix(close + 1);
}

void MathParser::parse_list(std::string& out, unsigned depth) {
  if (depth > most_math_depth) return fail();
  while (!failed_) {
    skip_spaces();
    if (rest_.empty() || at("}") || at("&") || at("\\\\")) return;
    const std::string_view command = peek_command();
    if (command == "right" || command == "end" || command == "middle" || command == "cr") return;
    if (in_brackets_ > 0 && depth == in_brackets_ && at("]")) return;
    const std::size_t before = out.size();
    if (!at("^") && !at("_") && !at("'")) {
      parse_atom(out, depth);
    } else {
      out += "{}";
    }
    if (failed_) return;
    if (out.size() == before) out += "{}";  // what was left out may have had scripts
    parse_scripts(out, depth);
    if (out.size() > before && out.back() != ' ') out += ' ';
  }
}

void MathParser::parse_scripts(std::string& out, unsigned depth) {
  bool has_above = false;
  bool has_below = false;
  for (;;) {
    skip_spaces();
    if (at("'")) {
      if (has_above) return fail();
      has_above = true;
      out += "^{";
      while (take("'")) out += "\\prime ";
      skip_spaces();
      if (take("^")) parse_argument(out, depth);
      out += '}';
    } else if (take("^")) {
      if (std::exchange(has_above, true)) return fail();
      out += '^';
      parse_braced(out, depth);
    } else if (take("_")) {
      if (std::exchange(has_below, true)) return fail();
      out += '_';
      parse_braced(out, depth);
    } else {
      return;
    }
    if (failed_) return;
  }
}

void MathParser::parse_braced(std::string& out, unsigned depth) {
  out += '{';
  parse_argument(out, depth);
  out += '}';
}

void MathParser::parse_argument(std::string& out, unsigned depth) {
  skip_spaces();
  if (take("{")) {
    parse_list(out, depth + 1);
    if (!take("}")) fail();
    return;
  }
  if (rest_.empty() || at("}") || at("&") || at("^") || at("_") || at("'")) return fail();
  if (depth + 1 > most_math_depth) return fail();
  parse_atom(out, depth + 1);
}

void MathParser::parse_atom(std::string& out, unsigned depth) {
  if (take("{")) {
    out += '{';
    parse_list(out, depth + 1);
    if (!take("}")) return fail();
    out += '}';
    return;
  }
  if (at("\\")) return parse_command(out, depth);
  const char c = rest_.front();
  if (static_cast<unsigned char>(c) >= 0x80) return parse_text_run(out);
  rest_.remove_prefix(1);
  if (c == '#' || c == '%' || c == '$') {
    out += '\\';
    out += c;
  } else if (c == '~') {
    out += "\\ ";
  } else if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) {
    out += c;
  }
}

void MathParser::parse_text_run(std::string& out) {
  std::size_t offset = 0;
  const char32_t first = text::next_code_point(rest_, offset);
  if (const std::string_view symbol = math_character(first); !symbol.empty()) {
    rest_.remove_prefix(offset);
    out += symbol;
    out += ' ';
    return;
  }
  std::size_t end = offset;
  while (end < rest_.size() && static_cast<unsigned char>(rest_[end]) >= 0x80) {
    std::size_t next = end;
    if (!math_character(text::next_code_point(rest_, next)).empty()) break;
    end = next;
  }
  write_text(out, rest_.substr(0, end));
  rest_.remove_prefix(end);
}

void MathParser::write_text(std::string& out, std::string_view text) {
  out += "\\text{";
  markup::escape_to(out, text, markup::Context::latex_text);
  out += '}';
}

std::optional<std::string> safe_math(std::string_view tex) { return MathParser(tex).parse(); }

}  // namespace galpi::exporters::math
