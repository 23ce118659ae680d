// Build tool: galpi_compile_glossary OUTPUT FILE… reads glossary files and writes them as a C++
// table (default_table.hpp), so that the program carries its default glossary without parsing YAML
// when it starts. Faults are printed the way compilers print them, and errors end the build.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "galpi/terms/glossary.hpp"
#include "parsed_glossary.hpp"

namespace {

using galpi::model::Concept;
using galpi::model::Glossary;

class PrintingSink final : public galpi::DiagnosticSink {
 public:
  void report(galpi::Diagnostic diagnostic) override {
    const galpi::SourceSpan& span = diagnostic.span;
    fmt::print(stderr, "{}:{}:{}: {}: {} [{}]\n", span.file, span.at.line, span.at.column,
               galpi::severity_name(galpi::severity_of(diagnostic)), diagnostic.message,
               galpi::code_name(diagnostic.code));
  }
};

bool read_file(const std::string& path, std::string& bytes) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return false;
  bytes.assign(std::istreambuf_iterator<char>(stream), {});
  return !stream.bad();
}

/// Adds the concepts of one file; false after an error, which is printed.
bool add_file(const std::string& path, Glossary& all,
              std::unordered_map<std::string, std::string>& owners) {
  std::string yaml;
  if (!read_file(path, yaml)) {
    fmt::print(stderr, "{}: error: cannot be read\n", path);
    return false;
  }
  PrintingSink sink;
  auto glossary = galpi::terms::parse_glossary(yaml, path, sink);
  if (!glossary) return false;
  bool good = true;
  for (Concept& entry : glossary->concepts) {
    const auto [owner, added] = owners.emplace(entry.id, path);
    if (!added) {
      fmt::print(stderr, "{}: error: the id `{}` is taken in {}\n", path, entry.id, owner->second);
      good = false;
    }
    all.concepts.push_back(std::move(entry));
  }
  return good;
}

/// A C++ string literal. The text is valid UTF-8 without control characters.
std::string literal(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '?') result += '\\';  // no trigraph can form
    result += c;
  }
  return result + '"';
}

class TableWriter {
 public:
  std::string write(const Glossary& glossary) {
    for (const Concept& entry : glossary.concepts) add(entry);
    // std::array of no element has no initialiser list of its own: one empty row stands in.
    const std::size_t rows = glossary.concepts.size();
    if (rows == 0) rows_ = "    ConceptRow{},\n";
    if (name_count_ == 0) names_ = "    \"\",\n";
    return fmt::format(
        "// Made at build time by galpi_compile_glossary from glossaries/*.yaml; edit those.\n"
        "#include <array>\n\n#include \"default_table.hpp\"\n\n"
        "namespace galpi::terms {{\nnamespace {{\n\n"
        "constexpr auto names = std::to_array<std::string_view>({{\n{}}});\n\n"
        "constexpr auto concepts = std::to_array<ConceptRow>({{\n{}}});\n\n"
        "}}  // namespace\n\n"
        "DefaultTable default_table() {{\n"
        "  return {{std::span(concepts).first({}), std::span(names).first({})}};\n"
        "}}\n\n}}  // namespace galpi::terms\n",
        names_, rows_, rows, name_count_);
  }

 private:
  std::string range(const std::vector<std::string>& names) {
    const std::size_t first = name_count_;
    for (const std::string& name : names) names_ += fmt::format("    {},\n", literal(name));
    name_count_ += names.size();
    return fmt::format("{{{}, {}}}", first, names.size());
  }

  void add(const Concept& entry) {
    rows_ += "    ConceptRow{";
    for (const std::string* text :
         {&entry.id, &entry.english, &entry.korean, &entry.definition_korean,
          &entry.definition_english, &entry.reading, &entry.part_of_speech, &entry.domain,
          &entry.note, &entry.source}) {
      rows_ += literal(*text) + ", ";
    }
    for (const auto* names : {&entry.abbreviations, &entry.variants, &entry.english_variants,
                              &entry.avoid, &entry.cues_near, &entry.cues_not, &entry.see_also}) {
      rows_ += range(*names) + ", ";
    }
    rows_ += fmt::format("static_cast<model::ConceptStatus>({}), {}}},\n",
                         static_cast<int>(entry.status), entry.do_not_translate);
  }

  std::string names_;
  std::string rows_;
  std::size_t name_count_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv, argv + argc);
  if (arguments.size() < 2) {
    fmt::print(stderr, "usage: galpi_compile_glossary OUTPUT [FILE]...\n");
    return 2;
  }
  Glossary all;
  std::unordered_map<std::string, std::string> owners;
  bool good = true;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    good = add_file(arguments[i], all, owners) && good;
  }
  if (!good) return 1;
  for (const auto& shared : galpi::terms::find_shared_names(all)) {
    const Concept& first = all.concepts[shared.first];
    const Concept& second = all.concepts[shared.second];
    if (owners[first.id] == owners[second.id]) continue;  // said already
    fmt::print(stderr, "{}: warning: `{}` of {} also belongs to {} in {}\n", owners[second.id],
               shared.name, second.id, first.id, owners[first.id]);
  }
  std::ofstream output(arguments[1], std::ios::binary);
  output << TableWriter().write(all);
  output.close();
  if (output.fail()) {
    fmt::print(stderr, "{}: error: cannot be written\n", arguments[1]);
    return 1;
  }
  return 0;
}
