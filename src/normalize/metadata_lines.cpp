#include "metadata_lines.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "block_text.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/normalize/arxiv.hpp"
#include "keys.hpp"
#include "links.hpp"
#include "name_key.hpp"

namespace galpi::normalize {

using model::Block;
using model::BlockType;
using text::ByteRange;

namespace {

constexpr auto label_kinds = NameTable(std::to_array<std::pair<std::string_view, MetadataKind>>({
    {"제목", MetadataKind::title},       {"논문제목", MetadataKind::title},
    {"논문명", MetadataKind::title},     {"title", MetadataKind::title},
    {"papertitle", MetadataKind::title}, {"제목title", MetadataKind::title},
    {"arxiv", MetadataKind::arxiv},      {"arxivid", MetadataKind::arxiv},
    {"arxiv번호", MetadataKind::arxiv},  {"아카이브", MetadataKind::arxiv},
    {"arxivlink", MetadataKind::arxiv},  {"arxiv링크", MetadataKind::arxiv},
    {"arxivurl", MetadataKind::arxiv},   {"링크", MetadataKind::link},
    {"link", MetadataKind::link},        {"url", MetadataKind::link},
    {"주소", MetadataKind::link},        {"논문링크", MetadataKind::link},
    {"paperlink", MetadataKind::link},   {"paperurl", MetadataKind::link},
    {"논문주소", MetadataKind::link},    {"원문", MetadataKind::link},
    {"원문링크", MetadataKind::link},    {"논문url", MetadataKind::link},
    {"paper", MetadataKind::link},       {"논문", MetadataKind::link},
    {"pdf", MetadataKind::link},
}));

/// Bytes in which a label with its bullet, number and colon must be found.
constexpr std::size_t longest_label = 48;

/// The URL a value holds: its first link, else bare text that is one; empty if none is safe.
std::string url_of_value(const Block& block, ByteRange value) {
  for (const model::Mark& mark : block.marks) {
    if (mark.type == model::MarkType::link && mark.start >= value.start && mark.end <= value.end) {
      return mark.url;
    }
  }
  const std::string_view url = url_at_start(view_of(block, value));
  return markup::is_safe_url(url) ? std::string(url) : std::string();
}

/// Whether a value is an identifier or a URL, with no word of its own.
bool is_wordless(std::string_view value) {
  const std::string_view url = url_at_start(value);
  return parse_arxiv_id(value) || (!url.empty() && has_no_letters(value.substr(url.size())));
}

void take_title(const Block& block, ByteRange value, Metadata& metadata) {
  metadata.title = folded(view_of(block, value));
  const std::string url = url_of_value(block, value);
  if (!url.empty() && metadata.url.empty()) {
    metadata.url = url;
  } else if (!url.empty()) {
    metadata.links.push_back({metadata.title, url});
  }
}

/// One labelled line; false when it must stay.
bool take_line(const Block& block, ByteRange line, Metadata& metadata) {
  const auto label = metadata_label(block, line);
  if (!label) return false;
  const ByteRange value{label->value, line.end};
  if (label->kind == MetadataKind::title) {
    if (!metadata.title.empty()) return false;
    if (!metadata.given_title.empty()) {
      return key_of(view_of(block, value)) == key_of(metadata.given_title);
    }
    take_title(block, value, metadata);
    return true;
  }
  const std::string url = url_of_value(block, value);
  auto id = url.empty() ? parse_arxiv_id(view_of(block, value)) : arxiv_id_of_url(url);
  if (!id && label->kind == MetadataKind::arxiv) {
    metadata.invalid_arxiv = model::position_in_source(block, value.start);
  }
  if (url.empty() && !id) return false;
  if (!metadata.arxiv) metadata.arxiv = std::move(id);
  const bool first_url = metadata.url.empty();
  if (first_url) metadata.url = url;
  const bool wordless = is_wordless(view_of(block, value));
  if (!wordless && !is_covered(block, model::MarkType::link, value)) return false;
  // A line with words of its own is kept word for word, as a link of the paper.
  const bool said = wordless && first_url && label->kind == MetadataKind::arxiv;
  if (!url.empty() && !said) {
    metadata.links.push_back({folded(view_of(block, line)), url});
  }
  return true;
}

ByteRange whole(const Block& block) { return {0, static_cast<std::uint32_t>(block.text.size())}; }

bool has_colon(std::string_view text) { return text.contains(':') || text.contains("："); }

/// The lines among which metadata is looked for. Each that is found is cut out of the text, so
/// their number must have a limit; a paper has a handful.
std::vector<ByteRange> first_lines(const Block& block) {
  constexpr std::size_t most = 32;
  if (!has_colon(block.text)) return {};  // a label ends with one
  auto lines = source_lines(block);
  if (lines.size() > most) lines.resize(most);
  return lines;
}

bool may_hold_metadata(const Block& block) {
  return block.type == BlockType::paragraph || block.type == BlockType::list ||
         block.type == BlockType::item || block.type == BlockType::quote;
}

bool is_empty(const Block& block) { return block.text.empty() && block.children.empty(); }

}  // namespace

std::optional<MetadataLabel> metadata_label(const Block& block, ByteRange range) {
  const std::string_view line = view_of(block, range);
  const std::string_view head = line.substr(0, longest_label);
  const std::size_t ascii_colon = head.find(':');
  const std::size_t wide_colon = head.find("：");
  const std::size_t colon = std::min(ascii_colon, wide_colon);
  if (colon == std::string_view::npos) return std::nullopt;
  const NameKey key(line.substr(0, colon));
  std::string_view word = key.view();
  while (!word.empty() && word[0] >= '0' && word[0] <= '9') word.remove_prefix(1);
  const MetadataKind* const kind = label_kinds.find(word);
  if (kind == nullptr) return std::nullopt;
  const auto after = static_cast<std::uint32_t>(colon + (colon == ascii_colon ? 1 : 3));
  const ByteRange value = trimmed_range(block, {range.start + after, range.end});
  if (value.start == value.end) return std::nullopt;
  return MetadataLabel{*kind, value.start};
}

MetadataEvidence metadata_evidence(const Block& block) {
  MetadataEvidence evidence;
  if (!may_hold_metadata(block)) return evidence;
  // Nearly every block of a post is prose, which its first words tell.
  if (!block.text.empty() && !metadata_label(block, whole(block))) return evidence;
  for (const ByteRange line : first_lines(block)) {
    const auto label = metadata_label(block, line);
    if (!label) continue;
    if (label->kind == MetadataKind::title) {
      evidence.title = true;
      continue;
    }
    const ByteRange value{label->value, line.end};
    const std::string url = url_of_value(block, value);
    const bool arxiv = url.empty() ? parse_arxiv_id(view_of(block, value)).has_value()
                                   : arxiv_id_of_url(url).has_value();
    evidence.arxiv = evidence.arxiv || arxiv;
    evidence.link = evidence.link || arxiv || !url.empty();
  }
  for (const Block& child : block.children) {
    const MetadataEvidence inner = metadata_evidence(child);
    if (!inner.title && !inner.link && !evidence.title && !evidence.link) return evidence;
    evidence.title = evidence.title || inner.title;
    evidence.link = evidence.link || inner.link;
    evidence.arxiv = evidence.arxiv || inner.arxiv;
  }
  return evidence;
}

bool take_metadata(Block& block, Metadata& metadata) {
  if (!may_hold_metadata(block)) return false;
  const std::vector<ByteRange> lines = first_lines(block);
  std::vector<bool> taken(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    taken[i] = take_line(block, lines[i], metadata);
    if (taken[i] && !metadata.first_line) {
      metadata.first_line = model::position_in_source(block, lines[i].start);
    }
  }
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (!taken[i]) continue;
    // The white space up to the next line goes as well; behind the last line more may follow.
    erase_text(block, lines[i].start, i + 1 < lines.size() ? lines[i + 1].start : lines[i].end);
  }
  if (std::ranges::find(taken, true) != taken.end()) trim_text(block);
  std::erase_if(block.children,
                [&](Block& child) { return !is_empty(child) && take_metadata(child, metadata); });
  return is_empty(block);
}

}  // namespace galpi::normalize
