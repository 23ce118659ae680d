#include "console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "render_diagnostic.hpp"

namespace galpi::cli {
namespace {

using std::chrono::steady_clock;

bool environment_forbids_color() {
  // https://no-color.org: set and not empty.
  const char* no_color = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe)
  const char* term = std::getenv("TERM");          // NOLINT(concurrency-mt-unsafe)
  return (no_color != nullptr && *no_color != '\0') ||
         (term != nullptr && std::string_view(term) == "dumb");
}

void write_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

Console::Console(const ConsoleOptions& options)
    : options_(options),
      is_terminal_(::isatty(STDERR_FILENO) == 1),
      color_(options.color == ColorMode::always || (options.color == ColorMode::automatic &&
                                                    is_terminal_ && !environment_forbids_color())),
      start_(steady_clock::now()),
      last_progress_(start_) {}

std::string Console::render(const Diagnostic& diagnostic, bool color) const {
  return options_.form == DiagnosticsForm::json ? render_json(diagnostic)
                                                : render_text(diagnostic, color);
}

void Console::count(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    switch (severity_of(diagnostic)) {
      case Severity::note:
        ++counts_.notes;
        break;
      case Severity::warning:
        ++counts_.warnings;
        break;
      case Severity::error:
        ++counts_.errors;
        break;
    }
  }
}

void Console::show(const std::vector<Diagnostic>& diagnostics, Severity least) {
  count(diagnostics);
  std::string shown;
  for (const Diagnostic& diagnostic : diagnostics) {
    const bool is_draft = diagnostic.code == DiagnosticCode::post_unpublished && !options_.quiet;
    if (severity_of(diagnostic) < least && !is_draft) continue;
    std::string text = render(diagnostic, color_);
    if (options_.shown && !options_.shown->insert(text).second) continue;
    shown += text;
  }
  if (shown.empty()) return;
  clear_progress();
  write_error(shown);
}

ExitStatus Console::fail(const Error& error) {
  clear_progress();
  if (options_.form == DiagnosticsForm::json) {
    const SourceSpan span = error.span.value_or(SourceSpan{});
    write_error(render_json_error(span, error.message));
  } else {
    std::string place = "galpi";
    if (error.span && !error.span->file.empty()) {
      place = quote_for_message(error.span->file, 400);
      if (error.span->at.line > 0) {
        place += fmt::format(":{}:{}", error.span->at.line, error.span->at.column);
      }
    }
    const char* begin = color_ ? "\x1b[31m" : "";
    const char* end = color_ ? "\x1b[0m" : "";
    write_error(fmt::format("{}: {}error{}: {}\n", place, begin, end, error.message));
  }
  return exit_status_of(error.code);
}

void Console::say(std::string_view line) {
  clear_progress();
  if (!options_.quiet) write_error(fmt::format("galpi: {}\n", line));
}

void Console::progress(std::size_t posts) {
  using namespace std::chrono_literals;
  if (!is_terminal_ || options_.quiet || options_.form == DiagnosticsForm::json) return;
  const auto now = steady_clock::now();
  if (now - start_ < 500ms || now - last_progress_ < 100ms) return;
  last_progress_ = now;
  progress_shown_ = true;
  write_error(fmt::format("\r\x1b[Kgalpi: {} …", counted(posts, "post")));
}

void Console::clear_progress() {
  if (std::exchange(progress_shown_, false)) write_error("\r\x1b[K");
}

std::string counted(std::size_t count, std::string_view noun) {
  if (count == 0) return fmt::format("no {}s", noun);
  return count == 1 ? fmt::format("1 {}", noun) : fmt::format("{} {}s", count, noun);
}

}  // namespace galpi::cli
