// The canonical section model of one post: papers and sections by meaning, whatever the author's
// heading levels were.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/base/date.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/model/block.hpp"

namespace galpi::model {

enum class SectionKind : std::uint8_t {
  introduction,
  method,
  results,
  limitations,
  conclusion,
  other  // NOLINT
};

enum class SectionStatus : std::uint8_t {
  stated,
  not_stated,  ///< 정보 부족 and its like: the digest says that the paper does not say
  truncated,   ///< breaks off in the middle of a sentence
  missing,     ///< a heading without text
};

struct Section {
  SectionKind kind = SectionKind::other;
  std::optional<std::string> heading;  ///< as the author wrote it; nothing for text without heading
  std::uint32_t level = 0;             ///< number of '#' in the source; 0 without heading
  SectionStatus status = SectionStatus::stated;
  std::vector<Block> blocks;
  At at;

  bool operator==(const Section&) const = default;
};

struct ArxivId {
  std::string id;  ///< without version: `2510.12345` or `cs/9905014`
  std::optional<std::uint32_t> version;

  bool operator==(const ArxivId&) const = default;
};

struct PaperLink {
  std::string text;
  std::string url;

  bool operator==(const PaperLink&) const = default;
};

struct Paper {
  std::optional<std::uint32_t> number;
  std::string title;  ///< plain text, runs of white space folded
  std::optional<std::string> system;
  std::optional<std::string> url;
  std::optional<ArxivId> arxiv;
  std::vector<PaperLink> links;  ///< other links given with the paper, such as Alphaxiv
  At at;
  std::vector<Section> sections;

  bool operator==(const Paper&) const = default;
};

enum class PostKind : std::uint8_t { digest, review, empty };

struct Post {
  Date date;
  std::optional<std::string> time;  ///< `HH:MM:SS`
  std::string title;
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::string source;  ///< relative to the site root, '/' between folders
  PostKind kind = PostKind::digest;
  std::vector<Paper> papers;
  std::vector<Section> sections;  ///< text outside papers; all of a review

  bool operator==(const Post&) const = default;
};

/// A paper is its arXiv id without version (`arxiv:2510.12345`), else its URL, else its title.
std::string identity_of(const Paper& paper);

std::string_view name_of(SectionKind kind);
std::string_view name_of(SectionStatus status);
std::string_view name_of(PostKind kind);
std::string_view name_of(BlockType type);
std::string_view name_of(MarkType type);

/// Calls `visit` for every block of the post (containers before their children) in reading order:
/// papers and post-level sections merged by their place in the source. The order of ordinals.
void for_each_block(const Post& post, const std::function<void(const Block&)>& visit);
/// Gives every block its ordinal and returns how many there are.
std::uint32_t number_blocks(Post& post);

/// A part of a post in reading order: a paper, or a section outside papers.
struct PostPart {
  const Paper* paper = nullptr;  ///< one of the two is set
  const Section* section = nullptr;
};
std::vector<PostPart> parts_in_reading_order(const Post& post);

}  // namespace galpi::model
