// The content of sample::full_edition(): papers and a review that nobody wrote.
#include "sample_edition.hpp"

namespace galpi::sample {
namespace {

using model::BlockType;
using model::MarkType;
using model::SectionKind;
using model::SectionStatus;

constexpr std::uint32_t attention = 0;
constexpr std::uint32_t language_model = 1;
constexpr std::uint32_t gradient = 2;
constexpr std::uint32_t token = 3;

void add_concept(model::Edition& edition, std::string id, std::string korean, std::string english,
                 std::string abbreviation, std::string definition) {
  model::Concept made;
  made.id = std::move(id);
  made.korean = std::move(korean);
  made.english = std::move(english);
  if (!abbreviation.empty()) made.abbreviations.push_back(std::move(abbreviation));
  made.definition_korean = std::move(definition);
  edition.glossary.concepts.push_back(std::move(made));
}

model::Paper lantern_paper() {
  model::Block method = paragraph(
      "등불은 주의를 두 갈래로 나누고, 각 갈래에서 토큰을 20~40%만 남긴다. 남은 토큰은 표현의 "
      "차원을 4096에서 512로 줄인 뒤 다시 합친다. 자세한 식은 공개된 코드에 있다.");
  mark(method, MarkType::strong, "주의");
  mark(method, MarkType::link, "공개된 코드", "https://example.org/lantern?a=1&b=2");
  model::Block results = paragraph(
      "긴 글 요약에서 LongSum 점수가 3.1점 올랐고 기억 사용량은 5~6배 줄었다.\n"
      "<think>와 같은 표지는 그대로 두었다.");
  model::Section limits =
      section(SectionKind::limitations, "Limitations", {paragraph("정보 부족")});
  limits.status = SectionStatus::not_stated;
  model::Section end =
      section(SectionKind::conclusion, "Conclusion",
              {paragraph("대형 언어 모델을 싸게 쓰는 길을 하나 더 열었고, 앞으로")});
  end.status = SectionStatus::truncated;
  model::Paper made =
      paper(1, "Lantern: Keeping Half the Tokens & Most of the Meaning <think>", "2610.00001",
            {section(SectionKind::introduction, "Introduction",
                     {labelled(BlockType::point, "goal",
                               "대형 언어 모델이 긴 글을 읽을 때 드는 비용을 줄인다."),
                      labelled(BlockType::point, "motivation",
                               "기존 주의 기제는 글 길이의 제곱으로 느려진다(λ ∝ √d)."),
                      labelled(BlockType::point, "contribution",
                               "버릴 토큰을 미리 고르는 Lantern 방법을 내놓는다.")}),
             section(SectionKind::method, "Method", {method}),
             section(SectionKind::results, "Results", {results}), limits, end});
  made.arxiv = model::ArxivId{"2610.00001", 2};
  made.system = "Lantern";
  made.links.push_back({"Alphaxiv", "https://www.alphaxiv.org/ko/overview/2610.00001"});
  return made;
}

model::Paper second_paper(std::uint32_t number) {
  model::Paper made =
      paper(number, "경사를 아끼는 학습: A Frugal Optimiser", "2610.00002",
            {section(SectionKind::introduction, "서론",
                     {block(BlockType::point, "경사를 여덟 걸음마다 한 번만 계산한다."),
                      block(BlockType::point, "나머지 걸음은 지난 경사로 어림한다.")}),
             section(SectionKind::results, "결과", {})});
  made.sections.back().status = SectionStatus::missing;
  return made;
}

model::BilingualDigest digest_day() {
  model::Post post;
  post.date = {2026, 10, 5};
  post.title = "하루 논문 — 2026-10-05";
  post.source = "_posts/2026-10-05-daily.md";
  post.papers = {lantern_paper(), second_paper(2)};
  model::BilingualDigest made = day(std::move(post));
  mention(made, "주의", attention, true);
  mention(made, "대형 언어 모델", language_model, true);
  mention(made, "토큰", token);
  mention(made, "경사", gradient, true);
  translate(made, "등불은 주의를",
            "Lantern splits attention into two branches and keeps 20–40% of "
            "the tokens in each.");
  translate(made, "남은 토큰은",
            "The remaining tokens are merged after reducing their "
            "dimension from 4096 to 512.");
  translate(made, "대형 언어 모델이",
            "Reduce what it costs a large language model to read long texts.");
  translate(made, "경사를 여덟", "Computes the gradient only once in eight steps.");
  return made;
}

std::vector<model::Block> all_lists() {
  model::Block nested =
      block(BlockType::list, "",
            {block(BlockType::item, "안쪽 항목 A"), block(BlockType::item, "안쪽 항목 나")});
  return {labelled(BlockType::list, "3", "",
                   {block(BlockType::item, "셋째 단계에서 시작한다."),
                    block(BlockType::item, "넷째 단계", {nested})}),
          block(BlockType::list, "",
                {labelled(BlockType::item, "[x]", "다시 그려 본 실험"),
                 labelled(BlockType::item, "[ ]", "아직 못 해 본 실험")}),
          block(BlockType::list, "",
                {block(BlockType::item, "",
                       {paragraph("두 문단짜리 항목의 첫 문단."), paragraph("그 둘째 문단.")})})};
}

model::Block result_table() {
  const auto cell = [](std::string align, std::string text) {
    return labelled(BlockType::cell, std::move(align), std::move(text));
  };
  return block(
      BlockType::table, "",
      {block(BlockType::row, "",
             {cell("left", "방법"), cell("center", "데이터"), cell("right", "정확도 (%)")}),
       block(BlockType::row, "",
             {cell("left", "기준선"), cell("center", "CIFAR-10"), cell("right", "91.2")}),
       block(BlockType::row, "",
             {cell("left", "되돌린 주의"), cell("center", "CIFAR-10"), cell("right", "93.8")})});
}

std::vector<model::Block> marked_paragraphs() {
  model::Block marks = paragraph(
      "굵은 글씨와 기운 글씨, very important words, 지운 말, 코드 softmax(x) 그리고 수식 x_i^2 "
      "까지 "
      "한 문단에 있다. H2O와 10제곱[1], 그림 작은 그림, 상대 링크도 있다.");
  mark(marks, MarkType::strong, "굵은 글씨와 기운 글씨");
  mark(marks, MarkType::emphasis, "기운 글씨");
  mark(marks, MarkType::emphasis, "very important words");
  mark(marks, MarkType::strikethrough, "지운 말");
  mark(marks, MarkType::code, "softmax(x)");
  mark(marks, MarkType::math, "x_i^2");
  mark(marks, MarkType::superscript, "제곱");
  mark(marks, MarkType::footnote, "[1]", "#fn-1");
  mark(marks, MarkType::image, "작은 그림", "/assets/dot.svg");
  mark(marks, MarkType::link, "상대 링크", "/2026/10/05/daily");
  model::Block lost = paragraph("없는 그림은 글로 남는다.");
  mark(lost, MarkType::image, "없는 그림", "/assets/lost.png");
  return {marks, lost, paragraph("A whole paragraph in English, with 3 numbers."),
          block(BlockType::html, "날 것의 HTML에서 읽은 글")};
}

model::Block formula(std::string tex) { return block(BlockType::math, std::move(tex)); }

model::Block figure(const std::string& alternative, std::string url) {
  model::Block made = block(BlockType::image, alternative);
  mark(made, MarkType::image, alternative, std::move(url));
  return made;
}

model::BilingualDigest review_day() {
  model::Block note = labelled(BlockType::item, "1", "첫 각주는 본문에서 가리킨다.");
  model::Block unused = labelled(BlockType::item, "둘", "아무도 가리키지 않는 각주.");
  model::Block code = labelled(
      BlockType::code, "python",
      "def attend(q, k, v):\n    w = softmax(q @ k.T)  # 아주 긴 줄도 화면 밖으로 나가지 않는다\n"
      "    return w @ v\n");
  model::Post post;
  post.kind = model::PostKind::review;
  post.date = {2026, 10, 6};
  post.title = "논문 깊이 읽기: Attention을 되돌아보며";
  post.source = "_posts/2026-10-06-review.md";
  post.sections = {
      section(SectionKind::other, "들어가며", marked_paragraphs(), 2),
      section(SectionKind::method, "방법과 Implementation",
              {paragraph("주의는 다음 식으로 쓴다. 식의 뜻은 차례로 본다."),
               formula("\\mathrm{softmax}(QK^\\top)V"), formula("\\unknown{x}"), code,
               block(BlockType::quote, "",
                     {paragraph("인용한 글의 첫 문단."), paragraph("Second paragraph.")})},
              4),
      section(SectionKind::results, "실험",
              {result_table(), figure("정확도 그래프", "/assets/dot.svg"),
               figure("멀리 있는 그림", "https://example.org/a.png")},
              5),
      section(SectionKind::other, "목록", all_lists(), 1),
      section(
          SectionKind::other, "각주",
          {block(BlockType::rule, ""), labelled(BlockType::list, "footnotes", "", {note, unused})},
          2)};
  model::BilingualDigest made = day(std::move(post));
  mention(made, "주의", attention, true);
  translate(made, "주의는 다음 식으로 쓴다.", "Attention is written as follows.");
  translate(made, "인용한 글의", "The first paragraph of the quotation.");
  translate(made, "되돌린 주의", "attention, turned back");
  return made;
}

model::BilingualDigest twin_day() {
  model::Post post;
  post.date = {2026, 10, 6};
  post.title = "하루 논문 — 2026-10-06";
  post.source = "_posts/2026-10-06-twin.md";
  post.papers = {second_paper(1), second_paper(2)};
  model::BilingualDigest made = day(std::move(post));
  mention(made, "경사", gradient, true);
  return made;
}

}  // namespace

model::Edition full_edition() {
  model::Edition edition;
  edition.metadata.title = "2026년 10월의 논문 갈피: Daily Papers";
  edition.metadata.author = "홍길동";
  edition.metadata.licence = "CC BY 4.0";
  add_concept(edition, "attention", "주의", "attention", "",
              "입력의 어느 부분을 얼마나 볼지 정하는 가중치 계산.");
  add_concept(edition, "large-language-model", "대형 언어 모델", "large language model", "LLM",
              "많은 글로 학습해 다음 token을 맞히는 큰 신경망.");
  add_concept(edition, "gradient", "경사", "gradient", "", "");
  add_concept(edition, "token", "토큰", "token", "", "모델이 글을 나누는 가장 작은 단위.");
  edition.glossary.concepts[gradient].definition_english =
      "The direction in which a function grows fastest.";
  edition.days = {digest_day(), review_day(), twin_day()};
  edition.images.push_back(
      {"/assets/dot.svg", "image/svg+xml", "dot.svg",
       "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\" "
       "width=\"240\" height=\"120\"><path d=\"M2 18 L12 9 L22 11 L38 2\" fill=\"none\" "
       "stroke=\"#456\"/></svg>\n"});
  edition.mathml["i:x_i^2"] =
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><msubsup><mi>x</mi><mi>i</mi>"
      "<mn>2</mn></msubsup><annotation encoding=\"application/x-tex\">x_i^2</annotation>"
      "</semantics></math>";
  edition.mathml["d:\\mathrm{softmax}(QK^\\top)V"] =
      "<math display=\"block\"><mrow><mi mathvariant=\"normal\">softmax</mi><mo "
      "stretchy=\"false\" onclick=\"x()\">(</mo><mi>Q</mi><msup><mi>K</mi><mo>⊤</mo></msup><mo "
      "stretchy=\"false\">)</mo><mi>V</mi></mrow></math>";
  edition.mathml["d:\\unknown{x}"] = "<math><script>x</script></math>";
  assemble(edition);
  return edition;
}

}  // namespace galpi::sample
