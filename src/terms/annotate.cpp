#include "galpi/terms/annotate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "form_key.hpp"
#include "galpi/text/utf8.hpp"
#include "gloss.hpp"

namespace galpi::terms {
namespace {

using model::Block;
using model::BlockType;
using model::Mention;
using model::MentionForm;

bool is_bare_url(std::string_view shown) {
  return shown.contains("://") || shown.starts_with("www.") || shown.starts_with("mailto:");
}

/// Stretches in which no term is looked for. Marks are sorted by start already.
std::vector<text::ByteRange> masked_ranges(const Block& block) {
  std::vector<text::ByteRange> ranges;
  for (const model::Mark& mark : block.marks) {
    const auto shown = std::string_view(block.text).substr(mark.start, mark.end - mark.start);
    const bool masked = mark.type == model::MarkType::code || mark.type == model::MarkType::math ||
                        mark.type == model::MarkType::footnote ||
                        (mark.type == model::MarkType::image && block.type != BlockType::image) ||
                        (mark.type == model::MarkType::link && is_bare_url(shown));
    if (masked) ranges.push_back({mark.start, mark.end});
  }
  return ranges;
}

bool holds_prose(const Block& block) {
  return !block.text.empty() && block.type != BlockType::code && block.type != BlockType::math &&
         block.type != BlockType::rule;
}

bool has_hangul(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (read_symbol(text, offset).kind == SymbolClass::hangul) return true;
  }
  return false;
}

/// What a paper (or the text outside papers) has said of each concept so far.
class Scope {
 public:
  explicit Scope(std::size_t concepts) : states_(concepts) {}

  struct State {
    std::uint32_t era = 0;
    bool mentioned = false;
    bool named = false;  ///< the reader has seen the English name, or the author chose a bracket
  };

  /// Forgets everything, without touching every state.
  void begin() {
    ++era_;
    ambiguous_.clear();
  }
  State& of(std::uint32_t concept_index) {
    State& state = states_[concept_index];
    if (state.era != era_) state = {era_, false, false};
    return state;
  }
  /// Whether this ambiguous form is new here.
  bool note_ambiguous(std::string_view surface) { return ambiguous_.emplace(surface).second; }

 private:
  std::vector<State> states_;
  std::unordered_set<std::string> ambiguous_;
  std::uint32_t era_ = 1;
};

class Annotator {
 public:
  Annotator(model::AnnotatedDigest& target, const Matcher& matcher, const model::Glossary& glossary,
            const AnnotateOptions& options, DiagnosticSink& sink)
      : target_(target), matcher_(matcher), glossary_(glossary), options_(options), sink_(sink) {}

  void run() {
    Scope paper(glossary_.concepts.size());
    Scope post(glossary_.concepts.size());
    for (const model::PostPart& part : model::parts_in_reading_order(target_.digest.post)) {
      if (part.section != nullptr) {
        annotate_blocks(part.section->blocks, post);
        continue;
      }
      paper.begin();
      for (const model::Section& section : part.paper->sections) {
        annotate_blocks(section.blocks, paper);
      }
    }
  }

 private:
  void annotate_blocks(const std::vector<Block>& blocks, Scope& scope) {
    for (const Block& block : blocks) {
      if (holds_prose(block)) annotate_block(block, scope);
      annotate_blocks(block.children, scope);  // blocks nest at most 64 deep
    }
  }

  void annotate_block(const Block& block, Scope& scope) {
    std::vector<Mention>& mentions = target_.mentions.at(block.ordinal);
    mentions = matcher_.find(block.text, masked_ranges(block));
    std::optional<GlossContext> context;  // most blocks need none: their terms are known by then
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      Mention& mention = mentions[i];
      if (mention.ambiguous) {
        report_ambiguous(block, mention, scope);
        continue;
      }
      Scope::State& state = scope.of(mention.concept_index);
      mention.first_in_paper = !std::exchange(state.mentioned, true);
      if (mention.form == MentionForm::avoid) report_avoid(block, mention);
      if (!may_want_gloss(state)) continue;
      if (!context) context.emplace(block.text, mentions);
      mention.gloss = wants_gloss(block, *context, i, mention, state);
    }
  }

  bool may_want_gloss(const Scope::State& state) const {
    return options_.gloss == GlossMode::every ||
           (options_.gloss == GlossMode::first && !state.named);
  }

  /// Requires may_want_gloss(state).
  bool wants_gloss(const Block& block, const GlossContext& context, std::size_t index,
                   const Mention& mention, Scope::State& state) const {
    if (!has_hangul(surface_of(block, mention)) || context.author_wrote_bracket(index)) {
      state.named = true;
      return false;
    }
    // An image's text stands where its picture cannot be shown; it is not read as running text.
    const std::string_view english = glossary_.concepts[mention.concept_index].english;
    if (block.type == BlockType::image || !context.has_room(index, english)) return false;
    state.named = true;
    return true;
  }

  static std::string_view surface_of(const Block& block, const Mention& mention) {
    return std::string_view(block.text).substr(mention.start, mention.end - mention.start);
  }

  void report(DiagnosticCode code, const Block& block, const Mention& mention, std::string message,
              std::string hint) {
    const At at = model::position_in_source(block, mention.start);
    const auto length =
        static_cast<std::uint32_t>(text::count_code_points(surface_of(block, mention)));
    sink_.report({code,
                  {target_.digest.file, at, at.column == 0 ? 0 : at.column + length},
                  std::move(message),
                  std::move(hint),
                  model::quoted_line(target_.digest, at)});
  }

  void report_avoid(const Block& block, const Mention& mention) {
    const model::Concept& meant = glossary_.concepts[mention.concept_index];
    report(DiagnosticCode::term_avoid, block, mention,
           fmt::format("`{}` is a rendering of `{}` that the glossary avoids",
                       quote_for_message(surface_of(block, mention)),
                       quote_for_message(meant.english)),
           fmt::format("write `{}`", quote_for_message(meant.korean)));
  }

  /// One report per form and paper: the form is ambiguous everywhere, and saying so once is enough.
  void report_ambiguous(const Block& block, const Mention& mention, Scope& scope) {
    const std::string_view surface = surface_of(block, mention);
    if (!scope.note_ambiguous(surface)) return;
    std::string candidates;
    for (const Mention& other : target_.mentions[block.ordinal]) {
      if (other.start != mention.start) continue;
      if (!candidates.empty()) candidates += " or ";
      candidates += quote_for_message(glossary_.concepts[other.concept_index].english);
    }
    report(DiagnosticCode::term_ambiguous, block, mention,
           fmt::format("`{}` could be {}", quote_for_message(surface), candidates), {});
  }

  model::AnnotatedDigest& target_;
  const Matcher& matcher_;
  const model::Glossary& glossary_;
  const AnnotateOptions& options_;
  DiagnosticSink& sink_;
};

}  // namespace

model::AnnotatedDigest annotate(model::Digest digest, const Matcher& matcher,
                                const model::Glossary& glossary, const AnnotateOptions& options,
                                DiagnosticSink& diagnostics) {
  model::AnnotatedDigest annotated{std::move(digest), {}};
  annotated.mentions.resize(annotated.digest.block_count);
  Annotator(annotated, matcher, glossary, options, diagnostics).run();
  return annotated;
}

}  // namespace galpi::terms
