#include "inline_text.hpp"

#include <algorithm>
#include <string>

#include "sample_edition.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;
using model::MarkType;

namespace {

constexpr const char* english_tag = " lang=\"en\" xml:lang=\"en\"";

struct MarkRow {
  MarkType type;
  const char* surface;
  const char* url = "";
};

struct MentionRow {
  const char* surface;
  bool gloss = false;
  bool ambiguous = false;
};

/// An edition of one day with one paragraph, and a concept 주의/attention.
struct Fixture {
  Fixture(std::string text, const std::vector<MarkRow>& marks,
          const std::vector<MentionRow>& mentions = {}, EpubOptions chosen = {})
      : options(chosen) {
    model::Concept term;
    term.id = "attention";
    term.korean = "주의";
    term.english = "attention";
    edition.glossary.concepts.push_back(term);
    model::Block block = sample::paragraph(std::move(text));
    for (const MarkRow& row : marks) sample::mark(block, row.type, row.surface, row.url);
    model::Post post;
    post.date = {2026, 10, 5};
    post.sections.push_back(sample::section(model::SectionKind::other, "", {block}));
    model::BilingualDigest day = sample::day(std::move(post));
    for (const MentionRow& row : mentions) {
      sample::mention(day, row.surface, 0, row.gloss, row.ambiguous);
    }
    edition.days.push_back(std::move(day));
    sample::assemble(edition);
  }

  const model::Block& block() const { return edition.days[0].post().sections[0].blocks[0]; }

  std::string written() const {
    const epub::Book book(edition, options);
    std::string target;
    markup::XmlWriter xml(target);
    epub::ChapterState state(book, 0, xml);
    state.begin_part("d");
    epub::InlineWriter writer(state);
    xml.start("p");
    writer.set_block(block());
    writer.write(0, block().text.size(), false);
    xml.end();
    if (target == "<p/>") return "";
    return target.substr(3, target.size() - 7);
  }

  model::Edition edition;
  EpubOptions options;
};

std::string english(const std::string& text) {
  return "<span" + std::string(english_tag) + ">" + text + "</span>";
}

std::string term(const std::string& content, bool is_english = false) {
  return "<a epub:type=\"glossref\" role=\"doc-glossref\" "
         "href=\"glossary.xhtml#t-attention\"" +
         std::string(is_english ? english_tag : "") + ">" + content + "</a>";
}

const std::string attention_gloss =
    "(<span class=\"gloss\"" + std::string(english_tag) + ">attention</span>)";

}  // namespace

TEST_CASE("marks become elements and Latin runs get their language", "[epub]") {
  CHECK(Fixture("글", {}).written() == "글");
  CHECK(Fixture("굵은 글", {{MarkType::strong, "굵은"}}).written() == "<strong>굵은</strong> 글");
  CHECK(Fixture("새 Adam 방법", {}).written() == "새 " + english("Adam") + " 방법");
  CHECK(Fixture("새 Adam 방법", {{MarkType::emphasis, "Adam"}}).written() ==
        "새 <em>" + english("Adam") + "</em> 방법");
  CHECK(Fixture("첫 줄\n둘째 줄", {}).written() == "첫 줄<br/>둘째 줄");
  CHECK(Fixture("", {}).written().empty());
}

TEST_CASE("nested marks nest and close in order", "[epub]") {
  CHECK(Fixture("가나다라", {{MarkType::strong, "가나다"}, {MarkType::emphasis, "나"}}).written() ==
        "<strong>가<em>나</em>다</strong>라");
  CHECK(
      Fixture("가나", {{MarkType::strong, "가나"}, {MarkType::strikethrough, "가나"}}).written() ==
      "<strong><s>가나</s></strong>");
  CHECK(Fixture("물 H2O", {{MarkType::subscript, "2"}}).written().contains("<sub>"));
}

TEST_CASE("marks that cross, which no parser makes, still give a tree", "[epub]") {
  Fixture crossing("가나다", {{MarkType::strong, "가나"}, {MarkType::emphasis, "나다"}});
  CHECK(crossing.written() == "<strong>가<em>나</em></strong><em>다</em>");
}

TEST_CASE("code is never tagged as English", "[epub]") {
  CHECK(Fixture("함수 f(x) 호출", {{MarkType::code, "f(x)"}}).written() ==
        "함수 <code translate=\"no\">f(x)</code> 호출");
  CHECK(Fixture("call run() now", {{MarkType::code, "run()"}}).written() ==
        english("call ") + "<code translate=\"no\">run()</code>" + english(" now"));
}

TEST_CASE("a link is kept when it leads out and is text otherwise", "[epub]") {
  CHECK(Fixture("이 글", {{MarkType::link, "글", "https://example.org/"}}).written() ==
        "이 <a href=\"https://example.org/\">글</a>");
  CHECK(Fixture("이 code", {{MarkType::link, "code", "https://example.org/"}}).written() ==
        "이 <a href=\"https://example.org/\"" + std::string(english_tag) + ">code</a>");
  for (const char* url : {"javascript:x", "/local", "data:,x", ""}) {
    CHECK(Fixture("이 글", {{MarkType::link, "글", url}}).written() == "이 글");
  }
}

TEST_CASE("the first mention of a term leads to the glossary, the English name follows it",
          "[epub]") {
  CHECK(Fixture("주의를 본다. 주의.", {}, {{"주의"}}).written() == term("주의") + "를 본다. 주의.");
  CHECK(Fixture("주의를 본다.", {}, {{"주의", true}}).written() ==
        term("주의") + attention_gloss + "를 본다.");
  CHECK(Fixture("attention을 본다.", {}, {{"attention"}}).written() ==
        term("attention", true) + "을 본다.");
}

TEST_CASE("ambiguous mentions and mentions in links do not lead to the glossary", "[epub]") {
  CHECK(Fixture("주의를 본다.", {}, {{"주의", false, true}}).written() == "주의를 본다.");
  CHECK(
      Fixture("이 주의 글, 주의", {{MarkType::link, "주의 글", "https://example.org/"}}, {{"주의"}})
          .written() == "이 <a href=\"https://example.org/\">주의 글</a>, " + term("주의"));
  CHECK(Fixture("식 주의 끝", {{MarkType::code, "주의"}}, {{"주의"}}).written() ==
        "식 <code translate=\"no\">주의</code> 끝");
}

TEST_CASE("emphasis that crosses a term is split, the link is not", "[epub]") {
  CHECK(Fixture("한 주의를", {{MarkType::strong, "한 주"}}, {{"주의"}}).written() ==
        "<strong>한 </strong>" + term("<strong>주</strong>의") + "를");
  CHECK(Fixture("주의를", {{MarkType::strong, "의를"}}, {{"주의"}}).written() ==
        term("주<strong>의</strong>") + "<strong>를</strong>");
  CHECK(Fixture("주의를", {{MarkType::strong, "주의"}}, {{"주의", true}}).written() ==
        "<strong>" + term("주의") + "</strong>" + attention_gloss + "를");
}

TEST_CASE("a note reference has no child elements", "[epub]") {
  EpubOptions options;
  options.gloss_style = GlossStyle::noteref;
  CHECK(Fixture("한 주의를", {{MarkType::strong, "주"}}, {{"주의", true}}, options).written() ==
        "한 <a class=\"term\" epub:type=\"noteref\" role=\"doc-noteref\" href=\"#d-nt-attention\" "
        "id=\"d-t-attention\">주의</a>" +
            attention_gloss + "를");
}

TEST_CASE("images that the book does not have leave their text", "[epub]") {
  CHECK(Fixture("이 그림", {{MarkType::image, "그림", "/lost.png"}}).written() == "이 그림");
  CHECK(Fixture("이 plot", {{MarkType::image, "plot", "/lost.png"}}).written() ==
        "이 " + english("plot"));
  CHECK(Fixture("이 그림", {{MarkType::image, "그림", "https://example.org/a.png"}}).written() ==
        "이 <a href=\"https://example.org/a.png\">그림</a>");
  Fixture nameless("글", {});
  nameless.edition.images.push_back({"/a.png", "image/png", "a.png", "x"});
  auto& block = nameless.edition.days[0].annotated.digest.post.sections[0].blocks[0];
  block.marks.push_back({MarkType::image, 3, 3, "/a.png"});
  CHECK(nameless.written() == "글<img src=\"images/a.png\" alt=\"\"/>");
}

TEST_CASE("a reference to a note that is not there is text", "[epub]") {
  CHECK(Fixture("글[1]", {{MarkType::footnote, "[1]", "#fn-1"}}).written() == "글[1]");
}

TEST_CASE("markup and control characters in text stay text", "[epub]") {
  const std::string written = Fixture("]]> <b> & \x01 \"끝\"", {}).written();
  CHECK(written.contains("&lt;"));
  CHECK(written.contains("&amp;"));
  CHECK_FALSE(written.contains("<b>"));
  CHECK_FALSE(written.contains('\x01'));
  CHECK_FALSE(written.contains("]]>"));
}

TEST_CASE("offsets beyond the text and marks without end do no harm", "[epub]") {
  Fixture damaged("가나", {});
  auto& day = damaged.edition.days[0];
  auto& block = day.annotated.digest.post.sections[0].blocks[0];
  block.marks = {{MarkType::strong, 0, 900, ""},
                 {MarkType::emphasis, 3, 3, ""},
                 {MarkType::code, 700, 800, ""}};
  model::Mention far;
  far.start = 3;
  far.end = 4000;
  day.annotated.mentions[block.ordinal] = {far};
  CHECK(damaged.written() == "<strong>가나</strong>");
}

TEST_CASE("thousands of marks and mentions are one pass", "[epub]") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "주의 ab ";
  Fixture large(std::move(text), {}, {{"주의", true}});
  auto& block = large.edition.days[0].annotated.digest.post.sections[0].blocks[0];
  for (std::uint32_t at = 0; at + 10 <= block.text.size(); at += 10) {
    block.marks.push_back({MarkType::strong, at, at + 6, ""});
  }
  const std::string written = large.written();
  CHECK(std::ranges::count(written, '(') == 1);
  std::size_t strong = 0;
  for (std::size_t at = written.find("<strong>"); at != std::string::npos;
       at = written.find("<strong>", at + 1)) {
    ++strong;
  }
  CHECK(strong == 20000);
}
