#include "front_matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

/// Words that YAML 1.1 readers take for something else than text.
constexpr std::array<std::string_view, 10> reserved_words = {"true", "false", "yes", "no", "on",
                                                             "off",  "null",  "y",   "n",  "nan"};

/// Whether a tag can stand in `[…]` without quotes: it starts with a letter and holds nothing that
/// means anything to YAML.
bool is_plain_yaml(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  std::size_t offset = 0;
  if (const char32_t first = text::next_code_point(text, offset);
      !text::is_letter_or_digit(first) || (first >= '0' && first <= '9')) {
    return false;
  }
  for (offset = 0; offset < text.size();) {
    const char32_t c = text::next_code_point(text, offset);
    const bool is_plain = text::is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' ||
                          c == '/' || c == ' ' || c == '+';
    if (!is_plain) return false;
  }
  return text.back() != ' ' &&
         std::ranges::find(reserved_words, text::ascii_lower(text)) == reserved_words.end();
}

std::string flow_list(const std::vector<std::string>& values) {
  std::string list = "[";
  for (const std::string& value : values) {
    if (list.size() > 1) list += ", ";
    list += is_plain_yaml(value) ? value : quoted_yaml(value);
  }
  return list + "]";
}

}  // namespace

std::string quoted_yaml(std::string_view text) {
  std::string quoted = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = text::next_code_point(text, i);
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += static_cast<char>(c);
    } else if (c == '\n') {
      quoted += "\\n";
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      quoted += fmt::format("\\x{:02X}", static_cast<unsigned>(c));
    } else if (c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      quoted.append(text.substr(start, i - start));
    }
  }
  return quoted + "\"";
}

std::string post_front_matter(const model::Post& post) {
  std::string date = format_date(post.date);
  if (post.time) date += " " + *post.time;
  return fmt::format("---\nlayout: post\ntitle: {}\ndate: {}\ntags: {}\ncategories: {}\n---\n",
                     quoted_yaml(post.title), date, flow_list(post.tags),
                     flow_list(post.categories));
}

std::string book_front_matter(const model::BookMetadata& metadata) {
  std::string lines = fmt::format("---\nlayout: post\ntitle: {}\n", quoted_yaml(metadata.title));
  if (!metadata.author.empty()) lines += fmt::format("author: {}\n", quoted_yaml(metadata.author));
  if (!metadata.licence.empty())
    lines += fmt::format("rights: {}\n", quoted_yaml(metadata.licence));
  return lines + fmt::format("date: {}\n---\n", format_date(metadata.last));
}

}  // namespace galpi::exporters::markdown
