#include "galpi/model/post.hpp"

#include "walk.hpp"

namespace galpi::model {
std::string identity_of(const Paper& paper) {
  if (paper.arxiv) return "arxiv:" + paper.arxiv->id;
  if (paper.url && !paper.url->empty()) return *paper.url;
  return paper.title;
}

std::string_view name_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::introduction:
      return "introduction";
    case SectionKind::method:
      return "method";
    case SectionKind::results:
      return "results";
    case SectionKind::limitations:
      return "limitations";
    case SectionKind::conclusion:
      return "conclusion";
    case SectionKind::other:
      break;
  }
  return "other";
}

std::string_view name_of(SectionStatus status) {
  switch (status) {
    case SectionStatus::stated:
      break;
    case SectionStatus::not_stated:
      return "not_stated";
    case SectionStatus::truncated:
      return "truncated";
    case SectionStatus::missing:
      return "missing";
  }
  return "stated";
}

std::string_view name_of(PostKind kind) {
  switch (kind) {
    case PostKind::digest:
      break;
    case PostKind::review:
      return "review";
    case PostKind::empty:
      return "empty";
  }
  return "digest";
}

std::string_view name_of(BlockType type) {
  constexpr std::string_view names[] = {"paragraph", "point", "list", "item", "quote",
                                        "table",     "row",   "cell", "code", "math",
                                        "image",     "html",  "rule"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view name_of(MarkType type) {
  constexpr std::string_view names[] = {"emphasis",    "strong",   "strikethrough", "code",
                                        "math",        "link",     "image",         "footnote",
                                        "superscript", "subscript"};
  return names[static_cast<std::size_t>(type)];
}

void for_each_block(const Post& post, const std::function<void(const Block&)>& visit) {
  walk_post(post, visit);
}

std::uint32_t number_blocks(Post& post) {
  std::uint32_t count = 0;
  walk_post(post, [&](Block& block) { block.ordinal = count++; });
  return count;
}

std::vector<PostPart> parts_in_reading_order(const Post& post) {
  std::vector<PostPart> parts;
  parts.reserve(post.papers.size() + post.sections.size());
  for_each_part(
      post, [&](const Paper& paper) { parts.push_back({&paper, nullptr}); },
      [&](const Section& section) { parts.push_back({nullptr, &section}); });
  return parts;
}

}  // namespace galpi::model
