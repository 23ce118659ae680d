#include "reading.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "galpi/ingest/parse_post.hpp"
#include "galpi/model/json.hpp"
#include "galpi/normalize/normalize.hpp"
#include "support/catch.hpp"

namespace galpi::tests {

using model::Block;
using model::BlockType;
using model::Mark;
using model::MarkType;

Block paragraph(std::string text, std::vector<Mark> marks) {
  Block made = block(BlockType::paragraph, std::move(text));
  made.marks = std::move(marks);
  return made;
}

Mark mark_of(std::string_view text, MarkType type, std::string_view words, std::string url) {
  const auto start = static_cast<std::uint32_t>(text.find(words));
  return {type, start, start + static_cast<std::uint32_t>(words.size()), std::move(url)};
}

model::Section section(std::string heading, std::vector<Block> blocks, model::SectionKind kind,
                       std::uint32_t level) {
  model::Section made;
  made.kind = kind;
  made.heading = std::move(heading);
  made.level = level;
  made.blocks = std::move(blocks);
  return made;
}

model::Post review_of(std::vector<Block> blocks) {
  model::Post post;
  post.date = {2026, 10, 5};
  post.title = "시험";
  post.kind = model::PostKind::review;
  post.sections.emplace_back().blocks = std::move(blocks);
  return post;
}

model::Edition edition_of(model::Post post) {
  model::Edition edition;
  edition.metadata.title = "시험 책";
  edition.metadata.first = edition.metadata.last = post.date;
  std::uint32_t line = 1;
  for (model::Paper& paper : post.papers) {
    if (paper.at.line == 0) paper.at.line = ++line;
    for (model::Section& made : paper.sections) made.at.line = ++line;
  }
  for (model::Section& made : post.sections) {
    if (made.at.line == 0) made.at.line = ++line;
  }
  model::BilingualDigest& day = edition.days.emplace_back();
  model::Digest& digest = day.annotated.digest;
  digest.post = std::move(post);
  digest.block_count = model::number_blocks(digest.post);
  day.annotated.mentions.resize(digest.block_count);
  day.sentences.resize(digest.block_count);
  return edition;
}

namespace {

Block* find_in(std::vector<Block>& blocks, std::string_view text) {
  for (Block& made : blocks) {
    if (made.text == text) return &made;
    if (Block* const found = find_in(made.children, text)) return found;
  }
  return nullptr;
}

}  // namespace

Block& find_block(model::Edition& edition, std::string_view text) {
  model::Post& post = edition.days.at(0).annotated.digest.post;
  Block* found = nullptr;
  for (model::Paper& paper : post.papers) {
    for (model::Section& made : paper.sections) {
      if (found == nullptr) found = find_in(made.blocks, text);
    }
  }
  for (model::Section& made : post.sections) {
    if (found == nullptr) found = find_in(made.blocks, text);
  }
  INFO("no block with the text " << text);
  REQUIRE(found != nullptr);
  return *found;
}

void translate(model::Edition& edition, std::string_view text,
               const std::vector<std::string>& translations) {
  auto& sentences = edition.days.at(0).sentences.at(find_block(edition, text).ordinal);
  std::size_t start = 0;
  for (std::size_t i = 0; i < translations.size(); ++i) {
    const std::size_t stop = text.find(". ", start);
    const bool is_last = i + 1 == translations.size();
    REQUIRE((is_last || stop != std::string_view::npos));
    const std::size_t end = is_last ? text.size() : stop + 1;
    sentences.push_back(
        {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), translations[i]});
    start = end + 1;
  }
}

void gloss(model::Edition& edition, std::string_view text, std::string_view words,
           const std::string& english) {
  model::Concept& entry = edition.glossary.concepts.emplace_back();
  entry.english = english;
  entry.korean = words;
  model::Mention mention;
  mention.start = static_cast<std::uint32_t>(text.find(words));
  mention.end = mention.start + static_cast<std::uint32_t>(words.size());
  mention.concept_index = static_cast<std::uint32_t>(edition.glossary.concepts.size() - 1);
  mention.gloss = true;
  auto& mentions = edition.days.at(0).annotated.mentions.at(find_block(edition, text).ordinal);
  mentions.push_back(mention);
  std::ranges::stable_sort(mentions, {}, &model::Mention::start);
}

std::string day_markdown(const model::Edition& edition, const exporters::MarkdownOptions& options) {
  std::string markdown;
  StringSink sink(markdown);
  DiagnosticList diagnostics;
  REQUIRE(exporters::export_markdown_day(edition, 0, options, sink, diagnostics));
  return markdown;
}

std::string book_markdown(const model::Edition& edition,
                          const exporters::MarkdownOptions& options) {
  std::string markdown;
  StringSink sink(markdown);
  DiagnosticList diagnostics;
  REQUIRE(exporters::export_markdown(edition, options, sink, diagnostics));
  return markdown;
}

std::string without_front_matter(const std::string& markdown) {
  const std::size_t end = markdown.find("\n---\n");
  REQUIRE(end != std::string::npos);
  return markdown.substr(std::min(end + 6, markdown.size()));
}

std::string body_of(std::vector<Block> blocks) {
  return without_front_matter(day_markdown(edition_of(review_of(std::move(blocks)))));
}

model::Post read_back(const std::string& markdown) {
  DiagnosticList diagnostics;
  auto raw = ingest::parse_post(markdown, "x.md", "_posts/2026-10-05-x.md", diagnostics);
  INFO(markdown);
  REQUIRE(raw);
  return normalize::normalize_post(*std::move(raw), diagnostics).post;
}

namespace {

/// Marks over the same stretch have no order.
void sort_marks(nlohmann::ordered_json& marks) {
  auto sorted = marks.get<std::vector<nlohmann::ordered_json>>();
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    const auto key = [](const nlohmann::ordered_json& mark, const nlohmann::ordered_json& other) {
      return std::tuple(mark["start"].get<int>(), other["end"].get<int>(),
                        mark["type"].get<std::string>());
    };
    return key(a, b) < key(b, a);
  });
  marks = sorted;
}

nlohmann::ordered_json without_places(nlohmann::ordered_json value) {
  if (value.is_object()) {
    for (const char* key : {"at", "level", "source"}) value.erase(key);
  }
  if (value.is_object() && value.contains("marks")) sort_marks(value["marks"]);
  if (value.is_structured()) {
    for (auto& child : value) child = without_places(child);
  }
  return value;
}

}  // namespace

std::string comparable(const model::Post& post) {
  std::string json;
  model::append_post_json(json, post);
  return without_places(nlohmann::ordered_json::parse(json)).dump();
}

std::string comparable(std::vector<Block> blocks) {
  return comparable(review_of(std::move(blocks)));
}

std::string written_and_read(const std::vector<Block>& blocks) {
  model::Post post = read_back(day_markdown(edition_of(review_of(blocks))));
  post.source.clear();
  return comparable(post);
}

}  // namespace galpi::tests
