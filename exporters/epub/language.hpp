// Language tags: the book is Korean, and every run of Latin text in it says that it is English, so
// that voices, hyphenation and fonts follow. `lang` is for XHTML, `xml:lang` for older XML readers.
#pragma once

#include <string_view>
#include <vector>

#include "galpi/markup/xml_writer.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::epub {

/// Adds both attributes to the element just started.
void mark_english(markup::XmlWriter& xml);

/// Whether `text` as a whole is English: it has Latin runs and nothing East Asian beside them.
/// `runs` are text::latin_runs(text).
bool is_english(std::string_view text, const std::vector<text::ByteRange>& runs);

/// Whether a piece of a Latin run has a letter left in it, so that a tag is worth writing.
bool has_latin_letter(std::string_view piece);

/// Writes `text` with its Latin runs in spans.
void write_tagged(markup::XmlWriter& xml, std::string_view text);

/// `<name class="class_name">text</name>`, the tag on the element itself when all of it is English.
/// An empty class is left out.
void write_tagged_element(markup::XmlWriter& xml, std::string_view name,
                          std::string_view class_name, std::string_view text);

/// Writes `text` as the content of the element just started (which may get the tag itself).
void write_tagged_content(markup::XmlWriter& xml, std::string_view text);

}  // namespace galpi::exporters::epub
