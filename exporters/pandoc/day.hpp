// One day: its heading, its papers and sections in reading order.
#pragma once

#include "book.hpp"

namespace galpi::exporters::pandoc {

/// A heading with an id and classes around `text`, and a link if `url` leads somewhere.
void write_heading(const Book& book, NodeWriter& nodes, std::uint32_t level,
                   const Attributes& attributes, std::string_view text, std::string_view url = "");

/// The blocks of the day, as further elements of the list that is open.
void write_day(DayState& state);

}  // namespace galpi::exporters::pandoc
