// External programs: argv only, no shell, an empty environment but for PATH, LC_ALL and what the
// request adds, a time limit after which the whole process group is killed.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/result.hpp"

namespace galpi::host {

struct ProcessRequest {
  std::vector<std::string> arguments;  ///< arguments[0] is looked up in PATH
  std::string_view input;              ///< given on stdin
  // Both are given a value so that requests which need neither do not have to name them.
  // NOLINTBEGIN(readability-redundant-member-init)
  std::vector<std::string> environment = {};  ///< `NAME=value`, beside PATH and LC_ALL
  std::string folder = {};                    ///< where the program runs; empty: where we do
  // NOLINTEND(readability-redundant-member-init)
  std::chrono::milliseconds timeout{30'000};
  std::size_t output_limit = 64U << 20U;  ///< bytes of stdout after which the program is ended
};

struct ProcessResult {
  int exit_status = 0;  ///< 128+n when ended by signal n
  std::string output;
  std::string errors;  ///< the first 64 KiB of stderr
};

class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;
  /// Fails with ErrorCode::external_failed when the program is missing, times out or passes the
  /// output limit; a non-zero exit status is not a failure here.
  virtual Result<ProcessResult> run(const ProcessRequest& request) = 0;
};

/// The real one (posix_spawn).
class SystemProcessRunner final : public ProcessRunner {
 public:
  Result<ProcessResult> run(const ProcessRequest& request) override;
};

}  // namespace galpi::host
