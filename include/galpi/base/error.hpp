// Why galpi cannot go on. Faults of the *input* that can be worked around are Diagnostics
// (diagnostic.hpp); an Error ends the operation that returns it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "galpi/base/source_span.hpp"

namespace galpi {

/// The closed list of reasons. src/cli/exit_status.cpp maps each to an exit status.
enum class ErrorCode : std::uint8_t {
  usage,              ///< the request contradicts itself or names something that does not exist
  unreadable,         ///< a file cannot be opened or read
  unwritable,         ///< an output cannot be written, synced or renamed
  invalid_input,      ///< a post or a stream cannot be read at all (not UTF-8, not our JSON)
  nothing_to_export,  ///< no post in the range, or only empty ones
  invalid_glossary,   ///< a glossary file is not one
  invalid_memory,     ///< a translation memory is not one
  invalid_config,     ///< galpi.yaml is not one
  limit_exceeded,     ///< a named limit that protects time or memory was passed
  external_failed,    ///< an external program is missing, failed or ran out of time
  interrupted,        ///< a signal asked us to stop
};

struct Error {
  ErrorCode code;
  std::string message;             ///< one line of UTF-8, no full stop, no control characters
  std::optional<SourceSpan> span;  ///< where, if there is a place
};

}  // namespace galpi
