// SHA-256 (FIPS 180-4), by Nettle: what a content is known by.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace galpi {

/// 64 hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same for bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256();

  void add(std::string_view bytes);
  /// Of everything added since the start or the last call.
  std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

}  // namespace galpi
