// The terms of a book, at its end.
#include <algorithm>
#include <utility>

#include "blocks.hpp"
#include "document.hpp"
#include "galpi/text/utf8.hpp"
#include "labels.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::Block;
using model::BlockType;
using model::Concept;

Block block_of(BlockType type, std::string text) {
  Block block;
  block.type = type;
  block.text = std::move(text);
  std::ranges::replace(block.text, '\n', ' ');
  return block;
}

/// `attention (ATT)`
std::string english_name(const Concept& entry) {
  std::string abbreviations;
  for (const std::string& abbreviation : entry.abbreviations) {
    abbreviations += (abbreviations.empty() ? "" : ", ") + abbreviation;
  }
  return abbreviations.empty() ? entry.english : entry.english + " (" + abbreviations + ")";
}

/// `**주의** — attention (ATT)`, the language of the document first.
Block item_of(const Concept& entry, Mode mode) {
  const bool is_english = mode == Mode::english;
  const std::string& name = is_english ? entry.english : entry.korean;
  const std::string other = is_english ? entry.korean : english_name(entry);
  std::string text = is_english ? english_name(entry) : entry.korean;
  if (!other.empty() && other != name) text += " — " + other;
  Block item = block_of(BlockType::item, std::move(text));
  item.marks = {{model::MarkType::strong, 0, static_cast<std::uint32_t>(name.size()), {}}};
  return item;
}

/// Definitions below the names, in pairs as everywhere: Korean, then English as a quote.
void add_definitions(const Concept& entry, Mode mode, Block& item) {
  const std::string& korean = entry.definition_korean;
  const std::string& english = entry.definition_english;
  const bool has_both = mode == Mode::interleaved || mode == Mode::table;
  if (mode == Mode::english) {
    const std::string& shown = english.empty() ? korean : english;
    if (!shown.empty()) item.children.push_back(block_of(BlockType::paragraph, shown));
    return;
  }
  if (!korean.empty()) item.children.push_back(block_of(BlockType::paragraph, korean));
  if (!has_both || english.empty()) return;
  Block quote = block_of(BlockType::quote, "");
  quote.children.push_back(block_of(BlockType::paragraph, english));
  item.children.push_back(std::move(quote));
}

/// In Korean dictionary order, or by the English names.
std::vector<const Concept*> concepts_of(const model::Edition& edition, Mode mode) {
  std::vector<const Concept*> concepts;
  for (const model::TermUse& use : edition.terms) {
    if (use.concept_index >= edition.glossary.concepts.size()) continue;
    concepts.push_back(&edition.glossary.concepts[use.concept_index]);
  }
  if (mode == Mode::english) {
    std::ranges::sort(concepts, {}, [](const Concept* entry) {
      return std::pair(text::ascii_lower(entry->english), std::string_view(entry->id));
    });
  }
  return concepts;
}

}  // namespace

std::string book_tail(const model::Edition& edition, Mode mode) {
  Block list = block_of(BlockType::list, "");
  for (const Concept* entry : concepts_of(edition, mode)) {
    list.children.push_back(item_of(*entry, mode));
    add_definitions(*entry, mode, list.children.back());
  }
  if (list.children.empty()) return {};
  std::string tail = "\n## " + std::string(terms_heading(mode)) + "\n\n";
  LineWriter lines(tail);
  const Footnotes no_footnotes;
  const model::BilingualDigest no_day;
  const Speaker speaker(edition, no_day, no_footnotes);
  // The pairs are made above; the writer only sees blocks.
  BlockWriter(lines, speaker, no_footnotes, Mode::korean).write({&list, 1});
  return tail;
}

}  // namespace galpi::exporters::markdown
