#include "cmark_arena.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "support/catch.hpp"

using galpi::ingest::CmarkArena;

TEST_CASE("an arena hands out bytes that are aligned and do not overlap", "[ingest]") {
  CmarkArena arena;
  char* before = nullptr;
  std::size_t before_size = 0;
  for (const std::size_t size : {1U, 16U, 17U, 100U, 70'000U, 3U, 200'000U, 64'000U, 2'000U}) {
    auto* const bytes = static_cast<char*>(arena.allocate(size));
    CHECK(reinterpret_cast<std::uintptr_t>(bytes) % alignof(std::max_align_t) == 0);
    std::memset(bytes, 'b', size);
    if (before != nullptr) {
      CHECK(std::string_view(before, before_size) == std::string(before_size, 'a'));
    }
    std::memset(bytes, 'a', size);
    before = bytes;
    before_size = size;
  }
}

TEST_CASE("memory that an arena makes larger keeps what it holds", "[ingest]") {
  CmarkArena arena;
  auto* bytes = static_cast<char*>(arena.reallocate(nullptr, 8));
  std::ranges::copy(std::string_view("12345678"), bytes);
  static_cast<void>(arena.allocate(1));
  for (const std::size_t size : {4U, 16U, 17U, 4'000U, 100'000U}) {
    bytes = static_cast<char*>(arena.reallocate(bytes, size));
    CHECK(std::string_view(bytes, 4) == "1234");
  }
}

TEST_CASE("cmark gets zeroed memory from the arena of its thread", "[ingest]") {
  CmarkArena arena;
  const cmark_mem* const memory = arena.allocator();
  for (int i = 0; i < 100; ++i) {
    std::memset(arena.allocate(999), 'x', 999);
    const auto* const zeroed = static_cast<const char*>(memory->calloc(3, 333));
    CHECK(std::string_view(zeroed, 999) == std::string(999, '\0'));
  }
}
