#include <fmt/format.h>

#include <algorithm>
#include <assets.hpp>
#include <utility>

#include "back_matter.hpp"
#include "blocks.hpp"
#include "document.hpp"
#include "galpi/exporters/latex.hpp"
#include "naming/headings.hpp"
#include "naming/links.hpp"
#include "paper_head.hpp"

namespace galpi::exporters {
namespace latex {
namespace {

std::string_view geometry_of(Paper paper) {
  switch (paper) {
    case Paper::a4:
      return "a4paper,margin=27mm,headsep=8mm";
    case Paper::tablet:
      return "paperwidth=160mm,paperheight=213mm,margin=13mm,top=18mm,headsep=5mm";
  }
  return "a4paper";
}

/// The trailer's identifier, so that XeTeX does not make one up: 32 hexadecimal digits.
std::string trailer_id(const model::BookMetadata& metadata) {
  std::string digits;
  for (const char c : metadata.identifier.substr(metadata.identifier.rfind(':') + 1)) {
    const bool is_digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (is_digit && digits.size() < 32) digits += c;
  }
  digits.resize(32, '0');
  return digits;
}

void write_option(Document& document, std::string_view key, std::string_view value) {
  document.add(fmt::format("  {}={{", key));
  markup::escape_to(document.text, value, markup::Context::latex_string);
  document.add("},\n");
}

void write_preamble(Document& document) {
  const model::BookMetadata& metadata = document.edition.metadata;
  const std::string id = trailer_id(metadata);
  document.add(fmt::format(
      "\\documentclass[{},oneside,openany]{{book}}\n"
      "\\usepackage[{}]{{geometry}}\n",
      document.options.paper == Paper::a4 ? "11pt" : "10pt", geometry_of(document.options.paper)));
  document.add(latex::assets::preamble_tex);
  document.add("\n\\hypersetup{\n");
  write_option(document, "pdftitle", metadata.title);
  write_option(document, "pdfauthor", metadata.author);
  document.add(fmt::format("  pdflang={{{}}},\n  pdfcreator={{galpi}}}}\n",
                           document.labels.english ? "en" : "ko-KR"));
  document.add(
      fmt::format("\\ifXeTeX\\AtBeginDocument{{\\special{{pdf:trailerid [ <{0}> <{0}> ]}}}}\\fi\n"
                  "\\ifLuaTeX\\pdfvariable trailerid{{[<{0}> <{0}>]}}\\fi\n",
                  id));
}

void write_title_page(Document& document) {
  const model::BookMetadata& metadata = document.edition.metadata;
  std::size_t days = 0;
  std::size_t papers = 0;
  for (std::size_t day = 0; day < document.edition.days.size(); ++day) {
    const model::Post& post = document.edition.days[day].post();
    if (day == 0 || post.date != document.edition.days[day - 1].post().date) ++days;
    papers += post.papers.size();
  }
  document.add("\n\\begin{galpititle}{");
  document.add_text(metadata.title.empty() ? document.labels.untitled
                                           : std::string_view(metadata.title));
  document.add("}\n");
  const auto line = [&](std::string_view text) {
    document.add("\\galpititleline{");
    document.add_text(text);
    document.add("}\n");
  };
  if (!metadata.author.empty()) line(metadata.author);
  line(range_of_dates(document.labels, metadata.first, metadata.last));
  line(count_of(document.labels, days, papers));
  if (!metadata.licence.empty())
    line(fmt::format("{}: {}", document.labels.licence, metadata.licence));
  document.add("\\end{galpititle}\n\\galpicontents{");
  document.add_text(document.labels.contents);
  document.add("}\n");
}

void write_section(DayState& state, BlockWriter& blocks, const model::Section& section,
                   std::size_t level) {
  Document& document = state.document;
  if (section.heading.has_value() && !section.heading->empty()) {
    document.add(fmt::format("\\galpiat{{{}}}\\galpiheading{{{}}}{{", section.at.line, level));
    document.add_text(*section.heading);
    document.add("}\n");
    if (section.blocks.empty()) {
      document.add("\\galpigray{");
      document.add_text(document.labels.no_text);
      document.add("}\\galpipar\n\n");
    }
  }
  blocks.write(section.blocks);
}

void write_day(Document& document, std::size_t day) {
  document.begin_part();
  DayState state(document, day);
  const model::Post& post = state.digest.post();
  document.add(fmt::format("\n\\galpipost{{{}}}\\galpiat{{1}}% ", day + 1));
  // A comment ends with its line, so that nothing of a file's name is read by TeX.
  for (const char c : post.source) document.text += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  document.add("\n\\galpiday{" + document.days[day].id + "}{");
  document.add_title(day_label(document.labels, document.edition.days, day));
  document.add("}{");
  document.add_text(long_date(document.labels, post.date));
  document.add("}{");
  if (title_says_more(post.title)) document.add_text(post.title);
  document.add("}\n");
  BlockWriter blocks(state);
  HeadingLevels levels;
  bool after_paper = false;
  for (const model::PostPart& part : model::parts_in_reading_order(post)) {
    if (part.paper != nullptr) {
      ++state.part;
      const auto index = static_cast<std::uint32_t>(part.paper - post.papers.data());
      write_paper_head(state, index);
      for (const model::Section& section : part.paper->sections) {
        write_section(state, blocks, section, 3);
      }
      levels.reset();
    } else {
      if (after_paper) ++state.part;
      const bool has_heading = part.section->heading.has_value();
      const std::size_t level = has_heading ? levels.level_of(part.section->level) - 1 : 1;
      write_section(state, blocks, *part.section, level);
    }
    after_paper = part.paper != nullptr;
  }
}

void begin_document(Document& document) {
  write_preamble(document);
  document.add("\n\\begin{document}\n");
  write_title_page(document);
}

void end_document(Document& document) {
  document.begin_part();
  document.add("\n\\galpipost{0}\\galpiat{0}\n");
  write_glossary(document);
  write_index(document);
  document.add("\n\\end{document}\n");
}

}  // namespace
}  // namespace latex

Result<void> export_latex(const model::Edition& edition, const LatexOptions& options,
                          ByteSink& sink, DiagnosticSink& diagnostics) {
  latex::Document document(edition, options, diagnostics);
  latex::begin_document(document);
  for (std::size_t day = 0; day < edition.days.size(); ++day) latex::write_day(document, day);
  latex::end_document(document);
  return sink.write(document.text);
}

std::vector<LatexFile> latex_files(const model::Edition& edition, const LatexOptions& options,
                                   DiagnosticSink& diagnostics) {
  latex::Document document(edition, options, diagnostics);
  latex::begin_document(document);
  std::vector<LatexFile> files(1);
  std::string book = std::exchange(document.text, {});
  for (std::size_t day = 0; day < edition.days.size(); ++day) {
    latex::write_day(document, day);
    const std::string name = "day-" + document.days[day].id.substr(1);
    book += "\\input{" + name + "}\n";
    files.push_back({name + ".tex", std::exchange(document.text, {})});
  }
  latex::end_document(document);
  files.front() = {"book.tex", book + document.text};
  return files;
}

}  // namespace galpi::exporters
