#include "yaml_nodes.hpp"

#include <fmt/format.h>

namespace galpi::app {

Result<std::string> scalar_of(const YAML::Node& node, const std::string& file,
                              const std::string& key) {
  if (node.IsScalar()) return node.Scalar();
  return invalid_configuration(file, at_mark(node.Mark()),
                               fmt::format("`{}` is one word or text", key));
}

Result<std::vector<std::pair<std::string, At>>> words_of(const YAML::Node& node,
                                                         const std::string& file,
                                                         const std::string& key) {
  std::vector<std::pair<std::string, At>> words;
  if (node.IsNull()) return words;
  if (node.IsScalar()) return std::vector{std::pair(node.Scalar(), at_mark(node.Mark()))};
  if (!node.IsSequence()) {
    return invalid_configuration(file, at_mark(node.Mark()),
                                 fmt::format("`{}` is neither a name nor a list", key));
  }
  for (const YAML::Node& item : node) {
    if (!item.IsScalar()) {
      return invalid_configuration(file, at_mark(item.Mark()),
                                   fmt::format("`{}` is no list of names", key));
    }
    words.emplace_back(item.Scalar(), at_mark(item.Mark()));
  }
  return words;
}

}  // namespace galpi::app
