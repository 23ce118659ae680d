#include "cmark_arena.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>

namespace galpi::ingest {
namespace {

/// Below what malloc maps from the system, so that the next post gets the same pages.
constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;

/// Stands before every allocation: cmark does not say how much it reallocates.
struct alignas(std::max_align_t) Header {
  std::size_t size;
};

/// cmark's callbacks get nothing but sizes and pointers, so that this has to be where they find it.
thread_local CmarkArena* current_arena = nullptr;

// noexcept, as no exception may pass through C: without memory the program ends, as with cmark's
// own allocator.

void* allocate_zeroed(std::size_t count, std::size_t size) noexcept {
  // cmark asks for single structures and for bytes: the product cannot overflow.
  void* const memory = current_arena->allocate(count * size);
  std::memset(memory, 0, count * size);
  return memory;
}

void* reallocate(void* old, std::size_t size) noexcept {
  return current_arena->reallocate(old, size);
}

void keep(void*) noexcept {}

cmark_mem arena_allocator = {allocate_zeroed, reallocate, keep};

}  // namespace

CmarkArena::CmarkArena() { current_arena = this; }
CmarkArena::~CmarkArena() { current_arena = nullptr; }

cmark_mem* CmarkArena::allocator() const { return &arena_allocator; }

void* CmarkArena::allocate(std::size_t size) {
  const std::size_t rounded = (size + sizeof(Header) - 1) / sizeof(Header) * sizeof(Header);
  const std::size_t needed = sizeof(Header) + rounded;
  if (needed > static_cast<std::size_t>(end_ - next_)) {
    const std::size_t chunk = std::max(chunk_bytes, needed);
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
    next_ = chunks_.back().get();
    end_ = next_ + chunk;
  }
  auto* const header = new (next_) Header{rounded};
  next_ += needed;
  return header + 1;
}

void* CmarkArena::reallocate(void* old, std::size_t size) {
  if (old == nullptr) return allocate(size);
  const std::size_t old_size = (static_cast<Header*>(old) - 1)->size;
  if (size <= old_size) return old;
  void* const memory = allocate(size);
  std::memcpy(memory, old, old_size);
  return memory;
}

}  // namespace galpi::ingest
