// Looking for the next of a few bytes, sixteen at a time (GCC's and clang's vector extensions: SSE2
// on x86-64, NEON on ARM). Reading and writing posts consists of such searches; a look-up per byte
// would make them most of its time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace galpi::text {

struct ByteSet {
  std::array<bool, 256> wanted{};
  std::array<unsigned char, 20> bytes{};  ///< those outside [low, high)
  std::size_t count = 0;
  unsigned char low = 0;      ///< bytes below are looked at one by one
  unsigned char high = 0xFF;  ///< bytes from here on too
};

/// The characters of `wanted`; bytes below `low` and from `high` on cost a closer look each.
constexpr ByteSet make_byte_set(std::string_view wanted, unsigned char low = 0,
                                unsigned char high = 0xFF) {
  ByteSet set;
  set.low = low;
  set.high = high;
  for (const char c : wanted) {
    const auto byte = static_cast<unsigned char>(c);
    set.wanted[byte] = true;
    if (byte >= low && byte < high) set.bytes[set.count++] = byte;
  }
  return set;
}

/// The first byte of `text` at or after `at` that `set` wants, or the size of `text`.
template <const ByteSet& set>
std::size_t find_byte(std::string_view text, std::size_t at) {
  using Block = unsigned char __attribute__((vector_size(16)));
  const auto* const data = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  while (at + sizeof(Block) <= size) {
    Block block;
    std::memcpy(&block, data + at, sizeof(Block));
    const auto hit = [&]<std::size_t... i>(std::index_sequence<i...>) {
      auto mask = (block >= set.high) | (block < set.low);
      ((mask |= block == set.bytes[i]), ...);
      return mask;
    }(std::make_index_sequence<set.count>());
    std::uint64_t halves[2];
    std::memcpy(halves, &hit, sizeof(halves));
    if ((halves[0] | halves[1]) != 0) {
      for (std::size_t i = 0; i < sizeof(Block); ++i) {
        if (set.wanted[data[at + i]]) return at + i;
      }
    }
    at += sizeof(Block);
  }
  while (at < size && !set.wanted[data[at]]) ++at;
  return at < size ? at : size;
}

}  // namespace galpi::text
