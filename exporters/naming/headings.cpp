#include "naming/headings.hpp"

#include <algorithm>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters {

bool title_says_more(std::string_view title) {
  // Digits, punctuation and the counters of a date (년, 월, 일, weekdays) say nothing new.
  constexpr std::string_view date_words = "년월일화수목금토요";
  std::size_t offset = 0;
  while (offset < title.size()) {
    const std::size_t start = offset;
    const char32_t c = text::next_code_point(title, offset);
    if (c >= '0' && c <= '9') continue;
    if (!text::is_letter_or_digit(c)) continue;
    if (date_words.find(title.substr(start, offset - start)) == std::string_view::npos) return true;
  }
  return false;
}

std::string day_label(const Labels& labels, const std::vector<model::BilingualDigest>& days,
                      std::size_t day) {
  const model::Post& post = days[day].post();
  std::string label = long_date(labels, post.date);
  const bool has_twin = (day > 0 && days[day - 1].post().date == post.date) ||
                        (day + 1 < days.size() && days[day + 1].post().date == post.date);
  if ((has_twin || post.papers.empty()) && title_says_more(post.title)) {
    label += " · " + post.title;
  }
  return label;
}

std::size_t HeadingLevels::level_of(std::uint32_t author_level) {
  while (!open_.empty() && open_.back() >= author_level) open_.pop_back();
  open_.push_back(author_level);
  return std::min<std::size_t>(open_.size() + 1, 6);
}

}  // namespace galpi::exporters
