// The model as JSON: exactly the shape of docs/model.md (schema: docs/model.schema.json).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/model/stages.hpp"

namespace galpi::model {

/// Appends one post as compact JSON, keys in the documented order.
void append_post_json(std::string& target, const Post& post);

/// One line of the JSON lines form, with its line end: {"galpi":1,"post":…,"carry":{…}}. `carry`
/// holds what the shape does not say but later stages need: the file as typed, anchors, and the
/// diagnostics of the stages so far.
std::string to_json_line(const Digest& digest, const std::vector<Diagnostic>& diagnostics);

struct JsonLine {
  Digest digest;
  std::vector<Diagnostic> diagnostics;
};

/// Reads a line back; to_json_line of the result gives the same line. Hostile input gives an Error
/// (invalid_input): unknown types, offsets outside the text, depth over 64, not UTF-8. A line
/// without `carry` (the documented shape alone) is accepted.
Result<JsonLine> from_json_line(std::string_view line);

}  // namespace galpi::model
