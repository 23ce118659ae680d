#include "lines.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {

std::uint32_t Lines::of(std::uint32_t offset) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(next - starts_.begin()) - 1;
}

std::size_t ForwardFinder::find(std::size_t from) {
  const bool known = searched_from_ <= from && from <= found_;
  if (!known) {
    found_ = search(from);
    searched_from_ = from;
  }
  return found_;
}

std::size_t ForwardFinder::search(std::size_t from) const {
  if (!any_case_) return text_.find(needle_, from);
  for (std::size_t at = text_.find(needle_[0], from); at != std::string_view::npos;
       at = text_.find(needle_[0], at + 1)) {
    if (text::ascii_lower(text_.substr(at, needle_.size())) == needle_) return at;
  }
  return std::string_view::npos;
}

}  // namespace galpi::ingest
