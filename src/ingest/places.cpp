#include "places.hpp"

#include <algorithm>
#include <span>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

constexpr std::uint32_t no_end = 0xFFFFFFFF;

TracedOffset follow(const text::OffsetMap& map, TracedOffset place) {
  if (map.is_identity()) return place;
  const TracedOffset further = trace(map, place.offset);
  return {further.offset, std::min(place.run, further.run)};
}

}  // namespace

TracedOffset PlaceChain::to_clean(std::uint32_t prepared_offset) const {
  TracedOffset place = follow(repaired, follow(prepared, {prepared_offset, no_end}));
  place.offset = std::min(place.offset + body, static_cast<std::uint32_t>(source.text().size()));
  return place;
}

std::size_t ContentMap::line_of(std::uint32_t content_offset) const {
  const auto next = std::upper_bound(
      more_.begin(), more_.end(), content_offset,
      [](std::uint32_t offset, const Line& line) { return offset < line.content; });
  return static_cast<std::size_t>(next - more_.begin());
}

std::uint32_t ContentMap::to_prepared(std::uint32_t content_offset) const {
  const Line& from = line(line_of(content_offset));
  return from.prepared + (content_offset - std::min(from.content, content_offset));
}

TracedOffset ContentMap::to_clean(std::uint32_t content_offset) const {
  const std::size_t index = line_of(content_offset);
  TracedOffset place = chain_->to_clean(to_prepared(content_offset));
  if (index + 1 < count_) place.run = std::min(place.run, line(index + 1).content - content_offset);
  return place;
}

At ContentMap::at(std::uint32_t content_offset) const {
  return chain_->source.at(to_clean(content_offset).offset);
}

ContentMap ContentMap::part(std::uint32_t begin, std::uint32_t end) const {
  ContentMap part(*chain_);
  part.add(0, to_prepared(begin));
  for (std::size_t i = line_of(begin); i < count_ && line(i).content < end; ++i) {
    if (line(i).content > begin) part.add(line(i).content - begin, line(i).prepared);
  }
  return part;
}

std::vector<model::TextAnchor> make_anchors(std::string_view text,
                                            const std::vector<TextRun>& copied,
                                            const ContentMap& map) {
  std::vector<model::TextAnchor> anchors;
  const SourceText& source = map.chain().source;
  constexpr TextRun whole{0, 0, false};
  const std::span<const TextRun> runs =
      copied.empty() ? std::span(&whole, 1) : std::span<const TextRun>(copied);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t end = i + 1 < runs.size() ? runs[i + 1].text : size;
    for (std::uint32_t at = runs[i].text; at < end;) {
      const std::uint32_t offset = runs[i].content + (at - runs[i].text);
      const TracedOffset place =
          runs[i].foreign ? TracedOffset{offset, no_end} : map.to_clean(offset);
      std::uint32_t valid_until = 0;
      const At where = source.at(place.offset, valid_until);
      bool goes_on = false;
      if (!anchors.empty() && anchors.back().at.line == where.line) {
        const model::TextAnchor& last = anchors.back();
        const std::size_t between =
            text::count_code_points(text.substr(last.offset, at - last.offset));
        goes_on = last.at.column + between == where.column;
      }
      if (!goes_on) anchors.push_back({at, where});
      const std::uint32_t run = std::min(place.run, valid_until - place.offset);
      at = end - at <= run ? end : at + std::max(run, 1U);
    }
  }
  return anchors;
}

}  // namespace galpi::ingest
