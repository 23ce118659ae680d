// Typed values out of parsed JSON. The reader remembers the first thing that is wrong and where;
// after it every read gives an empty value, so the code on top stays a plain list of keys.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/error.hpp"
#include "galpi/model/post.hpp"
#include "json_checks.hpp"

namespace galpi::model {

using Json = nlohmann::json;

/// A place in the document, for messages: `post.papers[2].title`.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;

  std::string shown() const {
    if (parent == nullptr) return "the line";
    if (key.empty()) return fmt::format("{}[{}]", parent->shown(), index);
    if (parent->parent == nullptr) return std::string(key);
    return fmt::format("{}.{}", parent->shown(), key);
  }
};

/// The enumerator with this name; `last` is the enumeration's last one.
template <class Enum>
std::optional<Enum> enum_of_name(std::string_view name, Enum last) {
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

class ValueReader {
 public:
  const std::optional<Error>& error() const { return error_; }

 protected:
  bool failed() const { return error_.has_value(); }

  void reject(const Path& path, std::string_view why) {
    if (error_) return;
    error_ = Error{ErrorCode::invalid_input, fmt::format("{} {}", path.shown(), why), {}};
  }

  const Json& member(const Json& object, const char* key, const Path& path) {
    static const Json null;
    if (!object.is_object()) {
      reject(path, "is not an object");
      return null;
    }
    const auto found = object.find(key);
    if (found != object.end()) return *found;
    reject({&path, key}, "is missing");
    return null;
  }

  /// Reads each element of the array `key` of `object`.
  template <class T, class Read>
  std::vector<T> array(const Json& object, const char* key, const Path& parent, const Read& read) {
    std::vector<T> values;
    const Json& json = member(object, key, parent);
    const Path path{&parent, key};
    if (!json.is_array()) reject(path, "is not an array");
    if (error_) return values;
    // A vector of zeros is cheap in JSON; the elements it promises are not.
    values.reserve(std::min<std::size_t>(json.size(), 1024));
    for (std::size_t i = 0; i < json.size() && !error_; ++i) {
      values.push_back(read(json[i], Path{&path, {}, i}));
    }
    return values;
  }

  std::string any_string(const Json& json, const Path& path) {
    if (json.is_string()) return json.get_ref<const std::string&>();
    reject(path, "is not a string");
    return {};
  }

  std::string text(const Json& json, const Path& path) {
    std::string value = any_string(json, path);
    if (auto problem = text_problem(value)) reject(path, *problem);
    return value;
  }

  std::string text(const Json& object, const char* key, const Path& path) {
    return text(member(object, key, path), {&path, key});
  }

  std::optional<std::string> optional_text(const Json& object, const char* key, const Path& path) {
    const Json& json = member(object, key, path);
    return json.is_null() ? std::nullopt : std::optional(text(json, {&path, key}));
  }

  std::string url(const Json& object, const char* key, const Path& path) {
    std::string value = text(object, key, path);
    if (auto problem = url_problem(value)) reject({&path, key}, *problem);
    return value;
  }

  std::uint32_t number(const Json& json, const Path& path) {
    if (json.is_number_unsigned()) {
      const auto value = json.get<std::uint64_t>();
      if (value <= std::numeric_limits<std::uint32_t>::max()) {
        return static_cast<std::uint32_t>(value);
      }
    }
    reject(path, "is not a whole number from 0 to 4294967295");
    return 0;
  }

  std::uint32_t number(const Json& object, const char* key, const Path& path) {
    return number(member(object, key, path), Path{&path, key});
  }

  std::optional<std::uint32_t> optional_number(const Json& object, const char* key,
                                               const Path& path) {
    const Json& json = member(object, key, path);
    return json.is_null() ? std::nullopt : std::optional(number(json, Path{&path, key}));
  }

  template <class Enum>
  Enum name(const Json& object, const char* key, const Path& path, Enum last) {
    const std::string value = any_string(member(object, key, path), {&path, key});
    if (const auto found = enum_of_name(value, last)) return *found;
    reject({&path, key}, "is unknown: " + quote_for_message(value));
    return last;
  }

  At at(const Json& object, const Path& parent) {
    const Json& json = member(object, "at", parent);
    const Path path{&parent, "at"};
    return {number(json, "line", path), number(json, "column", path)};
  }

 private:
  std::optional<Error> error_;
};

}  // namespace galpi::model
