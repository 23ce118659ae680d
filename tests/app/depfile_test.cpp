#include "galpi/app/depfile.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::app;

TEST_CASE("a rule names galpi.yaml, what was read, and the posts of the product", "[app]") {
  BuildRecord record;
  record.posts["_posts/2026-10-05-a.md"] = "hash";
  record.other_posts["_posts/ml/2026-11-02-b.md"] = "hash";
  record.files = {{"glossary.yaml", "hash"}, {"assets/none.png", ""}};
  const DepfileRule rule =
      depfile_rule({"books/october.epub", "1.0", {}, {}}, record, "galpi.yaml");
  CHECK(rule.target == "books/october.epub");
  CHECK(rule.inputs ==
        std::vector<std::string>{"galpi.yaml", "glossary.yaml", "_posts/2026-10-05-a.md"});
}

TEST_CASE("a depfile is what Make reads: a rule for the product, an empty one for each input",
          "[app]") {
  const std::vector<DepfileRule> rules = {
      {"books/a.epub", {"galpi.yaml", "_posts/2026-10-05-a b$(c),d%.md"}},
      {"books/b.epub", {"galpi.yaml"}},
  };
  CHECK(format_depfile(rules) == R"(# Written by `galpi build --depfile`.
books/a.epub: \
  galpi.yaml \
  $(if $(wildcard _posts/2026-10-05-a?b??c??d?.md),_posts/2026-10-05-a?b??c??d?.md)
books/b.epub: \
  galpi.yaml

galpi.yaml:
)");
}
