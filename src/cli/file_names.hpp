// What the files of a folder of posts are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/edition.hpp"

namespace galpi::cli {

/// File names for one file per post, from the posts' own; equal ones are numbered.
std::vector<std::string> file_names(const model::Edition& edition, std::string_view extension);

}  // namespace galpi::cli
