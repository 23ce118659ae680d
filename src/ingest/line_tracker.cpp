#include "line_tracker.hpp"

#include <algorithm>

#include "html_names.hpp"

namespace galpi::ingest {

/// A place in a line that knows columns: tab stops are four apart (CommonMark section 2.2).
class LineTracker::Cursor {
 public:
  explicit Cursor(std::string_view line) : line_(line) {}

  std::string_view rest() const { return line_.substr(first_nonspace()); }
  std::size_t first_nonspace() const {
    std::size_t at = offset_;
    while (at < line_.size() && is_space(line_[at])) ++at;
    return at;
  }
  bool blank() const { return first_nonspace() == line_.size(); }

  /// Columns of white space from here to the text.
  std::uint32_t indent() const {
    std::uint32_t column = column_;
    for (std::size_t at = offset_; at < line_.size() && is_space(line_[at]); ++at) {
      column = line_[at] == '\t' ? next_stop(column) : column + 1;
    }
    return column - column_;
  }
  /// Moves over `columns` of white space; a tab may be left half used.
  void skip_columns(std::uint32_t columns) {
    const std::uint32_t target = column_ + columns;
    while (offset_ < line_.size() && is_space(line_[offset_]) && column_ < target) {
      const std::uint32_t next = line_[offset_] == '\t' ? next_stop(column_) : column_ + 1;
      if (next > target) {
        column_ = target;
        return;
      }
      column_ = next;
      ++offset_;
    }
  }
  void skip_space() { skip_columns(indent()); }
  /// Moves over `bytes` of ASCII that is no white space.
  void skip_bytes(std::size_t bytes) {
    offset_ += bytes;
    column_ += static_cast<std::uint32_t>(bytes);
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\t'; }
  static std::uint32_t next_stop(std::uint32_t column) { return column / 4 * 4 + 4; }

  std::string_view line_;
  std::size_t offset_ = 0;
  std::uint32_t column_ = 0;
};

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Three or more of one of `*-_`, with nothing but white space between them (section 4.1).
bool is_rule_text(std::string_view text) {
  const char mark = text.empty() ? '\0' : text[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  std::size_t count = 0;
  for (const char c : text) {
    if (c != mark && c != ' ' && c != '\t') return false;
    count += c == mark ? 1 : 0;
  }
  return count >= 3;
}

/// The byte length of a list marker at the start of `text`, or 0.
std::size_t list_marker_length(std::string_view text) {
  std::size_t length = 0;
  if (!text.empty() && (text[0] == '-' || text[0] == '+' || text[0] == '*')) {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')'))
      return 0;
    ++length;
  }
  const bool separated = length == text.size() || text[length] == ' ' || text[length] == '\t';
  return separated ? length : 0;
}

}  // namespace

std::optional<Fence> read_fence(std::string_view text, bool closing) {
  if (text.empty() || (text[0] != '`' && text[0] != '~')) return std::nullopt;
  const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
  if (length < 3) return std::nullopt;
  const std::string_view info = text.substr(length);
  if (closing && info.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
  if (text[0] == '`' && info.contains('`')) return std::nullopt;
  return Fence{text[0], static_cast<std::uint32_t>(length)};
}

bool is_heading_text(std::string_view text) {
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  return hashes >= 1 && hashes <= 6 &&
         (hashes == text.size() || text[hashes] == ' ' || text[hashes] == '\t');
}

std::size_t footnote_label_length(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.find_first_of("] \t", 2);
  const bool is_label =
      end != std::string_view::npos && end > 2 && text.substr(end).starts_with("]:");
  return is_label ? end + 2 : 0;
}

std::size_t LineTracker::match(Cursor& cursor) const {
  std::size_t matched = 0;
  for (const Container& container : containers_) {
    if (container.is_quote) {
      if (cursor.indent() > 3 || !cursor.rest().starts_with('>')) break;
      cursor.skip_space();
      cursor.skip_bytes(1);
      cursor.skip_columns(1);
    } else if (cursor.indent() >= container.width) {
      cursor.skip_columns(container.width);
    } else if (!cursor.blank()) {
      break;
    }
    ++matched;
  }
  return matched;
}

std::optional<std::uint32_t> LineTracker::peek(std::string_view line) const {
  Cursor cursor(line);
  if (match(cursor) != containers_.size()) return std::nullopt;
  return static_cast<std::uint32_t>(cursor.first_nonspace());
}

std::uint64_t LineTracker::containers_key() const {
  std::uint64_t key = 0xCBF29CE484222325U;  // FNV-1a
  for (const Container& container : containers_) {
    key = (key ^ (container.is_quote ? 0U : container.width + 1U)) * 0x100000001B3U;
  }
  return key;
}

bool LineTracker::open_container(Cursor& cursor, TrackedLine& line, bool in_paragraph) {
  const std::string_view text = cursor.rest();
  const std::uint32_t indent = cursor.indent();
  if (text.starts_with('>')) {
    cursor.skip_space();
    cursor.skip_bytes(1);
    cursor.skip_columns(1);
    containers_.push_back({true, 0});
    line.after_list_marker = false;
    return true;
  }
  if (const std::size_t label = line.footnote ? 0 : footnote_label_length(text)) {
    line.footnote = static_cast<std::uint32_t>(cursor.first_nonspace());
    cursor.skip_space();
    cursor.skip_bytes(label);
    containers_.push_back({false, 4});
    line.after_list_marker = false;
    return true;
  }
  const std::size_t marker = is_rule_text(text) ? 0 : list_marker_length(text);
  if (marker == 0) return false;
  const bool is_empty = text.find_first_not_of(" \t", marker) == std::string_view::npos;
  const bool is_first = !is_digit(text[0]) || text.substr(0, marker - 1) == "1";
  if (in_paragraph && (is_empty || !is_first)) return false;  // section 5.2, rules 1 and 2
  cursor.skip_space();
  cursor.skip_bytes(marker);
  const std::uint32_t gap = cursor.indent();
  const std::uint32_t padding = gap >= 1 && gap <= 4 && !is_empty ? gap : 1;
  cursor.skip_columns(padding);
  containers_.push_back({false, indent + static_cast<std::uint32_t>(marker) + padding});
  line.after_list_marker = true;
  return true;
}

bool LineTracker::continue_html(std::string_view rest, bool matched_all) {
  if (!in_html_ && !in_pre_) return false;
  const bool goes_on = matched_all && (in_pre_ || !rest.empty());
  if (in_pre_ && contains_closing_tag(rest, "pre")) {
    in_pre_ = false;
    return goes_on;
  }
  if (!goes_on) in_html_ = in_pre_ = false;
  return goes_on;
}

LineKind LineTracker::leaf(const Cursor& cursor, std::string_view rest, bool interrupts) {
  if (const auto fence = read_fence(rest, false)) {
    fence_ = fence;
    return LineKind::fence_open;
  }
  if (is_heading_text(rest)) return LineKind::heading;
  const bool underline = interrupts && rest.find_first_not_of("- \t") == std::string_view::npos &&
                         rest.starts_with('-') && !rest.contains(' ');
  if (!underline && is_rule_text(rest)) return LineKind::rule;
  if (cursor.indent() <= 3 && opens_html_block(rest)) {
    in_pre_ = opens_pre_block(rest) && !contains_closing_tag(rest, "pre");
    in_html_ = !opens_pre_block(rest);
    return LineKind::html;
  }
  return LineKind::text;
}

TrackedLine LineTracker::read(std::string_view text) {
  TrackedLine line;
  Cursor cursor(text);
  const std::size_t matched = match(cursor);
  const bool matched_all = matched == containers_.size();
  const auto finish = [&](LineKind kind) {
    line.kind = kind;
    line.content = static_cast<std::uint32_t>(cursor.first_nonspace());
    in_paragraph_ = kind == LineKind::text;
    return line;
  };

  if (fence_ && matched_all) {
    const auto closing = cursor.indent() <= 3 ? read_fence(cursor.rest(), true) : std::nullopt;
    const bool closes =
        closing && closing->character == fence_->character && closing->length >= fence_->length;
    if (closes) fence_.reset();
    return finish(closes ? LineKind::fence_close : LineKind::fence_inside);
  }
  if (continue_html(cursor.rest(), matched_all)) return finish(LineKind::html);
  fence_.reset();

  const bool was_paragraph = in_paragraph_;
  unmatched_.assign(containers_.begin() + static_cast<std::ptrdiff_t>(matched), containers_.end());
  containers_.resize(matched);
  bool continues = was_paragraph;
  while (!cursor.blank() && cursor.indent() <= 3) {
    if (line.markers >= marker_limit_) {
      line.too_many_markers =
          !is_rule_text(cursor.rest()) &&
          (cursor.rest().starts_with('>') || list_marker_length(cursor.rest()) > 0);
      break;
    }
    if (!open_container(cursor, line, continues && matched_all && line.markers == 0)) break;
    ++line.markers;
    continues = false;
  }
  if (cursor.blank()) return finish(LineKind::blank);
  if (cursor.indent() > 3 && !continues) return finish(LineKind::indented_code);
  const LineKind kind =
      cursor.indent() > 3 ? LineKind::text : leaf(cursor, cursor.rest(), continues && matched_all);
  if (kind == LineKind::text && continues) {  // a paragraph goes on, lazily or not
    containers_.insert(containers_.end(), unmatched_.begin(), unmatched_.end());
    line.continues_paragraph = true;
  }
  return finish(kind);
}

}  // namespace galpi::ingest
