// The canonical model as one JSON document (docs/model.md, docs/model.schema.json).
#pragma once

#include "galpi/base/byte_sink.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/edition.hpp"

namespace galpi::exporters {

/// {"galpi":1,"posts":[…]} with a line end, one post per line. Streams: memory does not grow with
/// the number of posts beyond the edition itself.
Result<void> export_json(const model::Edition& edition, ByteSink& sink);

}  // namespace galpi::exporters
