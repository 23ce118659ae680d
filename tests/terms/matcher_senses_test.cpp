// Which concept a word means: one syllable, homographs, cues, spellings to be avoided.
#include <string>

#include "marked_text.hpp"
#include "support/catch.hpp"

using galpi::model::Concept;
using galpi::model::Glossary;
using galpi::model::MentionForm;
using galpi::terms::Matcher;
using galpi::terms::sample::check_rows;
using galpi::terms::sample::find_in;
using galpi::terms::sample::marked;

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

TEST_CASE("ruling one concept out is no vote for another that needs a cue", "[terms]") {
  Concept penalty = galpi::terms::sample::named("penalty", "regularization", "정규화");
  penalty.cues_near = {"과적합"};
  Concept scale = galpi::terms::sample::named("scale", "normalization", "정규화");
  scale.cues_near = {"평균"};
  scale.cues_not = {"데이터베이스"};
  const Glossary glossary{{penalty, scale}};
  const Matcher matcher(glossary);
  const auto find = [&](std::string_view text) {
    return marked(glossary, text, matcher.find(text));
  };
  CHECK(find("정규화한다") == "[정규화|penalty?scale]한다");
  CHECK(find("평균으로 정규화한다") == "평균으로 [정규화|scale]한다");
  CHECK(find("데이터베이스를 정규화한다") == "데이터베이스를 정규화한다");
  CHECK(find("데이터베이스의 과적합과 정규화") == "데이터베이스의 과적합과 [정규화|penalty]");
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

TEST_CASE("an adjective that is compared belongs to the sentence, not to a term", "[terms]") {
  check_rows({
      {"큰 언어 모델을 쓴다", "[큰 언어 모델|llm]을 쓴다"},
      {"그보다 큰 언어 모델을 쓴다", "그보다 큰 [언어 모델|lm]을 쓴다"},
      {"더 큰 언어 모델", "더 큰 [언어 모델|lm]"},
      {"가장 작은 언어 모델", "가장 작은 [언어 모델|lm]"},
      {"작은 언어 모델", "[작은 언어 모델|slm]"},
      {"훨씬 더 긴 문맥을 읽는다", "훨씬 더 긴 문맥을 읽는다"},
      {"덜 긴 문맥", "덜 긴 문맥"},
      {"네 배 긴 문맥", "네 배 긴 문맥"},
      {"매우 긴 문맥", "매우 긴 문맥"},
      {"더 느리고 큰 언어 모델", "더 느리고 큰 [언어 모델|lm]"},
      {"느리고 큰 언어 모델", "느리고 [큰 언어 모델|llm]"},
      {"층수가 많고 길이가 긴 문맥", "층수가 많고 길이가 긴 문맥"},
      {"모델이 긴 문맥을 읽는다", "[모델|model]이 [긴 문맥|context]을 읽는다"},
      {"큰 언어 모델일수록 느리다", "큰 [언어 모델|lm]일수록 느리다"},
      {"더 대형 언어 모델", "더 [대형 언어 모델|llm]"},
      {"더, 큰 언어 모델", "더, [큰 언어 모델|llm]"},
      {"부분보다\n큰 언어 모델", "부분보다\n[큰 언어 모델|llm]"},
  });
}
