#include "naming/labels.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace galpi::exporters {
namespace {

constexpr Labels korean_labels{
    .english = false,
    .contents = "차례",
    .landmarks = "주요 위치",
    .cover = "표지",
    .title_page = "속표지",
    .beginning = "본문",
    .glossary = "용어집",
    .index = "찾아보기",
    .groups = "머리글자",
    .goal = "목표",
    .motivation = "동기",
    .contribution = "기여",
    .other_days = "다른 날에도",
    .used_in = "나온 곳",
    .notes = "각주",
    .back = "본문으로",
    .no_text = "내용 없음",
    .licence = "이용 조건",
    .untitled = "제목 없음",
};

constexpr Labels english_labels{
    .english = true,
    .contents = "Contents",
    .landmarks = "Landmarks",
    .cover = "Cover",
    .title_page = "Title page",
    .beginning = "Beginning",
    .glossary = "Glossary",
    .index = "Index",
    .groups = "Initials",
    .goal = "Goal",
    .motivation = "Motivation",
    .contribution = "Contribution",
    .other_days = "Also on",
    .used_in = "Used in",
    .notes = "Notes",
    .back = "Back to the text",
    .no_text = "No text",
    .licence = "Licence",
    .untitled = "Untitled",
};

constexpr std::array<std::string_view, 7> weekdays{"일", "월", "화", "수", "목", "금", "토"};
constexpr std::array<std::string_view, 7> english_weekdays{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::size_t weekday_of(Date date) {
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{date.month}, std::chrono::day{date.day}};
  return std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();
}

std::string_view month_name(Date date) { return english_months[(date.month + 11) % 12]; }

}  // namespace

const Labels& labels_for(model::Languages languages) {
  return languages == model::Languages::english ? english_labels : korean_labels;
}

std::string_view point_label(const Labels& labels, std::string_view label) {
  if (label == "goal") return labels.goal;
  if (label == "motivation") return labels.motivation;
  if (label == "contribution") return labels.contribution;
  return label;
}

std::string long_date(const Labels& labels, Date date) {
  const std::size_t weekday = weekday_of(date);
  if (labels.english) {
    return fmt::format("{}, {} {} {}", english_weekdays[weekday], date.day, month_name(date),
                       date.year);
  }
  return fmt::format("{}년 {}월 {}일 {}요일", date.year, date.month, date.day, weekdays[weekday]);
}

std::string short_date(const Labels& labels, Date date, bool with_year) {
  if (labels.english) {
    return with_year ? fmt::format("{} {} {}", date.day, month_name(date), date.year)
                     : fmt::format("{} {}", date.day, month_name(date));
  }
  return with_year ? fmt::format("{}년 {}월 {}일", date.year, date.month, date.day)
                   : fmt::format("{}월 {}일", date.month, date.day);
}

std::string range_of_dates(const Labels& labels, Date first, Date last) {
  if (first == last) return long_date(labels, first);
  const bool same_year = first.year == last.year;
  if (same_year && first.month == last.month && first.day == 1 &&
      last.day == days_in_month(last.year, last.month)) {
    return labels.english ? fmt::format("{} {}", month_name(first), first.year)
                          : fmt::format("{}년 {}월", first.year, first.month);
  }
  // Whoever reads Korean fills in the year from the left, whoever reads English from the right.
  return labels.english ? fmt::format("{} – {}", short_date(labels, first, !same_year),
                                      short_date(labels, last, true))
                        : fmt::format("{} – {}", short_date(labels, first, true),
                                      short_date(labels, last, !same_year));
}

std::string count_of(const Labels& labels, std::size_t days, std::size_t papers) {
  if (labels.english) {
    return fmt::format("{} {} · {} {}", days, days == 1 ? "day" : "days", papers,
                       papers == 1 ? "paper" : "papers");
  }
  return fmt::format("{}일 · 논문 {}편", days, papers);
}

std::string further_places(const Labels& labels, std::size_t count) {
  return labels.english ? fmt::format("and {} more", count) : fmt::format("외 {}곳", count);
}

}  // namespace galpi::exporters
