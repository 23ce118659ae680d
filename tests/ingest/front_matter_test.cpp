#include "ingest/front_matter.hpp"

#include "ingest/date_field.hpp"
#include "ingest/metadata.hpp"
#include "ingest/parsed.hpp"
#include "ingest/post_name.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
  return all;
}

}  // namespace

TEST_CASE("front matter is read as Jekyll reads it, and damaged front matter line by line",
          "[ingest]") {
  struct Row {
    std::string head;
    std::string title;
    std::string date;
    std::string tags;
    std::string codes;
  };
  const Row rows[] = {
      {"---\ntitle: a\ndate: 2024-01-02\ntags: [x, y z]\n---\n", "a", "2024-01-02", "x|y z", ""},
      {"---\ntitle: a\ndate: 2024-01-02\ntags: x y\n...\n", "a", "2024-01-02", "x|y", ""},
      {"---\ntitle: a\ndate: 2024-01-02\ntags:\n- x\n- y\n---\n", "a", "2024-01-02", "x|y", ""},
      {"---  \ntitle: 'a: b'\ndate: 2024-01-02\n---\n", "a: b", "2024-01-02", "", ""},
      {"---\ntitle: a: b\ndate: 2024-01-02\n---\n", "a: b", "2024-01-02", "",
       "front-matter-malformed"},
      {"---\ntitle: \"읽은 논문\ndate: 2024-01-02\n---\n", "읽은 논문", "2024-01-02", "",
       "front-matter-malformed"},
      {"---\ntitle: \"a\" b\ndate: 2024-01-02\ntags: [x, \"y, z\"]\n---\n", "\"a\" b", "2024-01-02",
       "x|y, z", "front-matter-malformed"},
      {"---\ntitle: @a\ndate: 2024-01-02\ntags:\n\t- x\n---\n", "@a", "2024-01-02", "x",
       "front-matter-malformed"},
      {"---\ntitle: a\ntitle: b\ndate: 2024-01-02\n---\n", "b", "2024-01-02", "",
       "front-matter-duplicate"},
      {"---\ntitle: a\n---\n", "a", "2024-05-06", "", "date-missing"},
      {"---\ndate: 2024-01-02\n---\n", "X", "2024-01-02", "", "title-missing"},
      {"---\ntitle: a\ndate: 2026-02-30\n---\n", "a", "2024-05-06", "", "date-invalid"},
      {"---\ntitle: a\ndate: 어제\n---\n", "a", "2024-05-06", "", "date-invalid"},
      {"---\ntitle: a\ndate: 2024-01-14 14:45:11 +/-0000\n---\n", "a", "2024-01-14", "",
       "time-invalid"},
      {"---\n---\n", "X", "2024-05-06", "", "date-missing title-missing"},
      {"", "X", "2024-05-06", "", "front-matter-missing"},
      {"그냥 글\n\n---\ntitle: a\n---\n", "X", "2024-05-06", "", "front-matter-missing"},
      {"---\n그냥 글\n\n---\n", "X", "2024-05-06", "", "front-matter-missing"},
      {"---\ntitle: a\ndate: 2024-01-02\n\n# 1. [T](https://arxiv.org/abs/2401.00001)\n\n---\n",
       "a", "2024-01-02", "", "front-matter-unclosed"},
      {"---\ntitle: a\ndate: 2024-01-02\n## 서론\n", "a", "2024-01-02", "",
       "front-matter-unclosed"},
      {"\n\n---\ntitle: a\ndate: 2024-01-02\n---\n", "a", "2024-01-02", "",
       "front-matter-malformed"},
      {"---\ntitle: \"a\\u202Eb\"\ndate: 2024-01-02\n---\n", "ab", "2024-01-02", "", ""},
      {"---\ntitle: [논문, 둘]\ndate: 2024-01-02\n---\n", "논문, 둘", "2024-01-02", "", ""},
      {"---\ntitle: a\ndate: 2024-01-02\ntags: [x, [y, [z]]]\n---\n", "a", "2024-01-02", "x|y|z",
       ""},
      {"---\ntitle: a\ndate: 2024-01-02\ntag: x y\n---\n", "a", "2024-01-02", "x y", ""},
      {"---\ntitle: >-\n  접힌 제목\n  둘째: 줄\nfoo: a: b\ndate: 2024-01-02\n---\n",
       "접힌 제목 둘째: 줄", "2024-01-02", "", "front-matter-malformed"},
      {"---\ntitle:붙은 값\nlayout: single\ndate: 2024-01-02\n---\n", "붙은 값", "2024-01-02", "",
       "front-matter-malformed"},
      {"---\ntitle:붙은 값\ndate:2024-01-02\n---\n", "붙은 값", "2024-01-02", "",
       "front-matter-malformed"},
      {"---\nlayout: single\n\ttitle: 탭 제목\ndate: 2024-01-02\n---\n", "탭 제목", "2024-01-02",
       "", "front-matter-malformed"},
      {"---\ntitle: &x a\ndate: 2024-01-02\ntags: &y [*y, b]\n---\n", "a", "2024-01-02", "b", ""},
      {"\xEF\xBB\xBF---\r\ntitle: a\r\ndate: 2024-01-02\r\n---\r\n", "a", "2024-01-02", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.head);
    const auto parsed = tests::parse_bytes(row.head + "본문\n");
    CHECK(parsed.post.front_matter.title == row.title);
    CHECK(format_date(parsed.post.front_matter.date) == row.date);
    CHECK(joined(parsed.post.front_matter.tags) == row.tags);
    CHECK(parsed.codes() == row.codes);
    CHECK(tests::text_of(parsed.post).find("본문") != std::string::npos);
  }
}

TEST_CASE("a report about front matter names the right line", "[ingest]") {
  const auto malformed = tests::parse_bytes("---\ntitle: a\ntags: [x\ndate: 2024-01-02\n---\n");
  REQUIRE(malformed.codes() == "front-matter-malformed");
  for (const char* quotes : {
           "---\ntitle: a\nlayout: \"post\ndate: 2024-01-02\n---\n",
           "---\ntitle: a\nlayout: \"post\ndate: \"2024-01-02\"\n---\n",
           "---\ntitle: a\nlayout: 'post\nsubtitle: 'b'\ndate: 2024-01-02\n---\n",
           "---\ntitle: a\nlayout: \"post\n  more\ndate: 2024-01-02\ntags: \"x\n---\n",
       }) {
    INFO(quotes);
    const auto open_quote = tests::parse_bytes(quotes);
    REQUIRE(open_quote.codes() == "front-matter-malformed");
    CHECK(open_quote.diagnostics[0].span.at == At{3, 1});
  }
  const auto duplicate = tests::parse_bytes("---\ntitle: a\ndate: 2024-01-02\ntitle: b\n---\n");
  REQUIRE(duplicate.codes() == "front-matter-duplicate");
  CHECK(duplicate.diagnostics[0].span.at == At{4, 1});
  CHECK(duplicate.diagnostics[0].excerpt == "title: b");
  const auto invalid = tests::parse_bytes("---\ntitle: a\n\ndate: 2024-13-01\n---\n");
  CHECK(invalid.diagnostics.at(0).span.at == At{4, 1});
}

TEST_CASE("published, categories and time are taken over", "[ingest]") {
  struct Row {
    std::string line;
    bool published;
  };
  const Row rows[] = {{"published: false", false},
                      {"published: False", false},
                      {"published: \"false\"", true},
                      {"published: 'no'", true},
                      {"published: \"false\"\ntags: [x", true},
                      {"published: false\ntags: [x", false},
                      {"published: no", false},
                      {"published: true", true},
                      {"layout: post", true}};
  for (const Row& row : rows) {
    const auto parsed = tests::parse_bytes(
        "---\ntitle: a\ndate: 2024-01-02 8:15\ncategories: ml nlp\n" + row.line + "\n---\n");
    CHECK(parsed.post.front_matter.published == row.published);
    CHECK(parsed.post.front_matter.time == "08:15:00");
    CHECK(joined(parsed.post.front_matter.categories) == "ml|nlp");
  }
}

TEST_CASE("without any date there is no post", "[ingest]") {
  DiagnosticList list;
  const auto post = ingest::parse_post("---\ntitle: a\n---\n글\n", "-", "-", list);
  REQUIRE_FALSE(post);
  CHECK(post.error().code == ErrorCode::invalid_input);
  REQUIRE(list.items().size() == 1);
  CHECK(list.items()[0].code == DiagnosticCode::date_unknown);
}

TEST_CASE("hostile front matter is read line by line and quickly", "[ingest]") {
  std::string bomb = "---\ntitle: a\ndate: 2024-01-02\na0: &a0 [x,x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb +=
        "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + "," + before + "]\n";
  }
  CHECK(tests::parse_bytes(bomb + "---\n본문\n").post.front_matter.title == "a");
  const std::string deep =
      "---\ntitle: a\ndate: 2024-01-02\nx: " + std::string(100'000, '[') + "\n---\n본문\n";
  CHECK(tests::parse_bytes(deep).codes() == "front-matter-malformed");
  std::string many = "---\ntitle: a\ndate: 2024-01-02\n";
  for (int i = 0; i < 20'000; ++i) many += "k" + std::to_string(i) + ": v\n";
  CHECK(tests::parse_bytes(many + "---\n본문\n").post.front_matter.title == "a");
}

TEST_CASE("dates are read in the shapes people write them", "[ingest]") {
  struct Row {
    std::string_view value;
    std::string_view date;
    std::string_view time;
    std::string_view unread;
  };
  const Row rows[] = {
      {"2025-10-20 08:15:00", "2025-10-20", "08:15:00", ""},
      {"2025-10-20", "2025-10-20", "", ""},
      {"2025-10-20T08:15:00+09:00", "2025-10-20", "08:15:00", ""},
      {"2025-10-20 08:15:00.123 +0900", "2025-10-20", "08:15:00", ""},
      {"2025-10-20 08:15 KST", "2025-10-20", "08:15:00", ""},
      {"2025-10-20 08:15:00Z", "2025-10-20", "08:15:00", ""},
      {"2025-1-2", "2025-01-02", "", ""},
      {"2025/10/20", "2025-10-20", "", ""},
      {"2024-01-14 14:45:11 +/-0000", "2024-01-14", "14:45:11", "+/-0000"},
      {"2025-10-20 25:00:00", "2025-10-20", "", "25:00:00"},
      {"2025-10-20 아침", "2025-10-20", "", "아침"},
      {"2025-02-29", "", "", ""},
      {"20251020", "", "", ""},
      {"", "", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    const auto field = ingest::parse_date_field(row.value);
    CHECK((field ? format_date(field->date) : "") == row.date);
    if (!field) continue;
    CHECK(field->time.value_or("") == row.time);
    CHECK(field->unread == row.unread);
  }
}

TEST_CASE("post names give a date and a title", "[ingest]") {
  CHECK(ingest::parse_post_name("a/_posts/2024-01-02-daily-papers.md")->slug == "daily-papers");
  CHECK(ingest::title_from_path("_posts/2024-01-02-daily-papers.md") == "Daily Papers");
  CHECK(ingest::title_from_path("notes/논문.markdown") == "논문");
  for (const char* name : {"2024-01-02.md", "2024-02-30-x.md", "2024-01-02-x.txt", "x.md", ".md"}) {
    CHECK_FALSE(ingest::parse_post_name(name));
  }
}
