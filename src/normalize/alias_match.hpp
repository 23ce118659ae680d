// The alias table with what the outline needs to know beyond the kind.
#pragma once

#include <optional>
#include <string_view>

#include "galpi/model/post.hpp"

namespace galpi::normalize {

struct AliasMatch {
  model::SectionKind kind;
  bool exact;  ///< one of the names that mean this and nothing else (결론), not a loose one (정리)
};

/// See section_kind_of().
std::optional<AliasMatch> match_alias(std::string_view heading);

/// Headings that close a post rather than a paper: 참고 문헌, References, 마무리.
bool is_closing_heading(std::string_view heading);

}  // namespace galpi::normalize
