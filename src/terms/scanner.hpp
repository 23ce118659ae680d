// One pass over a text: walks the form trie from the starts of words and judges both edges of what
// it finds. The working half of Matcher.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "claims.hpp"
#include "form_key.hpp"
#include "form_trie.hpp"
#include "galpi/model/stages.hpp"
#include "senses.hpp"

namespace galpi::terms {

class Scanner {
 public:
  /// All arguments must outlive the scanner. Mentions are appended in order.
  Scanner(const FormTrie& trie, const Senses& senses, std::string_view text,
          std::vector<model::Mention>& mentions)
      : trie_(trie), senses_(senses), text_(text), mentions_(mentions) {}

  /// Looks through [start, end) as if nothing stood before and after it. Ranges come in order.
  void scan(std::size_t start, std::size_t end);

 private:
  /// How a term is joined to what stands before it.
  enum class LeftEdge : std::uint8_t {
    free,          ///< it starts an eojeol or a Latin word
    after_word,    ///< Hangul right after a Latin letter or digit: may be that word's particle
    after_prefix,  ///< 자기주의
    after_term,    ///< 보상모델
  };

  /// A stretch whose key is a form's, not yet judged.
  struct Candidate {
    FormTrie::Node node;
    SymbolClass last;
    std::size_t end;
    std::uint64_t separators;  ///< bit i: a separator was skipped before symbol i
  };

  /// A candidate whose edges hold; end 0: there is none.
  struct Match {
    Candidate candidate{};
    std::size_t end = 0;  ///< with a plural s
    bool joined = false;  ///< another term follows without a space
  };

  static constexpr std::size_t candidates_at_most = 16;
  struct Candidates {
    std::array<Candidate, candidates_at_most> items;  // the first `count` are set
    std::size_t count = 0;
    void add(const Candidate& candidate) {
      if (count < candidates_at_most) ++count;
      items[count - 1] = candidate;
    }
  };

  std::size_t emit_chain(std::size_t start, const Candidates& found, LeftEdge left);
  std::size_t emit_after_prefix(std::size_t start, char16_t first);
  Match emit_longest(std::size_t start, const Candidates& found, LeftEdge left);
  bool emit(std::size_t start, const Match& match, LeftEdge left);

  Candidates walk(std::size_t start) const;
  void walk_on(FormTrie::Node node, SymbolClass last, std::size_t offset, Candidates& found) const;
  bool judge(std::size_t start, const Candidate& candidate, LeftEdge left, int depth,
             Match& match) const;
  bool judge_hangul_end(const Candidate& candidate, int depth, Match& match) const;
  bool judge_word_end(const Candidate& candidate, Match& match) const;
  bool form_fits(std::size_t start, const Candidate& candidate, const Form& form,
                 LeftEdge left) const;
  bool term_starts_at(std::size_t start, int depth) const;
  void collect_names_in_bracket(std::size_t end, Claims& claims) const;
  void collect_name_before_bracket(std::size_t start, Claims& claims) const;

  std::size_t skip_word(std::size_t offset) const;
  bool word_goes_on(std::size_t offset) const;
  LeftEdge left_edge_at(std::size_t start) const;
  std::string_view rest(std::size_t offset) const { return scanned_.substr(offset); }

  const FormTrie& trie_;
  const Senses& senses_;
  std::string_view text_;
  std::vector<model::Mention>& mentions_;
  std::size_t start_ = 0;     ///< of the range
  std::string_view scanned_;  ///< text_ up to where the range ends
};

}  // namespace galpi::terms
