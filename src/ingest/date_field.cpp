#include "date_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace galpi::ingest {
namespace {

/// Reads digits and separators from the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  std::optional<unsigned> number(std::size_t least, std::size_t most) {
    std::size_t length = 0;
    unsigned value = 0;
    while (length < most && length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9') {
      value = value * 10 + static_cast<unsigned>(rest_[length] - '0');
      ++length;
    }
    if (length < least) return std::nullopt;
    rest_.remove_prefix(length);
    return value;
  }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_any(std::string_view characters) {
    if (rest_.empty() || !characters.contains(rest_.front())) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_spaces() {
    while (take_any(" \t")) {
    }
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

std::optional<std::string> read_time(Scanner& scanner) {
  const auto hour = scanner.number(1, 2);
  if (!hour || !scanner.take(':')) return std::nullopt;
  const auto minute = scanner.number(2, 2);
  if (!minute) return std::nullopt;
  unsigned second = 0;
  if (scanner.take(':')) {
    const auto seconds = scanner.number(2, 2);
    if (!seconds) return std::nullopt;
    second = *seconds;
    if (scanner.take('.')) scanner.number(0, 9);
  }
  if (*hour > 23 || *minute > 59 || second > 60) return std::nullopt;
  return fmt::format("{:02}:{:02}:{:02}", *hour, *minute, second);
}

/// `Z`, `UTC`, `KST`, `+0900`, `+09:00`, `-9`.
bool is_zone(std::string_view text) {
  if (text.empty()) return true;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() <= 5 && std::ranges::all_of(text, is_capital)) return true;
  Scanner scanner(text);
  if (!scanner.take_any("+-")) return false;
  const auto hours = scanner.number(1, 2);
  scanner.take(':');
  const auto minutes = scanner.rest().empty() ? std::optional(0U) : scanner.number(2, 2);
  return hours && minutes && *hours <= 14 && *minutes <= 59 && scanner.rest().empty();
}

}  // namespace

std::optional<DateField> parse_date_field(std::string_view value) {
  Scanner scanner(value);
  scanner.skip_spaces();
  const auto year = scanner.number(4, 4);
  if (!year || !scanner.take_any("-/.")) return std::nullopt;
  const auto month = scanner.number(1, 2);
  if (!month || !scanner.take_any("-/.")) return std::nullopt;
  const auto day = scanner.number(1, 2);
  if (!day || *month < 1 || *month > 12 || *day < 1) return std::nullopt;
  DateField field;
  field.date = {static_cast<std::int32_t>(*year), *month, *day};
  if (*day > days_in_month(field.date.year, *month)) return std::nullopt;

  scanner.take_any("Tt");
  scanner.skip_spaces();
  const std::string_view after_date = scanner.rest();
  if (after_date.empty()) return field;
  field.time = read_time(scanner);
  if (!field.time) {
    field.unread = after_date;
    return field;
  }
  scanner.skip_spaces();
  std::string_view zone = scanner.rest();
  while (zone.ends_with(' ')) zone.remove_suffix(1);
  if (!is_zone(zone)) field.unread = zone;
  return field;
}

}  // namespace galpi::ingest
