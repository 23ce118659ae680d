// The worked example of docs/model.md is what the code makes of it.
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "galpi/ingest/parse_post.hpp"
#include "galpi/model/json.hpp"
#include "galpi/normalize/normalize.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

/// The first fenced block of `page` with this language.
std::string fenced(const std::string& page, const std::string& language) {
  const std::string fence = "```" + language + "\n";
  const std::size_t begin = page.find(fence);
  REQUIRE(begin != std::string::npos);
  const std::size_t start = begin + fence.size();
  return page.substr(start, page.find("```", start) - start);
}

}  // namespace

TEST_CASE("the worked example of the model's page is true", "[normalize]") {
  std::ostringstream page;
  page << std::ifstream(GALPI_SOURCE_DIR "/docs/model.md").rdbuf();
  DiagnosticList diagnostics;
  auto raw = ingest::parse_post(fenced(page.str(), "markdown"), "2024-05-01-gears.md",
                                "_posts/2024-05-01-gears.md", diagnostics);
  REQUIRE(raw);
  const auto digest = normalize::normalize_post(std::move(*raw), diagnostics);
  std::string post;
  model::append_post_json(post, digest.post);
  const auto documented = nlohmann::json::parse(fenced(page.str(), "json"));
  CHECK(nlohmann::json::parse(post) == documented["posts"][0]);
}
