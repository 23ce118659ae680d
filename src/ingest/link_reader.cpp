#include "link_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "galpi/markup/escape.hpp"
#include "galpi/text/utf8.hpp"
#include "source_text.hpp"

namespace galpi::ingest {
namespace {

std::string without_liquid(std::string_view url) {
  std::string plain;
  while (!url.empty()) {
    const std::size_t open = std::min(url.find("{{"), url.find("{%"));
    const std::size_t close =
        open == std::string_view::npos ? open : url.find(url[open + 1] == '{' ? "}}" : "%}", open);
    if (close == std::string_view::npos) break;
    plain.append(url.substr(0, open));
    url.remove_prefix(close + 2);
  }
  return plain.append(url);
}

/// Titles are shown in one line.
std::string folded(std::string_view title) {
  std::string line = clean_value(title);
  for (char& c : line) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return line;
}

}  // namespace

std::string safe_url(std::string_view url, bool& unsafe) {
  std::string clean = url.contains('{') ? clean_value(without_liquid(url)) : clean_value(url);
  std::erase_if(clean, [](char c) { return c == '\n' || c == '\t'; });
  while (clean.ends_with(' ')) clean.pop_back();
  clean.erase(0, std::min(clean.find_first_not_of(' '), clean.size()));
  unsafe = !markup::is_safe_url(clean);
  return unsafe ? std::string() : clean;
}

std::string file_name_of(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t slash = url.rfind('/');
  return std::string(slash == std::string_view::npos ? url : url.substr(slash + 1));
}

void LinkReader::open(std::uint32_t token, bool is_image) {
  if (!brackets_.empty()) brackets_.back().holds_bracket = true;
  if (!is_image) active_links_.push_back(brackets_.size());
  brackets_.push_back({token, delimiters_.top(), is_image, true, false});
}

std::uint32_t LinkReader::close(std::uint32_t at) {
  if (brackets_.empty()) return at;
  const Bracket bracket = brackets_.back();
  brackets_.pop_back();
  if (!active_links_.empty() && active_links_.back() == brackets_.size()) active_links_.pop_back();
  if (!brackets_.empty()) brackets_.back().holds_bracket = true;
  if (!bracket.active) return at;
  std::uint32_t end = inline_link(bracket, at);
  if (end == at) end = reference_link(bracket, at);
  if (end == at) end = footnote(bracket, at);
  return end;
}

std::uint32_t LinkReader::inline_link(const Bracket& bracket, std::uint32_t at) {
  const auto tail = read_link_tail(content_, at + 1);
  if (!tail) return at;
  const auto slice = [&](Range range) {
    return content_.substr(range.begin, range.end - range.begin);
  };
  LinkTitle title{folded(context_.entities.unescape(slice(tail->title))), tail->title.begin, false};
  finish(bracket, at, tail->end, context_.entities.unescape(slice(tail->destination)),
         tail->destination.begin, std::move(title));
  return tail->end;
}

std::uint32_t LinkReader::reference_link(const Bracket& bracket, std::uint32_t at) {
  const std::uint32_t begin = result_.tokens[bracket.token].end;
  std::string_view label = content_.substr(begin, at - begin);
  std::uint32_t end = at + 1;
  std::uint32_t after_label = 0;
  if (const auto given = read_label(content_, at + 1, after_label)) {
    label = content_.substr(given->begin, given->end - given->begin);
    end = after_label;
  } else if (bracket.holds_bracket) {
    return at;
  } else if (content_.substr(at + 1).starts_with("[]")) {
    end = at + 3;
  }
  constexpr std::size_t longest_label = 999;
  if (context_.definitions.empty() || label.size() > longest_label) return at;
  const auto found = context_.definitions.find(normalize_label(label));
  if (found == context_.definitions.end()) return at;
  Definition& definition = found->second;
  if (definition.url.size() > context_.reference_budget) return at;
  context_.reference_budget -= definition.url.size();
  LinkTitle title;
  if (!definition.used) title = {definition.title, definition.title_place, true};
  definition.used = true;
  finish(bracket, at, end, definition.url, at, std::move(title));
  return end;
}

std::uint32_t LinkReader::footnote(const Bracket& bracket, std::uint32_t at) {
  const std::uint32_t begin = result_.tokens[bracket.token].end;
  if (bracket.is_image || begin >= at || content_[begin] != '^') return at;
  std::string label = text::ascii_lower(content_.substr(begin + 1, at - begin - 1));
  if (!context_.footnotes.contains(label)) return at;
  if (context_.referred_set.insert(label).second) context_.referred.push_back(label);
  // What was read as text or markup within the brackets is the label.
  result_.tokens.resize(bracket.token);
  while (delimiters_.top() != bracket.delimiters_below) delimiters_.drop_top();
  result_.add(TokenKind::footnote, begin + 1, at, result_.add_string(std::move(label)));
  return at + 1;
}

/// Something to see where an image has no alternative text or a link no text.
std::uint32_t LinkReader::add_stand_in(const Bracket& bracket, std::uint32_t at, std::uint32_t end,
                                       std::string_view url, std::uint32_t shown_at) {
  const std::uint32_t begin = result_.tokens[bracket.token].end;
  const auto is_text = [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && !is_ascii_punctuation(c);
  };
  if (std::ranges::any_of(content_.substr(begin, at - begin), is_text)) return none;
  std::string shown = clean_value(bracket.is_image ? file_name_of(url) : url);
  const std::size_t within = content_.substr(0, end).find(shown, shown_at);
  const auto place = static_cast<std::uint32_t>(std::min<std::size_t>(within, end - 1));
  const std::uint32_t text = result_.add_string(std::move(shown));
  result_.add(TokenKind::stand_in, bracket.token, place, text);
  return text;
}

void LinkReader::finish(const Bracket& bracket, std::uint32_t at, std::uint32_t end,
                        std::string_view url, std::uint32_t shown_at, LinkTitle title) {
  delimiters_.process(bracket.delimiters_below, result_, repaired_);
  result_.tokens[bracket.token].dead = true;
  const std::uint32_t stand_in = add_stand_in(bracket, at, end, url, shown_at);
  const auto title_index = static_cast<std::uint32_t>(result_.titles.size());
  result_.titles.push_back(std::move(title));
  const std::uint32_t token = result_.add(TokenKind::close, at, end, title_index);
  bool unsafe = false;
  std::string target = safe_url(url, unsafe);
  if (unsafe) {
    if (stand_in != none) result_.strings[stand_in].clear();
    context_.reporter.report(
        DiagnosticCode::link_unsafe, map_.to_clean(at).offset, map_.to_clean(end).offset,
        fmt::format("`{}` is no address a book may lead to; kept as plain text",
                    quote_for_message(url, 40)));
  } else {
    const auto type = bracket.is_image ? model::MarkType::image : model::MarkType::link;
    result_.spans.push_back({type, bracket.token, token, result_.add_string(std::move(target))});
  }
  if (bracket.is_image) return;
  for (const std::size_t outer : active_links_)
    brackets_[outer].active = false;  // no links in links
  active_links_.clear();
}

}  // namespace galpi::ingest
