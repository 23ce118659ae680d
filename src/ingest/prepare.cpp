#include "prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "formula_join.hpp"
#include "galpi/text/byte_search.hpp"
#include "galpi/text/utf8.hpp"
#include "heading_join.hpp"
#include "line_shapes.hpp"
#include "line_tracker.hpp"
#include "lines.hpp"
#include "mask.hpp"
#include "rewriter.hpp"
#include "table_bars.hpp"
#include "table_guard.hpp"

namespace galpi::ingest {
namespace {

constexpr std::string_view guard_text(&guard, 1);
constexpr galpi::text::ByteSet formula_bytes = galpi::text::make_byte_set("$\\");

class Preparer {
 public:
  Preparer(std::string_view body, const Limits& limits, const PlaceReporter& report)
      : body_(body),
        lines_(body),
        limits_(limits),
        report_(report),
        tracker_(limits.markers_per_line),
        tables_(lines_, limits),
        formulas_(lines_, tracker_),
        output_(body) {}

  PreparedText prepare() {
    std::uint32_t line = 0;
    while (line < lines_.count()) line = next_line(line);
    output_.copy_to(static_cast<std::uint32_t>(body_.size()));
    result_.end = static_cast<std::uint32_t>(output_.text().size());
    refer_to_footnotes();
    result_.text = std::move(output_.text());
    result_.map = output_.take_map();
    return std::move(result_);
  }

 private:
  std::uint32_t next_line(std::uint32_t line) {
    const std::string_view text = lines_[line];
    const TrackedLine tracked = tracker_.read(text);
    if (tracked.footnote) take_footnote(lines_.begin(line) + *tracked.footnote);
    const std::uint32_t begin = lines_.begin(line) + tracked.content;
    switch (tracked.kind) {
      case LineKind::text:
        return text_line(line, begin, tracked);
      case LineKind::heading:
        return heading_line(line, begin);
      case LineKind::blank:
      case LineKind::rule:
      case LineKind::fence_open:
      case LineKind::fence_inside:
      case LineKind::fence_close:
      case LineKind::indented_code:
      case LineKind::html:
        break;
    }
    return line + 1;
  }

  std::uint32_t text_line(std::uint32_t line, std::uint32_t begin, const TrackedLine& tracked) {
    const std::uint32_t end = lines_.end(line);
    const std::string_view content = body_.substr(begin, end - begin);
    if (is_attribute_list(content)) {
      report_.report(DiagnosticCode::attribute_list, begin, end,
                     fmt::format("`{}` was left out", quote_for_message(content, 30)));
      output_.copy_to(begin);
      output_.skip_to(end);
      return line + 1;
    }
    if (tracked.after_list_marker && is_contents_mark(line + 1)) {
      // kramdown puts the contents in the place of `* TOC`: a book has its own.
      const std::uint32_t last = lines_.end(line + 1);
      report_.report(DiagnosticCode::attribute_list, begin, end,
                     "a place for the table of contents was left out");
      output_.copy_to(lines_.begin(line));
      output_.skip_to(last);
      return line + 2;
    }
    if (tracked.too_many_markers) {
      report_.report(DiagnosticCode::marker_limit, begin, end,
                     fmt::format("more than {} markers in one line; the rest is kept as text",
                                 limits_.markers_per_line));
      insert_guard(begin);
    }
    if (content.starts_with('#') && is_tight_heading(content)) {
      const auto hashes = static_cast<std::uint32_t>(content.find_first_not_of('#'));
      output_.copy_to(begin + hashes);
      output_.insert(" ");
      return heading_line(line, begin + hashes);
    }
    std::string more_cells;
    in_table_ = in_table_ && tracked.continues_paragraph;
    if (is_delimiter_row(content)) {
      more_cells = guard_table(line, begin, tracked);
      in_table_ = true;
    }
    std::uint32_t masked_from = begin;
    if (tracked.after_list_marker && is_task_mark(content)) masked_from += 3;
    output_.copy_to(masked_from);
    const std::size_t from = output_.text().size();
    const std::uint32_t last = join_formulas(line, masked_from);
    output_.copy_to(lines_.end(last));
    if (content.starts_with("```")) {
      mask_bars(output_.text(), from);
    } else {
      const bool is_joined = last > line;
      mask_line(from, !is_joined && !in_table_ && !is_ruler(last + 1));
    }
    if (!more_cells.empty()) output_.insert(more_cells);
    last_text_ = from;
    return last + 1;
  }

  bool is_contents_mark(std::uint32_t line) const {
    if (line >= lines_.count()) return false;
    const std::string_view text = lines_[line];
    const std::string_view content =
        text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
    return is_attribute_list(content) && content.substr(2).starts_with("toc");
  }

  /// kramdown takes `#1. [Title](…)` for a heading, so its authors write it.
  static bool is_tight_heading(std::string_view content) {
    const std::size_t hashes = content.find_first_not_of('#');
    if (hashes == std::string_view::npos || hashes > 6) return false;
    const std::size_t after_number = content.find_first_not_of("0123456789.) ", hashes);
    return after_number != std::string_view::npos && content[after_number] == '[' &&
           content.substr(after_number).contains("](");
  }

  static bool is_task_mark(std::string_view content) {
    return content.size() > 3 && content[0] == '[' && content[2] == ']' && content[3] == ' ' &&
           (content[1] == ' ' || content[1] == 'x' || content[1] == 'X');
  }

  std::uint32_t heading_line(std::uint32_t line, std::uint32_t begin) {
    const std::string_view content = body_.substr(begin, lines_.end(line) - begin);
    std::uint32_t last = line;
    output_.copy_to(begin);
    const std::size_t from = output_.text().size();
    if (content.contains('[')) {
      if (const auto join = find_heading_join(content, line, lines_)) {
        report_.report(DiagnosticCode::heading_joined, begin, lines_.end(line),
                       "this heading is broken over several lines; they were joined",
                       "keep a heading on one line");
        for (; last < join->last; ++last) join_next_line(last, join->with_space);
      }
    }
    output_.copy_to(lines_.end(last));
    mask_line(from, true);
    return last + 1;
  }

  /// Puts the text of the line after `line` right behind it.
  void join_next_line(std::uint32_t line, bool with_space) {
    const std::string_view text = lines_[line];
    if (is_blank(text)) {
      output_.skip_to(lines_.begin(line + 1));
    } else {
      const auto length = static_cast<std::uint32_t>(text.find_last_not_of(" \t\\") + 1);
      output_.copy_to(lines_.begin(line) + length);
      if (with_space) output_.insert(" ");
    }
    const std::string_view next = lines_[line + 1];
    const std::size_t indent = std::min(next.find_first_not_of(" \t"), next.size());
    output_.skip_to(lines_.begin(line + 1) + static_cast<std::uint32_t>(indent));
  }

  /// Keeps tables within limits and widens heads: inserts what the head lacks, and returns what
  /// the delimiter row does.
  std::string guard_table(std::uint32_t line, std::uint32_t begin, const TrackedLine& tracked) {
    const std::string_view head = tracked.continues_paragraph
                                      ? std::string_view(output_.text()).substr(last_text_)
                                      : std::string_view();
    const TableShape shape = tables_.look(line, begin, head, tracker_);
    if (!shape.problem.empty()) {
      report_.report(DiagnosticCode::table_limit, begin, lines_.end(line),
                     fmt::format("{}; kept as text", shape.problem));
      insert_guard(begin);
      return "";
    }
    std::string more_cells;
    if (shape.missing > 0) {
      report_.report(DiagnosticCode::table_widened, shape.widest_begin,
                     lines_.end(shape.widest_line),
                     "this row has more cells than the head of its table; the head was widened",
                     "give the head a cell for every column");
      output_.insert(empty_cells(head, shape.missing));
      const std::string_view delimiter = body_.substr(begin, lines_.end(line) - begin);
      const bool has_bar =
          delimiter.substr(0, delimiter.find_last_not_of(" \t") + 1).ends_with('|');
      for (std::size_t i = 0; i < shape.missing; ++i) more_cells += has_bar ? "---|" : "|---";
    }
    output_.copy_to(begin);
    result_.delimiter_rows.push_back(static_cast<std::uint32_t>(output_.text().size()));
    return more_cells;
  }

  void insert_guard(std::uint32_t at) {
    output_.copy_to(at);
    output_.insert(guard_text);
  }

  /// Puts formulas that start in `line` and go on in later ones on one line, so that their lines
  /// open no blocks; returns the last line that was taken.
  std::uint32_t join_formulas(std::uint32_t line, std::uint32_t at) {
    const std::string_view first = body_.substr(at, lines_.end(line) - at);
    if (galpi::text::find_byte<formula_bytes>(first, 0) == first.size()) return line;
    if (!first.contains("$$") && !first.contains("\\[") && !first.contains("\\begin{")) return line;
    for (;;) {
      const std::uint32_t end = lines_.end(line);
      const auto open = formulas_.open(at, end);
      if (!open) return line;
      const bool alone = is_blank(body_.substr(at, *open - at));
      const auto close = formulas_.close(line, *open, alone);
      if (!close) {
        if (body_[*open] == '$') {
          report_.report(DiagnosticCode::math_unclosed, *open, *open + 2,
                         "this formula is never closed; kept as text", "close it with `$$`");
        }
        return line;
      }
      const std::uint32_t last = lines_.of(*close);
      for (; line < last; ++line) {
        output_.copy_to(lines_.end(line));
        output_.insert(std::string_view(&masked_line_end, 1));
        output_.skip_to(lines_.begin(line + 1) + tracker_.peek(lines_[line + 1]).value_or(0));
      }
      at = *close;
    }
  }

  /// Whether `line` could be the one under a table's head, within whatever containers: the line
  /// before it may then have cells even if it has no bar.
  bool is_ruler(std::uint32_t line) const {
    return line < lines_.count() &&
           lines_[line].find_first_not_of(" \t>|:-") == std::string_view::npos &&
           lines_[line].contains('-');
  }

  /// Masks the line of output that begins at `from`. A line may have a tail, in which nothing is
  /// masked, when no formula was joined in it and it cannot have cells.
  void mask_line(std::size_t from, bool may_have_tail) {
    std::string& text = output_.text();
    const std::size_t tail = may_have_tail ? find_prose_tail(text, from) : text.size();
    if (tail < text.size()) {
      result_.tails.push_back(
          {static_cast<std::uint32_t>(tail), static_cast<std::uint32_t>(text.size())});
    } else {
      mask_bars(text, from);
    }
    mask_inlines(text, from, tail);
  }

  /// cmark drops footnotes that nothing refers to (a masked reference is none), and all but the
  /// first of one label. Markup in a label keeps cmark from seeing a reference to it.
  void take_footnote(std::uint32_t at) {
    const std::size_t end = body_.find(']', at);
    const std::string_view label = body_.substr(at + 2, end - at - 2);
    if (!footnotes_.insert(galpi::text::ascii_lower(label)).second) return insert_guard(at);
    output_.copy_to(at + 2);
    const std::size_t from = output_.text().size();
    output_.copy_to(static_cast<std::uint32_t>(end));
    mask_bars(output_.text(), from);
    mask_inlines(output_.text(), from, output_.text().size());
    labels_.emplace_back(
        std::string_view(output_.text()).substr(output_.text().size() - label.size()));
  }

  void refer_to_footnotes() {
    if (labels_.empty()) return;
    output_.text() += "\n\n";
    result_.end += 2;
    for (const std::string& label : labels_) {
      output_.text().append("[^").append(label).append("]\n");
    }
  }

  std::string_view body_;
  Lines lines_;
  const Limits& limits_;
  const PlaceReporter& report_;
  LineTracker tracker_;
  TableGuard tables_;
  FormulaFinder formulas_;
  Rewriter output_;
  bool in_table_ = false;      ///< in a paragraph that has had a delimiter row
  std::size_t last_text_ = 0;  ///< where the last line of text begins in the output
  PreparedText result_;
  std::set<std::string> footnotes_;
  std::vector<std::string> labels_;
};

}  // namespace

PreparedText prepare(std::string_view body, const Limits& limits, const PlaceReporter& report) {
  return Preparer(body, limits, report).prepare();
}

}  // namespace galpi::ingest
