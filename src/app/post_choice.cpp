#include "post_choice.hpp"

#include <optional>

namespace galpi::app {
namespace {

/// The date at the start of the file name, if it is a post name.
std::optional<Date> date_in_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return name.size() < 10 ? std::nullopt : parse_date(name.substr(0, 10));
}

}  // namespace

bool is_in_range_by_name(std::string_view path, const DateRange& range) {
  const auto date = date_in_name(path);
  return !date || range.contains(*date);
}

}  // namespace galpi::app
