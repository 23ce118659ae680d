#include "galpi/text/particles.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"

using namespace galpi::text;

namespace {

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty()) {
    const std::size_t length = std::min(list.find(' '), list.size());
    if (length > 0) words.push_back(list.substr(0, length));
    list.remove_prefix(std::min(length + 1, list.size()));
  }
  return words;
}

}  // namespace

TEST_CASE("particles, their sequences and the copula are accepted whole", "[text]") {
  constexpr std::string_view accepted =
      "은 는 이 가 을 를 의 에 로 으로 와 과 도 만 "
      "에서 에게 에게서 한테 께서 로서 으로서 로써 으로써 로부터 으로부터 까지 부터 보다 처럼 만큼 "
      "대로 마다 조차 마저 뿐 밖에 이나 나 이라도 라도 이나마 나마 이든 든지 이란 란 이야말로 "
      "에서는 에서도 에서의 에서만 에서만의 에서부터 에서조차 에서보다 에서와 에서처럼 에게는 "
      "에게서도 에게로 "
      "으로는 으로도 으로만 으로의 으로까지 으로부터의 로부터의 로서의 로서는 로써의 으로서의 "
      "으로만의 "
      "까지의 까지만 까지도 까지는 까지를 부터의 부터는 부터가 까지와 "
      "만으로 만으로는 만으로도 만으로의 만을 만이 만은 만의 만이라도 만에 뿐만 뿐이다 뿐이며 뿐인 "
      "보다는 보다도 처럼만 만큼은 만큼의 만큼이나 대로의 마다의 조차도 와의 과의 와는 과는 와도 "
      "과도 "
      "들 들은 들이 들을 들의 들과 들에 들로 들로부터 들에게 들에서 들만 들까지 들이다 들인 들처럼 "
      "이다 다 이며 며 이고 고 이면 이지만 이므로 이라 라 이라는 라는 이라고 라고 이라고도 이라면 "
      "이라서 이자 인 인데 인지 인지를 인지에 인가 일 일지 일수록 일지라도 임 임을 임에도 임이 "
      "임은 "
      "입니다 이었다 였다 이었으며 였으며 이었던 였던 이었음 이었음을 이기 이기도 이기에 이거나 "
      "거나 이면서 "
      "이면서도 이라기보다 이라기보다는 이어서 여서 이어야 여야 이에요 예요 만이다 까지이다 "
      "부터이다 에서이다";
  const auto words = words_of(accepted);
  CHECK(words.size() > 150);
  for (const std::string_view word : words) {
    INFO(word);
    CHECK(particle_length(word) == word.size());
    CHECK(particle_length(std::string(word) + " 다음") == word.size());
    CHECK(particle_length(std::string(word) + ".") == word.size());
    CHECK(particle_length(std::string(word) + "(particle)") == word.size());
  }
}

TEST_CASE("light verbs, suffixes and pieces of other words are no particles", "[text]") {
  constexpr std::string_view refused =
      "하다 하는 하여 하고 한 했다 해 할 함 합니다 하며 되다 되는 된 되어 될 됨 됐다 시키다 시킨 "
      "시켜 받은 받다 "
      "화 성 적 적인 적으로 형 률 율 별 간 용 자 기 지 화된 성을 별로 학습 모델 모델을 주주의 속도 "
      "메커니즘 "
      "층 이가 을은 를의 은은 의의 의는 도도 에에 로로 까지은 만는 만를 들를 들는 들와 부터은 "
      "들으로 "
      "뿐으론 가나다 이다고 인의 다만의것 에서학습 보다나은 ㄱ ㅏ 이ㄱ";
  for (const std::string_view word : words_of(refused)) {
    INFO(word);
    CHECK(particle_length(word) == std::string_view::npos);
  }
}

TEST_CASE("where no Hangul follows there is no particle", "[text]") {
  for (const char* tail : {"", " 는", ".", "(attention)을", "s는", "零", "\n"}) {
    CHECK(particle_length(tail) == 0);
  }
}

TEST_CASE("an endless run of particles costs nothing", "[text]") {
  std::string hostile;
  for (int i = 0; i < 100'000; ++i) hostile += "만";
  CHECK(particle_length(hostile) == std::string_view::npos);
}

TEST_CASE("the final sound of a word is that of what is read aloud last", "[text]") {
  using enum FinalSound;
  struct Row {
    const char* word;
    FinalSound sound;
  };
  const Row rows[] = {
      {"주의", open},
      {"어텐션", consonant},
      {"모델", rieul},
      {"값", consonant},
      {"물", rieul},
      {"주의(attention)", open},
      {"모델(LLM)", rieul},
      {"탐색(BFS)", consonant},
      {"**어텐션**", consonant},
      {"`코드`", open},
      {"“모델”", rieul},
      {"‘값’", consonant},
      {"『책』", consonant},
      {"주의[1]", open},
      {"모델(가(나)다)", rieul},
      {"값)", consonant},
      {"(주의)", open},
      {"(LLM)", consonant},
      {"주의 ", open},
      {"모델.", rieul},
      {"주의（注意）", open},
      {"LLM", consonant},
      {"RL", rieul},
      {"VLM", consonant},
      {"GAN", consonant},
      {"AR", rieul},
      {"BFS", open},
      {"GPU", open},
      {"AI", open},
      {"SAE", open},
      {"LLMs", open},
      {"VideoQA", open},
      {"A", open},
      {"n", consonant},
      {"l", rieul},
      {"R", rieul},
      {"x", open},
      {"3", consonant},
      {"1", rieul},
      {"7", rieul},
      {"2", open},
      {"10", consonant},
      {"100", consonant},
      {"20", consonant},
      {"5", open},
      {"0", consonant},
      {"2026", consonant},
      {"1000000000000", open},
      {"GPT-3", open},
      {"GPT-4", open},
      {"Llama3", open},
      {"v1", consonant},
      {"Qwen-7", consonant},
      {"3-3", consonant},
      {"GPT-3.5", open},
      {"3.0", consonant},
      {"ResNet50", consonant},
      {"ResNet-101", rieul},
      {"50%", open},
      {"C#", consonant},
      {"C++", open},
      {"x²", consonant},
      {"Transformer", open},
      {"attention", consonant},
      {"model", rieul},
      {"learning", consonant},
      {"Net", consonant},
      {"chip", consonant},
      {"block", consonant},
      {"prompt", open},
      {"benchmark", open},
      {"task", open},
      {"weight", open},
      {"dropout", consonant},
      {"web", consonant},
      {"logic", consonant},
      {"scale", rieul},
      {"sample", rieul},
      {"frame", consonant},
      {"pipeline", consonant},
      {"image", open},
      {"code", open},
      {"Mamba", open},
      {"tag", open},
      {"loop", unknown},
      {"head", open},
      {"θ", open},
      {"ε", consonant},
      {"零", unknown},
      {"", unknown},
      {"...", unknown},
      {"()", unknown},
      {"ㄱ", consonant},
      {"ㄹ", rieul},
      {"ㅏ", open},
  };
  for (const Row& row : rows) {
    INFO(row.word);
    CHECK(final_sound(row.word) == row.sound);
  }
}

TEST_CASE("the form of a particle agrees with the word before it", "[text]") {
  struct Row {
    const char* word;
    const char* after_consonant;
    const char* after_vowel;
    const char* picked;
  };
  const Row rows[] = {
      {"어텐션", "을", "를", "을"},
      {"주의", "을", "를", "를"},
      {"주의", "과", "와", "와"},
      {"어텐션", "과", "와", "과"},
      {"주의", "은", "는", "는"},
      {"주의", "이", "가", "가"},
      {"모델", "으로", "로", "로"},
      {"모델", "을", "를", "을"},
      {"값", "으로", "로", "으로"},
      {"주의", "으로", "로", "로"},
      {"모델", "으로서", "로서", "로서"},
      {"LLM", "은", "는", "은"},
      {"RL", "으로", "로", "로"},
      {"RL", "이", "가", "이"},
      {"GPT-3", "을", "를", "를"},
      {"주의(attention)", "을", "를", "를"},
      {"3", "이", "가", "이"},
      {"8", "으로", "로", "로"},
      {"零", "을", "를", "를"},
  };
  for (const Row& row : rows) {
    INFO(row.word << " " << row.after_consonant);
    CHECK(pick_particle(row.word, row.after_consonant, row.after_vowel) == row.picked);
  }
}
