// arXiv identifiers (https://info.arxiv.org/help/arxiv_identifier.html): new style 0704.0001 to
// 1412.9999 with four digits and 1501.00001 on with five, old style archive(.SC)/YYMMNNN; `vN`.
#pragma once

#include <optional>
#include <string_view>

#include "galpi/model/post.hpp"

namespace galpi::normalize {

/// The identifier of a bare text such as `2510.12345v2`, `arXiv:cs/9905014`; nothing if it is none.
std::optional<model::ArxivId> parse_arxiv_id(std::string_view text);

/// The identifier an URL leads to: arxiv.org (abs, pdf, html; http or https; export. and www.),
/// alphaxiv.org, huggingface.co/papers, ar5iv; query and fragment ignored.
std::optional<model::ArxivId> arxiv_id_of_url(std::string_view url);

}  // namespace galpi::normalize
