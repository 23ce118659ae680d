// Blocks of the model made by hand, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "galpi/model/block.hpp"

namespace galpi::tests {

inline model::Block block(model::BlockType type, std::string text,
                          std::vector<model::Block> children = {}) {
  model::Block made;
  made.type = type;
  made.text = std::move(text);
  made.children = std::move(children);
  return made;
}

inline model::Block labelled(model::BlockType type, std::string label, std::string text,
                             std::vector<model::Block> children = {}) {
  model::Block made = block(type, std::move(text), std::move(children));
  made.label = std::move(label);
  return made;
}

}  // namespace galpi::tests
