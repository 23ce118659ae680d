#include "transliteration.hpp"

#include "support/catch.hpp"

using namespace galpi::exporters::anki;

TEST_CASE("English written in Hangul is told from Korean", "[exporters]") {
  struct Row {
    const char* korean;
    const char* english;
    bool is_transliteration;
  };
  const Row row = GENERATE(
      Row{"소프트맥스", "softmax", true}, Row{"백본", "backbone", true},
      Row{"딥페이크", "deepfake", true}, Row{"에이전트", "agent", true},
      Row{"앙상블", "ensemble", true}, Row{"트랜스포머", "transformer", true},
      Row{"캘리브레이션", "calibration", true}, Row{"제로샷", "zero-shot", true},
      Row{"텍스트-투-이미지", "text-to-image", true}, Row{"KV 캐시", "KV cache", true},
      Row{"어텐션 헤드", "attention head", true}, Row{"그라운드 트루스", "ground truth", true},
      Row{"스킵 연결", "skip connection", false}, Row{"교차 어텐션", "cross-attention", false},
      Row{"코드 생성", "code generation", false}, Row{"일관성 모델", "consistency model", false},
      Row{"코사인 유사도", "cosine similarity", false},
      Row{"다중 에이전트 시스템", "multi-agent system", false}, Row{"증류", "distillation", false},
      Row{"우도", "likelihood", false}, Row{"추론", "reasoning", false},
      Row{"토큰화", "tokenization", false}, Row{"F1 점수", "F1 score", false},
      Row{"", "softmax", false}, Row{"소프트맥스", "", false});
  INFO(row.korean);
  CHECK(is_transliteration(row.korean, row.english) == row.is_transliteration);
}
