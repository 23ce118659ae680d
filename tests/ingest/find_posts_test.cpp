#include "galpi/ingest/find_posts.hpp"

#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;

namespace {

struct Found {
  std::string sources;  ///< `source@root` separated by spaces
  std::string codes;
  std::vector<ingest::PostFile> posts;
};

Found find(const tests::MemoryFiles& files, const std::string& input) {
  DiagnosticList list;
  const auto posts = ingest::find_posts(files, input, list);
  REQUIRE(posts);
  Found found;
  found.posts = *posts;
  for (const auto& post : *posts) {
    found.sources += (found.sources.empty() ? "" : " ") + post.source + "@" + post.root;
  }
  for (const Diagnostic& d : list.items()) {
    found.codes += (found.codes.empty() ? "" : " ") + std::string(code_name(d.code));
  }
  return found;
}

tests::MemoryFiles blog() {
  tests::MemoryFiles files;
  files.files = {{"site/_posts/2024-01-02-b.md", "b"},
                 {"site/_posts/2024-01-01-a.markdown", "a"},
                 {"site/_posts/papers/2023-12-31-c.md", "c"},
                 {"site/_posts/notes.txt", "no post"},
                 {"site/index.md", "no post"}};
  return files;
}

}  // namespace

TEST_CASE("posts are found below _posts, whatever part of the site is named", "[ingest]") {
  struct Row {
    std::string input;
    std::string sources;
  };
  const Row rows[] = {
      {"site",
       "_posts/2024-01-01-a.markdown@site _posts/2024-01-02-b.md@site "
       "_posts/papers/2023-12-31-c.md@site"},
      {"site/",
       "_posts/2024-01-01-a.markdown@site _posts/2024-01-02-b.md@site "
       "_posts/papers/2023-12-31-c.md@site"},
      {"site/_posts",
       "_posts/2024-01-01-a.markdown@site _posts/2024-01-02-b.md@site "
       "_posts/papers/2023-12-31-c.md@site"},
      {"site/_posts/papers", "_posts/papers/2023-12-31-c.md@site"},
      {"site/_posts/2024-01-02-b.md", "_posts/2024-01-02-b.md@site"},
      {"site/index.md", "index.md@site"},
  };
  for (const Row& row : rows) {
    INFO(row.input);
    CHECK(find(blog(), row.input).sources == row.sources);
  }
}

TEST_CASE("the name for diagnostics is the input as typed and the path below it", "[ingest]") {
  const Found found = find(blog(), "site/_posts/");
  REQUIRE(found.posts.size() == 3);
  CHECK(found.posts[0].file == "site/_posts/2024-01-01-a.markdown");
  CHECK(found.posts[2].file == "site/_posts/papers/2023-12-31-c.md");
}

TEST_CASE("a folder without _posts is a folder of posts, unusual names included", "[ingest]") {
  tests::MemoryFiles files;
  files.files = {{"notes/2024-01-02-b.md", ""}, {"notes/draft.md", ""}, {"notes/_site/x.md", ""}};
  const Found found = find(files, "notes");
  CHECK(found.sources == "2024-01-02-b.md@notes draft.md@notes");
  CHECK(found.codes == "post-name");
}

TEST_CASE("within _posts a name without a date is no post and is said", "[ingest]") {
  tests::MemoryFiles files = blog();
  files.files["site/_posts/draft.md"] = "";
  files.files["site/_posts/2024-02-30-impossible.md"] = "";
  CHECK(find(files, "site").posts.size() == 3);
  CHECK(find(files, "site").codes == "post-name post-name");
}

TEST_CASE("special files and links are skipped and never opened", "[ingest]") {
  tests::MemoryFiles files = blog();
  files.specials.insert("site/_posts/2024-01-03-fifo.md");
  files.folders.insert("site/_posts/2024-01-04-folder.md");
  files.links["site/_posts/2024-01-05-dangling.md"] = "site/_posts/nowhere.md";
  files.links["site/_posts/2024-01-06-loop.md"] = "site/_posts/2024-01-06-loop.md";
  files.links["site/_posts/2024-01-07-outside.md"] = "secret/file.md";
  files.links["site/_posts/2024-01-08-inside.md"] = "site/index.md";
  files.links["site/_posts/again"] = "site/_posts/papers";
  files.files["secret/file.md"] = "secret";
  const Found found = find(files, "site");
  CHECK(found.posts.size() == 4);
  CHECK(found.sources.find("_posts/2024-01-08-inside.md@site") != std::string::npos);
  CHECK(found.sources.find("outside") == std::string::npos);
  CHECK(files.read_paths.empty());
  CHECK(found.codes ==
        "special-file special-file special-file special-file outside-root outside-root");
}

TEST_CASE("an input that is missing or no file is an error", "[ingest]") {
  tests::MemoryFiles files = blog();
  files.specials.insert("pipe.md");
  DiagnosticList list;
  for (const std::string input : {"nowhere", "site/_posts/nothing.md", "pipe.md"}) {
    const auto posts = ingest::find_posts(files, input, list);
    REQUIRE_FALSE(posts);
    CHECK(posts.error().code == ErrorCode::unreadable);
  }
  const auto unnamed = ingest::find_posts(files, "", list);
  REQUIRE_FALSE(unnamed);
  CHECK(unnamed.error().message == "an INPUT is empty; name a file or a folder");
}

TEST_CASE("every failing operation of the file system ends in an error or a report", "[ingest]") {
  for (std::size_t left = 0; left < 8; ++left) {
    tests::MemoryFiles files = blog();
    files.operations_left = left;
    DiagnosticList list;
    const auto posts = ingest::find_posts(files, "site", list);
    const bool complete = posts && posts->size() == 3;
    CHECK((complete || !posts || !list.items().empty()));
  }
}

TEST_CASE("a file would be a post where posts are looked for, and nowhere else", "[ingest]") {
  struct Row {
    const char* input;
    const char* path;
    bool is_post;
  };
  tests::MemoryFiles files;
  files.files["site/_posts/2026-10-01-a.md"] = "";
  files.files["plain/a.md"] = "";
  const Row rows[] = {
      {"site", "site/_posts/2026-10-02-b.md", true},
      {"site", "site/_posts/ml/2026-10-02-b.md", true},
      {"site", "site/_posts/october.md", false},
      {"site", "site/books/2026-10-02-b.md", false},
      {"site/_posts", "site/_posts/2026-10-02-b.md", true},
      {"site/_posts/", "site/_posts/2026-10-02-b.md", true},
      {"site/_posts", "site/_posts2/2026-10-02-b.md", false},
      {"site/_posts", "site/_posts/2026-10-02-b.epub", false},
      {"plain", "plain/books/all.md", true},
      {"plain", "plain/books/all.epub", false},
      {"plain/a.md", "plain/a.md", true},
      {"plain/a.md", "plain/b.md", false},
      {"nowhere", "nowhere/b.md", false},
  };
  for (const Row& row : rows) {
    INFO(row.input << " " << row.path);
    CHECK(ingest::would_be_post(files, row.input, row.path) == row.is_post);
  }
}
