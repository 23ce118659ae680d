#include "galpi/text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "bracket_pairs.hpp"
#include "sentence_rules.hpp"

namespace galpi::text {
namespace {

/// ICU's opinion on doubtful boundaries, asked for only when there is one. The root rules: the same
/// whatever the process locale.
class UnicodeRules {
 public:
  explicit UnicodeRules(std::string_view text) : text_(text) {}
  UnicodeRules(const UnicodeRules&) = delete;
  UnicodeRules& operator=(const UnicodeRules&) = delete;
  ~UnicodeRules() { utext_close(&wrapped_); }

  bool is_boundary(std::size_t offset) {
    icu::BreakIterator* const iterator = iterator_of_thread();
    if (iterator == nullptr) return true;
    if (!open_) {
      UErrorCode status = U_ZERO_ERROR;
      utext_openUTF8(&wrapped_, text_.data(), static_cast<std::int64_t>(text_.size()), &status);
      iterator->setText(&wrapped_, status);
      if (U_FAILURE(status) != 0) return true;
      open_ = true;
    }
    return iterator->isBoundary(static_cast<std::int32_t>(offset)) != 0;
  }

 private:
  static icu::BreakIterator* iterator_of_thread() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
      UErrorCode status = U_ZERO_ERROR;
      std::unique_ptr<icu::BreakIterator> made(
          icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
      return U_SUCCESS(status) != 0 ? std::move(made) : nullptr;
    }();
    return iterator.get();
  }

  std::string_view text_;
  UText wrapped_ = UTEXT_INITIALIZER;
  bool open_ = false;
};

/// The first bytes of terminators. No other character has them as its first or a later byte, except
/// E2, E3 and EF, which begin others too; so a search may go byte by byte.
constexpr bool may_be_terminator(char c) {
  return c == '.' || c == '!' || c == '?' || c == '\xE2' || c == '\xE3' || c == '\xEF';
}
bool is_terminator(char32_t c) { return std::u32string_view(U".!?…。！？．").contains(c); }
bool is_closer(char32_t c) { return std::u32string_view(U")]}\"'”’」』》〉").contains(c); }

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<ByteRange>& protect)
      : text_(text), protect_(protect), brackets_(text, protect), rules_(text) {}

  std::vector<ByteRange> split() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (!may_be_terminator(text_[at])) {
        ++at;
        continue;
      }
      if (const std::size_t end = protected_until(at); end > at) {
        at = end;
        continue;
      }
      const std::size_t start = at;
      if (!is_terminator(next_code_point(text_, at))) continue;
      const Candidate candidate = candidate_at(start);
      at = candidate.space;
      if (candidate.next < text_.size() && is_end(candidate)) {
        add(candidate.space);
        sentence_start_ = candidate.next;
        at = candidate.next;
      }
    }
    add(text_.size());
    return std::move(sentences_);
  }

 private:
  /// The end of the protected range around `at`, or `at`.
  std::size_t protected_until(std::size_t at) {
    while (next_protected_ < protect_.size() && protect_[next_protected_].end <= at) {
      ++next_protected_;
    }
    const bool inside = next_protected_ < protect_.size() && protect_[next_protected_].start <= at;
    return inside ? protect_[next_protected_].end : at;
  }

  /// The first character from `at` on that is none of `kind`, at most up to the next protected
  /// text.
  template <class Predicate>
  std::size_t skip(std::size_t at, Predicate kind) {
    while (at < text_.size() && protected_until(at) == at) {
      std::size_t next = at;
      if (!kind(next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  Candidate candidate_at(std::size_t stop) {
    Candidate candidate;
    candidate.sentence_start = sentence_start_;
    candidate.stop = stop;
    candidate.closers = skip(stop, is_terminator);
    candidate.space = skip_references(skip(candidate.closers, is_closer));
    candidate.next = skip(candidate.space, is_space);
    return candidate;
  }

  /// `했다.[3] 그리고`: the reference belongs to the sentence before it.
  std::size_t skip_references(std::size_t at) const {
    while (at < text_.size() && text_[at] == '[') {
      const std::size_t end = text_.find_first_not_of("^0123456789,-", at + 1);
      if (end == std::string_view::npos || text_[end] != ']' || end == at + 1) break;
      at = end + 1;
    }
    return at;
  }

  bool is_end(const Candidate& candidate) {
    if (brackets_.hold_together(candidate.space)) return false;
    const Verdict verdict = judge(text_, candidate);
    return verdict == Verdict::ends ||
           (verdict == Verdict::unsure && rules_.is_boundary(candidate.next));
  }

  /// Adds the sentence that ends at `end`, without white space around it.
  void add(std::size_t end) {
    std::size_t start = sentence_start_;
    while (start < end) {
      std::size_t next = start;
      if (!is_space(next_code_point(text_, next))) break;
      start = next;
    }
    while (end > start) {
      std::size_t previous = end;
      if (!is_space(previous_code_point(text_, previous))) break;
      end = previous;
    }
    if (start == end) return;
    sentences_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  const std::vector<ByteRange>& protect_;
  BracketPairs brackets_;
  UnicodeRules rules_;
  std::vector<ByteRange> sentences_;
  std::size_t sentence_start_ = 0;
  std::size_t next_protected_ = 0;
};

}  // namespace

std::vector<ByteRange> split_sentences(std::string_view text,
                                       const std::vector<ByteRange>& protect) {
  return Splitter(text, protect).split();
}

}  // namespace galpi::text
