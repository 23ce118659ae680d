#include "form_trie.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "degree.hpp"
#include "form_key.hpp"

namespace galpi::terms {
namespace {

using model::MentionForm;

// 분할, 세분화, 정밀도 mean other things as well; 음성 인식 and 캘리브레이션 do not, and have cues
// only for the sake of a shorter name of their concept.
constexpr std::size_t vague_symbols_at_most = 3;

bool has_hangul(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (read_symbol(text, offset).kind == SymbolClass::hangul) return true;
  }
  return false;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// CLIP but not clip: a single word in capitals; an abbreviation that has any.
bool is_case_sensitive(std::string_view name, MentionForm role) {
  if (role == MentionForm::abbreviation) return std::ranges::any_of(name, is_upper);
  return !name.contains(' ') && std::ranges::any_of(name, is_upper) &&
         std::ranges::none_of(name, is_lower);
}

bool is_vowel(char c) { return std::string_view("aeiouAEIOU").contains(c); }

/// policy → policies; other plurals are recognised at the end of a match.
std::string irregular_plural(std::string_view name) {
  if (name.size() < 4 || !name.ends_with('y') || is_vowel(name[name.size() - 2])) return {};
  return std::string(name.substr(0, name.size() - 1)) + "ies";
}

}  // namespace

struct FormTrie::Entry {
  std::u16string key;
  Form form;
  std::string written;
};

/// Sorts entries by key, equal ones in the order they were given. What moves while sorting is
/// small, and four symbols at once decide nearly every comparison.
void FormTrie::sort_by_key(std::vector<Entry>& entries) {
  struct Item {
    std::uint64_t first_symbols;
    std::uint32_t index;
  };
  std::vector<Item> order;
  order.reserve(entries.size());
  for (const Entry& entry : entries) {
    std::uint64_t first = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      first = first << 16U | (i < entry.key.size() ? entry.key[i] : u'\0');
    }
    order.push_back({first, static_cast<std::uint32_t>(order.size())});
  }
  std::ranges::sort(order, [&](const Item& left, const Item& right) {
    if (left.first_symbols != right.first_symbols) {
      return left.first_symbols < right.first_symbols;
    }
    const int compared = entries[left.index].key.compare(entries[right.index].key);
    return compared != 0 ? compared < 0 : left.index < right.index;
  });
  std::vector<Entry> sorted;
  sorted.reserve(entries.size());
  for (const Item& item : order) sorted.push_back(std::move(entries[item.index]));
  entries = std::move(sorted);
}

FormTrie::FormTrie(const model::Glossary& glossary) {
  std::vector<Entry> entries;
  add_forms(entries, glossary);
  sort_by_key(entries);
  forms_.reserve(entries.size());
  written_.reserve(entries.size());
  for (Entry& entry : entries) {
    forms_.push_back(entry.form);
    written_.push_back(std::move(entry.written));
  }
  build(entries);
  fill_start_tables();
}

void FormTrie::add_forms(std::vector<Entry>& entries, const model::Glossary& glossary) {
  const auto add_one = [&](std::uint32_t index, std::string_view written, MentionForm role) {
    FormKey key = key_of_form(written);
    if (key.symbols.empty()) return;
    const model::Concept& entry = glossary.concepts[index];
    const bool vague =
        role == MentionForm::abbreviation || key.symbols.size() <= vague_symbols_at_most;
    const bool needs_cue = vague && !entry.cues_near.empty();
    Form form{.concept_index = index,
              .role = role,
              .case_sensitive = is_case_sensitive(written, role),
              .single = key.symbols.size() == 1,
              .needs_context = key.symbols.size() == 1 || (role != MentionForm::english &&
                                                           (needs_cue || !entry.cues_not.empty())),
              .needs_cue = needs_cue,
              .adjectival = begins_with_adjective(written),
              .ism = key.symbols == u"주의",
              .joints = key.joints};
    entries.push_back({std::move(key.symbols), form, std::string(written)});
  };
  const auto add = [&](std::uint32_t index, std::string_view written, MentionForm role) {
    add_one(index, written, role);
    if (has_hangul(written)) return;
    if (const std::string plural = irregular_plural(written); !plural.empty()) {
      add_one(index, plural, role);
    }
    if (written.contains('-')) {  // pre-training is written pretraining as well
      std::string closed(written);
      std::erase(closed, '-');
      if (closed.size() >= 6) add_one(index, closed, role);
    }
  };
  for (std::uint32_t index = 0; index < glossary.concepts.size(); ++index) {
    const model::Concept& entry = glossary.concepts[index];
    if (entry.status == model::ConceptStatus::retired) continue;
    add(index, entry.korean, MentionForm::preferred);
    for (const auto& name : entry.variants) add(index, name, MentionForm::variant);
    for (const auto& name : entry.avoid) add(index, name, MentionForm::avoid);
    add(index, entry.english, MentionForm::english);
    for (const auto& name : entry.english_variants) add(index, name, MentionForm::english);
    for (const auto& name : entry.abbreviations) add(index, name, MentionForm::abbreviation);
  }
}

/// Level by level over the sorted entries, so that children lie side by side and the hot nodes near
/// the root share cache lines.
void FormTrie::build(const std::vector<Entry>& entries) {
  struct Range {
    std::size_t first;
    std::size_t last;
  };
  nodes_.emplace_back();
  labels_.push_back(0);
  std::vector<Range> level{{0, entries.size()}};
  std::size_t level_start = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    std::vector<Range> next;
    const std::size_t next_start = nodes_.size();
    for (std::size_t i = 0; i < level.size(); ++i) {
      std::size_t at = level[i].first;
      NodeData data{.first_child = static_cast<std::uint32_t>(next_start + next.size()),
                    .first_form = static_cast<std::uint32_t>(at)};
      // A node holds at most 65,535 forms and children; nothing real comes near.
      constexpr std::size_t most = std::numeric_limits<std::uint16_t>::max();
      while (at < level[i].last && entries[at].key.size() == depth) ++at;
      data.form_count = static_cast<std::uint16_t>(std::min(at - level[i].first, most));
      while (at < level[i].last && data.child_count < most) {
        const char16_t label = entries[at].key[depth];
        std::size_t end = at;
        while (end < level[i].last && entries[end].key[depth] == label) ++end;
        next.push_back({at, end});
        nodes_.emplace_back();
        labels_.push_back(label);
        data.child_labels |= label_bit(label);
        ++data.child_count;
        at = end;
      }
      nodes_[level_start + i] = data;
    }
    level = std::move(next);
    level_start = next_start;
  }
}

void FormTrie::fill_start_tables() {
  const NodeData& root = nodes_.front();
  for (std::uint32_t i = 0; i < root.child_count; ++i) {
    const Node node = root.first_child + i;
    const char16_t label = labels_[node];
    if (text::is_hangul_syllable(label)) {
      hangul_[label - 0xAC00U] = node;
    } else if (label < ascii_.size()) {
      ascii_[label] = node;
    }
  }
}

}  // namespace galpi::terms
