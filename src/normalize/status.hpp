// What a section's text says about itself: 정보 부족, nothing at all, or half a sentence.
#pragma once

#include <string_view>

#include "galpi/model/post.hpp"
#include "report.hpp"

namespace galpi::normalize {

/// Whether this is all a digest says when the paper does not say: 정보 부족, 명시되지 않음, N/A, -.
bool means_not_stated(std::string_view text);

/// Whether Korean prose breaks off: it ends with a particle, a connective ending, a comma or an
/// open bracket. Nominal endings (…함, …임) and nouns are no break.
bool breaks_off(std::string_view text);

/// Sets the status of a section of a digest and reports it. `is_parent` says that the next
/// heading is deeper, so that an empty section is no fault.
void set_status(model::Section& section, bool is_parent, Report& report);

}  // namespace galpi::normalize
