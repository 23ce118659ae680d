// A trie over the folded symbols of every form of the glossary, as dense arrays: no pointers, no
// hashing, children of a node side by side, one table for the first symbol.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/model/concept.hpp"
#include "galpi/model/stages.hpp"

namespace galpi::terms {

/// One written form of one concept.
struct Form {
  std::uint32_t concept_index = 0;
  model::MentionForm role = model::MentionForm::preferred;
  bool case_sensitive = false;
  bool single = false;  ///< one symbol: needs a cue
  /// Whether this is a mention depends on the text around it, even if no other concept has the
  /// form. Full English names of one concept alone need no cue, and none speaks against them.
  bool needs_context = false;
  /// The concept has `near` cues, and the form is so short that it has other meanings as well.
  bool needs_cue = false;
  bool adjectival = false;  ///< begins with an adjective, which may be compared: 더 긴 문맥
  bool ism = false;         ///< 주의, which as a suffix makes isms of other words: 표현주의
  std::uint64_t joints = 0;
};

class FormTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node none = 0;

  /// Forms of every concept that is not retired.
  explicit FormTrie(const model::Glossary& glossary);

  /// The node of a key's first symbol, or none.
  Node start(char16_t label) const {
    if (label >= 0xAC00 && label < 0xAC00 + hangul_.size()) return hangul_[label - 0xAC00U];
    return label < ascii_.size() ? ascii_[label] : child(0, label);
  }

  /// The node one symbol further, or none.
  Node child(Node node, char16_t label) const {
    const NodeData& data = nodes_[node];
    if ((data.child_labels & label_bit(label)) == 0) return none;  // nearly always
    const char16_t* labels = labels_.data() + data.first_child;
    std::uint32_t low = 0;
    std::uint32_t count = data.child_count;
    while (count > 4) {  // branch-free halving, then a short scan
      const std::uint32_t half = count / 2;
      low = labels[low + half] <= label ? low + half : low;
      count -= half;
    }
    for (std::uint32_t i = low; i < low + count; ++i) {
      if (labels[i] == label) return data.first_child + i;
    }
    return none;
  }

  bool ends_form(Node node) const { return nodes_[node].form_count != 0; }
  /// The forms whose key ends at `node`.
  const Form* forms_begin(Node node) const { return forms_.data() + nodes_[node].first_form; }
  const Form* forms_end(Node node) const { return forms_begin(node) + nodes_[node].form_count; }
  /// The form as the glossary writes it. Apart from the rest, which is looked at far more often.
  const std::string& written(const Form& form) const {
    return written_[static_cast<std::size_t>(&form - forms_.data())];
  }

 private:
  /// Labels hashed into 64 bits. Hangul syllables differ most in their low bits; folding in the
  /// higher ones spreads them.
  static constexpr std::uint64_t label_bit(char16_t label) {
    return std::uint64_t{1} << ((label ^ (label >> 7U)) & 63U);
  }

  struct NodeData {
    std::uint64_t child_labels = 0;  ///< their bits: a quick way to see that a child is not there
    std::uint32_t first_child = 0;
    std::uint32_t first_form = 0;
    std::uint16_t child_count = 0;
    std::uint16_t form_count = 0;
  };
  struct Entry;
  void add_forms(std::vector<Entry>& entries, const model::Glossary& glossary);
  static void sort_by_key(std::vector<Entry>& entries);
  void build(const std::vector<Entry>& entries);
  void fill_start_tables();

  std::vector<NodeData> nodes_;
  std::vector<char16_t> labels_;  ///< labels_[n]: the symbol that leads into node n
  std::vector<Form> forms_;
  std::vector<std::string> written_;  ///< of each form
  std::array<Node, 11172> hangul_{};
  std::array<Node, 128> ascii_{};
};

}  // namespace galpi::terms
