#include "galpi/app/configuration.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <set>

#include "book_declarations.hpp"
#include "galpi/base/paths.hpp"
#include "galpi/base/suggestion.hpp"
#include "galpi/text/utf8.hpp"
#include "yaml_nodes.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t configuration_bytes = std::size_t{1} << 20U;
constexpr std::array<std::string_view, 5> known_keys = {"galpi", "input", "glossaries", "memory",
                                                        "books"};

Result<Configuration> read_mapping(const YAML::Node& root, const std::string& file,
                                   DiagnosticSink& diagnostics) {
  Configuration configuration;
  configuration.file = file;
  const std::string folder = folder_of(file);
  std::set<std::string> seen;
  for (const auto& entry : root) {
    if (!entry.first.IsScalar())
      return invalid_configuration(file, at_mark(entry.first.Mark()), "a key is no word");
    const std::string key = entry.first.Scalar();
    const At at = at_mark(entry.first.Mark());
    if (!seen.insert(key).second)
      return invalid_configuration(file, at,
                                   fmt::format("`{}` stands twice", quote_for_message(key)));
    if (key == "galpi") {
      if (!entry.second.IsScalar() || entry.second.Scalar() != "1") {
        return invalid_configuration(file, at_mark(entry.second.Mark()),
                                     "this galpi reads version 1 of galpi.yaml");
      }
    } else if (key == "input" || key == "glossaries" || key == "memory") {
      GALPI_TRY(const auto words, words_of(entry.second, file, key));
      std::vector<std::string> values;
      values.reserve(words.size());
      for (const auto& [word, place] : words) values.push_back(resolved_path(folder, word));
      if (key == "input") {
        if (values.size() > 1)
          return invalid_configuration(file, at, "`input` names more than one place");
        if (!values.empty()) configuration.input = values.front();
      } else {
        (key == "memory" ? configuration.memories : configuration.glossaries) = std::move(values);
      }
    } else if (key == "books") {
      GALPI_TRY(configuration.books, read_books(entry.second, file, folder, diagnostics));
    } else {
      const auto meant = nearest_word(key, known_keys);
      diagnostics.report({DiagnosticCode::config_unknown_key,
                          {file, at, 0},
                          fmt::format("`{}` is no key of galpi.yaml", quote_for_message(key)),
                          meant ? fmt::format("did you mean `{}`?", *meant) : std::string(),
                          {}});
    }
  }
  if (!seen.contains("galpi")) return invalid_configuration(file, {1, 1}, "`galpi: 1` is missing");
  return configuration;
}

}  // namespace

Result<Configuration> parse_configuration(std::string_view yaml, const std::string& file,
                                          DiagnosticSink& diagnostics) {
  if (text::find_invalid_utf8(yaml))
    return invalid_configuration(file, {1, 1}, "this is not UTF-8 text");
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsMap())
      return invalid_configuration(file, {1, 1}, "this is no galpi.yaml: keys were expected");
    return read_mapping(root, file, diagnostics);
  } catch (const YAML::Exception& error) {
    return invalid_configuration(file, at_mark(error.mark),
                                 fmt::format("not valid YAML: {}", quote_for_message(error.msg)));
  }
}

Result<Configuration> load_configuration(const host::FileReader& files,
                                         const std::optional<std::string>& named,
                                         DiagnosticSink& diagnostics) {
  const std::string path = named.value_or("galpi.yaml");
  if (!named && files.kind(path) == host::FileKind::missing) return Configuration{};
  GALPI_TRY(const std::string yaml, files.read(path, configuration_bytes));
  return parse_configuration(yaml, path, diagnostics);
}

}  // namespace galpi::app
