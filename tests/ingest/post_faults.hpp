// The promises that a RawPost keeps whatever the input: for tests and for fuzzing.
#pragma once

#include <cstdint>
#include <string>

#include "galpi/ingest/raw_post.hpp"

namespace galpi::tests {

enum class PlaceCheck : std::uint8_t {
  order,       ///< anchors are sorted and complete
  characters,  ///< and every plain character of a text is the raw character where its anchor says
};

/// What is wrong with a post, one line per fault: marks must nest, be sorted and not be empty; no
/// nesting over 64; text valid UTF-8 in NFC; anchors as PlaceCheck says.
std::string faults_of(const ingest::RawPost& post, PlaceCheck places = PlaceCheck::characters);

}  // namespace galpi::tests
