// What a reader sees of the default glossary: English names where a term is surely meant, none
// where an ordinary word or another term may be. A row is a sentence with its glosses in ⟨⟩.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "galpi/terms/annotate.hpp"
#include "galpi/terms/glossary.hpp"
#include "support/catch.hpp"

using galpi::DiagnosticList;
using galpi::model::AnnotatedDigest;
using galpi::model::Block;
using galpi::model::Digest;
using galpi::model::Glossary;
using galpi::model::Mention;
using galpi::model::Section;
using galpi::terms::GlossMode;
using galpi::terms::Matcher;

namespace {

constexpr std::string_view open = "⟨";
constexpr std::string_view close = "⟩";

std::string without_glosses(std::string_view row) {
  std::string text;
  while (!row.empty()) {
    const std::size_t start = std::min(row.find(open), row.size());
    text += row.substr(0, start);
    row.remove_prefix(start);
    if (!row.empty()) row.remove_prefix(row.find(close) + close.size());
  }
  return text;
}

std::string with_glosses(std::string text) {
  static const Glossary glossary = galpi::terms::default_glossary();
  static const Matcher matcher(glossary);
  Digest digest;
  Section& section = digest.post.sections.emplace_back();
  section.blocks.emplace_back().text = std::move(text);
  digest.block_count = galpi::model::number_blocks(digest.post);
  DiagnosticList faults;
  const AnnotatedDigest annotated =
      annotate(std::move(digest), matcher, glossary, {GlossMode::every}, faults);
  const std::string& shown = annotated.digest.post.sections[0].blocks[0].text;
  std::string result;
  std::size_t copied = 0;
  for (const Mention& mention : annotated.mentions[0]) {
    if (!mention.gloss) continue;
    result.append(shown, copied, mention.end - copied);
    result.append(open).append(glossary.concepts[mention.concept_index].english).append(close);
    copied = mention.end;
  }
  return result.append(shown, copied);
}

void check_rows(std::initializer_list<std::string_view> rows) {
  for (const std::string_view row : rows) CHECK(with_glosses(without_glosses(row)) == row);
}

}  // namespace

TEST_CASE("추론 is glossed only where it is clear which one is meant", "[terms]") {
  check_rows({
      "서버 세 대에서 추론⟨inference⟩ 속도를 쟀다.",
      "추론⟨inference⟩ 비용이 반으로 줄었다.",
      "학습과 추론⟨inference⟩에 같은 코드를 쓴다.",
      "추론⟨inference⟩ 시에는 분기를 끈다.",
      "CPU 한 개로도 추론⟨inference⟩이 된다.",
      "변분 추론⟨variational inference⟩은 하한을 키운다.",
      "베이지안 추론⟨Bayesian inference⟩의 한 예이다.",
      "표본이 적을 때의 통계적 추론⟨statistical inference⟩을 다룬다.",
      "사람 수준의 추론⟨reasoning⟩ 능력을 요구한다.",
      "논리를 따라 추론⟨reasoning⟩하게 한다.",
      "여러 문서를 잇는 복잡한 추론⟨reasoning⟩이 필요하다.",
      "수학적 추론⟨mathematical reasoning⟩과 상식 추론⟨commonsense reasoning⟩을 본다.",
      "다단계 추론⟨multi-step reasoning⟩에서 실수가 쌓인다.",
      "논리적 추론⟨logical reasoning⟩ 문항을 모았다.",
      "공간 추론⟨spatial reasoning⟩과 시각적 추론⟨visual reasoning⟩을 묻는다.",
      "이야기를 읽고 인과 추론⟨causal reasoning⟩을 해야 하는 문항이다.",
      "관측 데이터에서 처치 효과를 구하는 인과 추론⟨causal inference⟩ 문제이다.",
      // Nothing tells, or both are spoken of.
      "추론을 다시 살핀다.",
      "반복하는 추론 과정이 길다.",
      "추론 단계마다 기록을 남긴다.",
      "지나친 추론은 불필요한 비용을 낳는다.",
      "사용자 메모리가 감정 추론에 끼치는 영향을 본다.",
      "말투에서 나이를 추론한다.",
      "인과 추론을 다룬다.",
      "추론 시스템의 설계를 바꾸었다.",
      "효과를 증명하고 추론을 되풀이하였다.",
      "추론 성능이 올랐다.",
  });
}

TEST_CASE("words that are also ordinary are left alone where they may be", "[terms]") {
  check_rows({
      "입력을 블록 단위로 분할하고 마스크를 씌운다.",
      "녹음을 문장으로 분할한 뒤 병합한다.",
      "병변을 화소마다 분할⟨segmentation⟩하는 과제이다.",
      "시장을 더 세분화하였다.",
      "직류 변환기 기반 전원의 전압을 잰다.",
      "표를 그림으로 바꾸는 변환기를 만들었다.",
      "변환기⟨transformer⟩ 구조를 그대로 쓴다.",
      "먼저 기초 모델을 만들고 규칙을 더한다.",
      "범용 기초 모델⟨foundation model⟩을 겨냥한다.",
      "SFT 전의 기초 모델⟨base model⟩과 견준다.",
      "날마다 모은 글로 모델을 지속 학습시킨다.",
      "지속 학습⟨continual learning⟩에서는 옛 과제를 잊기 쉽다.",
      "시민을 위한 평생 학습 강좌를 열었다.",
      "텍스트-이미지 쌍 백만 개를 모았다.",
      "텍스트-이미지 생성⟨text-to-image generation⟩에 쓴다.",
      "낡은 영상 복원 기술을 돌아본다.",
      "기능을 단계적 롤아웃으로 배포하였다.",
      "어텐션⟨attention⟩ 롤아웃으로 중요도를 잰다.",
      "에이전트⟨agent⟩가 환경에서 롤아웃⟨rollout⟩을 모은다.",
      "정보 손실을 막으려고 정규화를 넣었다.",
      "L2 정규화한 벡터를 쓴다.",
      "과적합⟨overfitting⟩을 막는 정규화⟨regularization⟩ 항을 더한다.",
      "평균과 분산을 맞추는 정규화⟨normalization⟩를 한다.",
      "미세 조정을 마쳤다.",
      "세기를 미세 조정⟨fine adjustment⟩하는 손잡이가 있다.",
      "모델이 그리는 선의 각도를 미세 조정한다.",
      "적은 데이터로 미세 조정⟨fine-tuning⟩을 마쳤다.",
      "중간 결과를 보고 조기 종료할 수 있다.",
      "검증 성적이 나빠지면 조기 종료⟨early stopping⟩한다.",
      "신뢰도가 높으면 낮은 층에서 조기 종료⟨early exit⟩한다.",
      "빠진 부분은 후속 과제로 남긴다.",
      "파일을 이름순으로 정렬⟨sorting⟩하는 텍스트 도구이다.",
      "카메라 흔들림을 보상하는 모델을 붙였다.",
      "열의 구분자를 쉼표로 바꾸었다.",
      "진짜와 가짜 레이블을 나눈다.",
      "회귀 직선의 기울기가 가파르다.",
      "두 문자열이 완전 일치하는지 본다.",
      "분포 외에도 크기를 살핀다.",
      "질문-응답 쌍을 천 개 모았다.",
      "질문 응답⟨question answering⟩을 평가한다.",
      "엔진을 예열하고 시험하였다.",
      "주의 사항을 먼저 읽는다.",
  });
}

TEST_CASE("fields beside machine learning use its words in their own way", "[terms]") {
  check_rows({
      // speech
      "두 사람의 목소리가 섞인 녹음의 화자 분리를 맡았다.",
      "음절 오류율은 낱말을 세지 않는다.",
      "처리기의 기본 주파수는 3GHz 클럭이다.",
      "억양은 기본 주파수⟨fundamental frequency⟩의 움직임이다.",
      "글을 음성 변환 서비스로 들려 준다.",
      "음성 변환⟨voice conversion⟩으로 화자를 바꾼다.",
      "늘 켜져 있는 호출어 검출 회로이다.",
      // reinforcement learning
      "캐시 교체 정책을 바꾸었다.",
      "주민에게 금전 보상을 하였다.",
      "정책⟨policy⟩은 에이전트⟨agent⟩의 행동을 정한다.",
      "은행의 신용 할당이 줄었다.",
      "직원의 역량 강화 학습 과정을 열었다.",
      "새 기능의 롤아웃 일정을 미루었다.",
      // statistics
      "검정 통계량이 수용 영역에 든다.",
      "자원의 희소성을 가르친다.",
      "도시 인구의 주변 분포를 그렸다.",
      "최적 수송⟨optimal transport⟩으로 두 분포를 잇는다.",
      "물류 창고의 최적 수송 경로를 짠다.",
      "출처 세 곳을 교차 검증하였다.",
      "다섯 겹 교차 검증⟨cross-validation⟩을 한다.",
      "두 정수의 우도를 견준다.",
      // systems
      "함수 호출 스택이 깊다.",
      "언어 모델⟨language model⟩이 함수 호출⟨function calling⟩로 날씨를 묻는다.",
      "디스크를 두 파티션으로 분할한다.",
      "오프로드 주행 시험을 마쳤다.",
      "계산의 오프로딩⟨offloading⟩이 늘었다.",
      "작업을 마감 순으로 정렬⟨sorting⟩한다.",
      "문단을 가운데 정렬한다.",
      "데이터베이스 정규화를 세 번째 정규형까지 한다.",
      "영상 분할 화면에 네 사람이 나온다.",
      "타입 추론을 지원하는 언어이다.",
      "낡은 소스 코드 전환 사업이다.",
      "GPU 커널 기법을 손보았다.",
      // what any report says
      "기존 대비 학습 시간이 반으로 줄었다.",
      "대비학습⟨contrastive learning⟩으로 다듬는다.",
      "주석자에게 사전 훈련을 하였다.",
      "사전 훈련⟨pretraining⟩된 가중치를 쓴다.",
      "영어 표현 학습 앱이다.",
      "고속도로에서 연쇄 사고가 나서 추돌이 이어졌다.",
      "사실성이 높은 사진을 그린다.",
      "환자의 복약 순응 예측에 쓴다.",
      "하수 처리율과 민원 처리율이 올랐다.",
      "기계의 감가율을 장부에 적는다.",
      "미래의 보상에 감가율⟨discount factor⟩을 곱하여 누적 보상⟨reward⟩을 구한다.",
      "방과 후학습 교실을 연다.",
      "필터의 오염물 제거 실험을 한다.",
      "층을 하나씩 뺀 제거 실험⟨ablation study⟩이 있다.",
      "매출 구성의 전체 크기 분포 변화를 본다.",
  });
}

TEST_CASE("a name that says more or less than a concept is not glossed with it", "[terms]") {
  check_rows({
      "경사 하강법⟨gradient descent⟩에 모멘텀⟨momentum⟩을 더한다.",
      "두 번째 모멘텀으로 학습률⟨learning rate⟩을 나눈다.",
      "기울기⟨gradient⟩의 2차 모멘텀을 쌓는다.",
      "모델 다섯 개의 앙상블⟨ensemble⟩을 쓴다.",
      "앙상블 학습⟨ensemble learning⟩의 갈래이다.",
      "LLM 심판⟨LLM judge⟩ 셋에게 맡긴다.",
      "두 그래프의 구조적 유사도를 잰다.",
      "위치 임베딩⟨positional embedding⟩을 더한다.",
      "위치 인코딩⟨positional encoding⟩을 더한다.",
      "프롬프트 설계⟨prompt design⟩를 바꾸었다.",
      "하이퍼파라미터 튜닝⟨hyperparameter tuning⟩이 번거롭다.",
      "하이퍼파라미터 탐색⟨hyperparameter search⟩에 이틀이 걸렸다.",
      "자기 증류⟨self-distillation⟩로 다듬는다.",
      "교사에서 학생으로 가는 증류⟨distillation⟩ 손실이다.",
      "지식 증류⟨knowledge distillation⟩를 쓴다.",
      "이미지 토큰⟨image token⟩ 수를 줄인다.",
      "시각 토큰⟨visual token⟩ 수를 줄인다.",
      "음성 인식⟨speech recognition⟩ 오류를 고친다.",
      "자동 음성 인식⟨automatic speech recognition⟩ 오류를 고친다.",
      "몬테카를로 추정⟨Monte Carlo estimation⟩의 분산이 크다.",
      "사전 확률⟨prior probability⟩을 고르게 둔다.",
      "최근접 이웃⟨nearest neighbor⟩을 찾는다.",
      "AI 가속기⟨AI accelerator⟩를 새로 샀다.",
      "연산자 융합⟨operator fusion⟩으로 줄인다.",
      "매개변수 공유⟨parameter sharing⟩로 작게 만든다.",
      "창발성⟨emergence⟩을 둘러싼 논쟁이 있다.",
      "정답 라벨⟨ground-truth label⟩을 붙인다.",
      "학습률⟨learning rate⟩ 스케줄러를 바꾼다.",
      "그래디언트 디센트⟨gradient descent⟩로 찾는다.",
      "3D 가우시안 스플래팅⟨3D Gaussian splatting⟩으로 그린다.",
      "층이 목표 함수⟨target function⟩와의 잔차만 배운다.",
      "목표 함수⟨objective function⟩를 최소화한다.",
  });
}
