#include "cli/arguments.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::cli;

TEST_CASE("flags fill the fields they name", "[cli]") {
  const auto parsed =
      parse_export({"markdown",   "_posts", "more",       "--month", "2026-10",
                    "--glossary", "a.yaml", "--glossary", "b.yaml",  "--no-default-glossary",
                    "--memory",   "m.tmx",  "--gloss",    "every",   "--languages",
                    "ko",         "--jobs", "3",          "--form",  "table",
                    "-o",         "out/",   "--title",    "시월",    "--strict"});
  REQUIRE(parsed);
  CHECK(parsed->format == Format::markdown);
  CHECK(parsed->output == "out/");
  CHECK(parsed->book.title == "시월");
  CHECK(parsed->form == exporters::MarkdownForm::table);
  const CommonArguments& common = parsed->common;
  CHECK(common.sources.inputs == std::vector<std::string>{"_posts", "more"});
  CHECK(common.sources.glossaries == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK_FALSE(common.sources.default_glossary);
  CHECK(common.sources.memories == std::vector<std::string>{"m.tmx"});
  CHECK(common.sources.jobs == 3);
  CHECK(common.sources.range.from == Date{2026, 10, 1});
  CHECK(common.sources.range.to == Date{2026, 10, 31});
  CHECK(common.gloss == terms::GlossMode::every);
  CHECK(common.languages == model::Languages::korean);
  CHECK(common.strict);
}

TEST_CASE("a flag that takes a value does not swallow the inputs behind it", "[cli]") {
  const auto parsed = parse_export({"epub", "--glossary", "a.yaml", "_posts", "-o", "x.epub"});
  REQUIRE(parsed);
  CHECK(parsed->common.sources.inputs == std::vector<std::string>{"_posts"});
  CHECK(parsed->common.sources.glossaries == std::vector<std::string>{"a.yaml"});
}

TEST_CASE("a dash is an input and an output like any other", "[cli]") {
  const auto parsed = parse_export({"json", "-", "-o", "-"});
  REQUIRE(parsed);
  CHECK(parsed->common.sources.inputs == std::vector<std::string>{"-"});
  CHECK(parsed->output == "-");
}

TEST_CASE("names that start with a dash come after two dashes", "[cli]") {
  const auto parsed = parse_check({"--", "-odd.md"});
  REQUIRE(parsed);
  CHECK(parsed->common.sources.inputs == std::vector<std::string>{"-odd.md"});
}

TEST_CASE("without flags the documented defaults hold", "[cli]") {
  const auto parsed = parse_export({"epub", "-o", "x.epub"});
  REQUIRE(parsed);
  CHECK(parsed->common.sources.inputs.empty());
  CHECK(parsed->common.sources.default_glossary);
  CHECK(parsed->common.sources.jobs >= 1);
  CHECK_FALSE(parsed->common.sources.range.from);
  CHECK_FALSE(parsed->common.gloss);
  CHECK_FALSE(parsed->common.strict);
}

TEST_CASE("wrong command lines are usage errors that name what was meant", "[cli]") {
  struct Row {
    std::vector<std::string> arguments;
    const char* mentions;
  };
  const Row rows[] = {
      {{"epub", "-o", "x", "--quite"}, "--quiet"},
      {{"epub", "-o", "x", "--langages=ko"}, "--languages"},
      {{"markdwon", "-o", "x"}, "markdown"},
      {{"epub"}, "-o"},
      {{}, "format"},
      {{"epub", "-o", "x", "--jobs", "0x"}, "--jobs"},
      {{"epub", "-o", "x", "--jobs", "100000"}, "--jobs"},
      {{"epub", "-o", "x", "--jobs", "0"}, "--jobs"},
      {{"epub", "-o", "x", "--jobs", "-1"}, "--jobs"},
      {{"epub", "-o", "x", "--jobs", ""}, "--jobs"},
      {{"epub", "-o", "x", "--jobs"}, "--jobs"},
      {{"epub", "-o", "x", "--gloss", "frist"}, "first"},
      {{"epub", "-o", "x", "--month", "2026-1"}, "YYYY-MM"},
      {{"epub", "-o", "x", "--form", "table"}, "markdown"},
      {{"json", "-o", "x", "--gloss-style", "both"}, "epub"},
      {{"epub", "-o", "x", "--to", "docx"}, "YYYY-MM-DD"},
      {{"epub", "-o", "x", "--to", "2026-10-31", "--to", "2026-10-30"}, "twice"},
      {{"pandoc", "-o", "x", "--to", "docx", "--to", "odt"}, "two formats"},
      {{"pandoc", "-o", "x", "--to", "2026-10-32"}, "YYYY-MM-DD"},
  };
  for (const Row& row : rows) {
    const auto parsed = parse_export(row.arguments);
    INFO(row.mentions);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == ErrorCode::usage);
    CHECK(parsed.error().message.find(row.mentions) != std::string::npos);
  }
}

TEST_CASE("--to is a day, and for pandoc also a format", "[cli]") {
  const auto both =
      parse_export({"pandoc", "-o", "x", "--to", "docx+styles", "--to", "2026-10-31"});
  REQUIRE(both);
  CHECK(both->pandoc_format == "docx+styles");
  CHECK(both->common.sources.range.to == Date{2026, 10, 31});
  const auto tree = parse_export({"pandoc", "-o", "x", "--to=2026-10-31"});
  REQUIRE(tree);
  CHECK_FALSE(tree->pandoc_format);
}

TEST_CASE("help wins over everything else on the line", "[cli]") {
  const auto parsed = parse_export({"hologram", "--help", "--no-such-flag"});
  REQUIRE(parsed);
  CHECK(parsed->common.help);
}
