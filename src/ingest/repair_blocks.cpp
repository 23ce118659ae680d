#include "repair_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "fence_end.hpp"
#include "galpi/text/utf8.hpp"
#include "highlight_block.hpp"
#include "html_names.hpp"
#include "line_tracker.hpp"
#include "lines.hpp"
#include "liquid_tag.hpp"
#include "mask.hpp"
#include "raw_regions.hpp"
#include "rewriter.hpp"

namespace galpi::ingest {
namespace {

struct Removal {
  std::string_view open;
  std::string_view close;
};

/// Comments of HTML and kramdown; those of Liquid are written in several ways.
constexpr Removal comments[] = {{"<!--", "-->"}, {"{::comment}", "{:/comment}"}};

class BlockRepair {
 public:
  BlockRepair(std::string_view body, std::uint32_t offset, const Limits& limits, Reporter& reporter)
      : lines_(body),
        offset_(offset),
        reporter_(reporter),
        tracker_(limits.markers_per_line),
        fences_(lines_),
        raw_(body),
        comment_opens_(body, "comment"),
        comment_ends_(body, "endcomment"),
        highlight_ends_(body, "endhighlight"),
        output_(body) {}

  Rewritten repair() {
    std::uint32_t at = 0;
    const std::string_view body = lines_.text();
    for (const RawRegion& region : raw_.all()) {
      reporter_.report(
          DiagnosticCode::liquid_tag, offset_ + region.open.begin, offset_ + region.open.end,
          "`{% raw %}` and `{% endraw %}` were left out; what is between them is text");
    }
    while (at < body.size()) at = next_line(at);
    copy_to(static_cast<std::uint32_t>(body.size()));
    return {std::move(output_.text()), output_.take_map()};
  }

 private:
  /// Handles the rest of the line from `at` on, and what belongs to it; returns where to go on.
  std::uint32_t next_line(std::uint32_t at) {
    const std::uint32_t number = lines_.of(at);
    const std::uint32_t end = lines_.end(number);
    const std::string_view line = lines_.text().substr(at, end - at);
    const TrackedLine tracked = tracker_.read(line);
    switch (tracked.kind) {
      case LineKind::fence_open:
        return skip_fence(number);
      case LineKind::fence_inside:
      case LineKind::fence_close:
      case LineKind::indented_code:
      case LineKind::blank:
      case LineKind::rule:
        return lines_.begin(number + 1);
      case LineKind::html:
        guard_unclosed_pre(at + tracked.content);
        break;
      case LineKind::text:
      case LineKind::heading:
        break;
    }
    const std::string_view containers = line.substr(0, tracked.content);
    return remove_in_line(at + tracked.content, end, {number, tracked.kind, containers});
  }

  struct LineStart {
    std::uint32_t number;
    LineKind kind;
    std::string_view containers;  ///< indentation and markers before the text
  };

  void copy_to(std::uint32_t end) { raw_.copy_to(output_, end); }

  std::uint32_t skip_fence(std::uint32_t opening) {
    const std::uint32_t begin = lines_.begin(opening);
    const Fence opened = tracker_.fence().value_or(Fence{});
    const std::string fence(opened.length, opened.character);
    const FenceEnd found = fences_.find(opening, tracker_);
    tracker_.close_fence();
    if (found.closed) {
      const auto start = tracker_.peek(lines_[found.line]);
      const bool is_fence = start && read_fence(lines_[found.line].substr(*start), true);
      raw_.copy_code_to(output_, lines_.begin(found.line));
      return lines_.begin(found.line + (is_fence ? 1 : 0));
    }
    const bool at_end = found.line == lines_.count();
    reporter_.report(DiagnosticCode::fence_unclosed, offset_ + begin, offset_ + lines_.end(opening),
                     at_end ? "this code fence is never closed; it goes to the end of the post"
                            : "this code fence is never closed; closed before the next heading",
                     fmt::format("add a line `{}` after the code", quote_for_message(fence)));
    const std::uint32_t next = lines_.begin(found.line);
    raw_.copy_code_to(output_, next);
    if (!at_end) {
      const std::string_view line = lines_[found.line];
      const std::string prefix(line.substr(0, tracker_.peek(line).value_or(0)));
      output_.insert(prefix + fence + "\n");
    } else if (!tracker_.in_container()) {
      output_.insert("\n" + fence + "\n");
    }
    return next;
  }

  /// A <pre> that is never closed would hide the rest of the post.
  void guard_unclosed_pre(std::uint32_t at) {
    if (!opens_pre_block(lines_.text().substr(at, 5)) ||
        finder("</pre", true).find(at) != std::string_view::npos) {
      return;
    }
    tracker_.not_html();
    copy_to(at);
    output_.insert(std::string_view(&guard, 1));
  }

  /// Looks for what is to be removed or rewritten in [at, end) of a line whose text begins at `at`.
  std::uint32_t remove_in_line(std::uint32_t at, std::uint32_t end, const LineStart& line) {
    const std::uint32_t content = at;
    const std::string_view body = lines_.text();
    while ((at = static_cast<std::uint32_t>(
                std::min<std::size_t>(body.find_first_of("<{`\\", at), end))) < end) {
      const char c = body[at];
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        at = after_code_span(at, end);
      } else if (const RawRegion* const raw = c == '{' ? raw_.at(at) : nullptr) {
        at = keep_raw(at, *raw);
      } else if (const auto block = c == '{' ? highlight_at(at) : std::nullopt) {
        return take_highlight(*block, at > content, line);
      } else if (const std::uint32_t next = removal_end(at); next > at) {
        remove(at, next);
        at = next;
        if (at > end) return at;
      } else {
        ++at;
      }
    }
    return lines_.begin(line.number + 1);
  }

  /// Keeps braces within `{% raw %}` from being read as Liquid.
  std::uint32_t keep_raw(std::uint32_t at, const RawRegion& raw) {
    if (at == raw.open.begin) return raw.open.end;
    if (at == raw.close.begin) return raw.close.end;
    const char next = at + 1 < lines_.text().size() ? lines_.text()[at + 1] : '\0';
    if (next != '{' && next != '%') return at + 1;
    copy_to(at + 1);
    output_.insert(std::string_view(&guard, 1));
    return at + 2;
  }

  std::optional<HighlightBlock> highlight_at(std::uint32_t at) {
    const auto open = read_liquid_tag(lines_.text(), at);
    if (!open || open->name != "highlight") return std::nullopt;
    auto close = highlight_ends_.find(open->end);
    while (close) {
      const RawRegion* const raw = raw_.at(close->begin);
      if (raw == nullptr) return HighlightBlock{*open, *close, "", ""};
      close = highlight_ends_.find(raw->close.end);
    }
    reporter_.report(DiagnosticCode::fence_unclosed, offset_ + open->begin, offset_ + open->end,
                     "this code is never closed; read as Markdown",
                     "close it with `{% endhighlight %}`");
    return std::nullopt;
  }

  std::uint32_t take_highlight(HighlightBlock block, bool after_text, const LineStart& line) {
    for (const char c : line.containers) block.prefix += c == '>' || c == '\t' ? c : ' ';
    // A block of HTML goes on until an empty line.
    if (line.kind == LineKind::html) block.lead = "\n\n";
    if (line.kind != LineKind::html && after_text) block.lead = "\n";
    if (!block.lead.empty()) block.lead += block.prefix;
    copy_to(block.open.begin);
    write_highlight(block, lines_, tracker_, raw_, output_);
    return block.close.end;
  }

  std::uint32_t after_code_span(std::uint32_t at, std::uint32_t end) const {
    const std::string_view line = lines_.text().substr(0, end);
    const std::size_t length = std::min(line.find_first_not_of('`', at), line.size()) - at;
    std::size_t next = at + length;
    while ((next = line.find('`', next)) != std::string_view::npos) {
      const std::size_t run = std::min(line.find_first_not_of('`', next), line.size()) - next;
      next += run;
      if (run == length) return static_cast<std::uint32_t>(next);
    }
    return static_cast<std::uint32_t>(at + length);
  }

  /// The end of the comment or active element that starts at `at`; `at` when there is none.
  std::uint32_t removal_end(std::uint32_t at) {
    const std::string_view rest = lines_.text().substr(at);
    for (const Removal& comment : comments) {
      if (!rest.starts_with(comment.open)) continue;
      const std::size_t inside = at + comment.open.size();
      const std::size_t close = finder(comment.close, false).find(inside);
      const std::size_t another = finder(comment.open, false).find(inside);
      const bool is_closed = close != std::string_view::npos;
      const std::size_t end = close + comment.close.size();
      return comment_end(at, inside, is_closed && close < another ? end : 0, comment.close);
    }
    if (rest.starts_with("{%")) return liquid_comment_end(at);
    if (!rest.starts_with('<')) return at;
    const std::string_view name = html_name(rest.substr(1));
    if (html_element(name) != HtmlElement::active) return at;
    const std::string lower = galpi::text::ascii_lower(name);
    const std::size_t close = finder("</" + lower, true).find(at);
    if (close == std::string_view::npos) return at;
    const std::size_t end = finder(">", false).find(close);
    if (end == std::string_view::npos) return at;
    reporter_.report(
        DiagnosticCode::html_removed, offset_ + at,
        offset_ + at + static_cast<std::uint32_t>(name.size()) + 1,
        fmt::format("`<{}>` and what is in it was left out", quote_for_message(lower)));
    return static_cast<std::uint32_t>(end + 1);
  }

  std::uint32_t liquid_comment_end(std::uint32_t at) {
    const auto open = read_liquid_tag(lines_.text(), at);
    if (!open || open->name != "comment") return at;
    const auto close = comment_ends_.find(open->end);
    const auto another = comment_opens_.find(open->end);
    const bool is_closed = close && (!another || close->begin < another->begin);
    return comment_end(at, open->end, is_closed ? close->end : 0, "{% endcomment %}");
  }

  /// Reports the comment that opens in [at, inside). `end` is 0 when it is never closed or another
  /// one opens within it: then it was forgotten, and stays.
  std::uint32_t comment_end(std::uint32_t at, std::size_t inside, std::size_t end,
                            std::string_view close) {
    const std::uint32_t report_end = offset_ + static_cast<std::uint32_t>(inside);
    if (end == 0) {
      reporter_.report(DiagnosticCode::comment_unclosed, offset_ + at, report_end,
                       "this comment is never closed; shown as text",
                       fmt::format("close it with `{}`", close));
      return at;
    }
    reporter_.report(DiagnosticCode::comment_removed, offset_ + at, report_end,
                     "a comment was left out");
    return static_cast<std::uint32_t>(end);
  }

  void remove(std::uint32_t begin, std::uint32_t end) {
    copy_to(begin);
    // Of the spaces around it, one is enough.
    const bool spaced = begin > 0 && lines_.text()[begin - 1] == ' ';
    output_.skip_to(end + (spaced && lines_.text().substr(end).starts_with(' ') ? 1 : 0));
    if (lines_.text().substr(begin, end - begin).contains('\n')) output_.insert("\n");
  }

  ForwardFinder& finder(std::string_view needle, bool any_case) {
    const auto found = finders_.find(needle);
    if (found != finders_.end()) return found->second;
    const auto added = finders_.try_emplace(std::string(needle), lines_.text(), "", any_case).first;
    // The finder refers to the key, which lives as long as the map.
    added->second = ForwardFinder(lines_.text(), added->first, any_case);
    return added->second;
  }

  Lines lines_;
  std::uint32_t offset_;
  Reporter& reporter_;
  LineTracker tracker_;
  FenceEndFinder fences_;
  RawRegions raw_;
  LiquidTagFinder comment_opens_;
  LiquidTagFinder comment_ends_;
  LiquidTagFinder highlight_ends_;
  Rewriter output_;
  std::map<std::string, ForwardFinder, std::less<>> finders_;
};

}  // namespace

bool may_need_repair(std::string_view body) {
  return body.contains('<') || body.contains("```") || body.contains("~~~") ||
         body.contains("{::comment}") || body.contains("{%");
}

Rewritten repair_blocks(std::string_view body, std::uint32_t offset, const Limits& limits,
                        Reporter& reporter) {
  return BlockRepair(body, offset, limits, reporter).repair();
}

}  // namespace galpi::ingest
