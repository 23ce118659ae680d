// RawPost → Digest: the outline by meaning. Papers whatever their heading level, sections by the
// alias table (section_aliases.hpp), points, arXiv ids, statuses. A pure function of the post.
#pragma once

#include "galpi/base/diagnostic.hpp"
#include "galpi/ingest/raw_post.hpp"
#include "galpi/model/stages.hpp"

namespace galpi::normalize {

model::Digest normalize_post(ingest::RawPost raw, DiagnosticSink& diagnostics);

}  // namespace galpi::normalize
