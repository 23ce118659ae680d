// Code spans (CommonMark 0.29, section 6.3), found in linear time.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace galpi::ingest {

struct CodeSpan {
  bool found = false;
  std::uint32_t inner_begin = 0;
  std::uint32_t inner_end = 0;
  std::uint32_t end = 0;  ///< after the closing run; when not found, after the opening one
};

class CodeSpanFinder {
 public:
  explicit CodeSpanFinder(std::string_view content) : content_(content) {}

  /// The code span whose opening backticks start at `at`.
  CodeSpan find(std::uint32_t at);

 private:
  void index_runs();

  std::string_view content_;
  bool indexed_ = false;
  /// Where the last run of each length begins: a longer search would find nothing.
  std::unordered_map<std::uint32_t, std::uint32_t> last_run_;
};

}  // namespace galpi::ingest
