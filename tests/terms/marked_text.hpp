// Text with the mentions found in it made visible, so that a table row shows what the matcher did.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "galpi/terms/matcher.hpp"
#include "sample_glossary.hpp"
#include "support/catch.hpp"

namespace galpi::terms::sample {

/// `text` with every mention as [surface|concept id]; candidates of an ambiguous one in a row.
inline std::string marked(const model::Glossary& glossary, std::string_view text,
                          const std::vector<model::Mention>& mentions) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const model::Mention& mention = mentions[i];
    const std::string& id = glossary.concepts[mention.concept_index].id;
    if (i > 0 && mentions[i - 1].start == mention.start) {
      CHECK(mention.ambiguous);
      CHECK(mentions[i - 1].end == mention.end);
      result.insert(result.size() - 1, "?" + id);
      continue;
    }
    CHECK(mention.start >= copied);
    CHECK(mention.end > mention.start);
    result.append(text.substr(copied, mention.start - copied));
    result +=
        "[" + std::string(text.substr(mention.start, mention.end - mention.start)) + "|" + id + "]";
    copied = mention.end;
  }
  return result.append(text.substr(copied));
}

inline std::string find_in(std::string_view text) {
  static const model::Glossary concepts = glossary();
  static const Matcher matcher(concepts);
  return marked(concepts, text, matcher.find(text));
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

inline void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) CHECK(find_in(row.text) == row.expected);
}

}  // namespace galpi::terms::sample
