#include "exit_status.hpp"

namespace galpi::cli {

ExitStatus exit_status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return ExitStatus::wrong_usage;
    case ErrorCode::unreadable:
    case ErrorCode::unwritable:
      return ExitStatus::io_failed;
    case ErrorCode::external_failed:
      return ExitStatus::external_failed;
    case ErrorCode::invalid_input:
    case ErrorCode::nothing_to_export:
    case ErrorCode::invalid_glossary:
    case ErrorCode::invalid_memory:
    case ErrorCode::invalid_config:
    case ErrorCode::limit_exceeded:
    case ErrorCode::interrupted:
      return ExitStatus::input_errors;
  }
  return ExitStatus::input_errors;
}

}  // namespace galpi::cli
