// The front matter that nearly all posts have - `key: words`, `key: "words"`, `key: [words, words]`
// and nothing else - read without a YAML parser, which took longer for it than reading the bytes of
// the post did.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "metadata.hpp"

namespace galpi::ingest {

/// What read_yaml() makes of `yaml`, or nothing when anything in it is beyond these three forms.
std::optional<std::vector<MetadataEntry>> read_plain_metadata(std::string_view yaml);

}  // namespace galpi::ingest
