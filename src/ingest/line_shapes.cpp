#include "line_shapes.hpp"

namespace galpi::ingest {

bool is_attribute_list(std::string_view content) {
  if (!content.starts_with("{:")) return false;
  const std::size_t end = content.find_last_not_of(" \t");
  return content[end] == '}' && content.find('}') == end;
}

std::size_t find_mark(std::string_view content, std::string_view mark) {
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (content.substr(i).starts_with(mark)) return i;
    if (content[i] == '\\') ++i;
  }
  return content.size();
}

bool opens_other_block(std::string_view content) {
  return content.starts_with('>') || content.starts_with("- ") || content.starts_with("* ") ||
         content.starts_with("1. ");
}

}  // namespace galpi::ingest
