// YAML front matter of a post, as Jekyll reads it.
#pragma once

#include <string>
#include <string_view>

#include "galpi/model/edition.hpp"

namespace galpi::exporters::markdown {

std::string post_front_matter(const model::Post& post);
std::string book_front_matter(const model::BookMetadata& metadata);

/// `text` as a double-quoted scalar (YAML 1.2 §7.3.1), in one line.
std::string quoted_yaml(std::string_view text);

}  // namespace galpi::exporters::markdown
