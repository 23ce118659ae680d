// Reads a book back: the members of a ZIP archive by name, in archive order.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galpi::sample {

using Members = std::vector<std::pair<std::string, std::string>>;

/// Throws std::runtime_error when `archive` is not a ZIP archive of stored and deflated members.
Members unpack(std::string_view archive);

/// The content of a member; throws when there is none.
const std::string& member(const Members& members, std::string_view name);

}  // namespace galpi::sample
