// galpi_pandoc_samples FOLDER: trees of the sample edition and of texts chosen to be hard, for
// pandoc to read.
#include <fstream>
#include <iostream>
#include <string>

#include "galpi/exporters/pandoc.hpp"
#include "sample_edition.hpp"

using namespace galpi;

namespace {

model::Edition hard_texts() {
  std::vector<model::Block> blocks;
  for (const std::string text :
       {"\"따옴표\" \\ 역슬래시 \\SO\\H \\123 \\&", "\x7F\u0080\u0085\u009F",
        "\u00A0칸\u3000칸\u2028", "🙂👩‍🔬 가\u0301 \uFFFD\U0010FFFF",
        "*별* _밑_ `코드` [링크](x) <b> &amp; {{< x >}}", "\t 탭\t", "줄\n\n\n줄",
        "1\u00BD 2\uFF11", "]}{\"t\":\"Str\"", "::: {.x}\n# 제목"}) {
    blocks.push_back(sample::paragraph(text));
    for (const auto type :
         {model::MarkType::code, model::MarkType::math, model::MarkType::strong}) {
      model::Block marked = sample::paragraph("앞 " + text + " 뒤");
      blocks.push_back(sample::mark(marked, type, text));
    }
    blocks.push_back(tests::labelled(model::BlockType::code, "c++", text));
  }
  model::Post post;
  post.date = {2026, 10, 5};
  post.title = "제목 \"\\\"";
  post.sections.push_back(
      sample::section(model::SectionKind::other, "\\제목\"", std::move(blocks)));
  model::Edition edition;
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  return edition;
}

bool write(const std::string& path, const model::Edition& edition, exporters::PandocApi api) {
  std::string bytes;
  StringSink sink(bytes);
  DiagnosticList diagnostics;
  exporters::PandocOptions options;
  options.api = api;
  if (!exporters::export_pandoc(edition, options, sink, diagnostics)) return false;
  std::ofstream(path, std::ios::binary) << bytes;
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: galpi_pandoc_samples FOLDER 1.22|1.23\n";
    return 2;
  }
  const std::string folder = argv[1];
  const auto api =
      std::string(argv[2]) == "1.23" ? exporters::PandocApi::v1_23 : exporters::PandocApi::v1_22;
  const bool is_done = write(folder + "/full.json", sample::full_edition(), api) &&
                       write(folder + "/hard.json", hard_texts(), api);
  return is_done ? 0 : 1;
}
