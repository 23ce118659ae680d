#include "definitions.hpp"

#include <utility>

#include "link_reader.hpp"
#include "link_tail.hpp"

namespace galpi::ingest {
namespace {

std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace

DefinitionList take_definitions(BlockEvent& paragraph, InlineContext& context) {
  DefinitionList taken{{}, {}, paragraph.map};
  const std::string_view content = paragraph.content;
  std::uint32_t at = 0;
  while (at < content.size() && content[at] == '[') {
    const auto definition = read_definition(content, at);
    if (!definition) break;
    std::string label = normalize_label(slice(content, definition->label));
    Definition value;
    value.url = context.entities.unescape(slice(content, definition->tail.destination));
    value.title = clean_value(context.entities.unescape(slice(content, definition->tail.title)));
    value.title_place = paragraph.map.to_clean(definition->tail.title.begin).offset;
    if (!context.definitions.try_emplace(label, std::move(value)).second) label.clear();
    const std::uint32_t end = definition->tail.end;
    taken.items.push_back({std::move(label), at, end});
    at = end < content.size() ? end + 1 : end;
  }
  if (at > 0) {
    const auto size = static_cast<std::uint32_t>(content.size());
    taken.content = content.substr(0, at);
    paragraph.map = paragraph.map.part(at, size);
    paragraph.prepared = paragraph.map.to_prepared(0);
    paragraph.content.erase(0, at);
  }
  return taken;
}

}  // namespace galpi::ingest
