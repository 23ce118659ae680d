#include "galpi/terms/matcher.hpp"

#include <string>

#include "marked_text.hpp"
#include "support/catch.hpp"

using galpi::model::Glossary;
using galpi::terms::Matcher;
using galpi::terms::sample::check_rows;
using galpi::terms::sample::marked;

TEST_CASE("a term is found before particles, brackets and the end of its eojeol", "[terms]") {
  check_rows({
      {"주의", "[주의|attention]"},
      {"주의를 쓴다", "[주의|attention]를 쓴다"},
      {"주의는 비싸다.", "[주의|attention]는 비싸다."},
      {"주의에서의 병목", "[주의|attention]에서의 병목"},
      {"주의로부터", "[주의|attention]로부터"},
      {"이것이 주의이다.", "이것이 [주의|attention]이다."},
      {"주의(attention)를", "[주의|attention]([attention|attention])를"},
      {"“주의”와 ‘토큰’", "“[주의|attention]”와 ‘[토큰|token]’"},
      {"주의, 토큰·정책", "[주의|attention], [토큰|token]·[정책|policy]"},
      {"주의2", "[주의|attention]2"},
      {"주의v2", "[주의|attention]v2"},
      {"LoRA와 저랭크 적응", "[LoRA|lora]와 [저랭크 적응|lora]"},
      {"옛말은 찾지 않는다", "옛말은 찾지 않는다"},
      {"", ""},
  });
}

TEST_CASE("a term inside another word is not found", "[terms]") {
  check_rows({
      {"젊은 층 위주의 구성", "젊은 층 위주의 구성"},
      {"범주의 수", "범주의 수"},
      {"반유대주의를 막는", "반유대주의를 막는"},
      {"민주주의와 주의", "민주주의와 [주의|attention]"},
      {"표현주의 그림", "표현주의 그림"},
      {"최신 카메라", "최신 카메라"},
      {"신호와 장면", "신호와 장면"},
      {"적절한 조절", "적절한 조절"},
      {"정책자금", "정책자금"},
      {"보상금을 받다", "보상금을 받다"},
      {"모델하우스", "모델하우스"},
      {"주의자들", "주의자들"},
      {"토큰스러움과 다른", "토큰스러움과 다른"},
      {"인공지능대학원", "인공지능대학원"},
  });
}

TEST_CASE("light verbs and noun suffixes may follow a term", "[terms]") {
  check_rows({
      {"정렬된 데이터", "[정렬|alignment]된 데이터"},
      {"정렬하여", "[정렬|alignment]하여"},
      {"미세조정한 모델", "[미세조정|tuning]한 [모델|model]"},
      {"미세조정했다", "[미세조정|tuning]했다"},
      {"미세조정해야 한다", "[미세조정|tuning]해야 한다"},
      {"사전학습된", "[사전학습|pretraining]된"},
      {"사전학습되었으며", "[사전학습|pretraining]되었으며"},
      {"사전학습시킨", "[사전학습|pretraining]시킨"},
      {"사전학습함으로써", "[사전학습|pretraining]함으로써"},
      {"보상받는", "[보상|reward]받는"},
      {"토큰화된", "[토큰|token]화된"},
      {"토큰들을", "[토큰|token]들을"},
      {"모델별로", "[모델|model]별로"},
      {"모델기반의", "[모델|model]기반의"},
      {"변환기의", "[변환기|converter]의"},
      {"변환하는", "[변환|transform]하는"},
      {"정렬하늘", "정렬하늘"},
  });
}

TEST_CASE("the longest term wins, and terms may touch", "[terms]") {
  check_rows({
      {"대형 언어 모델은", "[대형 언어 모델|llm]은"},
      {"언어 모델은", "[언어 모델|lm]은"},
      {"대형 모델", "대형 [모델|model]"},
      {"보상모델을", "[보상|reward][모델|model]을"},
      {"보상 모델 함수", "[보상|reward] [모델|model] [함수|function]"},
      {"보상함수모델의", "[보상|reward][함수|function][모델|model]의"},
      {"언어 모델정렬", "[언어 모델|lm][정렬|alignment]"},
      {"LLM모델", "[LLM|llm][모델|model]"},
      {"보상금모델", "보상금모델"},
  });
}

TEST_CASE("spaces and hyphens between syllables are free at joints", "[terms]") {
  check_rows({
      {"대형언어모델", "[대형언어모델|llm]"},
      {"대형 언어모델의", "[대형 언어모델|llm]의"},
      {"대형언어 모델의", "[대형언어 모델|llm]의"},
      {"대형 언어  모델", "대형 언어  [모델|model]"},
      {"대형\n언어 모델", "대형\n[언어 모델|lm]"},
      {"미세 조정을", "[미세 조정|tuning]을"},
      {"사전 학습된", "[사전 학습|pretraining]된"},
      {"주 의를", "주 의를"},
      {"변환 기", "[변환|transform] 기"},
      {"잠재공간에서", "[잠재공간|latent]에서"},
      {"비지도 학습", "[비지도 학습|unsupervised]"},
      {"비 지도 학습", "[비 지도 학습|unsupervised]"},
      {"텍스트 이미지", "[텍스트 이미지|t2i]"},
      {"텍스트-이미지를", "[텍스트-이미지|t2i]를"},
      {"텍스트이미지", "[텍스트이미지|t2i]"},
      {"Q함수와 Q-함수", "[Q함수|q]와 [Q-함수|q]"},
      {"3D 가우시안 스플래팅과 3D가우시안스플래팅",
       "[3D 가우시안 스플래팅|splatting]과 [3D가우시안스플래팅|splatting]"},
  });
}

TEST_CASE("prefixes that technical Korean writes onto a term are seen through", "[terms]") {
  check_rows({
      {"자기주의를", "자기[주의|attention]를"},
      {"교차주의는", "교차[주의|attention]는"},
      {"크로스어텐션", "크로스[어텐션|attention]"},
      {"재정렬된", "재[정렬|alignment]된"},
      {"재정렬과 미정렬", "재[정렬|alignment]과 미정렬"},
      {"재미있는", "재미있는"},
      {"비지도학습과 준지도학습", "[비지도학습|unsupervised]과 준지도학습"},
      {"재신", "재신"},
  });
}

TEST_CASE("Latin names keep to words, and abbreviations to their capitals", "[terms]") {
  check_rows({
      {"AI is TRAINed on AIR", "[AI|ai] is TRAINed on AIR"},
      {"ai", "ai"},
      {"LLMs and LMs", "[LLMs|llm] and [LMs|lm]"},
      {"LLMS", "LLMS"},
      {"Large Language Models", "[Large Language Models|llm]"},
      {"large-language model", "[large-language model|llm]"},
      {"fine-tuning, fine tuning, fine‐tuning, finetuning",
       "[fine-tuning|tuning], [fine tuning|tuning], [fine‐tuning|tuning], [finetuning|tuning]"},
      {"fine - tuning", "fine - tuning"},
      {"CLIP clips a clip", "[CLIP|clip] clips a clip"},
      {"LoRA LORA", "[LoRA|lora] LORA"},
      {"policies and losses", "[policies|policy] and [losses|loss]"},
      {"attention_mask", "attention_mask"},
      {"my_attention", "my_attention"},
      {"self-attention", "self-[attention|attention]"},
      {"T5 3DGS", "T5 [3DGS|splatting]"},
      {"attentional", "attentional"},
      {"attention은", "[attention|attention]은"},
      {"ＬＬＭ", "[ＬＬＭ|llm]"},
      {"ａｔｔｅｎｔｉｏｎ", "[ａｔｔｅｎｔｉｏｎ|attention]"},
      {"CLIP의 모델", "[CLIP|clip]의 [모델|model]"},
  });
}

TEST_CASE("nothing is found in masked stretches, and they end words", "[terms]") {
  const Glossary glossary = galpi::terms::sample::glossary();
  const Matcher matcher(glossary);
  const std::string_view text = "LLM attention 주의 모델";
  CHECK(marked(glossary, text, matcher.find(text, {{0, 3}, {14, 21}})) ==
        "LLM [attention|attention] 주의 [모델|model]");
  CHECK(marked(glossary, text, matcher.find(text, {{0, 29}, {4, 9}})) == text);
  CHECK(marked(glossary, "x주의y", matcher.find("x주의y", {{0, 1}, {7, 8}})) ==
        "x[주의|attention]y");
  CHECK(marked(glossary, "large model", matcher.find("large model", {{0, 6}})) ==
        "large [model|model]");
}

TEST_CASE("the matcher is quick on text made to slow it down", "[terms]") {
  const Glossary glossary = galpi::terms::sample::glossary();
  const Matcher matcher(glossary);
  for (const std::string_view unit :
       {"보상모델", "가", "대형 언어 ", "대형", "a-", "AI", "추론 ", "(", "주의(", "(추론",
        "추론(reasoning)", "자기", "large language ", "하하", "신 "}) {
    std::string text;
    while (text.size() < 300'000) text += unit;
    INFO(unit);
    const auto mentions = matcher.find(text);
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      if (mentions[i].start >= mentions[i - 1].end) continue;
      REQUIRE(mentions[i].start == mentions[i - 1].start);
    }
  }
}

TEST_CASE("an empty glossary finds nothing", "[terms]") {
  CHECK(Matcher(Glossary{}).find("주의와 attention").empty());
}
