// The inlines of one block: CommonMark 0.29 and GFM, with positions, and with what Korean blogs
// write on top of it - emphasis before particles, formulas, Liquid tags, attribute lists, tags that
// are no HTML.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entities.hpp"
#include "galpi/model/block.hpp"
#include "inline_tokens.hpp"
#include "places.hpp"
#include "reporter.hpp"

namespace galpi::ingest {

/// A link reference definition of the post.
struct Definition {
  std::string url;
  std::string title;
  std::uint32_t title_place = 0;  ///< in the clean text
  bool used = false;
};

/// What the blocks of one post share.
struct InlineContext {
  Reporter& reporter;
  EntityDecoder entities;
  std::map<std::string, Definition, std::less<>> definitions;  ///< by normal label
  std::set<std::string, std::less<>> footnotes;                ///< labels that are defined
  std::vector<std::string> referred;                           ///< in order of first reference
  std::set<std::string, std::less<>> referred_set;
  /// Bytes of URLs that references may still copy: one definition can be used without end.
  std::size_t reference_budget = 0;
};

enum class InlineMode : std::uint8_t {
  prose,
  heading,       ///< a kramdown id (`{#id}`) may stand at the end
  html,          ///< only tags and character references mean anything; white space is folded
  preformatted,  ///< the same, and white space stays
};

/// The text of a block with its marks, and where each stretch of it came from.
struct InlineText {
  std::string text;
  std::vector<model::Mark> marks;
  std::vector<TextRun> runs;  ///< none: the text is the content
  /// Displayed formulas in the text: they become blocks of their own where they can.
  std::vector<model::Mark> displayed;
};

/// Reads `content` (unmasked); `map` places it.
InlineText read_inlines(std::string_view content, const ContentMap& map, InlineMode mode,
                        InlineContext& context);
/// The same; most content is plain text, which is moved into the result.
InlineText read_inlines(std::string&& content, const ContentMap& map, InlineMode mode,
                        InlineContext& context);

/// Writes tokens out: inline_writer.cpp.
InlineText write_inlines(std::string_view content, const InlineTokens& tokens, bool fold_spaces);

}  // namespace galpi::ingest
