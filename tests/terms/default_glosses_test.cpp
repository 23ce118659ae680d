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
