#include "html_tag.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

/// Bounds that keep reading linear when a tag or quote is never closed.
constexpr std::size_t longest_tag = 8192;
constexpr std::size_t longest_autolink = 2048;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text.substr(0, longest_tag)) {}

  std::optional<HtmlTag> read() {
    at_ = 1;
    tag_.closing = take('/');
    tag_.name = html_name(text_.substr(at_));
    if (tag_.name.empty()) return std::nullopt;
    at_ += tag_.name.size();
    while (!tag_.closing && attribute()) {
    }
    if (failed_) return std::nullopt;
    skip_space();
    if (!tag_.closing) take('/');
    if (!take('>')) return std::nullopt;
    tag_.length = at_;
    tag_.element = html_element(tag_.name);
    return tag_;
  }

 private:
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool skip_space() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ > begin;
  }

  bool attribute() {
    const std::size_t before = at_;
    if (!skip_space()) return false;
    const std::size_t begin = at_;
    const auto is_name = [](char c) {
      return is_letter(c) || is_digit(c) || c == '_' || c == ':' || c == '.' || c == '-';
    };
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    if (at_ == begin || is_digit(text_[begin])) {
      at_ = before;
      return false;
    }
    const std::string_view name = text_.substr(begin, at_ - begin);
    const std::size_t after_name = at_;
    skip_space();
    if (!take('=')) {
      at_ = after_name;
      return true;
    }
    skip_space();
    keep(name, value());
    return !failed_;
  }

  std::string_view value() {
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      const std::size_t begin = at_ + 1;
      const std::size_t end = text_.find(text_[at_], begin);
      failed_ = end == std::string_view::npos;
      at_ = failed_ ? at_ : end + 1;
      return failed_ ? std::string_view{} : text_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) &&
           !std::string_view("\"'=<>`").contains(text_[at_])) {
      ++at_;
    }
    failed_ = at_ == begin;
    return text_.substr(begin, at_ - begin);
  }

  void keep(std::string_view name, std::string_view value) {
    if (name.size() > 4) return;
    const std::string lower = text::ascii_lower(name);
    if (lower == "href" || lower == "src") tag_.href = value;
    if (lower == "alt") tag_.alt = value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  HtmlTag tag_;
};

}  // namespace

std::optional<HtmlTag> read_html_tag(std::string_view text) { return TagReader(text).read(); }

std::size_t angle_autolink_length(std::string_view text, bool& is_email) {
  text = text.substr(0, longest_autolink);
  const std::size_t end = text.find_first_of("> \t\n<", 1);
  if (end == std::string_view::npos || text[end] != '>') return 0;
  const std::string_view inner = text.substr(1, end - 1);
  const auto is_scheme = [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '.' || c == '-';
  };
  const std::size_t colon = inner.find(':');
  is_email = false;
  if (colon != std::string_view::npos && colon >= 2 && colon <= 32 && is_letter(inner[0]) &&
      std::ranges::all_of(inner.substr(0, colon), is_scheme)) {
    return end + 1;
  }
  const std::size_t sign = inner.find('@');
  const auto is_local = [](char c) {
    return is_letter(c) || is_digit(c) || std::string_view(".!#$%&'*+/=?^_`{|}~-").contains(c);
  };
  const auto is_host = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; };
  is_email = sign != std::string_view::npos && sign > 0 && sign + 1 < inner.size() &&
             std::ranges::all_of(inner.substr(0, sign), is_local) &&
             std::ranges::all_of(inner.substr(sign + 1), is_host);
  return is_email ? end + 1 : 0;
}

}  // namespace galpi::ingest
