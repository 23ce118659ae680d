// stdout as bytes.
#pragma once

#include <memory>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"

namespace galpi::host {

/// Writes straight to file descriptor 1, unbuffered: give it large pieces. A closed pipe or a full
/// disk is an error (unwritable).
std::unique_ptr<ByteSink> standard_output();

}  // namespace galpi::host
