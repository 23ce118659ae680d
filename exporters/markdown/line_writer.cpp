#include "line_writer.hpp"

#include <algorithm>

namespace galpi::exporters::markdown {

void LineWriter::begin_block() {
  if (!has_lines_ || is_separated_) return;
  write_line("");
  is_separated_ = true;
}

void LineWriter::write(std::string_view lines) {
  for (;;) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    write_line(lines.substr(0, end));
    if (end == lines.size()) return;
    lines.remove_prefix(end + 1);
  }
}

void LineWriter::write_line(std::string_view line) {
  target_ += next_;
  if (line.empty()) target_.erase(target_.find_last_not_of(' ') + 1);
  target_.append(line) += '\n';
  next_ = rest_;
  has_lines_ = true;
  is_pending_ = is_separated_ = false;
}

void LineWriter::enter(std::string_view marker, std::string_view indent) {
  outer_.push_back(rest_.size());
  next_ += marker;
  rest_ += indent;
  has_lines_ = is_separated_ = false;
  is_pending_ = true;
}

void LineWriter::leave() {
  if (is_pending_) write_line("");
  rest_.resize(outer_.back());
  outer_.pop_back();
  next_ = rest_;
  has_lines_ = true;
}

}  // namespace galpi::exporters::markdown
