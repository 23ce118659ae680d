#include "escape_xml.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "galpi/text/byte_search.hpp"

namespace galpi::markup {
namespace {

/// Bytes at which a run that can be copied as it is may end; U+FFFE and U+FFFF begin with 0xEF.
constexpr text::ByteSet make_xml_special() {
  text::ByteSet special = text::make_byte_set("&<>\"\xEF", 0x20);
  for (std::size_t control = 0; control < 0x20; ++control) special.wanted[control] = true;
  return special;
}
constexpr text::ByteSet xml_special = make_xml_special();

/// What stands for the special character at `text[at]`; `at` is moved behind it.
std::string_view xml_replacement(std::string_view text, std::size_t& at, bool attribute) {
  const std::string_view here = text.substr(at);
  if (here[0] == '\xEF') {
    const bool noncharacter = here.starts_with("\xEF\xBF\xBE") || here.starts_with("\xEF\xBF\xBF");
    const std::size_t length = here.size() < 3 ? here.size() : 3;
    at += length;
    return noncharacter ? std::string_view() : here.substr(0, length);
  }
  ++at;
  switch (here[0]) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':  // needed after ]] only (XML 1.0 §2.4); always is simpler for readers of the output
      return "&gt;";
    case '"':
      return attribute ? "&quot;" : "\"";
    case '\n':  // attribute values are normalized (§3.3.3), line ends too (§2.11)
      return attribute ? "&#10;" : "\n";
    case '\t':
      return attribute ? "&#9;" : "\t";
    case '\r':
      return "&#13;";
    default:
      return {};  // no Char of XML 1.0 §2.2
  }
}

void escape_piecewise(std::string& target, std::string_view text, bool attribute) {
  std::size_t run = 0;
  std::size_t i = 0;
  while ((i = text::find_byte<xml_special>(text, i)) < text.size()) {
    target.append(text, run, i - run);
    target.append(xml_replacement(text, i, attribute));
    run = i;
  }
  target.append(text, run, text.size() - run);
}

using Block = unsigned char __attribute__((vector_size(16)));

/// Whether a byte of `block` may need a replacement.
template <bool attribute>
bool is_special(Block block) {
  auto special =
      (block < 0x20) | (block == '&') | (block == '<') | (block == '>') | (block == 0xEF);
  if constexpr (attribute) special |= block == '"';
  std::uint64_t halves[2];
  std::memcpy(halves, &special, sizeof(halves));
  return (halves[0] | halves[1]) != 0;
}

template <class Value>
Value copy_value(const char* from, char* to) {
  Value value;
  std::memcpy(&value, from, sizeof(Value));
  std::memcpy(to, &value, sizeof(Value));
  return value;
}

/// Copies a text of one or two words, which may overlap, and returns a block of nothing else.
template <class Word>
Block copy_ends(const char* from, std::size_t size, char* to) {
  const std::size_t last = size - sizeof(Word);
  const Word ends[2] = {copy_value<Word>(from, to), copy_value<Word>(from + last, to + last)};
  Word words[sizeof(Block) / sizeof(Word)];
  for (std::size_t i = 0; i < std::size(words); ++i) words[i] = ends[i % 2];
  Block block;
  std::memcpy(&block, words, sizeof(block));
  return block;
}

/// Copies `text` until something special is met; false if that is so. Whatever the length, the last
/// piece of a text ends where the text ends and overlaps the piece before it: most of what a book
/// is written of is too short for loops over single bytes at its end.
template <bool attribute>
bool copy_plain(std::string_view text, char* to) {
  const char* const from = text.data();
  const std::size_t size = text.size();
  if (size >= sizeof(Block)) {
    const std::size_t last = size - sizeof(Block);
    for (std::size_t at = 0; at < last; at += sizeof(Block)) {
      if (is_special<attribute>(copy_value<Block>(from + at, to + at))) return false;
    }
    return !is_special<attribute>(copy_value<Block>(from + last, to + last));
  }
  if (size >= sizeof(std::uint64_t)) {
    return !is_special<attribute>(copy_ends<std::uint64_t>(from, size, to));
  }
  if (size >= sizeof(std::uint32_t)) {
    return !is_special<attribute>(copy_ends<std::uint32_t>(from, size, to));
  }
  for (std::size_t at = 0; at < size; ++at) {
    const auto byte = copy_value<unsigned char>(from + at, to + at);
    if (xml_special.wanted[byte]) return false;
  }
  return true;
}

/// Nearly always nothing needs a replacement: then text is looked through and copied in one go.
template <bool attribute>
void escape_xml(std::string& target, std::string_view text) {
  const std::size_t used = target.size();
  const std::size_t size = used + text.size();
  bool is_plain = false;
  // GCC 12 tells the function how much room there is, not what was asked for.
  target.resize_and_overwrite(size, [&](char* bytes, std::size_t) {
    is_plain = copy_plain<attribute>(text, bytes + used);
    return is_plain ? size : used;
  });
  if (!is_plain) escape_piecewise(target, text, attribute);
}

}  // namespace

void escape_xml_text(std::string& target, std::string_view text) {
  escape_xml<false>(target, text);
}

void escape_xml_attribute(std::string& target, std::string_view text) {
  escape_xml<true>(target, text);
}

}  // namespace galpi::markup
