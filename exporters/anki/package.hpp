// Notes → .apkg.
#pragma once

#include <span>

#include "database.hpp"
#include "galpi/base/byte_sink.hpp"

namespace galpi::exporters::anki {

/// The package in the form every Anki since 2012 reads: `collection.anki2` and an empty list of
/// media.
Result<void> write_package(std::span<const Note> notes, const CollectionTimes& times,
                           ByteSink& sink);

}  // namespace galpi::exporters::anki
