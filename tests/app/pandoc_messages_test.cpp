#include "app/pandoc_messages.hpp"

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

std::vector<std::string> messages(std::string_view errors, bool in_sandbox = false) {
  DiagnosticList list;
  report_messages(errors, in_sandbox, list);
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : list.items()) {
    CHECK(diagnostic.code == DiagnosticCode::pandoc_message);
    found.push_back(diagnostic.message);
  }
  return found;
}

}  // namespace

TEST_CASE("what pandoc says becomes one line a message, without its mark", "[app]") {
  using Lines = std::vector<std::string>;
  CHECK(messages("").empty());
  CHECK(messages("\n \n").empty());
  CHECK(messages("[WARNING] one\n[WARNING] two\r\n  goes on\nthree") ==
        Lines{"pandoc: one", "pandoc: two goes on", "pandoc: three"});
  CHECK(messages("same\nsame\nother\n") == Lines{"pandoc: same", "pandoc: other"});
  CHECK(messages("bad \x1B[2J \xFF\n") == Lines{"pandoc: bad \\u{1B}[2J \uFFFD"});
}

TEST_CASE("complaints about what a sandbox cannot read are ours, not the reader's", "[app]") {
  constexpr std::string_view errors =
      "[WARNING] Could not load translations for en-US\n  data file not found\n"
      "[WARNING] The term Abstract has no translation defined.\n";
  CHECK(messages(errors, true).empty());
  CHECK(messages(errors, false).size() == 2);
}

TEST_CASE("a flood of messages is cut short", "[app]") {
  std::string flood;
  for (int i = 0; i < 1000; ++i) flood += "message " + std::to_string(i) + "\n";
  const auto found = messages(flood);
  CHECK(found.size() == 101);
  CHECK(found.back() == "pandoc: and more like these");
  CHECK(messages(std::string(64U << 10U, 'x')).front().size() < 400);
}
