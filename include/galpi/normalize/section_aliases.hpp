// The one table of headings that name a section kind, English and Korean.
#pragma once

#include <optional>
#include <string_view>

#include "galpi/model/post.hpp"

namespace galpi::normalize {

/// The kind of a heading, after numbering, punctuation, emoji, brackets (`방법(Method)`), case and
/// spaces are set aside; nothing when the heading is none of the known ones.
std::optional<model::SectionKind> section_kind_of(std::string_view heading);

}  // namespace galpi::normalize
