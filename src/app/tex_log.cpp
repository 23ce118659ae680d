#include "tex_log.hpp"

#include <algorithm>
#include <charconv>

namespace galpi::app {
namespace {

/// The number behind `words` in `line`, or 0.
std::size_t number_behind(std::string_view line, std::string_view words) {
  const std::size_t at = line.find(words);
  if (at == std::string_view::npos) return 0;
  const std::string_view rest = line.substr(at + words.size());
  std::size_t number = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return number;
}

}  // namespace

TexLog read_tex_log(std::string_view log) {
  TexLog read;
  while (!log.empty()) {
    const std::size_t end = std::min(log.find('\n'), log.size());
    const std::string_view line = log.substr(0, end);
    log.remove_prefix(std::min(end + 1, log.size()));
    const auto fault = [&](std::string_view message) {
      read.faults.push_back({number_behind(line, "(post "),
                             static_cast<std::uint32_t>(number_behind(line, ", line ")),
                             std::string(message)});
    };
    if (line.starts_with("Package galpi Warning: No font has ")) {
      std::string_view message = line.substr(23);
      fault(message.substr(0, message.find(" (post")));
    } else if (line.starts_with("! ") && read.error.empty()) {
      read.error = line.substr(2);
    } else if (line.starts_with("l.") && read.error_line == 0) {
      read.error_line = number_behind(line, "l.");
    } else if (line.starts_with("Missing character:") ||
               line.starts_with("LaTeX Warning: Reference `") ||
               (line.starts_with("Package hyperref Warning:") && line.contains("undefined")) ||
               (line.starts_with("pdfTeX warning (dest)"))) {
      fault(line);
    } else if (line.contains("Rerun to get") || line.contains("Label(s) may have changed")) {
      read.wants_another_run = true;
    }
  }
  return read;
}

TexFault place_in_posts(std::string_view document, std::size_t line) {
  std::size_t end = 0;
  for (std::size_t number = 0; number < line && end < document.size(); ++number) {
    end = std::min(document.find('\n', end), document.size() - 1) + 1;
  }
  const std::string_view before = document.substr(0, end);
  const auto last_number = [&](std::string_view command) -> std::size_t {
    const std::size_t at = before.rfind(command);
    return at == std::string_view::npos ? 0 : number_behind(before.substr(at), command);
  };
  return {last_number("\\galpipost{"), static_cast<std::uint32_t>(last_number("\\galpiat{")), ""};
}

char32_t missing_character(std::string_view message) {
  constexpr std::string_view sign = "U+";
  constexpr int hexadecimal = 16;
  const std::size_t at = message.find(sign);
  if (at == std::string_view::npos) return 0;
  const std::string_view digits = message.substr(at + sign.size());
  std::uint32_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal);
  return number;
}

}  // namespace galpi::app
