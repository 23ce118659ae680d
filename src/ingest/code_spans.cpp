#include "code_spans.hpp"

#include <algorithm>

namespace galpi::ingest {
namespace {

std::uint32_t run_end(std::string_view content, std::size_t at) {
  return static_cast<std::uint32_t>(std::min(content.find_first_not_of('`', at), content.size()));
}

}  // namespace

void CodeSpanFinder::index_runs() {
  indexed_ = true;
  for (std::size_t at = content_.find('`'); at != std::string_view::npos;) {
    const std::uint32_t end = run_end(content_, at);
    last_run_[end - static_cast<std::uint32_t>(at)] = static_cast<std::uint32_t>(at);
    at = content_.find('`', end);
  }
}

CodeSpan CodeSpanFinder::find(std::uint32_t at) {
  if (!indexed_) index_runs();
  const std::uint32_t begin = run_end(content_, at);
  const std::uint32_t length = begin - at;
  const auto last = last_run_.find(length);
  if (last == last_run_.end() || last->second < begin) return {false, 0, 0, begin};
  std::size_t close = content_.find('`', begin);
  for (;;) {
    const std::uint32_t end = run_end(content_, close);
    if (end - close == length) {
      auto inner_end = static_cast<std::uint32_t>(close);
      std::uint32_t inner_begin = begin;
      const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
      const std::string_view inner = content_.substr(begin, close - begin);
      const bool padded = inner.size() > 2 && is_space(inner.front()) && is_space(inner.back()) &&
                          !std::ranges::all_of(inner, is_space);
      if (padded) {
        ++inner_begin;
        --inner_end;
      }
      return {true, inner_begin, inner_end, end};
    }
    close = content_.find('`', end);
  }
}

}  // namespace galpi::ingest
