#include "links.hpp"

#include <algorithm>
#include <iterator>

#include "block_text.hpp"
#include "galpi/normalize/arxiv.hpp"
#include "keys.hpp"
#include "name_key.hpp"

namespace galpi::normalize {

using model::Block;
using model::BlockType;
using model::Mark;
using model::MarkType;
using model::PaperLink;

namespace {

/// As key_of() gives them.
constexpr std::string_view generic_texts[] = {
    "arxiv",     "arxivlink", "link",     "links",    "paper", "paperlink", "pdf",
    "abs",       "abstract",  "url",      "here",     "html",  "링크",      "논문",
    "논문링크",  "원문",      "원문링크", "바로가기", "보기",  "여기",      "아카이브",
    "arxiv링크", "논문보기",  "원문보기", "출처",
};

/// Collects links of `block`; false when there is a word that belongs to no link, or content that
/// is no text at all.
bool collect(const Block& block, std::vector<PaperLink>& found) {
  const bool may_hold = block.type == BlockType::paragraph || block.type == BlockType::quote ||
                        block.type == BlockType::list || block.type == BlockType::item;
  if (!may_hold || block.label == "footnotes") return false;
  std::uint32_t at = 0;
  for (const Mark& mark : block.marks) {
    if (mark.type == MarkType::image || mark.type == MarkType::footnote) return false;
    if (mark.type != MarkType::link) continue;
    if (mark.start < at || !has_no_letters(view_of(block, {at, mark.start}))) return false;
    at = mark.end;
    found.push_back({folded(view_of(block, {mark.start, mark.end})), mark.url});
  }
  if (!has_no_letters(std::string_view(block.text).substr(at))) return false;
  return std::ranges::all_of(block.children,
                             [&](const Block& child) { return collect(child, found); });
}

}  // namespace

std::vector<PaperLink> links_of(const Block& block) {
  std::vector<PaperLink> links;
  for (const Mark& mark : block.marks) {
    if (mark.type != MarkType::link) continue;
    links.push_back({folded(view_of(block, {mark.start, mark.end})), mark.url});
  }
  return links;
}

bool take_links(const Block& block, std::vector<PaperLink>& links) {
  std::vector<PaperLink> found;
  if (!collect(block, found) || found.empty()) return false;
  std::ranges::move(found, std::back_inserter(links));
  return true;
}

bool is_generic_link_text(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("http://") || text.starts_with("https://")) return !text.contains(' ');
  if (parse_arxiv_id(text)) return true;
  const NameKey key(text);
  return key.view().empty() ||
         std::ranges::find(generic_texts, key.view()) != std::end(generic_texts);
}

std::string_view url_at_start(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return {};
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = text::next_code_point(text, next);
    const bool stops = text::is_space(c) || text::is_hangul(c) || c == '<' || c == '>' ||
                       c == '"' || c == ')' || c == ']';
    if (stops) break;
    end = next;
  }
  while (end > 0 && std::string_view(".,;:!?").contains(text[end - 1])) --end;
  return text.substr(0, end);
}

}  // namespace galpi::normalize
