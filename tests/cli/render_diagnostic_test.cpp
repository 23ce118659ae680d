#include "cli/render_diagnostic.hpp"

#include <string>

#include "galpi/text/width.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::cli;

namespace {

Diagnostic sample(std::string excerpt, std::uint32_t column, std::uint32_t end_column) {
  return {DiagnosticCode::link_unsafe,
          {"_posts/2026-10-01-x.md", {12, column}, end_column},
          "what is there",
          "what to do",
          std::move(excerpt)};
}

/// The lines of a text.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a diagnostic reads like a compiler's", "[cli]") {
  CHECK(render_text(sample("ab cd", 4, 6), false) ==
        "_posts/2026-10-01-x.md:12:4: warning: what is there [link-unsafe]\n"
        "  ab cd\n"
        "     ^~\n"
        "  hint: what to do\n");
}

TEST_CASE("the caret stands under the right Hangul", "[cli]") {
  struct Row {
    std::string line;
    std::uint32_t column;
    std::uint32_t end;
    std::string marks;
  };
  const Row rows[] = {
      {"주의를 기울인다", 1, 3, "  ^~~~"}, {"주의를 기울인다", 5, 6, "         ^~"},
      {"a주b의c", 4, 5, "      ^~"},       {"\t탭 뒤", 2, 3, "   ^~"},
      {"e\u0301 결합", 4, 5, "    ^~"},    {"끝", 2, 0, "    ^"},
  };
  for (const Row& row : rows) {
    INFO(row.line << ' ' << row.column);
    const auto lines = lines_of(render_text(sample(row.line, row.column, row.end), false));
    REQUIRE(lines.size() == 4);
    CHECK(lines[2] == row.marks);
  }
}

TEST_CASE("a long line is cut around the place, and the caret is still under it", "[cli]") {
  std::string line;
  for (int i = 0; i < 300; ++i) line += "가";
  line += "X";
  for (int i = 0; i < 300; ++i) line += "나";
  const auto lines = lines_of(render_text(sample(line, 301, 302), false));
  REQUIRE(lines.size() == 4);
  CHECK(text::display_width(lines[1]) <= 80);
  const std::size_t caret = lines[2].find('^');
  REQUIRE(caret != std::string::npos);
  const std::size_t place = lines[1].find('X');
  REQUIRE(place != std::string::npos);
  CHECK(text::display_width(std::string_view(lines[1]).substr(0, place)) == caret);
}

TEST_CASE("hostile text in a diagnostic cannot forge lines or colours", "[cli]") {
  Diagnostic diagnostic = sample("a\x1b[2Jb\xE2\x80\xAE", 2, 3);
  diagnostic.span.file = "evil\nname.md";
  const std::string text = render_text(diagnostic, false);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(lines_of(text).size() == 4);
}

TEST_CASE("colour is only added, never needed", "[cli]") {
  std::string colored = render_text(sample("ab", 1, 2), true);
  for (std::size_t escape = colored.find('\x1b'); escape != std::string::npos;
       escape = colored.find('\x1b')) {
    colored.erase(escape, colored.find('m', escape) - escape + 1);
  }
  CHECK(colored == render_text(sample("ab", 1, 2), false));
}

TEST_CASE("the JSON form is one object a line with stable keys", "[cli]") {
  CHECK(render_json(sample("주의 \"x\"", 1, 3)) ==
        "{\"file\":\"_posts/2026-10-01-x.md\",\"line\":12,\"column\":1,\"end_column\":3,"
        "\"level\":\"warning\",\"code\":\"link-unsafe\",\"message\":\"what is there\","
        "\"hint\":\"what to do\",\"excerpt\":\"주의 \\\"x\\\"\"}\n");
}

TEST_CASE("a file name that is not UTF-8 still gives a line of UTF-8", "[cli]") {
  Diagnostic diagnostic = sample("x", 1, 2);
  diagnostic.span.file = "bad\xFFname.md";
  CHECK(render_json(diagnostic).find("bad\xEF\xBF\xBDname.md") != std::string::npos);
  CHECK(render_text(diagnostic, false).find("bad\xEF\xBF\xBDname.md") != std::string::npos);
}
