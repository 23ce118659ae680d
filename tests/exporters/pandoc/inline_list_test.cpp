#include "inline_list.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::pandoc;

namespace {

constexpr std::string_view space = R"({"t":"Space"})";
constexpr std::string_view line_break = R"({"t":"LineBreak"})";

std::string word(std::string_view text) {
  return R"({"t":"Str","c":")" + std::string(text) + R"("})";
}

template <class Parts>
std::string joined(const Parts& parts) {
  std::string all;
  for (const auto& part : parts) {
    if (!all.empty()) all += ',';
    all += part;
  }
  return all;
}

std::string inlines(const auto& write) {
  std::string out = "[";
  NodeWriter nodes(out);
  InlineList list(nodes);
  list.begin();
  write(list);
  list.finish();
  return out.substr(1);
}

}  // namespace

TEST_CASE("text becomes words with one Space or LineBreak between them", "[exporter_pandoc]") {
  struct Row {
    std::string_view text;
    std::vector<std::string> expected;
  };
  const std::string a_space(space);
  const std::string a_break(line_break);
  const std::vector<Row> rows = {
      {"", {}},
      {" \n\t", {}},
      {"글", {word("글")}},
      {"글 하나", {word("글"), a_space, word("하나")}},
      {"  글 \t 하나  ", {word("글"), a_space, word("하나")}},
      {"글\n하나", {word("글"), a_break, word("하나")}},
      {"글 \n 하나\n", {word("글"), a_break, word("하나")}},
      {"글\n\n하나", {word("글"), a_break, a_break, word("하나")}},
      {"줄바꿈 없는\u00A0칸", {word("줄바꿈"), a_space, word("없는\u00A0칸")}},
      {"전각\u3000칸", {word("전각\u3000칸")}},
      {"a\u0001b\r\x7F", {word("ab\x7F")}},
      {"\u0001", {}},
      {"a\uFFFE\uFFFF\uFFFD", {word("a\uFFFD")}},
      {R"(그는 "예\아니오"라)", {word("그는"), a_space, word(R"(\"예\\아니오\"라)")}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(inlines([&](InlineList& list) { list.text(row.text); }) == joined(row.expected));
  }
}

TEST_CASE("pieces of text without white space between them are one word", "[exporter_pandoc]") {
  CHECK(inlines([](InlineList& list) {
          list.text("주의");
          list.text("(attention)");
          list.text("를");
        }) == word("주의(attention)를"));
}

TEST_CASE("white space at the edges of emphasis stands outside it", "[exporter_pandoc]") {
  CHECK(inlines([](InlineList& list) {
          list.text("가");
          list.open("Emph");
          list.text(" 나 ");
          list.close();
          list.text("다");
        }) == joined(std::vector<std::string>{word("가"), std::string(space),
                                              R"({"t":"Emph","c":[)" + word("나") + "]}",
                                              std::string(space), word("다")}));
}

TEST_CASE("a node in which nothing stands is not written and parts no word", "[exporter_pandoc]") {
  CHECK(inlines([](InlineList& list) {
          list.text("가");
          list.open("Emph");
          list.open_english();
          list.close();
          list.close();
          list.text("나");
        }) == word("가나"));
}

TEST_CASE("links carry their address behind their text", "[exporter_pandoc]") {
  CHECK(inlines([](InlineList& list) {
          list.open_link("https://example.org/\"");
          list.text("글");
          list.close();
        }) ==
        R"({"t":"Link","c":[["",[],[]],[)" + word("글") + R"(],["https://example.org/\"",""]]})");
}
