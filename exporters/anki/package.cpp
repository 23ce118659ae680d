#include "package.hpp"

#include "galpi/markup/zip_writer.hpp"

namespace galpi::exporters::anki {
namespace {

/// The database lives no longer than it takes to deflate it.
Result<markup::ZipMember> collection_member(std::span<const Note> notes,
                                            const CollectionTimes& times) {
  GALPI_TRY(const Database database, Database::build(notes, times));
  const std::string_view bytes = database.bytes();
  if (bytes.empty()) {
    return fail(ErrorCode::limit_exceeded, "the deck's database is too large for memory");
  }
  return markup::deflate_member("collection.anki2", bytes);
}

}  // namespace

Result<void> write_package(std::span<const Note> notes, const CollectionTimes& times,
                           ByteSink& sink) {
  GALPI_TRY(const markup::ZipMember collection, collection_member(notes, times));
  markup::ZipWriter archive(sink);
  GALPI_CHECK(archive.add(collection));
  GALPI_CHECK(archive.add(markup::store_member("media", "{}")));
  return archive.finish();
}

}  // namespace galpi::exporters::anki
