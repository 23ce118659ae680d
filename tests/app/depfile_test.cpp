#include "galpi/app/depfile.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

BuildTarget target_of(const std::string& path, const DateRange& range) {
  BuildTarget target{path, "1.0", {}, {}};
  target.sources.range = range;
  return target;
}

}  // namespace

TEST_CASE("a rule names what the product was made of, and where more may turn up", "[app]") {
  BuildRecord record;
  record.posts["_posts/2026-10-05-a.md"] = "hash";
  record.other_posts["_posts/ml/2026-11-02-b.md"] = "hash";
  record.files = {{"glossary.yaml", "hash"}, {"assets/none.png", ""}};
  const DepfileRule rule =
      depfile_rule(target_of("books/october.epub", *parse_month("2026-10")), record, "galpi.yaml");
  CHECK(rule.target == "books/october.epub");
  CHECK(rule.inputs ==
        std::vector<std::string>{"galpi.yaml", "glossary.yaml", "_posts/2026-10-05-a.md"});
  CHECK(rule.patterns ==
        std::vector<std::string>{"assets/none.png", "_posts/2026-10-*", "_posts/ml/2026-10-*"});
}

TEST_CASE("new posts are looked for by the months of the range", "[app]") {
  struct Row {
    const char* what;
    DateRange range;
    std::vector<std::string> patterns;
  };
  const Row rows[] = {
      {"days of two years",
       {parse_date("2026-12-30"), parse_date("2027-01-02")},
       {"_posts/2026-12-*", "_posts/2027-01-*"}},
      {"no first day", {std::nullopt, parse_date("2026-01-02")}, {"_posts/*"}},
      {"no last day", {parse_date("2026-01-02"), std::nullopt}, {"_posts/*"}},
      {"many years", {parse_date("1990-01-01"), parse_date("2026-01-02")}, {"_posts/*"}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    BuildRecord record;
    record.posts["_posts/2026-12-30-a.md"] = "hash";
    CHECK(depfile_rule(target_of("b.epub", row.range), record, "").patterns == row.patterns);
  }
}

TEST_CASE("a depfile is what Make reads: a rule for the product, an empty one for each input",
          "[app]") {
  const std::vector<DepfileRule> rules = {
      {"books/a.epub", {"galpi.yaml", "_posts/2026-10-05-a b$(c).md"}, {"_posts/2026-10-*"}},
      {"books/b.epub", {"galpi.yaml"}, {}},
  };
  CHECK(format_depfile(rules) == R"(# Written by `galpi build --depfile`.
books/a.epub: \
  galpi.yaml \
  _posts/2026-10-05-a?b??c?.md \
  $(if $(wildcard _posts/2026-10-*),_posts/2026-10-*)
books/b.epub: \
  galpi.yaml

_posts/2026-10-05-a?b??c?.md:

galpi.yaml:
)");
}

TEST_CASE("a folder whose name Make would split gets no pattern", "[app]") {
  BuildRecord record;
  record.posts["my posts/2026-10-05-a.md"] = "hash";
  CHECK(depfile_rule(target_of("b.epub", *parse_month("2026-10")), record, "").patterns.empty());
}
