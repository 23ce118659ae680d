// Everything galpi says that is not the product: diagnostics, progress, what was done. On stderr.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exit_status.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/error.hpp"

namespace galpi::cli {

enum class DiagnosticsForm : unsigned char { text, json };
enum class ColorMode : unsigned char { automatic, always, never };

struct ConsoleOptions {
  DiagnosticsForm form = DiagnosticsForm::text;
  ColorMode color = ColorMode::automatic;
  bool quiet = false;
  /// What was shown before by this run is counted but not shown again.
  std::shared_ptr<std::set<std::string>> shown = nullptr;
};

struct DiagnosticCounts {
  std::size_t notes = 0;
  std::size_t warnings = 0;
  std::size_t errors = 0;
};

class Console {
 public:
  explicit Console(const ConsoleOptions& options);

  /// Shows and counts diagnostics. Those below `least` are only counted, drafts left out excepted.
  void show(const std::vector<Diagnostic>& diagnostics, Severity least);
  /// Counts only.
  void count(const std::vector<Diagnostic>& diagnostics);
  /// The text form or the JSON form of one diagnostic, as --diagnostics says.
  std::string render(const Diagnostic& diagnostic, bool color) const;
  /// Shows why galpi stops and returns the exit status that says so.
  ExitStatus fail(const Error& error);
  /// One line on what was done; nothing with --quiet.
  void say(std::string_view line);
  /// How far a long run is: on a terminal only, after half a second.
  void progress(std::size_t posts);
  void clear_progress();

  const DiagnosticCounts& counts() const { return counts_; }

 private:
  ConsoleOptions options_;
  bool is_terminal_;
  bool color_;
  bool progress_shown_ = false;
  DiagnosticCounts counts_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_progress_;
};

/// "1 warning", "2 warnings", "no warnings".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace galpi::cli
