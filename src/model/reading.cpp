#include "galpi/model/reading.hpp"

#include <algorithm>

namespace galpi::model {
namespace {

void visit_footnotes(const std::vector<Block>& blocks,
                     const std::function<void(const Block&)>& visit) {
  for (const Block& block : blocks) {
    if (block.type == BlockType::list && block.label == "footnotes") {
      for (const Block& item : block.children) visit(item);
    } else if (!block.children.empty()) {
      visit_footnotes(block.children, visit);
    }
  }
}

const Mark* find_formula(const Block& block, std::string_view tex) {
  const std::string_view text = block.text;
  const auto found = std::ranges::find_if(block.marks, [&](const Mark& mark) {
    return mark.type == MarkType::math && mark.start <= mark.end && mark.end <= text.size() &&
           text.substr(mark.start, mark.end - mark.start) == tex;
  });
  return found == block.marks.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Mention>* mentions_of(const AnnotatedDigest& day, const Block& block) {
  const auto& all = day.mentions;
  return block.ordinal < all.size() && !all[block.ordinal].empty() ? &all[block.ordinal] : nullptr;
}

const std::vector<Sentence>* translations_of(const BilingualDigest& day, const Block& block) {
  if (block.ordinal >= day.sentences.size()) return nullptr;
  const std::vector<Sentence>& sentences = day.sentences[block.ordinal];
  const bool any = std::ranges::any_of(
      sentences, [](const Sentence& sentence) { return !sentence.translation.empty(); });
  return any ? &sentences : nullptr;
}

std::string_view footnote_label(std::string_view url) {
  constexpr std::string_view prefix = "#fn-";
  return url.starts_with(prefix) ? url.substr(prefix.size()) : std::string_view();
}

void for_each_footnote(const Post& post, const std::function<void(const Block& item)>& visit) {
  for (const Section& section : post.sections) visit_footnotes(section.blocks, visit);
  for (const Paper& paper : post.papers) {
    for (const Section& section : paper.sections) visit_footnotes(section.blocks, visit);
  }
}

const ImageAsset* find_image(const Edition& edition, std::string_view url) {
  const auto found = std::ranges::lower_bound(
      edition.images, url, {}, [](const ImageAsset& image) { return std::string_view(image.url); });
  return found != edition.images.end() && found->url == url ? &*found : nullptr;
}

void find_solid_ranges(const std::vector<Mark>& marks, std::vector<text::ByteRange>& ranges) {
  ranges.clear();
  for (const Mark& mark : marks) {
    if (!is_atom(mark.type) && mark.type != MarkType::link) continue;
    if (!ranges.empty() && mark.start <= ranges.back().end) {
      ranges.back().end = std::max(ranges.back().end, mark.end);
    } else {
      ranges.push_back({mark.start, mark.end});
    }
  }
}

bool touches(const std::vector<text::ByteRange>& ranges, const Mention& mention) {
  const auto after = std::ranges::upper_bound(ranges, mention.start, {}, &text::ByteRange::end);
  return after != ranges.end() && after->start < mention.end;
}

void find_term_anchors(const std::vector<Mention>& mentions, const Glossary& glossary,
                       std::size_t from, std::size_t to,
                       const std::function<bool(const Mention&)>& take_link,
                       std::vector<TermAnchor>& anchors) {
  anchors.clear();
  for (auto mention = std::ranges::lower_bound(mentions, from, {}, &Mention::start);
       mention != mentions.end() && mention->start < to; ++mention) {
    if (mention->start >= mention->end || mention->end > to ||
        mention->concept_index >= glossary.concepts.size()) {
      continue;
    }
    // An ambiguous mention stands once per candidate; one of them is enough.
    if (!anchors.empty() && mention->start < anchors.back().end) continue;
    const bool is_link = !mention->ambiguous && take_link(*mention);
    if (!is_link && !mention->gloss) continue;
    anchors.push_back(
        {mention->start, mention->end, mention->concept_index, is_link, mention->gloss});
  }
}

void read_translation(
    std::string_view translation, const Block& block,
    const std::function<void(std::string_view text)>& take_text,
    const std::function<void(std::string_view tex, const Mark& formula)>& take_formula) {
  while (!translation.empty()) {
    const std::size_t open = std::min(translation.find('$'), translation.size());
    const std::size_t close = translation.find('$', open + 1);
    if (close == std::string_view::npos) break;
    const std::string_view tex = translation.substr(open + 1, close - open - 1);
    if (const Mark* formula = find_formula(block, tex)) {
      take_text(translation.substr(0, open));
      take_formula(tex, *formula);
      translation.remove_prefix(close + 1);
    } else {
      take_text(translation.substr(0, close));  // the closing dollar may open the next formula
      translation.remove_prefix(close);
    }
  }
  take_text(translation);
}

}  // namespace galpi::model
