// The two languages of a post: which text a block shows, with the names of terms and with the
// translations of its sentences.
#pragma once

#include <vector>

#include "galpi/model/edition.hpp"
#include "inline_markdown.hpp"

namespace galpi::exporters::markdown {

/// What a document shows, after form and languages are put together.
enum class Mode : unsigned char {
  korean,       ///< Korean alone
  english,      ///< English, and Korean where there is none
  interleaved,  ///< a sentence, then its translation as a quote
  table,        ///< sentences in two columns
};

/// A translation as a block: its formulas are marks again, and so are links, code and emphasis
/// whose words it holds as they are.
model::Block translation_block(const model::Block& block, const model::Sentence& sentence);

/// Reads from one post of the edition, for one document.
class Speaker {
 public:
  Speaker(const model::Edition& edition, const model::BilingualDigest& day,
          const Footnotes& footnotes)
      : glossary_(edition.glossary), day_(day), footnotes_(footnotes) {}

  /// The sentences of a block of which at least one is translated; else nullptr.
  const std::vector<model::Sentence>* translated(const model::Block& block) const;

  std::string korean(const model::Block& block, InlinePlace place) const;
  /// Sentence `index` of `sentences`, with all that stands before the next one.
  std::string korean(const model::Block& block, const std::vector<model::Sentence>& sentences,
                     std::size_t index, InlinePlace place) const;
  std::string english(const model::Block& block, const model::Sentence& sentence,
                      InlinePlace place) const;
  /// All of the block in English, and in Korean where there is none.
  std::string english(const model::Block& block, InlinePlace place) const;

 private:
  std::vector<Gloss> glosses_of(const model::Block& block) const;
  std::string english_image(const model::Block& block,
                            const std::vector<model::Sentence>& sentences, InlinePlace place) const;
  std::string references_in(const model::Block& block, const model::Sentence& sentence) const;

  const model::Glossary& glossary_;
  const model::BilingualDigest& day_;
  const Footnotes& footnotes_;
};

}  // namespace galpi::exporters::markdown
