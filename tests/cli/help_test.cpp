// Help pages are written by hand; these tests keep them true.
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "cli/arguments.hpp"
#include "galpi/text/width.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

std::string page(const std::string& name) {
  std::ifstream file(fmt::format("{}/src/cli/help/{}.txt", GALPI_SOURCE_DIR, name));
  std::ostringstream text;
  text << file.rdbuf();
  REQUIRE_FALSE(text.str().empty());
  return text.str();
}

/// All `--words` of a page.
std::set<std::string> flags_in(const std::string& text) {
  std::set<std::string> flags;
  for (std::size_t start = text.find("--"); start != std::string::npos;
       start = text.find("--", start + 2)) {
    std::size_t end = start + 2;
    while (end < text.size() && (text[end] == '-' || (text[end] >= 'a' && text[end] <= 'z'))) ++end;
    if (end > start + 2) flags.insert(text.substr(start, end - start));
  }
  return flags;
}

}  // namespace

TEST_CASE("every flag of the help pages is one the parser knows", "[cli]") {
  for (const std::string& flag : flags_in(page("common") + page("input") + page("export"))) {
    INFO(flag);
    const auto parsed = cli::parse_export({"epub", "-o", "x", flag, "--help"});
    // A flag the parser does not know is refused with just these words, help or not.
    const auto plain = cli::parse_export({"epub", "-o", "x", flag});
    if (!plain) CHECK(plain.error().message.find("there is no option") == std::string::npos);
    REQUIRE(parsed);
  }
  for (const std::string& flag : flags_in(page("common") + page("build"))) {
    INFO(flag);
    const auto plain = cli::parse_build({flag});
    if (!plain) CHECK(plain.error().message.find("there is no option") == std::string::npos);
  }
  for (const std::string& flag : flags_in(page("common") + page("input") + page("check"))) {
    INFO(flag);
    const auto plain = cli::parse_check({flag});
    if (!plain) CHECK(plain.error().message.find("there is no option") == std::string::npos);
  }
}

TEST_CASE("help fits 80 columns and galpi alone fits 25 lines", "[cli]") {
  for (const char* name : {"galpi", "common", "input", "export", "build", "check", "deck"}) {
    std::istringstream lines(page(name));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      INFO(name << ": " << line);
      CHECK(text::display_width(line) <= 80);
    }
    if (std::string(name) == "galpi") CHECK(count < 25);
  }
}
