#include "html_inlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "galpi/text/utf8.hpp"
#include "link_reader.hpp"

namespace galpi::ingest {
namespace {

using model::MarkType;

/// Of the elements that become marks.
MarkType mark_of(HtmlElement element) {
  switch (element) {
    case HtmlElement::strong:
      return MarkType::strong;
    case HtmlElement::emphasis:
      return MarkType::emphasis;
    case HtmlElement::strikethrough:
      return MarkType::strikethrough;
    case HtmlElement::code:
      return MarkType::code;
    case HtmlElement::superscript:
      return MarkType::superscript;
    case HtmlElement::subscript:
      return MarkType::subscript;
    case HtmlElement::link:
    case HtmlElement::none:
    case HtmlElement::transparent:
    case HtmlElement::block:
    case HtmlElement::active:
    case HtmlElement::line_break:
    case HtmlElement::image:
      break;
  }
  return MarkType::link;
}

}  // namespace

HtmlInlines::Found HtmlInlines::declaration(std::uint32_t at) {
  const std::string_view rest = content_.substr(at);
  if (rest.starts_with("<!--")) {
    const std::size_t end = comment_end_.find(at + 4);
    if (end == std::string_view::npos) return {Kind::text, at, {}};
    return {Kind::dropped, static_cast<std::uint32_t>(end + 3), {}};
  }
  const bool opens =
      rest.starts_with("<?") || (rest.size() > 2 && rest[2] >= 'A' && rest[2] <= 'Z');
  const std::size_t end = opens ? declaration_end_.find(at) : std::string_view::npos;
  if (end == std::string_view::npos) return {Kind::text, at, {}};
  return {Kind::dropped, static_cast<std::uint32_t>(end + 1), {}};
}

HtmlInlines::Found HtmlInlines::classify(std::uint32_t at) {
  const std::string_view rest = content_.substr(at);
  const Found text{Kind::text, at, {}};
  if (rest.size() < 2) return text;
  if (rest[1] == '!' || rest[1] == '?') return declaration(at);
  if (const auto tag = read_html_tag(rest)) {
    return {Kind::tag, at + static_cast<std::uint32_t>(tag->length), *tag};
  }
  bool is_email = false;
  const std::size_t length = angle_autolink_length(rest, is_email);
  if (length == 0) return text;
  return {is_email ? Kind::email : Kind::autolink, at + static_cast<std::uint32_t>(length), {}};
}

void HtmlInlines::add(std::uint32_t at, const Found& found) {
  switch (found.kind) {
    case Kind::tag:
      return add_tag(at, found);
    case Kind::autolink:
    case Kind::email:
      return add_autolink(at, found);
    case Kind::dropped:
      result_.add(TokenKind::nothing, at, found.end);
      return report(DiagnosticCode::html_removed, at, found.end,
                    "an HTML declaration was left out");
    case Kind::text:
      return;
  }
}

void HtmlInlines::add_tag(std::uint32_t at, const Found& found) {
  const HtmlTag& tag = found.tag;
  switch (tag.element) {
    case HtmlElement::none:
      result_.add(TokenKind::text, at, found.end);
      return report(DiagnosticCode::html_text, at, found.end,
                    fmt::format("`{}` is no HTML; kept as text",
                                quote_for_message(content_.substr(at, found.end - at), 40)));
    case HtmlElement::active:
      report(DiagnosticCode::html_removed, at, found.end,
             fmt::format("a tag `{}` was left out", quote_for_message(tag.name)));
      [[fallthrough]];
    case HtmlElement::transparent:
      result_.add(TokenKind::nothing, at, found.end);
      return;
    case HtmlElement::block:
      result_.add(TokenKind::line_end, at, found.end);
      return;
    case HtmlElement::line_break:
      result_.add(TokenKind::hard_break, at, found.end);
      return;
    case HtmlElement::image:
      return add_image(at, found);
    case HtmlElement::strong:
    case HtmlElement::emphasis:
    case HtmlElement::strikethrough:
    case HtmlElement::code:
    case HtmlElement::superscript:
    case HtmlElement::subscript:
    case HtmlElement::link:
      break;
  }
  const MarkType type = mark_of(tag.element);
  const std::uint32_t token = result_.add(TokenKind::nothing, at, found.end);
  if (tag.closing) return close(type, token);
  std::uint32_t url = 0xFFFFFFFF;
  if (type == MarkType::link) {
    bool unsafe = tag.href.empty();
    std::string target = unsafe ? "" : safe_url(context_.entities.unescape(tag.href), unsafe);
    if (unsafe && !tag.href.empty()) {
      report(DiagnosticCode::link_unsafe, at, found.end,
             fmt::format("`{}` is no address a book may lead to; kept as plain text",
                         quote_for_message(tag.href, 40)));
    }
    if (!unsafe) url = result_.add_string(std::move(target));
  }
  open(type, token, url);
}

void HtmlInlines::open(MarkType type, std::uint32_t token, std::uint32_t url) {
  open_[static_cast<std::size_t>(type)].push_back({token, url});
}

void HtmlInlines::close(MarkType type, std::uint32_t token) {
  std::vector<OpenTag>& open = open_[static_cast<std::size_t>(type)];
  if (open.empty()) return;
  const OpenTag tag = open.back();
  open.pop_back();
  if (type == MarkType::link && tag.url == 0xFFFFFFFF) return;
  result_.spans.push_back({type, tag.token, token, tag.url});
}

void HtmlInlines::add_autolink(std::uint32_t at, const Found& found) {
  const std::string_view shown = content_.substr(at + 1, found.end - at - 2);
  bool unsafe = false;
  std::string url = safe_url(
      (found.kind == Kind::email ? "mailto:" : "") + context_.entities.unescape(shown), unsafe);
  if (unsafe) {
    report(DiagnosticCode::link_unsafe, at, found.end,
           fmt::format("`{}` is no address a book may lead to; kept as plain text",
                       quote_for_message(shown, 40)));
    result_.add(TokenKind::text, at + 1, found.end - 1);
    return;
  }
  result_.add(TokenKind::link_text, at + 1, found.end - 1, result_.add_string(std::move(url)));
}

void HtmlInlines::add_image(std::uint32_t at, const Found& found) {
  bool unsafe = false;
  std::string url = safe_url(context_.entities.unescape(found.tag.href), unsafe);
  std::string shown = clean_value(context_.entities.unescape(found.tag.alt));
  std::ranges::replace(shown, '\n', ' ');
  if (shown.find_first_not_of(' ') == std::string::npos) shown = file_name_of(url);
  if (unsafe) {
    report(DiagnosticCode::link_unsafe, at, found.end,
           "the source of an image is no address a book may lead to; kept as plain text");
  }
  const std::size_t within = content_.substr(0, found.end).find(shown, at);
  const std::uint32_t place =
      within == std::string_view::npos ? at : static_cast<std::uint32_t>(within);
  const std::uint32_t text = result_.add_string(std::move(shown));
  result_.add_string(unsafe ? "" : std::move(url));
  result_.add(TokenKind::image, place, found.end, text);
}

void HtmlInlines::report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end,
                         std::string message) {
  context_.reporter.report(code, map_.to_clean(begin).offset, map_.to_clean(end).offset,
                           std::move(message));
}

}  // namespace galpi::ingest
