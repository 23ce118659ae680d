// The model as a text a person can read in a golden file: one block per line, indented.
#pragma once

#include <string>

#include "galpi/model/post.hpp"

namespace galpi::model {

std::string dump(const Post& post);

}  // namespace galpi::model
