// A package of any maker, as far as comparing it needs.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/result.hpp"

namespace galpi::exporters::anki {

/// Names and ids, in order; an id of 0 is none.
struct PackagePart {
  std::int64_t id = 0;
  std::string name;
};

struct PackageType {
  std::string name;
  std::int64_t kind = 0;  ///< 1: cloze
  std::vector<PackagePart> fields;
  std::vector<PackagePart> templates;
};

struct PackageNote {
  std::int64_t type = 0;
  std::int64_t modified = 0;
  std::string tags;
  std::string fields;  ///< joined by U+001F
  std::string name;    ///< the sort field
};

struct Package {
  std::map<std::int64_t, PackageType> types;
  std::map<std::string, PackageNote> notes;  ///< by guid
};

/// Fails with invalid_input or limit_exceeded; messages name `file`.
Result<Package> read_package(std::string_view bytes, const std::string& file);

}  // namespace galpi::exporters::anki
