#include "language.hpp"

#include <algorithm>

#include "galpi/text/scripts.hpp"

namespace galpi::exporters::epub {
namespace {

// Scripts that an English text has no letters of: Hangul, kana, Han and their punctuation.
bool is_east_asian(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

bool has_east_asian(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    // Below U+1100 everything is shorter than three bytes, or starts with 0xE0.
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
    } else if (is_east_asian(text::next_code_point(text, offset))) {
      return true;
    }
  }
  return false;
}

/// Stops early: most Korean texts have something else among their first characters.
bool is_ascii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

void write_runs(markup::XmlWriter& xml, std::string_view text,
                const std::vector<text::ByteRange>& runs) {
  std::size_t written = 0;
  for (const text::ByteRange& run : runs) {
    if (run.start > written) xml.text(text.substr(written, run.start - written));
    xml.start("span");
    mark_english(xml);
    xml.text(text.substr(run.start, run.end - run.start));
    xml.end();
    written = run.end;
  }
  if (written < text.size()) xml.text(text.substr(written));
}

}  // namespace

void mark_english(markup::XmlWriter& xml) { xml.attributes(R"(lang="en" xml:lang="en")"); }

bool is_english(std::string_view text, const std::vector<text::ByteRange>& runs) {
  if (runs.empty()) return false;
  std::size_t checked = 0;
  for (const text::ByteRange& run : runs) {
    if (has_east_asian(text.substr(checked, run.start - checked))) return false;
    checked = run.end;
  }
  return !has_east_asian(text.substr(checked));
}

// Within a run everything beyond ASCII is an accented letter or close to one.
bool has_latin_letter(std::string_view piece) {
  return std::ranges::any_of(piece, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

void write_tagged(markup::XmlWriter& xml, std::string_view text) {
  write_runs(xml, text, text::latin_runs(text));
}

void write_tagged_content(markup::XmlWriter& xml, std::string_view text) {
  if (is_ascii(
          text)) {  // titles, names of systems: nothing East Asian, and runs make no difference
    if (has_latin_letter(text)) mark_english(xml);
    xml.text(text);
    return;
  }
  const std::vector<text::ByteRange> runs = text::latin_runs(text);
  if (is_english(text, runs)) {
    mark_english(xml);
    xml.text(text);
  } else {
    write_runs(xml, text, runs);
  }
}

void write_tagged_element(markup::XmlWriter& xml, std::string_view name,
                          std::string_view class_name, std::string_view text) {
  xml.start(name);
  if (!class_name.empty()) xml.attribute("class", class_name);
  write_tagged_content(xml, text);
  xml.end();
}

}  // namespace galpi::exporters::epub
