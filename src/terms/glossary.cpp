#include "galpi/terms/glossary.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "concept_reader.hpp"
#include "galpi/text/utf8.hpp"
#include "names.hpp"
#include "parsed_glossary.hpp"

namespace galpi::terms {
namespace {

using model::Concept;
using model::Glossary;
using enum DiagnosticCode;

constexpr std::array<std::string_view, 3> file_keys = {"galpi_glossary", "domain", "concepts"};

bool check_version(const YamlNode& root, FaultReporter& faults) {
  const YamlNode* version = find_value(root, "galpi_glossary");
  if (version == nullptr) {
    report_unknown_keys(root, file_keys, faults);
    faults.report(glossary_invalid, root.at, "there is no `galpi_glossary`; this is no glossary",
                  "begin the file with `galpi_glossary: 1`");
    return false;
  }
  if (version->kind == YamlNode::Kind::scalar && version->text == "1") return true;
  faults.report(glossary_invalid, version->at,
                fmt::format("version `{}` of the glossary format is not known",
                            quote_for_message(version->text)),
                "this galpi reads `galpi_glossary: 1`");
  return false;
}

/// The list of concepts, or nullptr and a report.
const YamlNode* find_concepts(const YamlNode& root, FaultReporter& faults) {
  const YamlNode* concepts = find_value(root, "concepts");
  if (concepts == nullptr) {
    faults.report(glossary_invalid, root.at, "there is no `concepts` list");
    return nullptr;
  }
  if (concepts->kind == YamlNode::Kind::sequence) return concepts;
  if (concepts->kind != YamlNode::Kind::null) {
    faults.report(glossary_invalid, concepts->at,
                  fmt::format("`concepts` is {}, not a list", kind_name(*concepts)));
  }
  return nullptr;
}

/// Checks the ids that were given and makes the missing ones, so that all are unique. A made id
/// never takes one that a later concept gives.
void assign_ids(ParsedGlossary& parsed, FaultReporter& faults) {
  std::unordered_map<std::string, At> taken;
  for (std::size_t i = 0; i < parsed.places.size(); ++i) {
    const std::string& id = parsed.glossary.concepts[i].id;
    if (id.empty()) continue;
    const auto [first, added] = taken.emplace(id, parsed.places[i]);
    if (!added) {
      faults.report(
          glossary_invalid, parsed.places[i],
          fmt::format("the id `{}` is taken by the concept in line {}", id, first->second.line));
    }
  }
  std::unordered_map<std::string, int> last_number;
  for (std::size_t i = 0; i < parsed.places.size(); ++i) {
    Concept& entry = parsed.glossary.concepts[i];
    if (!entry.id.empty()) continue;
    const std::string slug = slug_of(entry.english);
    int& number = last_number[slug];
    do {
      ++number;
      entry.id = number == 1 ? slug : fmt::format("{}-{}", slug, number);
    } while (!taken.emplace(entry.id, parsed.places[i]).second);
  }
}

void report_shared_names(const ParsedGlossary& parsed, FaultReporter& faults) {
  for (const SharedName& shared : find_shared_names(parsed.glossary)) {
    const std::string name = quote_for_message(shared.name);
    const std::uint32_t line = parsed.places[shared.first].line;
    const At at = parsed.places[shared.second];
    if (shared.english) {
      faults.report(
          glossary_duplicate, at,
          fmt::format("`{}` is also the English name of the concept in line {}", name, line),
          "join the two, or tell their names apart");
    } else {
      faults.report(glossary_clash, at,
                    fmt::format("`{}` is also a form of the concept in line {}, and no cue tells "
                                "them apart",
                                name, line),
                    "add `cues: {near: […], not: […]}` to one of them");
    }
  }
}

std::string name_key(const Concept& entry) { return text::ascii_lower(entry.english); }

}  // namespace

ParsedGlossary parse_concepts(std::string_view yaml, const SourceLines& lines,
                              FaultReporter& faults) {
  ParsedGlossary parsed;
  const std::optional<YamlNode> root = read_yaml_tree(yaml, lines, faults);
  if (!root) return parsed;
  if (root->kind != YamlNode::Kind::map) {
    faults.report(glossary_invalid, root->at,
                  fmt::format("the file is {}, not a glossary", kind_name(*root)),
                  "begin it with `galpi_glossary: 1`");
    return parsed;
  }
  if (!check_version(*root, faults)) return parsed;
  report_unknown_keys(*root, file_keys, faults);
  const YamlNode* domain_value = find_value(*root, "domain");
  const bool has_domain = domain_value != nullptr && domain_value->kind != YamlNode::Kind::null;
  const std::string domain =
      has_domain ? read_text(*domain_value, "domain", faults).value_or("") : "";
  const YamlNode* concepts = find_concepts(*root, faults);
  if (concepts == nullptr) return parsed;
  for (const YamlNode& entry : concepts->children) {
    std::optional<Concept> read = read_concept(entry, domain, faults);
    if (!read) continue;
    parsed.glossary.concepts.push_back(*std::move(read));
    parsed.places.push_back(entry.at);
  }
  assign_ids(parsed, faults);
  report_shared_names(parsed, faults);
  return parsed;
}

Result<Glossary> parse_glossary(std::string_view yaml, const std::string& file,
                                DiagnosticSink& diagnostics) {
  if (yaml.starts_with("\xEF\xBB\xBF")) yaml.remove_prefix(3);
  const SourceLines lines(yaml);
  FaultReporter faults(file, lines, diagnostics);
  ParsedGlossary parsed = parse_concepts(yaml, lines, faults);
  if (faults.failed()) {
    return fail(ErrorCode::invalid_glossary,
                fmt::format("the glossary {} cannot be used: {} {}", quote_for_message(file),
                            faults.errors(), faults.errors() == 1 ? "error" : "errors"),
                faults.first_error());
  }
  return std::move(parsed.glossary);
}

Glossary merge_glossaries(Glossary base, Glossary overlay) {
  std::unordered_map<std::string, std::size_t> by_id;
  std::unordered_map<std::string, std::size_t> by_name;
  for (std::size_t i = 0; i < base.concepts.size(); ++i) {
    by_id.emplace(base.concepts[i].id, i);
    by_name.emplace(name_key(base.concepts[i]), i);
  }
  constexpr std::size_t appended = static_cast<std::size_t>(-1);
  std::vector<std::size_t> target(overlay.concepts.size(), appended);
  std::unordered_set<std::size_t> replaced;
  // Ids first, for the whole overlay: a concept that was renamed keeps its place by its id.
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (const auto same = by_id.find(overlay.concepts[i].id); same != by_id.end()) {
      target[i] = same->second;
      replaced.insert(same->second);
    }
  }
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (target[i] != appended) continue;
    const auto same = by_name.find(name_key(overlay.concepts[i]));
    if (same != by_name.end() && replaced.insert(same->second).second) target[i] = same->second;
  }
  for (std::size_t i = 0; i < target.size(); ++i) {
    if (target[i] == appended) {
      base.concepts.push_back(std::move(overlay.concepts[i]));
    } else {
      base.concepts[target[i]] = std::move(overlay.concepts[i]);
    }
  }
  return base;
}

}  // namespace galpi::terms
