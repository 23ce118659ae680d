// stdout that stays silent until it is clear that there is something to say: what is written is
// held back up to a limit, so that a small result is complete or absent even on a pipe.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "galpi/base/byte_sink.hpp"

namespace galpi::cli {

class SpoolingSink final : public ByteSink {
 public:
  /// `limit`: bytes held back before the rest streams; SIZE_MAX holds everything.
  SpoolingSink(std::unique_ptr<ByteSink> target, std::size_t limit)
      : target_(std::move(target)), limit_(limit) {}

  Result<void> write(std::string_view bytes) override {
    held_.append(bytes);
    return held_.size() > limit_ ? release() : Result<void>{};
  }

  /// Lets go of what is held; without it that much never appears.
  Result<void> release() {
    limit_ = block_bytes;
    Result<void> written = target_->write(held_);
    held_.clear();
    return written;
  }

 private:
  static constexpr std::size_t block_bytes = std::size_t{64} << 10U;

  std::unique_ptr<ByteSink> target_;
  std::size_t limit_;
  std::string held_;
};

}  // namespace galpi::cli
