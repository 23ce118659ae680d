// Where exporters put their bytes. They never see a file.
#pragma once

#include <string>
#include <string_view>

#include "galpi/base/result.hpp"

namespace galpi {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Takes all of `bytes` or fails (ErrorCode::unwritable).
  virtual Result<void> write(std::string_view bytes) = 0;
};

/// Collects into a string the caller owns.
class StringSink final : public ByteSink {
 public:
  explicit StringSink(std::string& target) : target_(target) {}
  Result<void> write(std::string_view bytes) override {
    target_.append(bytes);
    return {};
  }

 private:
  std::string& target_;
};

}  // namespace galpi
