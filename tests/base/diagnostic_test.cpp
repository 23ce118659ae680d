#include "galpi/base/diagnostic.hpp"

#include <set>
#include <string>

#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("every code has a name of its own in kebab case, and the name leads back", "[base]") {
  std::set<std::string> names;
#define GALPI_CODE(name, severity, meaning)                   \
  {                                                           \
    const std::string shown(code_name(DiagnosticCode::name)); \
    CHECK(names.insert(shown).second);                        \
    CHECK(shown.find('_') == std::string::npos);              \
    CHECK(code_from_name(shown) == DiagnosticCode::name);     \
    CHECK_FALSE(code_meaning(DiagnosticCode::name).empty());  \
  }
  GALPI_DIAGNOSTIC_CODES(GALPI_CODE)
#undef GALPI_CODE
  CHECK_FALSE(code_from_name("no-such-code"));
}

TEST_CASE("quoted text cannot break or forge a line of output", "[base]") {
  struct Row {
    std::string text;
    std::string quoted;
  };
  const Row rows[] = {
      {"주의(attention)", "주의(attention)"},
      {"a\nb", "a\\u{A}b"},
      {"\x1b[31m", "\\u{1B}[31m"},
      {"\xE2\x80\xAEtxt", "\\u{202E}txt"},
      {"\xEF\xBB\xBFx", "\\u{FEFF}x"},
      {"\xFF\xFE", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(quote_for_message(row.text) == row.quoted);
}

TEST_CASE("quoted text is cut at code points, not bytes", "[base]") {
  CHECK(quote_for_message("가나다라", 2) == "가나…");
  CHECK(quote_for_message("가나", 2) == "가나");
}
