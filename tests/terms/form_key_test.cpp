#include "terms/form_key.hpp"

#include "support/catch.hpp"

using galpi::terms::FormKey;
using galpi::terms::key_of_form;

TEST_CASE("spelling variants of a form have one key", "[terms]") {
  CHECK(key_of_form("대형 언어 모델").symbols == u"대형언어모델");
  CHECK(key_of_form("텍스트-이미지").symbols == u"텍스트이미지");
  CHECK(key_of_form("Fine-Tuning").symbols == u"fine tuning");
  CHECK(key_of_form(" fine  tuning ").symbols == u"fine tuning");
  CHECK(key_of_form("fine‑tuning").symbols == u"fine tuning");
  CHECK(key_of_form("Q 함수").symbols == u"q함수");
  CHECK(key_of_form("ＬＬＭ").symbols == u"llm");
  CHECK(key_of_form("C++").symbols == u"c++");
  CHECK(key_of_form("-").symbols.empty());
}

TEST_CASE("a space is welcome at the form's own joints and between longer halves", "[terms]") {
  const auto joints = [](std::string_view form) { return key_of_form(form).joints; };
  CHECK(joints("주의") == 0);
  CHECK(joints("변환기") == 0);
  CHECK(joints("미세조정") == 0b100);
  CHECK(joints("대형 언어 모델") == 0b10100);
  CHECK(joints("비지도학습") == 0b1110);
  CHECK(joints("손실 값") == 0b100);
  CHECK(joints("3D 가우시안") == 0b10100);
}

TEST_CASE("characters outside the basic plane match nothing by accident", "[terms]") {
  const FormKey key = key_of_form("a😀");
  REQUIRE(key.symbols.size() == 2);
  CHECK(key.symbols[1] == galpi::terms::never_label);
}

TEST_CASE("Hangul goes on to the first character that is no syllable", "[terms]") {
  const auto end = [](std::string_view text) { return galpi::terms::end_of_hangul(text, 0); };
  CHECK(end("") == 0);
  CHECK(end("가낗뀀쿿퀀힣") == 18);  // both ends of the lead bytes EA to ED
  CHECK(end("모델 학습") == 6);
  CHECK(end("모델a") == 6);
  CHECK(end("모ㄱ") == 3);
  CHECK(end("모꓿") == 3);  // EA 93 BF, before the first syllable
  CHECK(end("모ힰ") == 3);  // ED 9E B0, after the last one
  CHECK(end("a모델") == 0);
  CHECK(galpi::terms::end_of_hangul("a모델", 4) == 7);
}
