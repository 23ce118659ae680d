#include "post_name.hpp"

#include <algorithm>
#include <array>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

std::string_view last_component(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view without_extension(std::string_view name) {
  return is_markdown_name(name) ? name.substr(0, name.rfind('.')) : name;
}

}  // namespace

bool is_markdown_name(std::string_view name) {
  static constexpr std::array<std::string_view, 5> extensions = {"md", "markdown", "mkd", "mkdn",
                                                                 "mkdown"};
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return std::ranges::find(extensions, text::ascii_lower(name.substr(dot + 1))) != extensions.end();
}

std::optional<PostName> parse_post_name(std::string_view path) {
  const std::string_view name = last_component(path);
  if (!is_markdown_name(name)) return std::nullopt;
  const std::string_view stem = without_extension(name);
  const auto date = parse_date(stem.substr(0, 10));
  if (!date || stem.size() < 12 || stem[10] != '-') return std::nullopt;
  return PostName{*date, std::string(stem.substr(11))};
}

std::string title_from_path(std::string_view path) {
  const auto name = parse_post_name(path);
  std::string title(name ? std::string_view(name->slug) : without_extension(last_component(path)));
  bool at_word = true;
  for (char& c : title) {
    if (c == '-') c = ' ';
    if (at_word && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    at_word = c == ' ';
  }
  return title;
}

}  // namespace galpi::ingest
