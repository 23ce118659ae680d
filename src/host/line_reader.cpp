#include "galpi/host/line_reader.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <utility>

#include "descriptor.hpp"
#include "galpi/base/diagnostic.hpp"

namespace galpi::host {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} << 10U;

class DescriptorLines final : public LineReader {
 public:
  /// Reads `file`, or stdin when that is not open.
  DescriptorLines(Descriptor file, std::string name)
      : file_(std::move(file)), name_(std::move(name)) {}

  Result<std::optional<std::string>> next(std::size_t limit) override {
    std::string line;
    for (;;) {
      const std::size_t end = buffer_.find('\n', position_);
      const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
      line.append(buffer_, position_, stop - position_);
      if (line.size() > limit) {
        return fail(ErrorCode::limit_exceeded,
                    fmt::format("a line of {} is longer than {} bytes",
                                quote_for_message(name_, longest_path_shown), limit));
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
    buffer_.resize(buffer_size);
    position_ = 0;
    const int descriptor = file_.is_open() ? file_.get() : STDIN_FILENO;
    const ssize_t count = read_some(descriptor, buffer_.data(), buffer_.size());
    buffer_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    if (count >= 0) return count > 0;
    return std::unexpected(
        system_error(ErrorCode::unreadable, "read", name_, static_cast<int>(-count)));
  }

  Descriptor file_;
  std::string name_;
  std::string buffer_;
  std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<LineReader> standard_input_lines() {
  return std::make_unique<DescriptorLines>(Descriptor(), "standard input");
}

Result<std::unique_ptr<LineReader>> file_lines(const std::string& path) {
  std::size_t size = 0;
  GALPI_TRY(Descriptor file, open_regular(path, size));
  return std::make_unique<DescriptorLines>(std::move(file), path);
}

}  // namespace galpi::host
