// stdin and stdout as bytes.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"

namespace galpi::host {

/// Writes straight to file descriptor 1, unbuffered: give it large pieces. A closed pipe or a full
/// disk is an error (unwritable).
std::unique_ptr<ByteSink> standard_output();

/// All of stdin, at most `limit` bytes (else limit_exceeded).
Result<std::string> read_standard_input(std::size_t limit);

}  // namespace galpi::host
