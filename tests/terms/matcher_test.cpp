#include "galpi/terms/matcher.hpp"

#include <string>

#include "sample_glossary.hpp"
#include "support/catch.hpp"

using galpi::model::Concept;
using galpi::model::Glossary;
using galpi::model::Mention;
using galpi::model::MentionForm;
using galpi::terms::Matcher;

namespace {

/// `text` with every mention as [surface|concept id]; candidates of an ambiguous one in a row.
std::string marked(const Glossary& glossary, std::string_view text,
                   const std::vector<Mention>& mentions) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    const std::string& id = glossary.concepts[mention.concept_index].id;
    if (i > 0 && mentions[i - 1].start == mention.start) {
      CHECK(mention.ambiguous);
      CHECK(mentions[i - 1].end == mention.end);
      result.insert(result.size() - 1, "?" + id);
      continue;
    }
    CHECK(mention.start >= copied);
    CHECK(mention.end > mention.start);
    result.append(text.substr(copied, mention.start - copied));
    result +=
        "[" + std::string(text.substr(mention.start, mention.end - mention.start)) + "|" + id + "]";
    copied = mention.end;
  }
  return result.append(text.substr(copied));
}

std::string find_in(std::string_view text) {
  static const Glossary glossary = galpi::terms::sample::glossary();
  static const Matcher matcher(glossary);
  return marked(glossary, text, matcher.find(text));
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK(find_in(row.text) == row.expected);
}

}  // namespace

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

TEST_CASE("a term of one syllable needs a cue and an eojeol of its own", "[terms]") {
  check_rows({
      {"카메라가 신을 훑는다", "카메라가 [신|scene]을 훑는다"},
      {"신을 믿는다", "신을 믿는다"},
      {"신(scene)을", "[신|scene]([scene|scene])을"},
      {"카메라와 신형 모델", "카메라와 신형 [모델|model]"},
      {"카메라의 신하", "카메라의 신하"},
      {"절(clause)과 절", "[절|clause]([clause|clause])과 절"},
  });
}

TEST_CASE("cues tell homographs apart, and nothing is guessed without them", "[terms]") {
  check_rows({
      {"추론 비용이 크다", "[추론|inference] 비용이 크다"},
      {"논리로 추론한다", "논리로 [추론|reasoning]한다"},
      {"Chain of Thought 추론", "Chain of Thought [추론|reasoning]"},
      {"추론이다", "[추론|inference?reasoning]이다"},
      {"추론(reasoning)의 비용", "[추론|reasoning]([reasoning|reasoning])의 비용"},
      {"reasoning(추론)의 비용", "[reasoning|reasoning]([추론|reasoning])의 비용"},
      {"논리적이고 비용이 드는 추론", "논리적이고 비용이 드는 [추론|inference?reasoning]"},
      {"추론 속도와 논리", "[추론|inference] 속도와 논리"},
      {"논리가 먼저다. 추론은 다음이다.", "논리가 먼저다. [추론|inference?reasoning]은 다음이다."},
      {"주의할 점", "주의할 점"},
      {"주의 깊게", "주의 깊게"},
      {"어텐션에서 주의할 점", "[어텐션|attention]에서 주의할 점"},
  });
  const std::string far = "논리" + std::string(200, '.') + " 추론은";
  CHECK(find_in(far).contains("[추론|inference?reasoning]"));
}

TEST_CASE("a concept with near cues is found only beside one of them", "[terms]") {
  Concept split =
      galpi::terms::sample::named("segmentation", "segmentation", "분할", {"영역 나누기"}, {"SEG"});
  split.cues_near = {"이미지"};
  Concept sense = galpi::terms::sample::named("reasoning", "reasoning", "추론");
  Concept run = galpi::terms::sample::named("inference", "inference", "추론");
  run.cues_near = {"속도"};
  const Glossary glossary{{split, sense, run}};
  const Matcher matcher(glossary);
  const auto find = [&](std::string_view text) {
    return marked(glossary, text, matcher.find(text));
  };
  CHECK(find("이미지를 분할한다") == "이미지를 [분할|segmentation]한다");
  CHECK(find("데이터를 분할한다") == "데이터를 분할한다");
  CHECK(find("분할(segmentation)") == "[분할|segmentation]([segmentation|segmentation])");
  CHECK(find("SEG") == "SEG");
  CHECK(find("영역 나누기") == "[영역 나누기|segmentation]");  // long enough to mean one thing
  CHECK(find("추론 속도") == "[추론|inference] 속도");
  CHECK(find("추론이다") == "[추론|reasoning]이다");  // the one that needs no cue
}

TEST_CASE("a mention says which form it is", "[terms]") {
  const Glossary glossary = galpi::terms::sample::glossary();
  const Matcher matcher(glossary);
  const auto form = [&](std::string_view text) {
    const auto mentions = matcher.find(text);
    REQUIRE(mentions.size() == 1);
    return mentions[0].form;
  };
  CHECK(form("대형 언어 모델") == MentionForm::preferred);
  CHECK(form("대형언어모델") == MentionForm::preferred);
  CHECK(form("대규모 언어 모델") == MentionForm::variant);
  CHECK(form("큰 언어 모델") == MentionForm::avoid);
  CHECK(form("large language models") == MentionForm::english);
  CHECK(form("LLMs") == MentionForm::abbreviation);
  CHECK(form("CLIP") == MentionForm::preferred);
}

TEST_CASE("a spelling that is to be avoided is told from the one that is right", "[terms]") {
  Concept entry = galpi::terms::sample::named("llm", "large language model", "대형 언어 모델");
  entry.avoid = {"대형언어모델"};
  const Matcher matcher(Glossary{{entry}});
  CHECK(matcher.find("대형언어모델은")[0].form == MentionForm::avoid);
  CHECK(matcher.find("대형 언어 모델은")[0].form == MentionForm::preferred);
  CHECK(matcher.find("대형 언어모델은")[0].form == MentionForm::preferred);
}

TEST_CASE("one concept's proper name is not another's to avoid", "[terms]") {
  Concept attention = galpi::terms::sample::named("attention", "attention", "어텐션");
  attention.avoid = {"주의"};
  const Glossary glossary{{attention, galpi::terms::sample::named("care", "care", "주의")}};
  CHECK(marked(glossary, "주의를", Matcher(glossary).find("주의를")) == "[주의|care]를");
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
