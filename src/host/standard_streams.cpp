#include "galpi/host/standard_streams.hpp"

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

}  // namespace galpi::host
