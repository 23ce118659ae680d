#include "galpi/app/build.hpp"

#include <functional>

#include "galpi/base/sha256.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

constexpr const char* post_of_october = "blog/_posts/2026-10-05-a.md";

std::string post(const std::string& text, const std::string& more = "") {
  return "---\ntitle: 글\n" + more + "---\n\n" + text + "\n";
}

BuildTarget october() {
  BuildTarget target{"books/october.md", "1.0", {{"title", "시월"}, {"format", "markdown"}}, {}};
  target.sources.inputs = {"blog/_posts"};
  target.sources.range = *parse_month("2026-10");
  return target;
}

/// A blog whose book of October was just made.
struct MadeBook {
  tests::MemoryFiles files;
  BuildTarget target = october();
  std::optional<BuildRecord> record;

  MadeBook() {
    files.files[post_of_october] = post("하나.");
    files.files["blog/_posts/2026-11-02-b.md"] = post("둘.");
    files.files["blog/_posts/2026-10-09-draft.md"] = post("셋.", "published: false\n");
    files.files["glossary.yaml"] = "galpi_glossary: 1\n";
    files.files["books/october.md"] = "책\n";
    FileTrace trace;
    for (const auto& [path, content] : files.files) trace.reads[path] = sha256_hex(content);
    trace.reads.erase("books/october.md");
    files.files["assets/large.png"] = "too large to be read";
    files.folders.insert("assets/folder.png");
    trace.reads.erase("assets/large.png");
    trace.asked = {"assets/figure.png", "assets/large.png", "assets/folder.png"};
    trace.writes["books/october.md"] = sha256_hex("책\n");
    record = *record_build(target, {trace, {post_of_october}}, files);
  }

  std::string reason() const {
    return BuildState(files).reason_to_build(target, record).value_or("");
  }
};

}  // namespace

TEST_CASE("a product is up to date until something in it would be different", "[app]") {
  struct Row {
    const char* what;
    std::function<void(MadeBook&)> change;
    std::string reason;
  };
  const std::vector<Row> rows = {
      {"nothing", [](MadeBook&) {}, ""},
      {"its post is edited", [](MadeBook& b) { b.files.files[post_of_october] += "더.\n"; },
       "blog/_posts/2026-10-05-a.md changed"},
      {"its post is gone", [](MadeBook& b) { b.files.files.erase(post_of_october); },
       "blog/_posts/2026-10-05-a.md is gone"},
      {"a post of its range is new",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-10-31-c.md"] = post("넷."); },
       "blog/_posts/2026-10-31-c.md is new"},
      {"a post of another month is new",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-12-01-c.md"] = post("넷."); }, ""},
      {"a post of another month is edited",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-11-02-b.md"] += "더.\n"; }, ""},
      {"a post of another month is gone",
       [](MadeBook& b) { b.files.files.erase("blog/_posts/2026-11-02-b.md"); }, ""},
      {"a post of another month gets a date in the range",
       [](MadeBook& b) {
         b.files.files["blog/_posts/2026-11-02-b.md"] = post("둘.", "date: 2026-10-30\n");
       },
       "blog/_posts/2026-11-02-b.md changed"},
      {"a draft is edited",
       [](MadeBook& b) {
         b.files.files["blog/_posts/2026-10-09-draft.md"] = post("다섯.", "published: false\n");
       },
       ""},
      {"a draft is published",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-10-09-draft.md"] = post("셋."); },
       "blog/_posts/2026-10-09-draft.md changed"},
      {"a post of the range cannot be read as text",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-10-31-c.md"] = "\xFF\xFE"; },
       "blog/_posts/2026-10-31-c.md is new"},
      {"the glossary is edited", [](MadeBook& b) { b.files.files["glossary.yaml"] += "# 더\n"; },
       "glossary.yaml changed"},
      {"the glossary is gone", [](MadeBook& b) { b.files.files.erase("glossary.yaml"); },
       "glossary.yaml is gone"},
      {"an image that was missing is there",
       [](MadeBook& b) { b.files.files["assets/figure.png"] = "PNG"; }, "assets/figure.png is new"},
      {"the product is gone", [](MadeBook& b) { b.files.files.erase("books/october.md"); },
       "it is not there yet"},
      {"somebody wrote into the product",
       [](MadeBook& b) { b.files.files["books/october.md"] += "나도\n"; },
       "books/october.md is not as galpi wrote it"},
      {"it has another title", [](MadeBook& b) { b.target.settings["title"] = "10월"; },
       "its setting `title` is another one"},
      {"it has a new setting", [](MadeBook& b) { b.target.settings["gloss"] = "none"; },
       "its setting `gloss` is another one"},
      {"it has a setting less", [](MadeBook& b) { b.target.settings.erase("title"); },
       "its setting `title` is another one"},
      {"galpi is a new one", [](MadeBook& b) { b.target.program = "1.1"; },
       "it was made by another galpi"},
      {"a post of another month cannot be read as text",
       [](MadeBook& b) { b.files.files["blog/_posts/2026-11-30-c.md"] = "\xFF\xFE"; }, ""},
      {"an image that was too large is another one",
       [](MadeBook& b) { b.files.files["assets/large.png"] = "small"; },
       "assets/large.png changed"},
      {"a folder in an image's place is an image now",
       [](MadeBook& b) {
         b.files.folders.erase("assets/folder.png");
         b.files.files["assets/folder.png"] = "PNG";
       },
       "assets/folder.png is new"},
      {"posts were left out of it", [](MadeBook& b) { b.record->errors = 1; },
       "posts were left out of it"},
      {"posts were left out of it, and may be",
       [](MadeBook& b) {
         b.record->errors = 1;
         b.target.sources.keep_going = true;
       },
       ""},
      {"the record is lost", [](MadeBook& b) { b.record.reset(); },
       "there is no record of how it was made"},
      {"the record is of another product", [](MadeBook& b) { b.record->outputs.clear(); },
       "there is no record of how it was made"},
      {"the posts are gone altogether",
       [](MadeBook& b) {
         std::erase_if(b.files.files,
                       [](const auto& f) { return f.first.starts_with("blog/_posts/"); });
       },
       "blog/_posts: there is no such file or folder"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    MadeBook book;
    row.change(book);
    CHECK(book.reason() == row.reason);
  }
}

TEST_CASE("a record comes back from its JSON as it was", "[app]") {
  const MadeBook book;
  BuildRecord record = *book.record;
  record.warnings = 3;
  record.errors = 1;
  record.settings["title"] = "따옴표 \" 와\n줄";
  const auto read = parse_build_record(format_build_record(record));
  REQUIRE(read);
  CHECK(*read == record);
}

TEST_CASE("paths of a record are kept as seen from galpi.yaml", "[app]") {
  BuildRecord record;
  record.posts = {{"blog/_posts/a.md", "1"}, {"/abs/b.md", "2"}};
  record.outputs = {{"blog/books/a.epub", "3"}};
  record.files = {{"blog/../shared/g.yaml", "4"}};
  const BuildRecord kept = relocated(record, "blog/", "");
  CHECK(kept.posts == std::map<std::string, std::string>{{"_posts/a.md", "1"}, {"/abs/b.md", "2"}});
  CHECK(kept.outputs == std::map<std::string, std::string>{{"books/a.epub", "3"}});
  CHECK(kept.files == std::map<std::string, std::string>{{"../shared/g.yaml", "4"}});
  CHECK(relocated(kept, "", "blog/") == record);
  CHECK(relocated(kept, "", "/home/a/").posts.contains("/home/a/_posts/a.md"));
  CHECK(relocated(kept, "", "/home/a/").posts.contains("/abs/b.md"));
}

TEST_CASE("what is no build record is refused", "[app]") {
  const std::string whole = format_build_record(*MadeBook().record);
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("[1]"), std::string(R"({"galpi_build":2})"),
        whole.substr(0, whole.size() / 2), std::string(R"({"galpi_build":1,"program":1})")}) {
    INFO(text);
    CHECK_FALSE(parse_build_record(text));
  }
}

TEST_CASE("a file that is both read and written has to be as it was left", "[app]") {
  MadeBook book;
  FileTrace trace;
  trace.reads["books/october.ledger"] = sha256_hex("old");
  trace.writes = {{"books/october.md", sha256_hex("책\n")},
                  {"books/october.ledger", sha256_hex("new")}};
  book.files.files["books/october.ledger"] = "new";
  book.record = *record_build(book.target, {trace, {}}, book.files);
  CHECK(book.record->files.empty());
  for (const char* path : {post_of_october, "blog/_posts/2026-10-09-draft.md"}) {
    book.files.files.erase(path);
  }
  CHECK(book.reason().empty());
  book.files.files["books/october.ledger"] = "old";
  CHECK(book.reason() == "books/october.ledger is not as galpi wrote it");
}

TEST_CASE("a post that --keep-going left out is a reason only when it changes", "[app]") {
  MadeBook book;
  book.files.files["blog/_posts/2026-10-12-bad.md"] = "\xFF\xFE";
  FileTrace trace;
  trace.reads = book.record->posts;
  trace.reads["blog/_posts/2026-10-09-draft.md"] =
      book.record->other_posts.at("blog/_posts/2026-10-09-draft.md");
  trace.reads["blog/_posts/2026-10-12-bad.md"] = sha256_hex("\xFF\xFE");
  trace.writes["books/october.md"] = sha256_hex("책\n");
  book.record = *record_build(book.target, {trace, {post_of_october}}, book.files);
  CHECK(book.reason().empty());
  book.files.files["blog/_posts/2026-10-12-bad.md"] = post("나았다.");
  CHECK(book.reason() == "blog/_posts/2026-10-12-bad.md changed");
}
