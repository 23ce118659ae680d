#include "cover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "galpi/text/scripts.hpp"
#include "galpi/text/utf8.hpp"
#include "galpi/text/width.hpp"
#include "page.hpp"

namespace galpi::exporters::epub {
namespace {

// 1600 × 2560, the 1:1.6 that shops ask for.
constexpr int cover_width = 1600;
constexpr int cover_height = 2560;
constexpr int cover_margin = 140;
constexpr int text_width = cover_width - 2 * cover_margin;
constexpr int title_top = 540;
constexpr int title_height = 700;
constexpr int lines_top = 1400;
constexpr int lines_height = 880;

constexpr std::string_view paper_colour = "#f6f2e9";
constexpr std::string_view ink_colour = "#22304a";
constexpr std::string_view quiet_colour = "#6f7480";
constexpr std::string_view accent_colour = "#b5482f";

constexpr std::array<int, 6> title_sizes{172, 148, 124, 104, 88, 72};
constexpr std::size_t most_lines = 60;  ///< more days share lines: hairlines vanish on e-ink

struct Title {
  int size = 0;
  std::vector<std::string> lines;
};

int line_height(int size) { return size * 13 / 10; }

// The largest size in which the title fits its box; a title that fits none is cut: the title page
// has all of it.
Title fit_title(std::string_view title) {
  Title fitted;
  for (const int size : title_sizes) {
    const auto columns = static_cast<std::size_t>(2 * text_width / size);
    const auto most = static_cast<std::size_t>(title_height / line_height(size));
    fitted = {size, wrap_by_width(title, columns)};
    if (fitted.lines.size() <= most) return fitted;
    if (size == title_sizes.back()) {
      fitted.lines.resize(most);
      fitted.lines.back() += "…";
    }
  }
  return fitted;
}

void write_svg_text(markup::XmlWriter& xml, std::string_view text) {
  std::size_t written = 0;
  for (const text::ByteRange& run : text::latin_runs(text)) {
    xml.text(text.substr(written, run.start - written));
    xml.start("tspan");
    xml.attribute("xml:lang", "en");
    xml.text(text.substr(run.start, run.end - run.start));
    xml.end();
    written = run.end;
  }
  xml.text(text.substr(written));
}

struct TextStyle {
  int size;
  std::string_view family;
  std::string_view weight;
  std::string_view colour;
};

void write_line(markup::XmlWriter& xml, int y, const TextStyle& style, std::string_view text) {
  xml.start("text");
  xml.attribute("x", fmt::format("{}", cover_margin))
      .attribute("y", fmt::format("{}", y))
      .attribute("font-family", style.family)
      .attribute("font-size", fmt::format("{}", style.size))
      .attribute("font-weight", style.weight)
      .attribute("fill", style.colour);
  write_svg_text(xml, text);
  xml.end();
  xml.line();
}

void write_rectangle(markup::XmlWriter& xml, int x, int y, int width, int height,
                     std::string_view colour) {
  xml.start("rect");
  xml.attribute("x", fmt::format("{}", x))
      .attribute("y", fmt::format("{}", y))
      .attribute("width", fmt::format("{}", width))
      .attribute("height", fmt::format("{}", height))
      .attribute("fill", colour);
  xml.end();
  xml.line();
}

// A review weighs as much as a day of a few papers.
std::size_t weight_of(const model::Post& post) {
  return std::max<std::size_t>(post.papers.size(), 3);
}

std::vector<std::size_t> line_weights(const Book& book) {
  const std::size_t days = book.edition.days.size();
  const std::size_t lines = std::min(days, most_lines);
  std::vector<std::size_t> weights(lines, 0);
  for (std::size_t day = 0; day < days; ++day) {
    weights[day * lines / days] += weight_of(book.edition.days[day].post());
  }
  return weights;
}

void write_day_lines(markup::XmlWriter& xml, const Book& book) {
  const std::vector<std::size_t> weights = line_weights(book);
  if (weights.empty()) return;
  const std::size_t heaviest = std::ranges::max(weights);
  const int step = std::min(64, lines_height / static_cast<int>(weights.size()));
  const int thickness = std::max(3, step * 3 / 10);
  int y = lines_top + (lines_height - step * static_cast<int>(weights.size()));
  for (const std::size_t weight : weights) {
    const int width = text_width * static_cast<int>(20 + 80 * weight / heaviest) / 100;
    write_rectangle(xml, cover_margin, y, width, thickness, ink_colour);
    y += step;
  }
}

void write_bookmark(markup::XmlWriter& xml) {
  xml.start("path");
  xml.attribute("d", "M1316 0 H1412 V380 L1364 328 L1316 380 Z").attribute("fill", accent_colour);
  xml.end();
  xml.line();
}

void write_texts(markup::XmlWriter& xml, const Book& book) {
  const model::BookMetadata& metadata = book.edition.metadata;
  const TextStyle small{52, "sans-serif", "400", quiet_colour};
  write_line(xml, 320, small, range_of_dates(book.labels, metadata.first, metadata.last));
  const Title title =
      fit_title(metadata.title.empty() ? book.labels.untitled : std::string_view(metadata.title));
  int y = title_top + title.size / 3;
  for (const std::string& line : title.lines) {
    write_line(xml, y, {title.size, "serif", "700", ink_colour}, line);
    y += line_height(title.size);
  }
  if (!metadata.author.empty()) {
    const std::vector<std::string> author = wrap_by_width(metadata.author, 2 * text_width / 60);
    write_line(xml, y + 20, {60, "sans-serif", "400", ink_colour}, author.front());
  }
  write_line(xml, cover_height - cover_margin, small,
             count_of(book.labels, book.count_days(), book.count_papers()));
}

void write_page(markup::XmlWriter& xml, const Book& book) {
  const Page page(xml, book.labels.cover, "cover");
  const auto section = xml.element("section");
  xml.attribute("epub:type", "cover");
  xml.start("img");
  xml.attribute("src", "cover.svg")
      .attribute("role", "doc-cover")
      .attribute("alt", fmt::format("{}: {}", book.labels.cover, book.edition.metadata.title));
  xml.end();
}

void write_svg(markup::XmlWriter& xml, const Book& book) {
  xml.declaration();
  const auto svg = xml.element("svg");
  xml.attribute("xmlns", "http://www.w3.org/2000/svg")
      .attribute("version", "1.1")
      .attribute("viewBox", fmt::format("0 0 {} {}", cover_width, cover_height))
      .attribute("width", fmt::format("{}", cover_width))
      .attribute("height", fmt::format("{}", cover_height))
      .attribute("xml:lang", "ko");
  xml.line();
  write_rectangle(xml, 0, 0, cover_width, cover_height, paper_colour);
  write_day_lines(xml, book);
  write_bookmark(xml);
  write_texts(xml, book);
}

// Breaks a word that is wider than a line.
void append_broken(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
  std::size_t column = text::display_width(lines.back());
  for (std::size_t offset = 0; offset < word.size();) {
    const std::size_t start = offset;
    const std::size_t columns = text::display_width(text::next_code_point(word, offset));
    if (column + columns > width && column > 0) {
      lines.emplace_back();
      column = 0;
    }
    lines.back().append(word.substr(start, offset - start));
    column += columns;
  }
}

}  // namespace

std::vector<std::string> wrap_by_width(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t space = text.find_first_of(" \n\t");
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    if (word.empty()) continue;
    const std::size_t columns = text::display_width(word);
    if (column > 0 && column + 1 + columns > width) {
      lines.emplace_back();
      column = 0;
    } else if (column > 0) {
      lines.back() += ' ';
      ++column;
    }
    if (columns <= width) {
      lines.back().append(word);
      column += columns;
    } else {
      append_broken(lines, word, width);
      column = text::display_width(lines.back());
    }
  }
  return lines;
}

std::string render_cover_svg(const Book& book) {
  std::string target;
  markup::XmlWriter xml(target);
  write_svg(xml, book);
  target += '\n';
  return target;
}

std::string render_cover_page(const Book& book) {
  std::string target;
  markup::XmlWriter xml(target);
  write_page(xml, book);
  return target;
}

}  // namespace galpi::exporters::epub
