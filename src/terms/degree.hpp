// Terms that begin with an adjective (큰 언어 모델, 긴 문맥), and sentences in which that adjective
// is compared or measured (더 큰 언어 모델): there it says how large, and the term is not meant.
#pragma once

#include <string_view>

namespace galpi::terms {

/// Whether the first word of a form looks like an adjective before its noun: 큰, 긴, 낮은, 약한.
bool begins_with_adjective(std::string_view form);

/// Whether `before`, the text up to an adjective, says to what degree it holds: it ends with 더,
/// 가장, 그보다, 두 배, 길이가.
bool ends_with_degree(std::string_view before);

}  // namespace galpi::terms
