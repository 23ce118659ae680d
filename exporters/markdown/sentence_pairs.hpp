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

/// Reads from one post of the edition, for one document.
class Speaker {
 public:
  Speaker(const model::Edition& edition, const model::BilingualDigest& day,
          const Footnotes& footnotes)
      : glossary_(edition.glossary), day_(day), footnotes_(footnotes) {}

  /// The sentences of a block of which at least one is translated; else nullptr.
  const std::vector<model::Sentence>* translated(const model::Block& block) const;

  std::string korean(const model::Block& block, InlinePlace place) const;
  /// All of the block in English, and in Korean where there is none.
  std::string english(const model::Block& block, InlinePlace place) const;

  std::vector<Gloss> glosses_of(const model::Block& block) const;
  const Footnotes& footnotes() const { return footnotes_; }

 private:
  std::string english_image(const model::Block& block,
                            const std::vector<model::Sentence>& sentences, InlinePlace place) const;

  const model::Glossary& glossary_;
  const model::BilingualDigest& day_;
  const Footnotes& footnotes_;
};

/// The sentences of a block, one after the other.
class SentenceWalk {
 public:
  SentenceWalk(const Speaker& speaker, const model::Block& block,
               const std::vector<model::Sentence>& sentences);

  bool is_done() const { return index_ >= sentences_.size(); }
  void advance();
  bool is_first() const { return index_ == 0; }

  bool is_translated() const { return !sentences_[index_].translation.empty(); }
  std::string korean(InlinePlace place, InlineRest rest = InlineRest::nothing) const;
  std::string english(InlinePlace place, InlineRest rest = InlineRest::nothing) const;
  /// What a translation cannot show: references to footnotes, and images.
  std::string references() const;

 private:
  std::uint32_t from() const;
  std::uint32_t to() const;
  void take_marks();

  const model::Block& block_;
  const std::vector<model::Sentence>& sentences_;
  const Footnotes& footnotes_;
  std::vector<Gloss> glosses_;
  std::vector<model::Mark> marks_;  ///< of the current sentence
  std::size_t next_mark_ = 0;
  std::size_t index_ = 0;
};

}  // namespace galpi::exporters::markdown
