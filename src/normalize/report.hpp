// Diagnostics of one post: the file and the line are filled in here.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "galpi/base/diagnostic.hpp"

namespace galpi::normalize {

class Report {
 public:
  /// All three must outlive the report.
  Report(const std::string& file, const std::vector<std::string>& lines, DiagnosticSink& sink)
      : file_(file), lines_(lines), sink_(sink) {}

  /// Line `number` (from 1) of the post; empty when there is none.
  std::string_view line(std::size_t number) const {
    return number > 0 && number <= lines_.size() ? std::string_view(lines_[number - 1])
                                                 : std::string_view();
  }
  std::size_t line_count() const { return lines_.size(); }

  void operator()(DiagnosticCode code, At at, std::string message, std::string hint = {}) {
    const bool in_file = at.line > 0 && at.line <= lines_.size();
    sink_.report({code, SourceSpan{file_, at, 0}, std::move(message), std::move(hint),
                  in_file ? lines_[at.line - 1] : std::string()});
  }

 private:
  const std::string& file_;
  const std::vector<std::string>& lines_;
  DiagnosticSink& sink_;
};

}  // namespace galpi::normalize
