// Bytes → package of any maker: as they are, and as the collection within a sound archive, so that
// neither checksums nor compression keep them from SQLite. What is read equals itself.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "galpi/base/byte_sink.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/markup/zip_writer.hpp"

using namespace galpi;
using namespace galpi::exporters;

namespace {

std::string archive_of(std::string_view collection) {
  std::string bytes;
  StringSink sink(bytes);
  markup::ZipWriter zip(sink);
  if (!zip.add(markup::store_member("collection.anki2", collection)) || !zip.finish()) std::abort();
  return bytes;
}

void check_compared(std::string_view package) {
  const auto notes = compare_decks(package, "old.apkg", package, "new.apkg");
  if (!notes) return;
  // Notes whose type is not there are refused, whatever they are compared with.
  const bool is_same = std::ranges::all_of(*notes, [](const ImportedNote& note) {
    return note.effect == ImportEffect::unchanged || note.effect == ImportEffect::conflicting;
  });
  if (is_same) return;
  std::fputs("a package differs from itself\n", stderr);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {  // NOLINT
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_compared(bytes);
  check_compared(archive_of(bytes));
  return 0;
}
