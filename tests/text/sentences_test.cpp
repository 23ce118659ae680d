#include "galpi/text/sentences.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace galpi::text;

namespace {

/// Sentences are marked off by " | " in the rows below.
std::string joined(const std::string& text, const std::vector<ByteRange>& protect = {}) {
  std::string all;
  for (const ByteRange& sentence : split_sentences(text, protect)) {
    if (!all.empty()) all += " | ";
    all += text.substr(sentence.start, sentence.end - sentence.start);
  }
  return all;
}

std::string without_marks(std::string text) {
  for (std::size_t at = 0; (at = text.find(" | ")) != std::string::npos;) text.replace(at, 3, " ");
  return text;
}

}  // namespace

TEST_CASE("Korean technical prose is split where its sentences end", "[text]") {
  const std::string rows[] = {
      "문장이다.",
      "첫째 문장이다. | 둘째 문장이다. | 셋째 문장이다.",
      "좋아요. | 그래서 써요. | 끝.",
      "성능이 향상됨. | 비용이 감소함. | 한계가 있음.",
      "제안한다! | 왜 그런가? | 답은 이렇다.",
      "정확도는 0.89에서 0.95로 올랐다. | 다음이다.",
      "v2.0.1 판과 Python 3.11을 썼다. | 끝이다.",
      "GPT-3.5는 크다. | Llama 3.1은 작다.",
      "arXiv:1234.5678을 보라. | 그 뒤다.",
      "방법(e.g. 증류)을 쓴다. | 끝이다.",
      "방법, e.g. 증류를 쓴다. | 끝이다.",
      "즉, i.e. 같은 값이다. | 끝이다.",
      "Kim et al. 2024의 방법이다. | 끝이다.",
      "A vs. B를 견준다. | 끝이다.",
      "Fig. 3과 Eq. 2를 보라. | 끝이다.",
      "Tab. 4, Sec. 5.1, No. 7이다. | 끝이다.",
      "Dr. Smith와 J. K. Rowling이 썼다. | 끝이다.",
      "U.S. 정부의 자료다. | 끝이다.",
      "w.r.t. 매개변수로 미분한다. | 끝이다.",
      "모델(첫째. 둘째)은 좋다. | 끝이다.",
      "모델(작다. 빠르다.)은 좋다. | 끝이다.",
      "그는 \"좋다. 아주 좋다.\"라고 했다. | 끝이다.",
      "그는 “좋다. 아주 좋다.” 라고 했다. | 끝이다.",
      "그는 “좋다.”며 웃었다. | 끝이다.",
      "본문이다. | (덧붙임이다.) | 끝이다.",
      "‘왜? 어떻게?’를 묻는다. | 끝이다.",
      "「제1조. 목적」을 따른다. | 끝이다.",
      "좋다(최고다). | 끝이다.",
      "괄호가 (닫히지 않았다. | 그래도 끝이다.",
      "따옴표가 \"닫히지 않았다. | 그래도 끝이다.",
      "닫기만) 있다. | 끝이다.",
      "그러나… 결과는 달랐다. | 끝이다.",
      "끝났다… | 그리고 시작했다.",
      "생각했다... | 다시 했다.",
      "음... 글쎄 모르겠다. | 끝이다.",
      "했다.그리고 또 했다.",
      "1. 첫째 방법이다. | 2. 둘째 방법이다.",
      "가. 개요이다. | 나. 본론이다.",
      "다. 셋째이다. | 라. 넷째이다.",
      "2026. 10. 31. 발표했다. | 끝이다.",
      "20% 늘었다. | 30%. | 끝이다.",
      "값은 95. | 다음으로 넘어간다.",
      "$x$를 쓴다. | iPhone은 그대로다.",
      "iOS를 지원한다. | iPadOS도 지원한다.",
      "LoRA. | 이후 연구다.",
      "We propose LoRA. | It is small. | 한국어로 쓴다.",
      "It works (see Fig. 2). | We tested 3.5 models, i.e. all.",
      "했다.[3] | 그리고 했다.[4,5] | 끝이다.[^6]",
      "좋은가?! | 좋다!!! | 끝이다.",
      "中文이다。 | 그렇다！ | 끝이다．",
      "A. 첫째는 이렇다.",
      "클래스 A. | 다음은 클래스 B. | 끝.",
      "example.com과 model.py를 쓴다. | 끝이다.",
      "정보 부족",
      "끝에 점이 없다. | 여기도 없다",
      "p < 0.05. | 유의하다.",
      "O(n log n)이다. | O(m²)보다 작다.",
      "크기는 3 x 3. | 폭은 2.",
      "생각하는가?에 대해 묻는다. | 끝이다.",
      "etc. 등이 있다. | 끝이다.",
      "“첫째다.” | “둘째다.”",
      "결과: 좋다. | 이유: 모른다.",
      "A (i.e., B. C) 방법이다. | 끝이다.",
  };
  CHECK(std::size(rows) > 55);
  for (const std::string& row : rows) {
    if (row == "했다.그리고 또 했다.") {
      CHECK(joined(row) == "했다. | 그리고 또 했다.");
    } else {
      CHECK(joined(without_marks(row)) == row);
    }
  }
}

TEST_CASE("a hard line break ends a sentence only where the line does", "[text]") {
  CHECK(joined("첫 줄이다.\n둘째 줄이다.") == "첫 줄이다. | 둘째 줄이다.");
  CHECK(joined("첫 줄은\n둘째 줄로 간다.") == "첫 줄은\n둘째 줄로 간다.");
  CHECK(joined("첫째:\n둘째다.\n") == "첫째:\n둘째다.");
}

TEST_CASE("no boundary falls into protected text", "[text]") {
  const std::string text = "코드 a. B. c를 쓴다. 끝이다.";
  const auto start = static_cast<std::uint32_t>(text.find('a'));
  const auto end = static_cast<std::uint32_t>(text.find("를"));
  CHECK(joined(text, {{start, end}}) == "코드 a. B. c를 쓴다. | 끝이다.");
  // A full stop that is the last of a formula ends nothing, a bracket in code opens nothing.
  CHECK(joined("값 x. 뒤다", {{4, 6}}) == "값 x. 뒤다");
  CHECK(joined("식 ( 이다. 끝) 이다.", {{4, 5}}) == "식 ( 이다. | 끝) 이다.");
}

TEST_CASE("every character that is no white space is in exactly one sentence", "[text]") {
  const std::string texts[] = {
      "",
      " ",
      "\n\n",
      "...",
      ". . .",
      "다. . 다.",
      "?! ?! ?!",
      "(((((. )))))",
      "\"\"\"\"\". \"",
      "\u00A0가다.\u3000나다.\u00A0",
      "가다.\t\t나다.  \n 다다.",
      "다.)다.]다.} 다.",
      "[1] [2]. [3]",
  };
  for (const std::string& text : texts) {
    INFO(text);
    std::size_t covered_to = 0;
    const auto blank = [&](std::size_t from, std::size_t to) {
      while (from < to) {
        if (!is_space(next_code_point(text, from))) return false;
      }
      return true;
    };
    for (const ByteRange& sentence : split_sentences(text)) {
      CHECK(sentence.start < sentence.end);
      CHECK(blank(covered_to, sentence.start));
      covered_to = sentence.end;
    }
    CHECK(blank(covered_to, text.size()));
  }
}

TEST_CASE("hostile text is split in linear time", "[text]") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "(\"다. [1. A. 2. ";
  CHECK(split_sentences(text).size() > 1);
}
