#include "paper_heading.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "block_text.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/normalize/arxiv.hpp"
#include "keys.hpp"
#include "links.hpp"
#include "metadata_lines.hpp"

namespace galpi::normalize {

using model::Block;
using model::Mark;
using model::MarkType;
using text::ByteRange;

namespace {

std::uint32_t size_of(const Block& block) { return static_cast<std::uint32_t>(block.text.size()); }

bool link_starts_at(const Block& heading, std::uint32_t offset) {
  return std::ranges::any_of(heading.marks, [&](const Mark& mark) {
    return mark.type == MarkType::link && mark.start == offset;
  });
}

/// ① to ⑳ and ⓪ count what they show.
std::optional<std::uint32_t> circled_number(char32_t c) {
  if (c >= 0x2460 && c <= 0x2473) return static_cast<std::uint32_t>(c - 0x2460 + 1);
  if (c >= 0x2776 && c <= 0x277F) return static_cast<std::uint32_t>(c - 0x2776 + 1);
  return std::nullopt;
}

/// Words before a number.
constexpr std::string_view number_words[] = {"No. ", "No.", "Paper ", "paper ", "논문 "};

std::size_t skip_spaces(std::string_view text, std::size_t i) {
  while (i < text.size() && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t')) ++i;
  return i;
}

/// What may close a number: `.`, `)`, `]`, `:`, the keycap of an emoji digit.
std::size_t closer_length(std::string_view text) {
  for (std::string_view closer :
       {".", ")", "]", ":", "：", "\xEF\xB8\x8F\xE2\x83\xA3", "\xE2\x83\xA3"}) {
    if (text.starts_with(closer)) return closer.size();
  }
  return 0;
}

struct MainLink {
  const Mark* mark = nullptr;
  std::optional<model::ArxivId> arxiv;
};

/// The link whose target is the paper's: the first to arXiv, else the one with most of the title.
MainLink main_link(const Block& heading, std::uint32_t from) {
  MainLink best;
  for (const Mark& mark : heading.marks) {
    if (mark.type != MarkType::link || mark.end <= from) continue;
    if (auto id = arxiv_id_of_url(mark.url)) return {&mark, std::move(id)};
    if (best.mark == nullptr || mark.end - mark.start > best.mark->end - best.mark->start) {
      best.mark = &mark;
    }
  }
  return best;
}

/// What a removed link leaves behind: `()`, `[]`, a dash or a bar at the end.
std::string without_remains(std::string title) {
  for (std::string_view pair : {"()", "[]", "( )", "[ ]", "<>"}) {
    for (std::size_t at = title.find(pair); at != std::string::npos; at = title.find(pair)) {
      title.erase(at, pair.size());
    }
  }
  title = folded(title);
  for (bool more = true; more && !title.empty();) {
    more = false;
    for (std::string_view tail : {" -", " –", " —", " |", " :", " ·", ","}) {
      if (!title.ends_with(tail)) continue;
      title.erase(title.size() - tail.size());
      more = true;
    }
  }
  return title;
}

/// Takes the links out of the title that are not part of it; the rest are kept beside it.
void sort_links(Block& heading, const Mark* main, PaperHeading& result) {
  std::vector<ByteRange> removed;
  const bool all_link = is_covered(heading, MarkType::link, {0, size_of(heading)});
  for (const Mark& mark : heading.marks) {
    // The usual title is one link and nothing else.
    if (mark.type != MarkType::link || (all_link && &mark == main)) continue;
    const ByteRange range{mark.start, mark.end};
    std::string text = folded(view_of(heading, range));
    const bool generic = !all_link && is_generic_link_text(text);
    if (generic) removed.push_back(range);
    if (generic || &mark != main) result.links.push_back({std::move(text), mark.url});
  }
  for (std::size_t i = removed.size(); i-- > 0;) {
    erase_text(heading, removed[i].start, removed[i].end);
  }
}

void read_broken_link(const Block& heading, const BrokenLink& broken, PaperHeading& result) {
  result.was_broken = true;
  const std::string url(view_of(heading, broken.url));
  std::string title(view_of(heading, broken.title));
  const std::uint32_t end = std::max(broken.title.end, broken.url.end);
  std::string_view rest = std::string_view(heading.text).substr(end);
  while (!rest.empty() && std::string_view("()[]<> ").contains(rest[0])) rest.remove_prefix(1);
  if (!rest.empty()) title.append(" ").append(rest);
  result.title = folded(title);
  if (url.empty()) return;
  result.url = url;
  result.arxiv = arxiv_id_of_url(url);
}

bool has_run_of_spaces(std::string_view text) {
  return text.contains('\n') || text.contains("  ") || text.contains('\t');
}

}  // namespace

std::optional<NumberPrefix> number_prefix(const Block& heading) {
  const std::string_view text = heading.text;
  std::size_t i = skip_spaces(text, 0);
  bool named = false;  // `논문 1` may be all of a heading whose title is in a line below
  const bool may_be_named = text.substr(i).starts_with("논") || text.substr(i).starts_with('N') ||
                            text.substr(i).starts_with('P') || text.substr(i).starts_with('p');
  for (std::string_view word : may_be_named ? number_words : std::span<const std::string_view>()) {
    if (!text.substr(i).starts_with(word)) continue;
    const std::size_t after = skip_spaces(text, i + word.size());
    named = after < text.size() && text[after] >= '0' && text[after] <= '9';
    if (named) i = after;
    break;
  }
  if (i < text.size()) {
    std::size_t next = i;
    if (const auto circled = circled_number(text::next_code_point(text, next))) {
      next = skip_spaces(text, next + closer_length(text.substr(next)));
      return NumberPrefix{*circled, static_cast<std::uint32_t>(next)};
    }
  }
  const bool marked = i < text.size() && std::string_view("#[(").contains(text[i]);
  if (marked) ++i;
  std::uint32_t number = 0;
  const std::size_t first = i;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && i - first < 4; ++i) {
    number = number * 10 + static_cast<std::uint32_t>(text[i] - '0');
  }
  if (i == first) return std::nullopt;
  const std::size_t closer = closer_length(text.substr(i));
  const std::size_t after = skip_spaces(text, i + closer);
  const bool at_link = link_starts_at(heading, static_cast<std::uint32_t>(after)) ||
                       text.substr(after).starts_with('[');
  const bool spaced = after > i + closer || after == text.size();
  const bool hash = marked && text[first - 1] == '#';
  if (named && after == text.size()) return NumberPrefix{number, static_cast<std::uint32_t>(after)};
  // `(3) Title` and `3. Title` number a title; `(3D) Title` and `3 Ways` do not.
  if ((closer > 0 || hash) ? !(spaced || at_link) : !at_link) return std::nullopt;
  if (marked && !hash && closer == 0) return std::nullopt;
  return NumberPrefix{number, static_cast<std::uint32_t>(after)};
}

std::optional<BrokenLink> broken_link(const Block& heading, std::uint32_t from) {
  const std::string_view text = heading.text;
  if (from >= text.size() || text[from] != '[') return std::nullopt;
  if (link_starts_at(heading, from)) return std::nullopt;  // the bracket is part of a title
  const std::size_t middle = text.find("](", from);
  if (middle != std::string_view::npos) {
    const std::size_t start = skip_spaces(text, middle + 2);
    const std::string_view url = url_at_start(text.substr(start));
    BrokenLink link{
        {from + 1, static_cast<std::uint32_t>(middle)},
        {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + url.size())}};
    if (url.empty() || !markup::is_safe_url(url))
      link.url = {link.title.end + 1, link.title.end + 1};
    return link;
  }
  // `[Title` or `[Title]`: the bracket is all that is left of a link.
  const std::size_t close = std::min(text.find(']', from), text.size());
  if (close < text.size() && !has_no_letters(text.substr(close))) return std::nullopt;
  const auto end = static_cast<std::uint32_t>(close);
  return BrokenLink{{from + 1, end}, {end, end}};
}

LinkEvidence link_evidence(const Block& heading) {
  if (heading.marks.empty() && !heading.text.contains('[')) return LinkEvidence::none;
  const auto number = number_prefix(heading);
  const std::uint32_t from = number ? number->length : 0;
  if (const MainLink link = main_link(heading, from); link.mark != nullptr) {
    return link.arxiv ? LinkEvidence::arxiv : LinkEvidence::other;
  }
  const auto broken = broken_link(heading, from);
  if (!broken || broken->url.start == broken->url.end) return LinkEvidence::none;
  return arxiv_id_of_url(view_of(heading, broken->url)) ? LinkEvidence::arxiv : LinkEvidence::other;
}

PaperHeading read_paper_heading(const Block& original) {
  PaperHeading result;
  Block heading;  // what a title needs; where it stands in the source does not matter
  heading.text = original.text;
  heading.marks = original.marks;
  std::uint32_t start = 0;  // of the title in the original
  if (const auto number = number_prefix(heading)) {
    result.number = number->number;
    start = number->length;
    erase_text(heading, 0, number->length);
  }
  if (const auto label = metadata_label(heading, {0, size_of(heading)});
      label && label->kind == MetadataKind::title) {
    result.had_label = true;
    start += label->value;
    erase_text(heading, 0, label->value);
  }
  result.was_wrapped = has_run_of_spaces(trimmed(heading.text));
  if (const auto broken = broken_link(heading, 0)) {
    read_broken_link(heading, *broken, result);
    return result;
  }
  MainLink main = main_link(heading, 0);
  if (main.mark != nullptr) result.url = main.mark->url;
  result.arxiv = std::move(main.arxiv);
  sort_links(heading, main.mark, result);
  result.title = without_remains(heading.text);
  if (result.title.empty()) {
    result.title = folded(std::string_view(original.text).substr(start));
  }
  return result;
}

}  // namespace galpi::normalize
