#include "galpi/terms/matcher.hpp"

#include <algorithm>

#include "form_trie.hpp"
#include "scanner.hpp"
#include "senses.hpp"

namespace galpi::terms {

struct Matcher::Impl {
  explicit Impl(const model::Glossary& glossary) : trie(glossary), senses(glossary) {}
  FormTrie trie;
  Senses senses;
};

Matcher::Matcher(const model::Glossary& glossary) : impl_(std::make_unique<Impl>(glossary)) {}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<model::Mention> Matcher::find(std::string_view text,
                                          const std::vector<text::ByteRange>& masked) const {
  std::vector<model::Mention> mentions;
  // Dense prose names a term about every sixty bytes; most texts are one paragraph.
  mentions.reserve(std::min<std::size_t>(text.size() / 64, 256));
  Scanner scanner(impl_->trie, impl_->senses, text, mentions);
  std::size_t start = 0;
  for (const text::ByteRange& range : masked) {
    if (range.start > start) scanner.scan(start, range.start);
    start = std::max<std::size_t>(start, range.end);
  }
  if (start < text.size()) scanner.scan(start, text.size());
  return mentions;
}

}  // namespace galpi::terms
