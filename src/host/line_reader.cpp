#include "galpi/host/line_reader.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace galpi::host {
namespace {

class DescriptorLines final : public LineReader {
 public:
  DescriptorLines(int descriptor, bool owned, std::string name)
      : descriptor_(descriptor), owned_(owned), name_(std::move(name)) {}
  ~DescriptorLines() override {
    if (owned_) ::close(descriptor_);
  }
  DescriptorLines(const DescriptorLines&) = delete;
  DescriptorLines& operator=(const DescriptorLines&) = delete;

  Result<std::optional<std::string>> next(std::size_t limit) override {
    std::string line;
    for (;;) {
      const std::size_t end = buffer_.find('\n', position_);
      const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
      line.append(buffer_, position_, stop - position_);
      if (line.size() > limit) {
        return fail(ErrorCode::limit_exceeded,
                    fmt::format("a line of {} is longer than {} bytes", name_, limit));
      }
      if (end != std::string::npos) {
        position_ = end + 1;
        return line;
      }
      GALPI_TRY(const bool more, fill());
      if (!more) {
        if (line.empty()) return std::nullopt;
        return line;
      }
    }
  }

 private:
  /// Replaces the used-up buffer; false at the end of the input.
  Result<bool> fill() {
    buffer_.resize(std::size_t{1} << 16U);
    position_ = 0;
    for (;;) {
      const ssize_t count = ::read(descriptor_, buffer_.data(), buffer_.size());
      if (count >= 0) {
        buffer_.resize(static_cast<std::size_t>(count));
        return count > 0;
      }
      if (errno != EINTR) {
        buffer_.clear();
        return fail(ErrorCode::unreadable, fmt::format("cannot read {}: {}", name_,
                                                       std::strerror(errno)));  // NOLINT
      }
    }
  }

  int descriptor_;
  bool owned_;
  std::string name_;
  std::string buffer_;
  std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<LineReader> standard_input_lines() {
  return std::make_unique<DescriptorLines>(STDIN_FILENO, false, "standard input");
}

Result<std::unique_ptr<LineReader>> file_lines(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status{};
  if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
    const int cause = errno;
    if (descriptor >= 0) ::close(descriptor);
    return fail(ErrorCode::unreadable,
                fmt::format("cannot read {}: {}", path, std::strerror(cause)));  // NOLINT
  }
  if (!S_ISREG(status.st_mode)) {
    ::close(descriptor);
    return fail(ErrorCode::unreadable, fmt::format("cannot read {}: not a regular file", path));
  }
  return std::make_unique<DescriptorLines>(descriptor, true, path);
}

}  // namespace galpi::host
