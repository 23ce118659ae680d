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

}  // namespace galpi::app
