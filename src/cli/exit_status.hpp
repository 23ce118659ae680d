// What galpi's exit status means; the one place that says so.
#pragma once

#include "galpi/base/error.hpp"

namespace galpi::cli {

enum class ExitStatus : int {
  done = 0,          ///< also with warnings
  input_errors = 1,  ///< the input, or a check of it, has errors
  wrong_usage = 2,
  io_failed = 3,        ///< cannot read or write
  external_failed = 4,  ///< a provider or an external program failed
};

ExitStatus exit_status_of(ErrorCode code);

}  // namespace galpi::cli
