#include "sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "field_text.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/text/sentences.hpp"

namespace galpi::exporters::anki {
namespace {

using model::Block;
using model::BlockType;
using TakeSentence = std::function<void(const BookSentence&)>;

bool is_atom(model::MarkType type) {
  return type == model::MarkType::code || type == model::MarkType::math;
}

bool is_prose(BlockType type) {
  return type == BlockType::paragraph || type == BlockType::point || type == BlockType::item;
}

std::vector<model::Sentence> sentences_of(const model::BilingualDigest& day, const Block& block) {
  if (block.ordinal < day.sentences.size() && !day.sentences[block.ordinal].empty()) {
    return day.sentences[block.ordinal];
  }
  std::vector<text::ByteRange> protect;
  for (const model::Mark& mark : block.marks) {
    if (is_atom(mark.type)) protect.push_back({mark.start, mark.end});
  }
  std::vector<model::Sentence> sentences;
  for (const text::ByteRange& range : text::split_sentences(block.text, protect)) {
    sentences.push_back({range.start, range.end, {}});
  }
  return sentences;
}

void walk(const std::vector<Block>& blocks, BookSentence& sentence, const TakeSentence& take) {
  for (const Block& block : blocks) {
    const bool is_list_of_notes = block.type == BlockType::list && block.label == "footnotes";
    if (is_list_of_notes || block.type == BlockType::table) continue;
    if (is_prose(block.type) && !block.text.empty()) {
      for (const model::Sentence& found : sentences_of(*sentence.day, block)) {
        sentence.block = &block;
        sentence.range = {found.start, found.end};
        sentence.translation = found.translation;
        take(sentence);
      }
    }
    walk(block.children, sentence, take);
  }
}

}  // namespace

void for_each_sentence(const model::BilingualDigest& day, model::Place place,
                       const model::Paper* paper, const model::Section& section,
                       const TakeSentence& take) {
  BookSentence sentence;
  sentence.place = place;
  sentence.day = &day;
  sentence.paper = paper;
  sentence.section = &section;
  walk(section.blocks, sentence, take);
}

void for_each_sentence(const model::Edition& edition, const TakeSentence& take) {
  for (std::uint32_t i = 0; i < edition.days.size(); ++i) {
    const model::BilingualDigest& day = edition.days[i];
    const model::Post& post = day.post();
    for (std::uint32_t number = 0; number < post.papers.size(); ++number) {
      for (const model::Section& section : post.papers[number].sections) {
        for_each_sentence(day, {i, number}, &post.papers[number], section, take);
      }
    }
    for (const model::Section& section : post.sections) {
      for_each_sentence(day, {i, model::Place::no_paper}, nullptr, section, take);
    }
  }
}

bool is_whole(std::string_view sentence) {
  if (sentence.empty() || sentence.ends_with("...") || sentence.ends_with("…")) return false;
  const std::string_view last = sentence.substr(sentence.size() - 1);
  return std::string_view(".!?").contains(last) || sentence.ends_with("다") ||
         sentence.ends_with("함") || sentence.ends_with("음") || sentence.ends_with("됨");
}

bool leans(std::string_view text) {
  constexpr auto pointers = std::to_array<std::string_view>(
      {"이 ", "그 ", "이는 ", "이를 ", "이에 ", "이로 ", "이러한 ", "그러한 ", "이런 ", "해당 ",
       "이보다 ", "그보다 ", "이때 ", "여기", "전자는", "후자는", "나머지 ", "이들 "});
  constexpr auto beginnings = std::to_array<std::string_view>(
      {"위 ", "위의 ", "앞의 ", "앞선 ", "그 결과", "그러나 ", "하지만 ", "다만 ", "다만,", "반면",
       "따라서 ", "즉 ", "동시에 "});
  const auto points = [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      if (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(') return true;
    }
    return false;
  };
  const auto begins = [&](std::string_view word) { return text.starts_with(word); };
  return std::ranges::any_of(pointers, points) || std::ranges::any_of(beginnings, begins);
}

bool touches_atom(const Block& block, text::ByteRange range) {
  return std::ranges::any_of(block.marks, [&](const model::Mark& mark) {
    return is_atom(mark.type) && mark.start < range.end && range.start < mark.end;
  });
}

std::string paper_link(const model::Paper& paper) {
  std::string title = fmt::format(R"(<span lang="en">{}</span>)", escape_field(paper.title));
  const std::string url =
      paper.arxiv ? "https://arxiv.org/abs/" + paper.arxiv->id : paper.url.value_or(std::string());
  if (url.empty() || !markup::is_safe_url(url)) return title;
  return fmt::format(R"(<a href="{}">{}</a>)",
                     markup::escape(markup::encode_url(url), markup::Context::xml_attribute),
                     title);
}

std::string source_link(const BookSentence& sentence) {
  if (sentence.paper != nullptr) return paper_link(*sentence.paper);
  return escape_field(sentence.day->post().title);
}

}  // namespace galpi::exporters::anki
