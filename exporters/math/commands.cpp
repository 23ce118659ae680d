// What MathParser makes of commands: each as words.hpp says how it may be used.
#include <algorithm>
#include <utility>

#include "galpi/markup/escape.hpp"
#include "math/parser.hpp"

namespace galpi::exporters::math {
namespace {

/// Words of other dialects by their amsmath name.
std::string_view usual_name(std::string_view name) {
  if (name == "bm") return "boldsymbol";
  if (name == "bold") return "mathbf";
  if (name == "Bbb") return "mathbb";
  if (name == "mathscr") return "mathcal";
  if (name == "mbox" || name == "hbox") return "text";
  return name;
}

}  // namespace

void MathParser::parse_command(std::string& out, unsigned depth) {
  const std::string_view name = peek_command();
  if (name.empty() || depth > most_math_depth) return fail();
  take_command(name);
  if (!is_letter(name.front())) return parse_control_symbol(out, name.front());
  const auto word = math_word(name);
  if (!word.has_value()) return parse_other_word(out, name, depth);
  parse_word(out, usual_name(name), *word, depth);
}

void MathParser::parse_control_symbol(std::string& out, char c) {
  if (std::string_view("{}|,;:!>#%$&_ ").contains(c)) {
    out += '\\';
    out += c;
  } else if (c == '\n' || c == '\t') {
    out += "\\ ";
  } else if (c == '/') {
    return;
  } else {
    fail();
  }
}

void MathParser::parse_other_word(std::string& out, std::string_view name, unsigned depth) {
  if (name != "not") return fail();
  skip_spaces();
  out += "\\not ";
  if (rest_.empty() || at("}") || at("{") || at("&") || at("^") || at("_") || at("'"))
    return fail();
  parse_atom(out, depth + 1);
}

void MathParser::parse_word(std::string& out, std::string_view name, MathWord word,
                            unsigned depth) {
  const auto write_name = [&] {
    out += '\\';
    out += name;
  };
  switch (word) {
    case MathWord::symbol:
    case MathWord::delimiter:
      write_name();
      out += ' ';
      return;
    case MathWord::operation:
      write_name();
      out += ' ';
      skip_spaces();
      for (const std::string_view limits : {"\\limits", "\\nolimits"}) {
        if (peek_command() == limits.substr(1) && take(limits)) out += std::string(limits) + " ";
      }
      return;
    case MathWord::one:
      write_name();
      if (name == "operatorname" && take("*")) out += '*';
      return parse_braced(out, depth);
    case MathWord::two:
      write_name();
      parse_braced(out, depth);
      if (!failed_) parse_braced(out, depth);
      return;
    case MathWord::root:
    case MathWord::arrow:
      write_name();
      parse_optional(out, depth);
      if (!failed_) parse_braced(out, depth);
      return;
    case MathWord::text:
      write_name();
      return parse_text_argument(out);
    case MathWord::letters:
      return parse_letters(out, name);
    case MathWord::big:
      write_name();
      return parse_delimiter(out);
    case MathWord::rows:
      return parse_substack(out, depth);
    case MathWord::left:
      return parse_fence(out, depth);
    case MathWord::begin:
      return parse_environment(out, depth);
    case MathWord::dropped:
      if (name == "label") skip_group();
      return;
    case MathWord::tag:
      take("*");
      out += "\\qquad(";
      out += "\\text";
      parse_text_argument(out);
      out += ')';
      return;
    case MathWord::space:
      skip_group();
      out += "\\quad ";
      return;
    case MathWord::right:
    case MathWord::middle:
    case MathWord::end:
      return fail();
  }
}

void MathParser::parse_optional(std::string& out, unsigned depth) {
  skip_spaces();
  if (!take("[")) return;
  const unsigned outside = std::exchange(in_brackets_, depth + 1);
  out += "[{";
  parse_list(out, depth + 1);
  out += "}]";
  in_brackets_ = outside;
  if (!take("]")) fail();
}

std::optional<std::string_view> MathParser::take_group() {
  skip_spaces();
  if (!take("{")) return std::nullopt;
  std::size_t open = 1;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    if (rest_[i] == '\\') {
      ++i;
    } else if (rest_[i] == '{') {
      ++open;
    } else if (rest_[i] == '}' && --open == 0) {
      const std::string_view group = rest_.substr(0, i);
      rest_.remove_prefix(i + 1);
      return group;
    }
  }
  return std::nullopt;
}

void MathParser::skip_group() {
  if (!take_group()) fail();
}

void MathParser::parse_text_argument(std::string& out) {
  const auto group = take_group();
  if (!group) return fail();
  std::string plain;
  for (std::size_t i = 0; i < group->size(); ++i) {
    const char c = (*group)[i];
    const char next = i + 1 < group->size() ? (*group)[i + 1] : '\0';
    if (c == '{' || c == '}') continue;
    if (c == '\\' && std::string_view("%&_#${} ").contains(next) && next != '\0') {
      plain += next;
      ++i;
    } else {
      plain += c == '~' ? ' ' : c;
    }
  }
  out += '{';
  markup::escape_to(out, plain, markup::Context::latex_text);
  out += '}';
}

void MathParser::parse_letters(std::string& out, std::string_view name) {
  skip_spaces();
  std::string_view inside;
  if (const auto group = take_group()) {
    inside = *group;
  } else if (!rest_.empty() && !at("}")) {
    inside = rest_.substr(0, 1);
    rest_.remove_prefix(1);
  }
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == ' '; };
  if (inside.empty() || !std::ranges::all_of(inside, fits)) return fail();
  const auto is_capital = [](char c) { return is_letter(c) && c < 'a'; };
  out += '\\';
  out += std::ranges::all_of(inside, is_capital) || name == "mathfrak" ? name : "mathbf";
  out += '{';
  out += inside;
  out += '}';
}

void MathParser::parse_delimiter(std::string& out) {
  skip_spaces();
  if (rest_.empty()) return fail();
  const std::string_view name = peek_command();
  if (name.empty()) {
    const char c = rest_.front();
    if (!std::string_view("()[]|/.<>").contains(c)) return fail();
    rest_.remove_prefix(1);
    out += c;
    return;
  }
  const auto word = math_word(name);
  const bool is_delimiter = name == "{" || name == "}" || name == "|" ||
                            word == MathWord::delimiter || name.ends_with("arrow") ||
                            name == "lvert" || name == "rvert" || name == "lVert" ||
                            name == "rVert" || name == "backslash";
  const bool is_vertical = !name.ends_with("arrow") || name.ends_with("uparrow") ||
                           name.ends_with("downarrow") || name.ends_with("Uparrow") ||
                           name.ends_with("Downarrow");
  if (!is_delimiter || !is_vertical || (is_letter(name.front()) && !word)) return fail();
  take_command(name);
  out += '\\';
  out += name;
  out += ' ';
}

void MathParser::parse_fence(std::string& out, unsigned depth) {
  out += "\\left";
  parse_delimiter(out);
  while (!failed_) {
    parse_list(out, depth + 1);
    const std::string_view name = peek_command();
    if (failed_ || (name != "right" && name != "middle")) return fail();
    take_command(name);
    out += '\\';
    out += name;
    parse_delimiter(out);
    if (name == "right") return;
  }
}

void MathParser::parse_substack(std::string& out, unsigned depth) {
  skip_spaces();
  if (!take("{")) return fail();
  const Rows rows = parse_rows(depth + 1);
  if (!take("}") || rows.columns > 1) return fail();
  out += "\\substack{" + rows.written + "}";
}

void MathParser::parse_environment(std::string& out, unsigned depth) {
  if (in_brackets_ > 0) return fail();  // TeX looks for the bracket's end before it reads rows
  const auto name = take_group();
  const auto environment = name ? math_environment(*name) : std::nullopt;
  if (!environment) return fail();
  take("[t]") || take("[b]") || take("[c]");
  std::string columns;
  if (environment->has_columns) {
    const auto wanted = take_group();
    if (!wanted) return fail();
    for (const char c : *wanted) {
      if (c == 'l' || c == 'c' || c == 'r') columns += c;
    }
  }
  const Rows rows = parse_rows(depth + 1);
  if (failed_ || !take("\\end") || take_group() != name) return fail();
  if (environment->written == "cases" && rows.columns > 2) return fail();
  write_environment(out, environment->written, columns, rows);
}

void MathParser::write_environment(std::string& out, std::string_view written, std::string columns,
                                   const Rows& rows) {
  if (written.empty() && rows.count == 1 && rows.columns == 1) {
    out += rows.written;
    return;
  }
  const bool is_aligned = written.empty() || (written == "gathered" && rows.columns > 1);
  const std::string name(is_aligned ? "aligned" : written);
  out += "\\begin{" + name + "}";
  if (name == "array") {
    if (columns.empty()) columns = "rcl";
    while (columns.size() < rows.columns) columns += 'l';
    out += "{" + columns + "}";
  }
  if (name != "array") out += "{}";  // a bracket behind would be read as an option
  out += rows.written;
  out += "\\end{" + name + "}";
}

}  // namespace galpi::exporters::math
