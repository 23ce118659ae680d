// Sixteen bytes looked at together, for searches that byte_search.hpp has no set for (GCC's and
// clang's vector extensions: SSE2 on x86-64, NEON on ARM).
#pragma once

#include <cstdint>
#include <cstring>

namespace galpi::text {

/// Signed, because that is how SSE2 compares bytes: UTF-8 beyond ASCII is below zero.
using Lanes = signed char __attribute__((vector_size(16)));

/// A byte as lanes hold it.
constexpr signed char lane(unsigned char byte) { return static_cast<signed char>(byte); }

/// The sixteen bytes at `bytes`, wherever they begin.
inline Lanes load_lanes(const char* bytes) {
  Lanes lanes;
  std::memcpy(&lanes, bytes, sizeof(lanes));
  return lanes;
}

/// Whether some lane is not zero: whether what was compared is true of some byte.
inline bool any_lane(Lanes lanes) {
  std::uint64_t halves[2];
  std::memcpy(halves, &lanes, sizeof(halves));
  return (halves[0] | halves[1]) != 0;
}

}  // namespace galpi::text
