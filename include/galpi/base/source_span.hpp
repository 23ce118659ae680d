// Places in an input file, as people and editors count them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace galpi {

/// A place in a source file. Lines are 1-based from the file's first line, front matter included;
/// columns are 1-based in code points of the raw line (a BOM is not counted, a tab is one).
/// {0, 0} means "no particular place".
struct At {
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  auto operator<=>(const At&) const = default;
};

/// A stretch of one line of a named file. `file` is the input as the user typed it plus the path
/// below it ("-" for stdin). `end_column` is exclusive; 0 means "one character".
struct SourceSpan {
  std::string file;
  At at;
  std::uint32_t end_column = 0;

  bool operator==(const SourceSpan&) const = default;
};

}  // namespace galpi
