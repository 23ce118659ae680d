#include <algorithm>

#include "galpi/exporters/latex.hpp"
#include "sample_edition.hpp"
#include "support/catch.hpp"

using namespace galpi;
using model::BlockType;
using model::MarkType;
using model::SectionKind;

namespace {

/// The document behind its preamble.
std::string body_of(const model::Edition& edition, exporters::LatexOptions options = {}) {
  std::string tex;
  StringSink sink(tex);
  DiagnosticList diagnostics;
  REQUIRE(exporters::export_latex(edition, options, sink, diagnostics).has_value());
  return tex.substr(tex.find("\\begin{document}"));
}

model::Edition edition_of(std::vector<model::Block> blocks) {
  model::Post post;
  post.date = {2026, 10, 5};
  post.source = "_posts/2026-10-05-a.md";
  post.papers.push_back(
      sample::paper(1, "A Paper", "2510.00001",
                    {sample::section(SectionKind::method, "방법", std::move(blocks))}));
  model::Edition edition;
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  return edition;
}

model::Concept concept_of(std::string id, std::string english, std::string korean) {
  model::Concept term;
  term.id = std::move(id);
  term.english = std::move(english);
  term.korean = std::move(korean);
  return term;
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("the ten characters of TeX come out as themselves", "[latex]") {
  const std::string body = body_of(edition_of({sample::paragraph("a\\b{c}$d&e#f%g_h^i~j")}));
  CHECK(
      body.contains("a\\textbackslash{}b\\{c\\}\\$d\\&e\\#f\\%g\\_h\\textasciicircum{}i"
                    "\\textasciitilde{}j\\galpipar"));
}

TEST_CASE("text between marks that cross a term keeps its letters and its braces", "[latex]") {
  model::Block block = sample::paragraph("우리는 셀프 어텐션을 쓴다.");
  sample::mark(block, MarkType::strong, "셀프 어");
  model::Edition edition = edition_of({std::move(block)});
  edition.glossary.concepts.push_back(
      concept_of("self-attention", "self-attention", "셀프 어텐션"));
  sample::mention(edition.days[0], "셀프 어텐션", 0, true);
  sample::assemble(edition);
  const std::string body = body_of(edition);
  CHECK(
      body.contains("우리는 \\textbf{\\galpiterm{p1}{t-self-attention}{셀프 어}}"
                    "\\hyperlink{t-self-attention}{텐션}(self-attention)을 쓴다."));
}

TEST_CASE("braces match whatever a book holds", "[latex]") {
  for (const auto languages :
       {model::Languages::korean, model::Languages::english, model::Languages::both}) {
    const std::string body = body_of(sample::full_edition(), {exporters::Paper::a4, languages, ""});
    int depth = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
      if (body[i] == '\\') {
        ++i;
      } else if (body[i] == '{') {
        ++depth;
      } else if (body[i] == '}') {
        REQUIRE(--depth >= 0);
      }
    }
    CHECK(depth == 0);
    for (const char* environment : {"galpiindent", "galpiquote", "galpienglish", "galpilisting",
                                    "galpitable", "galpifigure", "galpinotes"}) {
      CHECK(count(body, std::string("\\begin{") + environment + "}") ==
            count(body, std::string("\\end{") + environment + "}"));
    }
  }
}

TEST_CASE("the English of a cell stands below it, or in its place", "[latex]") {
  const auto row = [](std::string one, std::string two) {
    return sample::block(BlockType::row, "",
                         {sample::labelled(BlockType::cell, "left", std::move(one)),
                          sample::labelled(BlockType::cell, "right", std::move(two))});
  };
  model::Edition edition = edition_of({sample::block(
      BlockType::table, "", {row("방법", "정확도"), row("기준선", "91.2"), row("주의", "93.8")})});
  sample::translate(edition.days[0], "방법", "Method");
  sample::translate(edition.days[0], "기준선", "Base & line");
  const auto table_of = [&](model::Languages languages) {
    const std::string body = body_of(edition, {exporters::Paper::a4, languages, ""});
    const std::size_t start = body.find("\\toprule");
    return body.substr(start, body.find("\\end{galpitable}") - start);
  };
  CHECK(table_of(model::Languages::both) ==
        "\\toprule\n"
        "\\galpihead 방법\\par\\galpicellenglish{Method} & \\galpihead 정확도 \\tabularnewline\n"
        "\\midrule\\endhead\n"
        "기준선\\par\\galpicellenglish{Base \\& line} & 91.2 \\tabularnewline\n"
        "\\galpinextrow{.4em}\n"
        "주의 & 93.8 \\tabularnewline\n"
        "\\bottomrule\n");
  CHECK(table_of(model::Languages::english) ==
        "\\toprule\n"
        "\\galpihead Method & \\galpihead 정확도 \\tabularnewline\n"
        "\\midrule\\endhead\n"
        "Base \\& line & 91.2 \\tabularnewline\n"
        "\\galpinextrow{0pt}\n"
        "주의 & 93.8 \\tabularnewline\n"
        "\\bottomrule\n");
  CHECK_FALSE(table_of(model::Languages::korean).contains("Method"));
}

TEST_CASE("a table too wide for columns keeps its English as a list", "[latex]") {
  std::vector<model::Block> head;
  std::vector<model::Block> cells;
  for (int i = 0; i < 11; ++i) {
    head.push_back(sample::labelled(BlockType::cell, "", "머리 " + std::to_string(i)));
    cells.push_back(sample::labelled(BlockType::cell, "", "칸 " + std::to_string(i)));
  }
  model::Edition edition =
      edition_of({sample::block(BlockType::table, "",
                                {sample::block(BlockType::row, "", std::move(head)),
                                 sample::block(BlockType::row, "", std::move(cells))})});
  sample::translate(edition.days[0], "머리 7", "head");
  sample::translate(edition.days[0], "칸 7", "cell");
  CHECK(
      body_of(edition).contains("\\galpilistcell{\\textbf{머리 7 \\galpicellenglish{head}:} 칸 7 "
                                "\\galpicellenglish{cell}}\n"));
  CHECK(body_of(edition, {exporters::Paper::a4, model::Languages::english, ""})
            .contains("\\galpilistcell{\\textbf{head:} cell}\n"));
}

TEST_CASE("the glossary has heads, and its English is set apart", "[latex]") {
  model::Edition edition = edition_of({sample::paragraph("강화 학습과 확산 모델")});
  for (const char* korean : {"강화 학습", "확산 모델"}) {
    const auto index = static_cast<std::uint32_t>(edition.glossary.concepts.size());
    edition.glossary.concepts.push_back(
        concept_of("t" + std::to_string(index), "term " + std::to_string(index), korean));
    edition.glossary.concepts.back().definition_korean = "뜻.";
    edition.glossary.concepts.back().definition_english = "Meaning.";
    sample::mention(edition.days[0], korean, index);
  }
  sample::assemble(edition);
  const std::string body = body_of(edition);
  const std::size_t start = body.find("\\begin{galpiglossary}");
  const std::string glossary = body.substr(start, body.find("\\end{galpiglossary}") - start);
  CHECK(glossary.find("\\galpiindexhead{\\galpichar{ㄱ}}") < glossary.find("강화 학습"));
  CHECK(glossary.find("강화 학습") < glossary.find("\\galpiindexhead{\\galpichar{ㅎ}}"));
  CHECK(glossary.find("\\galpiindexhead{\\galpichar{ㅎ}}") < glossary.find("확산 모델"));
  CHECK(count(glossary, "\\\\{}{뜻.}\\\\{}\\galpigray{Meaning.}") == 2);
}

TEST_CASE("the contents say what a day without papers is about", "[latex]") {
  model::Post post;
  post.date = {2026, 10, 9};
  post.title = "쉬어 가는 날";
  post.source = "_posts/2026-10-09-a.md";
  post.sections.push_back(
      sample::section(SectionKind::other, "머리말", {sample::paragraph("글이다.")}));
  model::Edition edition;
  edition.days.push_back(sample::day(std::move(post)));
  sample::assemble(edition);
  CHECK(
      body_of(edition).contains("{2026년 10월 9일 금요일 · 쉬어 가는 날}}{2026년 10월 9일 "
                                "금요일}{쉬어 가는 날}"));
}

TEST_CASE("characters that few fonts have are looked for where TeX runs", "[latex]") {
  const std::string body = body_of(edition_of({sample::paragraph("λ는 𝑘와 零")}));
  CHECK(body.contains("\\galpichar{λ}는 \\galpichar{𝑘}와 \\galpichar{零}"));
}

TEST_CASE("a word that no line holds may be broken, others not", "[latex]") {
  const std::string address = "https://example.org/" + std::string(60, 'a') + "/b";
  const std::string body =
      body_of(edition_of({sample::paragraph(address + " Retrieval-Augmented")}));
  CHECK(body.contains("https:\\galpibreak{}//ex"));
  CHECK(body.contains(" Retrieval-Augmented"));
}

TEST_CASE("titles and facts break words that no line holds", "[latex]") {
  model::Edition edition = edition_of({sample::paragraph("글")});
  model::Paper& paper = edition.days[0].annotated.digest.post.papers.at(0);
  paper.arxiv.reset();
  paper.title = "https://example.org/" + std::string(60, 'a');
  paper.url = paper.title;
  const std::string body = body_of(edition);
  const std::string broken = "https:\\galpibreak{}//ex";
  const std::size_t title = body.find(broken);
  CHECK(title < body.find("\\galpifacts"));
  CHECK(body.find(broken, body.find("\\galpifacts")) != std::string::npos);
}

TEST_CASE("no line of the source is longer than TeX reads", "[latex]") {
  std::string words;
  for (int i = 0; i < 4'000; ++i) words += "漢字를 본다. ";
  model::Block code = sample::paragraph("");
  code.type = model::BlockType::code;
  code.text = std::string(20'000, 'x') + words;
  const std::string body = body_of(edition_of({sample::paragraph(words), std::move(code)}));
  std::size_t longest = 0;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    longest = std::max(longest, end - at);
    at = end + 1;
  }
  CHECK(longest < 5'000);
}

TEST_CASE("the index is in Korean dictionary order under its heads", "[latex]") {
  model::Edition edition = edition_of({sample::paragraph("확산 모델과 강화 학습과 깊은 학습")});
  for (const char* korean : {"확산 모델", "강화 학습", "깊은 학습"}) {
    const auto index = static_cast<std::uint32_t>(edition.glossary.concepts.size());
    const std::string english = "term " + std::to_string(index);
    edition.glossary.concepts.push_back(concept_of("t" + std::to_string(index), english, korean));
    sample::mention(edition.days[0], korean, index);
  }
  sample::assemble(edition);
  const std::string body = body_of(edition);
  const std::string index = body.substr(body.find("\\begin{galpiindex}"));
  const std::size_t g = index.find("\\galpiindexhead{\\galpichar{ㄱ}}");
  const std::size_t strong = index.find("강화 학습");
  const std::size_t deep = index.find("깊은 학습");
  const std::size_t h = index.find("\\galpiindexhead{\\galpichar{ㅎ}}");
  CHECK(g < strong);
  CHECK(strong < deep);
  CHECK(deep < h);
  CHECK(h < index.find("확산 모델"));
  CHECK(h < index.find("\\galpiindexhead{T}"));
}

TEST_CASE("addresses that lead nowhere from a book are plain text", "[latex]") {
  model::Block block = sample::paragraph("여기와 저기");
  sample::mark(block, MarkType::link, "여기", "javascript:alert(1)");
  sample::mark(block, MarkType::link, "저기", "https://example.org/a_b?c=%20&d#e");
  const std::string body = body_of(edition_of({std::move(block)}));
  CHECK(body.contains("여기와 \\href{https://example.org/a\\%5Fb?c=\\%20\\&d\\#e}{저기}"));
  CHECK_FALSE(body.contains("javascript"));
}

TEST_CASE("several files are the one document, cut between posts", "[latex]") {
  const model::Edition edition = sample::full_edition();
  DiagnosticList diagnostics;
  const auto files = exporters::latex_files(edition, {}, diagnostics);
  REQUIRE(files.size() == edition.days.size() + 1);
  CHECK(files.front().name == "book.tex");
  std::string whole = files.front().text;
  for (std::size_t i = 1; i < files.size(); ++i) {
    const std::string input =
        "\\input{" + files[i].name.substr(0, files[i].name.rfind('.')) + "}\n";
    const std::size_t at = whole.find(input);
    REQUIRE(at != std::string::npos);
    whole.replace(at, input.size(), files[i].text);
  }
  std::string tex;
  StringSink sink(tex);
  REQUIRE(exporters::export_latex(edition, {}, sink, diagnostics).has_value());
  CHECK(whole == tex);
}
