// What a line of Markdown looks like when it stands alone.
#pragma once

#include <cstddef>
#include <string_view>

namespace galpi::ingest {

/// A line that is nothing but `{: .note}`, `{:toc}` or `{::options … /}`.
bool is_attribute_list(std::string_view content);

/// The first `mark` in `content` that no backslash escapes, or the size of it.
std::size_t find_mark(std::string_view content, std::string_view mark);

/// TeX does not put these at the start of a line after an empty one; prose does.
bool opens_other_block(std::string_view content);

}  // namespace galpi::ingest
