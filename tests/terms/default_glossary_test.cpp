#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "galpi/terms/glossary.hpp"
#include "support/catch.hpp"

using galpi::model::Concept;
using galpi::model::Glossary;

namespace {

/// The files of glossaries/ in the order of the compiled table, parsed; warnings fail the test.
Glossary parse_all() {
  std::set<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(GALPI_SOURCE_DIR) + "/glossaries")) {
    if (entry.path().extension() == ".yaml") paths.insert(entry.path());
  }
  Glossary all;
  for (const auto& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string yaml(std::istreambuf_iterator<char>(stream), {});
    galpi::DiagnosticList faults;
    auto glossary = galpi::terms::parse_glossary(yaml, path.filename().string(), faults);
    for (const auto& fault : faults.items()) {
      FAIL_CHECK(fault.span.file << ":" << fault.span.at.line << ": " << fault.message);
    }
    REQUIRE(glossary);
    for (Concept& entry : glossary->concepts) all.concepts.push_back(std::move(entry));
  }
  return all;
}

}  // namespace

TEST_CASE("the compiled glossary is what the YAML files say", "[terms]") {
  const Glossary parsed = parse_all();
  const Glossary compiled = galpi::terms::default_glossary();
  CHECK(compiled.concepts.size() >= 240);
  REQUIRE(compiled.concepts.size() == parsed.concepts.size());
  for (std::size_t i = 0; i < parsed.concepts.size(); ++i) {
    INFO(parsed.concepts[i].id);
    CHECK(compiled.concepts[i] == parsed.concepts[i]);
  }
}

TEST_CASE("concepts of the default glossary point at concepts that exist", "[terms]") {
  const Glossary glossary = galpi::terms::default_glossary();
  std::set<std::string> ids;
  for (const Concept& entry : glossary.concepts) {
    INFO(entry.id);
    CHECK(ids.insert(entry.id).second);
  }
  for (const Concept& entry : glossary.concepts) {
    for (const std::string& other : entry.see_also) {
      INFO(entry.id << " → " << other);
      CHECK(ids.contains(other));
    }
  }
}
