// A small glossary for the tests of the matcher and of annotation.
#pragma once

#include "galpi/model/concept.hpp"

namespace galpi::terms::sample {

inline model::Concept named(std::string id, std::string english, std::string korean,
                            std::vector<std::string> variants = {},
                            std::vector<std::string> abbreviations = {}) {
  model::Concept entry;
  entry.id = std::move(id);
  entry.english = std::move(english);
  entry.korean = std::move(korean);
  entry.variants = std::move(variants);
  entry.abbreviations = std::move(abbreviations);
  return entry;
}

inline model::Glossary glossary() {
  model::Glossary all{{
      named("attention", "attention", "주의", {"어텐션"}),
      named("llm", "large language model", "대형 언어 모델", {"대규모 언어 모델"}, {"LLM"}),
      named("slm", "small language model", "소형 언어 모델", {"작은 언어 모델"}),
      named("context", "long context", "긴 문맥"),
      named("lm", "language model", "언어 모델", {}, {"LM"}),
      named("model", "model", "모델"),
      named("tuning", "fine-tuning", "미세조정", {"파인튜닝"}, {"FT"}),
      named("pretraining", "pre-training", "사전학습"),
      named("alignment", "alignment", "정렬"),
      named("reward", "reward", "보상"),
      named("function", "function", "함수"),
      named("representation", "representation", "표현"),
      named("converter", "transformer", "변환기", {"트랜스포머"}),
      named("transform", "transformation", "변환"),
      named("token", "token", "토큰"),
      named("latent", "latent space", "잠재 공간"),
      named("unsupervised", "unsupervised learning", "비지도학습"),
      named("supervised", "supervised learning", "지도학습"),
      named("t2i", "text-to-image", "텍스트-이미지", {}, {"T2I"}),
      named("q", "Q-function", "Q 함수"),
      named("splatting", "3D Gaussian splatting", "3D 가우시안 스플래팅", {}, {"3DGS"}),
      named("policy", "policy", "정책"),
      named("loss", "loss", "손실"),
      named("clip", "CLIP", "CLIP"),
      named("ai", "artificial intelligence", "인공지능", {}, {"AI"}),
      named("lora", "low-rank adaptation", "저랭크 적응", {}, {"LoRA"}),
      named("scene", "scene", "신"),
      named("clause", "clause", "절"),
      named("inference", "inference", "추론"),
      named("reasoning", "reasoning", "추론"),
      named("sse", "sum of squares", "제곱합"),
      named("old", "old concept", "옛말"),
  }};
  const auto of = [&](std::string_view id) -> model::Concept& {
    for (model::Concept& entry : all.concepts) {
      if (entry.id == id) return entry;
    }
    return all.concepts.front();
  };
  of("attention").avoid = {"주목"};
  of("attention").cues_not = {"주의할", "주의 깊"};
  of("llm").avoid = {"큰 언어 모델"};
  of("scene").cues_near = {"카메라", "장면"};
  of("inference").cues_near = {"속도", "비용"};
  of("reasoning").cues_near = {"논리", "chain of thought"};
  of("reasoning").cues_not = {"추론 속도"};
  of("old").status = model::ConceptStatus::retired;
  return all;
}

}  // namespace galpi::terms::sample
