// Bytes of a post → RawPost: whatever the bytes, the promises of the model hold, and a second
// reading gives the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "galpi/ingest/parse_post.hpp"
#include "ingest/post_faults.hpp"

using namespace galpi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string file = "2024-01-02-x.md";
  DiagnosticList first;
  const auto post = ingest::parse_post(bytes, file, file, first);
  if (!post) return 0;
  const std::string faults = tests::faults_of(*post, tests::PlaceCheck::order);
  if (!faults.empty()) {
    std::fputs(faults.c_str(), stderr);
    std::abort();
  }
  DiagnosticList second;
  const auto again = ingest::parse_post(bytes, file, file, second);
  if (!again || again->blocks.size() != post->blocks.size() || first.items() != second.items()) {
    std::fputs("two readings differ\n", stderr);
    std::abort();
  }
  return 0;
}
