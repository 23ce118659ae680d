// from_json_line on lines that nobody should send.
#include <string>

#include "galpi/model/json.hpp"
#include "sample_post.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::model;

namespace {

std::string good_line() { return to_json_line(test::sample_digest(), test::sample_diagnostics()); }

std::string replaced(std::string line, const std::string& from, const std::string& to) {
  const auto at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

std::string message_of(const std::string& line) {
  const auto read = from_json_line(line);
  if (read) return "accepted";
  CHECK(read.error().code == ErrorCode::invalid_input);
  return read.error().message;
}

/// A line whose only block is `depth` lists inside each other.
std::string nested_line(int depth) {
  std::string open;
  std::string close;
  for (int i = 0; i < depth; ++i) {
    const bool list = i % 2 == 0;
    open += R"({"type":")" + std::string(list ? "list" : "item") +
            R"(","text":"","marks":[],"at":{"line":1,"column":1},"children":[)";
    close += "]}";
  }
  return R"({"galpi":1,"post":{"date":"2024-01-05","time":null,"title":"","tags":[],)"
         R"("categories":[],"source":"a.md","kind":"review","papers":[],"sections":[{)"
         R"("kind":"other","heading":null,"level":0,"status":"stated","at":{"line":1,"column":1},)"
         R"("blocks":[)" +
         open + close + "]}]}}";
}

}  // namespace

TEST_CASE("a line that breaks a rule is refused with the place of the fault", "[model]") {
  struct Row {
    const char* what;
    std::string from;
    std::string to;
    std::string message;
  };
  const Row rows[] = {
      {"another version", R"("galpi":1)", R"("galpi":2)", "galpi is not 1"},
      {"no version", R"("galpi":1,)", "", "galpi is missing"},
      {"no post", R"("post":)", R"("posts":)", "post is missing"},
      {"a day that does not exist", "2024-01-05\",\"time", "2024-02-30\",\"time",
       "post.date is no day: 2024-02-30"},
      {"a time that does not exist", "08:15:00", "24:15:00", "post.time is not HH:MM:SS"},
      {"a title that is no text", R"("title":"읽은 논문 — 1월 5일")", R"("title":7)",
       "post.title is not a string"},
      {"text that is not NFC", "오늘의 글", "오늘의 e\xCC\x81",
       "post.sections[0].blocks[0].children[0].text is not in Unicode normalization form C"},
      {"a control character", "오늘의 글", "\\u001b[31m",
       "post.sections[0].blocks[0].children[0].text has control characters"},
      {"a C1 control character", "오늘의 글", "\\u009b31m",
       "post.sections[0].blocks[0].children[0].text has control characters"},
      {"an unknown post kind", R"("kind":"digest")", R"("kind":"novel")",
       "post.kind is unknown: novel"},
      {"an unknown section kind", R"("kind":"method")", R"("kind":"magic")",
       "post.papers[0].sections[1].kind is unknown: magic"},
      {"an unknown block type", R"("type":"code")", R"("type":"banner")",
       "post.papers[0].sections[1].blocks[1].type is unknown: banner"},
      {"an unknown mark", R"("type":"strong")", R"("type":"blink")",
       "post.papers[0].sections[1].blocks[0].marks[0].type is unknown: blink"},
      {"an unknown status", R"("status":"truncated")", R"("status":"fine")",
       "post.papers[0].sections[1].status is unknown: fine"},
      {"a mark behind the text", R"("start":0,"end":13)", R"("start":0,"end":22)",
       "post.papers[0].sections[1].blocks[0].marks[0].end is outside the text: 22 of 21 code "
       "points"},
      {"a mark that ends before it starts", R"("start":3,"end":12)", R"("start":13,"end":12)",
       "post.papers[0].sections[1].blocks[0].marks[1].start is behind the end"},
      {"marks that cross", R"("start":3,"end":12)", R"("start":3,"end":14)",
       "post.papers[0].sections[1].blocks[0].marks[1].end a mark ends behind the mark around it"},
      {"marks out of order", R"("start":18,"end":21)", R"("start":2,"end":3)",
       "post.papers[0].sections[1].blocks[0].marks[2].start marks are not sorted by start, longer "
       "ones first"},
      {"a negative offset", R"("start":3,"end":12)", R"("start":-3,"end":12)",
       "post.papers[0].sections[1].blocks[0].marks[1].start is not a whole number from 0 to "
       "4294967295"},
      {"an unsafe link", "https://example.org/a?b=", "javascript:alert(1);",
       "post.papers[0].sections[1].blocks[0].marks[1].url is a link with an unsafe scheme: "
       "javascript:alert(1);\"c\""},
      {"an unsafe link of a paper", R"("url":"https://arxiv.org/abs/2401.01234v2")",
       R"("url":"data:text/html,x")",
       "post.papers[0].url is a link with an unsafe scheme: data:text/html,x"},
      {"a URL on a mark that has none", R"("type":"strong","start":0,"end":13)",
       R"("type":"strong","start":0,"end":13,"url":"a")",
       "post.papers[0].sections[1].blocks[0].marks[0].url only links, images and footnotes have "
       "one"},
      {"a source outside the site", "\"source\":\"_posts/", "\"source\":\"../../",
       "post.source leaves the site root: ../../2024-01-05-widgets.md"},
      {"a row outside a table", R"("type":"code")", R"("type":"row")",
       "post.papers[0].sections[1].blocks[1].type `row` cannot stand here"},
      {"an item outside a list", R"("type":"quote")", R"("type":"item")",
       "post.sections[0].blocks[0].type `item` cannot stand here"},
      {"a container with text", R"("type":"quote","text":"")", R"("type":"quote","text":"a")",
       "post.sections[0].blocks[0].text of a `quote` is not empty"},
      {"a line number that is too large", R"("line":12)", R"("line":4294967296)",
       "post.papers[0].sections[0].blocks[0].at.line is not a whole number from 0 to 4294967295"},
      {"a fraction", R"("line":12)", R"("line":1.5)",
       "post.papers[0].sections[0].blocks[0].at.line is not a whole number from 0 to 4294967295"},
      {"a level over six", R"("level":2)", R"("level":7)",
       "post.papers[0].sections[0].level is over 6"},
      {"an anchor of no block", R"("anchors":[[4,)", R"("anchors":[[15,)",
       "carry.anchors[0] names no further block: 15"},
      {"an anchor behind the text", R"("anchors":[[4,0,16,3,3,)", R"("anchors":[[4,0,16,3,22,)",
       "carry.anchors[0][4] is outside the text or out of order"},
      {"half an anchor", R"("anchors":[[4,0,)", R"("anchors":[[4,)",
       "carry.anchors[0] is not an ordinal followed by triples"},
      {"an unknown diagnostic", "section-truncated", "section-odd",
       "carry.diagnostics[0].code is unknown: section-odd"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(message_of(replaced(good_line(), row.from, row.to)) == row.message);
  }
}

TEST_CASE("every documented key must be there", "[model]") {
  for (const char* key :
       {"date",    "time",        "title",   "tags",       "categories", "source", "kind",
        "papers",  "sections",    "number",  "system",     "url",        "arxiv",  "version",
        "links",   "at",          "heading", "level",      "status",     "blocks", "text",
        "marks",   "children",    "start",   "end",        "line",       "column", "file",
        "anchors", "diagnostics", "code",    "end_column", "message",    "hint",   "excerpt"}) {
    INFO(key);
    const std::string quoted = '"' + std::string(key) + "\":";
    const std::string message = message_of(replaced(good_line(), quoted, "\"gone\":"));
    CHECK(message.ends_with(std::string(key) + " is missing"));
  }
}

TEST_CASE("what is not JSON or not UTF-8 is refused", "[model]") {
  CHECK(message_of("").starts_with("not JSON: "));
  CHECK(message_of("[1]") == "the line is not an object");
  CHECK(message_of("null") == "the line is not an object");
  CHECK(message_of(R"({"galpi":1,"post":3})") == "post is not an object");
  CHECK(message_of(good_line() + good_line()).starts_with("not JSON: "));
  CHECK(message_of(good_line().substr(0, 900)).starts_with("not JSON: "));
  CHECK(message_of(replaced(good_line(), "오늘", "\xB0\xA1")).ends_with(" is not UTF-8"));
  CHECK(message_of(replaced(good_line(), "오늘", "\\ud800")).starts_with("not JSON: "));
  CHECK(message_of(std::string("{\"galpi\":\0", 10)).starts_with("not JSON: "));
}

TEST_CASE("nesting is read up to the limit and refused beyond it", "[model]") {
  CHECK(message_of(nested_line(64)) == "accepted");
  CHECK(message_of(nested_line(65)).ends_with("is nested more than 64 deep"));
  CHECK(message_of(nested_line(5000)).starts_with("the JSON is nested more than "));
  CHECK(message_of(std::string(1'000'000, '[')).starts_with("the JSON is nested more than "));
}

TEST_CASE("a string full of brackets is not deep", "[model]") {
  const std::string brackets(1000, '[');
  CHECK(message_of(replaced(good_line(), "오늘의 글", "\\\"" + brackets)) == "accepted");
}

TEST_CASE("the documented shape alone is a line too", "[model]") {
  const Digest digest = test::sample_digest();
  std::string line = R"({"galpi":1,"post":)";
  append_post_json(line, digest.post);
  line += "}";
  const auto read = from_json_line(line);
  REQUIRE(read);
  CHECK(read->digest.file == digest.post.source);
  CHECK(read->diagnostics.empty());
  CHECK(read->digest.block_count == digest.block_count);
  std::string again;
  append_post_json(again, read->digest.post);
  CHECK(line == R"({"galpi":1,"post":)" + again + "}");
}

TEST_CASE("damage anywhere in a line never does worse than an error", "[model]") {
  const std::string line = good_line();
  test::RandomPosts random(7);
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string damaged = line;
    const auto at = random.below(static_cast<std::uint32_t>(line.size()));
    damaged[at] = static_cast<char>("\"{}[],:0a\\\x80"[random.below(11)]);
    if (i % 3 == 0) damaged.erase(at, random.below(40));
    const auto read = from_json_line(damaged);
    if (!read) {
      ++refused;
      continue;
    }
    const std::string written = to_json_line(read->digest, read->diagnostics);
    const auto again = from_json_line(written);
    REQUIRE(again);
    REQUIRE(to_json_line(again->digest, again->diagnostics) == written);
  }
  CHECK(refused > 2000);
}
