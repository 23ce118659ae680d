// Whether a text gives a name away, in any spelling a reader would recognise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

/// Latin letters small, without spaces and hyphens: how two Hangul names are compared.
std::string squeezed(std::string_view text);

/// Whether `text` contains `name`: one with Hangul anywhere, spaces not counted; a Latin one as a
/// word of its own (a plural `s` and hyphens for spaces allowed), whatever the case.
bool contains_name(std::string_view text, std::string_view name);

/// Where `text` has the Latin `name` as a word, case counted, with what is attached to it
/// (`-10B`, `++`, `v2`). Sorted.
std::vector<text::ByteRange> find_name(std::string_view text, std::string_view name);

/// The same, whatever the case: `GearNet` and `GEARNET` are one name to a reader.
std::vector<text::ByteRange> find_name_in_any_case(std::string_view text, std::string_view name);

/// Whether a name looks like that of a data set or a benchmark.
bool is_name_of_data(std::string_view name);

bool has_hangul(std::string_view text);

/// What of `text` must go with a blank at `range`: a bracket right behind it (its gloss), or, when
/// it stands in brackets itself, the Latin words before the bracket (the name written out).
text::ByteRange with_gloss(std::string_view text, text::ByteRange range);

}  // namespace galpi::exporters::anki
