#include "galpi/model/stages.hpp"

namespace galpi::model {

std::string quoted_line(const Digest& digest, At at) {
  constexpr std::size_t longest = 4096;
  if (at.line == 0 || at.line > digest.lines.size()) return {};
  const std::string& line = digest.lines[at.line - 1];
  return line.size() <= longest ? line : std::string();
}

}  // namespace galpi::model
