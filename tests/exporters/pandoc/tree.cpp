#include "tree.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace galpi::tests {
namespace {

using nlohmann::json;

std::string shown(const json& value) {
  if (value.is_object()) {
    std::string text = value.at("t");
    if (value.contains("c")) text += " " + shown(value.at("c"));
    return text;
  }
  if (!value.is_array()) return value.dump();
  if (value == json::parse(R"(["",[],[]])")) return "-";  // no attributes
  std::string text = "[";
  for (const json& element : value) {
    if (text.size() > 1) text += ",";
    text += shown(element);
  }
  return text + "]";
}

void collect_letters(const json& value, std::string& letters) {
  if (value.is_array()) {
    for (const json& element : value) collect_letters(element, letters);
  }
  if (!value.is_object() || !value.contains("c")) return;
  const std::string type = value.at("t");
  if (type == "Str") {
    letters += value.at("c").get<std::string>();
  } else if (type == "Code" || type == "CodeBlock" || type == "Math") {
    letters += value.at("c").at(1).get<std::string>();
  } else {
    collect_letters(value.at("c"), letters);
  }
}

}  // namespace

std::string exported(const model::Edition& edition, const exporters::PandocOptions& options,
                     DiagnosticSink* diagnostics) {
  std::string bytes;
  StringSink sink(bytes);
  DiagnosticList unseen;
  if (!exporters::export_pandoc(edition, options, sink,
                                diagnostics == nullptr ? unseen : *diagnostics)) {
    return "";
  }
  return bytes;
}

std::string readable(const std::string& bytes) {
  const json document = json::parse(bytes);
  std::string text = "version " + document.at("pandoc-api-version").dump() + "\n";
  for (const auto& [key, value] : document.at("meta").items()) {
    text.append(key).append(": ").append(shown(value)) += '\n';
  }
  for (const json& block : document.at("blocks")) text += shown(block) + "\n";
  return text;
}

model::Edition edition_of(std::vector<model::Block> blocks) {
  model::Post post;
  post.date = {2026, 10, 5};
  post.sections.push_back(sample::section(model::SectionKind::other, "글", std::move(blocks)));
  model::Edition edition;
  edition.days.push_back(sample::day(std::move(post)));
  return edition;
}

std::string blocks_of(std::vector<model::Block> blocks, const exporters::PandocOptions& options) {
  const json document = json::parse(exported(edition_of(std::move(blocks)), options));
  std::string text;
  const json& found = document.at("blocks");
  for (std::size_t i = 2; i < found.size(); ++i) text += shown(found[i]) + "\n";
  return text;
}

std::string letters_of(const std::string& bytes) {
  std::string letters;
  collect_letters(json::parse(bytes).at("blocks"), letters);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  return letters;
}

}  // namespace galpi::tests
