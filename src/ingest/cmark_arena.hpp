// The memory of one cmark parse: handed out from chunks, given back with all of them at once. cmark
// allocates several times per block and frees what it allocated piece by piece, which costs it more
// than the parsing; a tree that is read once and dropped needs neither.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct cmark_mem;  // NOLINT(readability-identifier-naming): the name is of cmark

namespace galpi::ingest {

/// While it lives, allocator() takes from it in the thread that made it; one to a thread at a time.
/// Whatever cmark allocated through it - parsers, nodes, iterators - need not be freed, and must
/// not be used any more once it is gone.
class CmarkArena {
 public:
  CmarkArena();
  ~CmarkArena();
  CmarkArena(const CmarkArena&) = delete;
  CmarkArena& operator=(const CmarkArena&) = delete;

  /// For cmark_parser_new_with_mem().
  cmark_mem* allocator() const;

  /// Bytes that are not initialized, aligned for anything.
  void* allocate(std::size_t size);
  /// The same bytes with room for `size`, moved if they have to be. `old` may be nullptr.
  void* reallocate(void* old, std::size_t size);

 private:
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;  ///< the free part of the last chunk
  std::byte* end_ = nullptr;
};

}  // namespace galpi::ingest
