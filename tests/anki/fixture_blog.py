"""A small blog of our own for decks: three days, a repeated paper, hostile words, a glossary overlay."""
GLOSSARY = """galpi_glossary: 1
domain: galpi-test
concepts:
  - id: lantern-sampling
    en: lantern sampling
    ko: 등불 표집
    abbr: LS
    definition: {ko: "밝은 곳부터 차례로 표본을 고르는 방법."}
  - id: harbour-loss
    en: harbour loss
    ko: 항구 손실
    definition: {ko: "배가 들어오지 못한 만큼을 벌로 주는 손실 함수."}
  - id: ferry-model
    en: ferry model
    ko: 나룻배
    definition: {ko: "두 공간 사이를 오가며 표현을 옮기는 모형."}
  - id: ferry-boat
    en: ferry boat
    ko: 나룻배
    cues: {near: [강물]}
    definition: {ko: "강을 건너는 작은 배."}
"""

DAYS = {
    "2026-03-02": """
# 1. [LANTERN: Light before Dark](https://arxiv.org/abs/2603.00001)

## Introduction
- Goal: 본 논문은 밝은 표본을 먼저 고르는 학습법 LANTERN(Light Before Dark)을 제안하는 것을 목표로 한다.
- Motivation: 어두운 표본은 학습을 느리게 한다.
- Contribution: 등불 표집(lantern sampling)을 처음으로 정의하였다.

## Method
등불 표집은 손실이 작은 표본부터 차례로 학습한다. 이 순서는 매 바퀴 다시 계산된다.

## Results
LANTERN은 HarborBench에서 정확도를 71.4%에서 78.9%로 높였다.

## Limitations
표본이 적으면 순서를 정하기 어렵다.

## Conclusion
순서가 학습을 바꾼다.

# 2. [On Nothing in Particular](https://arxiv.org/abs/2603.00002v2)

## Introduction
- Goal: 아무 이름도 없는 방법이 언제 잘 듣는지 밝히는 것을 목표로 한다.
- Motivation: 이름이 없으면 찾기 어렵다.
- Contribution: 항구 손실(harbour loss)을 세 가지 문제에 적용하였다.

## Method
항구 손실을 줄이도록 배의 순서를 바꾼다.

## Results
정확도가 2025년에 비해 크게 올랐다.

## Limitations
정보 부족
""",
    "2026-03-03": """
# 1. [BUOY: <script>alert(1)</script> {{c1::Floating}} [latex]x[/latex] & [sound:a.mp3] \\\\(x\\\\)](https://arxiv.org/abs/2603.00003)

## Introduction
- Goal: 본 연구는 `{{Front}}`와 a::b와 [$]x[/$]를 견디는 BUOY를 만드는 것을 목표로 한다.
- Motivation: 견디지 못하면 가라앉는다.
- Contribution: $a<b$와 $\\href{javascript:alert(1)}{x}$를 함께 다루었다.

## Method
나룻배는 두 공간 사이를 오가며 표현을 옮긴다.

## Results
BUOY는 DockSet-2 벤치마크에서 오류율 {{3.2%}}를 기록하였다.

## Limitations
물이 &lt;얕으면&gt; 뜨지 않는다 :: 정말이다.
""",
    "2026-03-04": """
# 1. [LANTERN: Light before Dark](https://arxiv.org/abs/2603.00001v2)

## Introduction
- Goal: 앞서 다룬 LANTERN을 더 큰 자료에서 다시 재는 것을 목표로 한다.
- Motivation: 처음 결과는 작은 자료에서 나왔다.
- Contribution: 등불 표집을 열 배 큰 자료에 적용하였다.

## Method
등불 표집과 항구 손실을 함께 쓴다.

## Results
정보 부족
""",
}


def write(folder, days=None):
    posts = folder / "_posts"
    posts.mkdir(parents=True, exist_ok=True)
    (folder / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    for date, text in (DAYS if days is None else days).items():
        (posts / f"{date}-day.md").write_text(f"---\ntitle: 하루\ndate: {date}\ntags: [papers]\n---\n{text}", "utf-8")
    return posts
