#include "field_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "math/plain_formula.hpp"

namespace galpi::exporters::anki {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Whether the text so far ends in a backslash, so that `(` would begin a formula. MathJax reads
/// the page after entities have been resolved; an element between the two keeps it from seeing one,
/// whatever stood between them in the post and cannot be seen.
bool is_after_backslash(std::string_view html) { return html.ends_with("&#92;"); }

void append_escaped(std::string& html, char32_t c) {
  switch (c) {
    case '&':
      html += "&amp;";
      return;
    case '<':
      html += "&lt;";
      return;
    case '>':
      html += "&gt;";
      return;
    case '{':
      html += "&#123;";
      return;
    case '}':
      html += "&#125;";
      return;
    case '[':
      html += is_after_backslash(html) ? "<span>&#91;</span>" : "&#91;";
      return;
    case ']':
    case '(':
    case ')':
      html += is_after_backslash(html) ? fmt::format("<span>{}</span>", static_cast<char>(c))
                                       : std::string(1, static_cast<char>(c));
      return;
    case ':':
      html += html.ends_with(':') ? "&#58;" : ":";
      return;
    case '\\':
      html += "&#92;";
      return;
    default:
      text::append_code_point(html, c);
  }
}

void append_text(std::string& html, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_code_point(text, i);
    if (text::is_space(c)) {
      if (!html.empty() && !html.ends_with(' ')) html += ' ';
    } else if (!is_control(c)) {
      append_escaped(html, c);
    }
  }
}

void trim_end(std::string& html) {
  while (html.ends_with(' ')) html.pop_back();
}

struct Tags {
  std::string_view open;
  std::string_view close;
};

Tags tags_of(model::MarkType type) {
  switch (type) {
    case model::MarkType::code:
      return {"<code>", "</code>"};
    case model::MarkType::superscript:
      return {"<sup>", "</sup>"};
    case model::MarkType::subscript:
      return {"<sub>", "</sub>"};
    case model::MarkType::emphasis:
    case model::MarkType::strong:
    case model::MarkType::strikethrough:
    case model::MarkType::math:
    case model::MarkType::link:
    case model::MarkType::image:
    case model::MarkType::footnote:
      break;
  }
  return {};
}

/// Renders from left to right: marks nest, so their ends are a stack.
class StretchWriter {
 public:
  StretchWriter(const model::Block& block, text::ByteRange stretch,
                std::span<const Replacement> replacements)
      : text_(block.text), at_(stretch.start), end_(stretch.end), replacements_(replacements) {
    for (const model::Mark& mark : block.marks) {
      if (mark.end > stretch.start && mark.start < stretch.end) marks_.push_back(&mark);
    }
  }

  std::string write() {
    for (const model::Mark* mark : marks_) {
      if (mark->end <= at_) continue;
      go_to(std::max(mark->start, at_));
      if (mark->type == model::MarkType::math) {
        html_ += formula_field(text_.substr(at_, std::min(mark->end, end_) - at_));
        at_ = std::min(mark->end, end_);
      } else if (mark->type == model::MarkType::footnote) {
        at_ = std::min(mark->end, end_);
      } else if (const Tags tags = tags_of(mark->type); !tags.open.empty()) {
        html_ += tags.open;
        open_.emplace_back(std::min(mark->end, end_), tags.close);
      }
    }
    go_to(end_);
    trim_end(html_);
    return std::move(html_);
  }

 private:
  /// Writes text up to `target`, closing what ends on the way.
  void go_to(std::uint32_t target) {
    while (!open_.empty() && open_.back().first <= target) {
      write_text(open_.back().first);
      html_ += open_.back().second;
      open_.pop_back();
    }
    write_text(target);
  }

  void write_text(std::uint32_t target) {
    while (at_ < target) {
      while (!replacements_.empty() && replacements_.front().range.end <= at_) {
        replacements_ = replacements_.subspan(1);
      }
      const bool is_within = !replacements_.empty() && replacements_.front().range.start < target;
      if (!is_within) {
        append_text(html_, text_.substr(at_, target - at_));
        at_ = target;
        return;
      }
      const Replacement& next = replacements_.front();
      if (next.range.start > at_) append_text(html_, text_.substr(at_, next.range.start - at_));
      html_ += next.html;
      at_ = std::max(at_, next.range.end);
      replacements_ = replacements_.subspan(1);
    }
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::span<const Replacement> replacements_;
  std::vector<const model::Mark*> marks_;
  std::vector<std::pair<std::uint32_t, std::string_view>> open_;
  std::string html_;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities = {
    {{"&amp;", "&"},
     {"&lt;", "<"},
     {"&gt;", ">"},
     {"&#123;", "{"},
     {"&#125;", "}"},
     {"&#91;", "["},
     {"&#58;", ":"},
     {"&#92;", "\\"}}};

}  // namespace

std::string escape_field(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  append_text(html, text);
  trim_end(html);
  return html;
}

std::string formula_field(std::string_view tex) {
  if (tex.empty() || !math::is_plain_formula(tex)) return "<code>" + escape_field(tex) + "</code>";
  std::string html = "\\(";
  for (const char c : tex) {
    // A bracket behind the end of a row is none of MathJax's own.
    if (html.ends_with('\\') && std::string_view("()[]").contains(c)) html += ' ';
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '{':
      case '}':
        // `{{` is a template's and `}}` ends a cloze, whatever is between.
        if (html.ends_with(c)) html += ' ';
        html += c;
        break;
      case ':':
        html += "&#58;";
        break;
      case '[':
        html += "&#91;";
        break;
      default:
        html += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return html + "\\)";
}

std::string render_stretch(const model::Block& block, text::ByteRange stretch,
                           std::span<const Replacement> replacements) {
  return StretchWriter(block, stretch, replacements).write();
}

std::string plain_field(std::string_view html) {
  std::string plain;
  plain.reserve(html.size());
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      i = std::min(html.find('>', i), html.size() - 1) + 1;
    } else if (html[i] == '&') {
      const auto* const known = std::ranges::find_if(
          entities, [&](const auto& entity) { return html.substr(i).starts_with(entity.first); });
      plain += known == entities.end() ? "&" : known->second;
      i += known == entities.end() ? 1 : known->first.size();
    } else {
      plain += html[i++];
    }
  }
  return plain;
}

}  // namespace galpi::exporters::anki
