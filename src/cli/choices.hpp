// Flags whose values are words from a list.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "galpi/base/result.hpp"

namespace galpi::cli {

/// A word and the value it stands for.
template <class Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

template <class Value>
Result<Value> choose(std::string_view option, const std::string& word,
                     const Choices<Value>& choices) {
  std::vector<std::string_view> known;
  for (const auto& [name, value] : choices) {
    if (name == word) return value;
    known.push_back(name);
  }
  return fail(ErrorCode::usage, unknown_word(std::string(option) + ":", word, known));
}

}  // namespace galpi::cli
