#include "reading.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

model::Edition edition_with_terms() {
  model::Edition edition = tests::edition_of(tests::review_of({tests::paragraph("본문")}));
  model::Concept& model_concept = edition.glossary.concepts.emplace_back();
  model_concept.english = "large language model";
  model_concept.korean = "대형 언어 모델";
  model_concept.abbreviations = {"LLM"};
  model_concept.definition_korean = "큰 모델.";
  model_concept.definition_english = "A big model.";
  model::Concept& attention = edition.glossary.concepts.emplace_back();
  attention.english = "attention";
  attention.korean = "주의";
  edition.terms = {{0, {}}, {1, {}}, {9, {}}};
  return edition;
}

std::string tail_of(const std::string& book, std::string_view heading) {
  const std::size_t at = book.find(heading);
  return at == std::string::npos ? "" : book.substr(at);
}

}  // namespace

TEST_CASE("a book ends with its terms", "[exporter_markdown]") {
  const model::Edition edition = edition_with_terms();
  CHECK(tail_of(tests::book_markdown(edition, {}), "## 용어") ==
        "## 용어\n\n- **대형 언어 모델** — large language model (LLM)\n\n  큰 모델.\n\n"
        "  > A big model.\n\n- **주의** — attention\n");
  CHECK(tail_of(tests::book_markdown(
                    edition, {exporters::MarkdownForm::interleaved, model::Languages::korean}),
                "## 용어") ==
        "## 용어\n\n- **대형 언어 모델** — large language model (LLM)\n\n  큰 모델.\n\n"
        "- **주의** — attention\n");
  CHECK(tail_of(tests::book_markdown(
                    edition, {exporters::MarkdownForm::interleaved, model::Languages::english}),
                "## Terms") ==
        "## Terms\n\n- **attention** — 주의\n\n"
        "- **large language model** (LLM) — 대형 언어 모델\n\n  A big model.\n");
}

TEST_CASE("a book without terms has no list of them", "[exporter_markdown]") {
  const model::Edition edition = tests::edition_of(tests::review_of({tests::paragraph("본문")}));
  CHECK_FALSE(tests::book_markdown(edition, {}).contains("용어"));
}
