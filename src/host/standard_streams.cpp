#include "galpi/host/standard_streams.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "descriptor.hpp"

namespace galpi::host {
namespace {

class StandardOutput final : public ByteSink {
 public:
  Result<void> write(std::string_view bytes) override {
    const int cause = write_all(STDOUT_FILENO, bytes);
    if (cause == 0) return {};
    return std::unexpected(system_error(ErrorCode::unwritable, "write", "standard output", cause));
  }
};

}  // namespace

std::unique_ptr<ByteSink> standard_output() { return std::make_unique<StandardOutput>(); }

Result<std::string> read_standard_input(std::size_t limit) {
  std::string content;
  const int cause = read_all(STDIN_FILENO, limit, content);
  if (cause != 0) {
    return std::unexpected(system_error(ErrorCode::unreadable, "read", "standard input", cause));
  }
  if (content.size() > limit) {
    return fail(ErrorCode::limit_exceeded,
                fmt::format("standard input is longer than {} bytes", limit));
  }
  return content;
}

}  // namespace galpi::host
