// RawPosts for tests, written as a little Markdown: headings, paragraphs, flat bullet lists,
// quotes,
// **bold** and [links](…). It is not the reader of galpi, and knows nothing of its repairs.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "galpi/ingest/raw_post.hpp"

namespace galpi::test {

class RawBuilder {
 public:
  explicit RawBuilder(std::string_view markdown) {
    post_.file = "blog/_posts/2024-01-05-made-up.md";
    post_.source = "_posts/2024-01-05-made-up.md";
    post_.front_matter.date = {2024, 1, 5};
    post_.front_matter.title = "Made up";
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      post_.lines.emplace_back(markdown.substr(0, end));
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    for (number_ = 1; number_ <= post_.lines.size(); ++number_) read(post_.lines[number_ - 1]);
  }

  ingest::RawPost take() { return std::move(post_); }

 private:
  using Block = model::Block;
  using Type = model::BlockType;

  void read(std::string_view line) {
    const std::size_t hashes = line.find_first_not_of('#');
    if (line.find_first_not_of(' ') == std::string_view::npos) {
      open_ = nullptr;
      list_ = false;
    } else if (hashes > 0 && hashes <= 6 && line[hashes] == ' ') {
      Block& heading = add(static_cast<std::uint32_t>(hashes), Type::paragraph);
      append(heading, line, hashes + 1);
      open_ = nullptr;
      list_ = false;
    } else if (line.starts_with("- ")) {
      if (!std::exchange(list_, true)) add(0, Type::list);
      open_ = &child(post_.blocks.back().block, Type::item, 3);
      append(*open_, line, 2);
    } else if (line.starts_with("> ")) {
      if (open_ == nullptr) open_ = &child(add(0, Type::quote), Type::paragraph, 3);
      append(*open_, line, 2);
    } else {
      if (open_ == nullptr) open_ = &add(0, Type::paragraph);
      append(*open_, line, 0);
    }
  }

  Block& add(std::uint32_t level, Type type) {
    post_.blocks.push_back({level, {}});
    Block& block = post_.blocks.back().block;
    block.type = type;
    block.at = {number_, 1};
    return block;
  }

  Block& child(Block& parent, Type type, std::uint32_t column) {
    Block& block = parent.children.emplace_back();
    block.type = type;
    block.at = {number_, column};
    return block;
  }

  static std::uint32_t size_of(const Block& block) {
    return static_cast<std::uint32_t>(block.text.size());
  }

  void append(Block& block, std::string_view line, std::size_t from) {
    if (!block.text.empty()) {
      const bool hard = block.text.ends_with("  ");
      block.text.erase(block.text.find_last_not_of(' ') + 1);
      block.text += hard ? '\n' : ' ';
    }
    anchor(block, line, from);
    inlines(block, line, from, line.size());
  }

  void anchor(Block& block, std::string_view line, std::size_t at) const {
    std::uint32_t column = 1;
    for (std::size_t i = 0; i < at; ++i) {
      if ((static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U) ++column;
    }
    block.anchors.push_back({size_of(block), {number_, column}});
  }

  void inlines(Block& block, std::string_view line, std::size_t i, std::size_t end) {
    while (i < end) {
      const std::size_t bold = line.substr(0, end).find("**", i + 2);
      const std::size_t middle = line.substr(0, end).find("](", i);
      const std::size_t close = line.substr(0, end).find(')', std::min(middle, line.size()));
      if (line.substr(i).starts_with("**") && bold != std::string_view::npos) {
        mark(block, line, i + 2, bold, model::MarkType::strong, {});
        i = bold + 2;
        anchor(block, line, i);
      } else if (line[i] == '[' && close != std::string_view::npos) {
        mark(block, line, i + 1, middle, model::MarkType::link,
             std::string(line.substr(middle + 2, close - middle - 2)));
        i = close + 1;
        anchor(block, line, i);
      } else {
        block.text += line[i++];
      }
    }
    while (!block.anchors.empty() && block.anchors.back().offset >= block.text.size()) {
      block.anchors.pop_back();
    }
  }

  void mark(Block& block, std::string_view line, std::size_t from, std::size_t to,
            model::MarkType type, std::string url) {
    const std::size_t index = block.marks.size();
    block.marks.push_back({type, size_of(block), 0, std::move(url)});
    anchor(block, line, from);
    inlines(block, line, from, to);
    block.marks[index].end = size_of(block);
  }

  ingest::RawPost post_;
  Block* open_ = nullptr;
  bool list_ = false;
  std::uint32_t number_ = 0;
};

inline ingest::RawPost raw_post(std::string_view markdown) { return RawBuilder(markdown).take(); }

/// The first block of a little Markdown.
inline model::Block raw_block(std::string_view markdown) {
  return raw_post(markdown).blocks.front().block;
}

}  // namespace galpi::test
