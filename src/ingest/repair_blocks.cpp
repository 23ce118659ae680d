#include "repair_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "fence_end.hpp"
#include "galpi/text/utf8.hpp"
#include "html_names.hpp"
#include "line_tracker.hpp"
#include "lines.hpp"
#include "mask.hpp"
#include "rewriter.hpp"

namespace galpi::ingest {
namespace {

struct Removal {
  std::string_view open;
  std::string_view close;
};

/// Comments of HTML, kramdown and Liquid.
constexpr Removal comments[] = {
    {"<!--", "-->"}, {"{::comment}", "{:/comment}"}, {"{% comment %}", "{% endcomment %}"}};

class BlockRepair {
 public:
  BlockRepair(std::string_view body, std::uint32_t offset, const Limits& limits, Reporter& reporter)
      : lines_(body),
        offset_(offset),
        reporter_(reporter),
        tracker_(limits.markers_per_line),
        fences_(lines_),
        output_(body) {}

  Rewritten repair() {
    std::uint32_t at = 0;
    const std::string_view body = lines_.text();
    while (at < body.size()) at = next_line(at);
    output_.copy_to(static_cast<std::uint32_t>(body.size()));
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
    return remove_in_line(at + tracked.content, end, number);
  }

  std::uint32_t skip_fence(std::uint32_t opening) {
    const std::uint32_t begin = lines_.begin(opening);
    const Fence opened = tracker_.fence().value_or(Fence{});
    const std::string fence(opened.length, opened.character);
    const FenceEnd found = fences_.find(opening, tracker_);
    tracker_.close_fence();
    if (found.closed) {
      const auto start = tracker_.peek(lines_[found.line]);
      const bool is_fence = start && read_fence(lines_[found.line].substr(*start), true);
      return lines_.begin(found.line + (is_fence ? 1 : 0));
    }
    const bool at_end = found.line == lines_.count();
    reporter_.report(DiagnosticCode::fence_unclosed, offset_ + begin, offset_ + lines_.end(opening),
                     at_end ? "this code fence is never closed; it goes to the end of the post"
                            : "this code fence is never closed; closed before the next heading",
                     fmt::format("add a line `{}` after the code", quote_for_message(fence)));
    const std::uint32_t next = lines_.begin(found.line);
    output_.copy_to(next);
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
    output_.copy_to(at);
    output_.insert(std::string_view(&guard, 1));
  }

  /// Looks for what is to be removed in [at, end) of line `number`.
  std::uint32_t remove_in_line(std::uint32_t at, std::uint32_t end, std::uint32_t number) {
    const std::string_view body = lines_.text();
    while ((at = static_cast<std::uint32_t>(
                std::min<std::size_t>(body.find_first_of("<{`\\", at), end))) < end) {
      const char c = body[at];
      if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        at = after_code_span(at, end);
      } else if (const std::uint32_t next = removal_end(at); next > at) {
        remove(at, next);
        at = next;
        if (at > end) return at;
      } else {
        ++at;
      }
    }
    return lines_.begin(number + 1);
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
      if (rest.starts_with(comment.open)) return comment_end(at, comment);
    }
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

  std::uint32_t comment_end(std::uint32_t at, const Removal& comment) {
    const std::size_t inside = at + comment.open.size();
    const std::size_t close = finder(comment.close, false).find(inside);
    // A comment that opens within a comment: the first one was forgotten.
    const std::size_t another = finder(comment.open, false).find(inside);
    if (close == std::string_view::npos || another < close) {
      reporter_.report(DiagnosticCode::comment_unclosed, offset_ + at,
                       offset_ + static_cast<std::uint32_t>(inside),
                       "this comment is never closed; shown as text",
                       fmt::format("close it with `{}`", comment.close));
      return at;
    }
    reporter_.report(DiagnosticCode::comment_removed, offset_ + at,
                     offset_ + static_cast<std::uint32_t>(inside), "a comment was left out");
    return static_cast<std::uint32_t>(close + comment.close.size());
  }

  void remove(std::uint32_t begin, std::uint32_t end) {
    output_.copy_to(begin);
    output_.skip_to(end);
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
  Rewriter output_;
  std::map<std::string, ForwardFinder, std::less<>> finders_;
};

}  // namespace

Rewritten repair_blocks(std::string_view body, std::uint32_t offset, const Limits& limits,
                        Reporter& reporter) {
  const bool needs_repair = body.contains('<') || body.contains("```") || body.contains("~~~") ||
                            body.contains("{::comment}") || body.contains("{% comment %}");
  if (!needs_repair) return {std::string(body), {}};
  return BlockRepair(body, offset, limits, reporter).repair();
}

}  // namespace galpi::ingest
