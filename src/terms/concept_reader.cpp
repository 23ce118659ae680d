#include "concept_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "galpi/base/suggestion.hpp"
#include "galpi/text/utf8.hpp"
#include "names.hpp"

namespace galpi::terms {
namespace {

using model::Concept;
using enum DiagnosticCode;

// Longer than any name of a thing; what is longer is a sentence in the wrong place.
constexpr std::size_t name_at_most = 120;

constexpr std::array<std::string_view, 17> concept_keys = {
    "id",          "en",      "ko",         "abbr", "variants",
    "en_variants", "avoid",   "definition", "cues", "part_of_speech",
    "status",      "domain",  "reading",    "note", "do_not_translate",
    "source",      "see_also"};
constexpr std::array<std::string_view, 2> definition_keys = {"ko", "en"};
constexpr std::array<std::string_view, 2> cue_keys = {"near", "not"};
constexpr std::array<std::string_view, 3> statuses = {"approved", "proposed", "retired"};

bool is_absent(const YamlNode* value) {
  return value == nullptr || value->kind == YamlNode::Kind::null;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  const auto nearest = nearest_word(word, known);
  return nearest ? fmt::format("did you mean `{}`?", *nearest) : std::string{};
}

/// Reads the fields of one entry; any error makes the entry unusable, but all are reported.
class ConceptReader {
 public:
  ConceptReader(const YamlNode& entry, FaultReporter& faults) : entry_(entry), faults_(faults) {}

  std::optional<Concept> read(std::string_view domain) {
    const std::size_t errors_before = faults_.errors();
    report_unknown_keys(entry_, concept_keys, faults_);
    read_names();
    read_descriptions();
    read_status();
    if (result_.domain.empty()) result_.domain = domain;
    if (faults_.errors() != errors_before) return std::nullopt;
    return std::move(result_);
  }

 private:
  void read_names() {
    result_.english = required_name("en", "the English name");
    result_.korean = required_name("ko", "the preferred Korean name");
    read_list("abbr", result_.abbreviations);
    read_list("variants", result_.variants);
    read_list("en_variants", result_.english_variants);
    read_list("avoid", result_.avoid);
    result_.reading = optional_text(entry_, "reading");
    result_.id = optional_text(entry_, "id");
    if (!result_.id.empty() && !is_id(result_.id)) {
      error(*find_value(entry_, "id"),
            fmt::format("`{}` cannot be an id", quote_for_message(result_.id)),
            "an id is made of ASCII letters, digits, `-`, `_` and `.`");
    }
    read_list("see_also", result_.see_also);
  }

  void read_descriptions() {
    result_.part_of_speech = optional_text(entry_, "part_of_speech");
    result_.domain = optional_text(entry_, "domain");
    result_.note = optional_text(entry_, "note");
    result_.source = optional_text(entry_, "source");
    if (const YamlNode* definition = optional_map("definition", "{ko: …, en: …}")) {
      report_unknown_keys(*definition, definition_keys, faults_);
      result_.definition_korean = optional_text(*definition, "ko");
      result_.definition_english = optional_text(*definition, "en");
    }
    if (const YamlNode* cues = optional_map("cues", "{near: […], not: […]}")) {
      report_unknown_keys(*cues, cue_keys, faults_);
      read_list(*cues, "near", result_.cues_near);
      read_list(*cues, "not", result_.cues_not);
    }
  }

  void read_status() {
    const YamlNode* flag = find_value(entry_, "do_not_translate");
    if (!is_absent(flag)) {
      if (flag->kind != YamlNode::Kind::scalar || flag->type != ScalarType::boolean) {
        error(*flag, "`do_not_translate` is true or false");
      }
      result_.do_not_translate = text::ascii_lower(flag->text) == "true";
    }
    const YamlNode* status = find_value(entry_, "status");
    if (is_absent(status)) return;
    const auto found = std::ranges::find(statuses, status->text);
    if (found == statuses.end()) {
      const std::string nearest = did_you_mean(status->text, statuses);
      error(*status, "`status` is approved, proposed or retired", nearest);
      return;
    }
    result_.status = static_cast<model::ConceptStatus>(found - statuses.begin());
  }

  void error(const YamlNode& at, std::string message, std::string hint = {}) {
    faults_.report(glossary_invalid, at.at, std::move(message), std::move(hint));
  }

  std::string required_name(std::string_view key, std::string_view meaning) {
    const YamlNode* value = find_value(entry_, key);
    if (value == nullptr) {
      error(entry_, fmt::format("a concept has no `{}`", key),
            fmt::format("`{}` is {}; it is required", key, meaning));
      return {};
    }
    return name(*value, key).value_or("");
  }

  /// A name: text that is not empty and not a whole sentence.
  std::optional<std::string> name(const YamlNode& value, std::string_view key) {
    if (value.kind == YamlNode::Kind::null) {
      error(value, fmt::format("`{}` is empty", key));
      return std::nullopt;
    }
    std::optional<std::string> text = read_text(value, key, faults_);
    if (!text) return std::nullopt;
    if (text->empty()) {
      error(value, fmt::format("`{}` is empty", key));
    } else if (text::count_code_points(*text) > name_at_most) {
      error(value, fmt::format("`{}` is longer than {} characters", key, name_at_most));
    }
    return text;
  }

  std::string optional_text(const YamlNode& map, std::string_view key) {
    const YamlNode* value = find_value(map, key);
    return is_absent(value) ? std::string{} : read_text(*value, key, faults_).value_or("");
  }

  const YamlNode* optional_map(std::string_view key, std::string_view shape) {
    const YamlNode* value = find_value(entry_, key);
    if (is_absent(value)) return nullptr;
    if (value->kind == YamlNode::Kind::map) return value;
    error(*value, fmt::format("`{}` is {}, not a mapping", key, kind_name(*value)),
          fmt::format("write {}: {}", key, shape));
    return nullptr;
  }

  void read_list(std::string_view key, std::vector<std::string>& target) {
    read_list(entry_, key, target);
  }
  /// A list of names, or one name alone. A name that stands twice is kept once.
  void read_list(const YamlNode& map, std::string_view key, std::vector<std::string>& target) {
    const YamlNode* value = find_value(map, key);
    if (is_absent(value)) return;
    const auto add = [&](const YamlNode& item) {
      std::optional<std::string> text = name(item, key);
      if (text && std::ranges::find(target, *text) == target.end()) {
        target.push_back(*std::move(text));
      }
    };
    if (value->kind == YamlNode::Kind::sequence) {
      for (const YamlNode& item : value->children) add(item);
    } else {
      add(*value);
    }
  }

  const YamlNode& entry_;
  FaultReporter& faults_;
  Concept result_;
};

}  // namespace

const YamlNode* find_value(const YamlNode& map, std::string_view key) {
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    if (map.children[i].text == key) return &map.children[i + 1];
  }
  return nullptr;
}

std::optional<std::string> read_text(const YamlNode& value, std::string_view what,
                                     FaultReporter& faults) {
  if (value.kind != YamlNode::Kind::scalar || value.type != ScalarType::text) {
    const bool scalar = value.kind == YamlNode::Kind::scalar;
    faults.report(glossary_invalid, value.at,
                  fmt::format("`{}` is {}, not text", what, kind_name(value)),
                  scalar ? fmt::format("put it in quotes: \"{}\"", quote_for_message(value.text))
                         : std::string{});
    return std::nullopt;
  }
  CleanName name = clean_name(value.text);
  if (name.control) {
    faults.report(glossary_invalid, value.at, fmt::format("`{}` holds a control character", what));
    return std::nullopt;
  }
  if (name.invisible_removed) {
    faults.report(invisible_character, value.at,
                  fmt::format("`{}` holds an invisible character; it was left out", what));
  }
  return std::move(name.text);
}

void report_unknown_keys(const YamlNode& map, std::span<const std::string_view> known,
                         FaultReporter& faults) {
  for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
    const YamlNode& key = map.children[i];
    if (key.kind != YamlNode::Kind::scalar || std::ranges::find(known, key.text) != known.end()) {
      continue;
    }
    faults.report(glossary_unknown_key, key.at,
                  fmt::format("the key `{}` is not known; left out", quote_for_message(key.text)),
                  did_you_mean(key.text, known));
  }
}

std::optional<model::Concept> read_concept(const YamlNode& entry, std::string_view domain,
                                           FaultReporter& faults) {
  if (entry.kind != YamlNode::Kind::map) {
    faults.report(glossary_invalid, entry.at,
                  fmt::format("a concept is {}, not a mapping", kind_name(entry)),
                  "write `- en: …` and `ko: …`");
    return std::nullopt;
  }
  return ConceptReader(entry, faults).read(domain);
}

}  // namespace galpi::terms
