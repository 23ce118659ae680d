#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "galpi/exporters/json.hpp"
#include "galpi/model/json.hpp"
#include "model/sample_post.hpp"
#include "support/catch.hpp"

using namespace galpi;

namespace {

constexpr const char* golden_path = GALPI_SOURCE_DIR "/tests/golden/exporters/json/sample.json";

model::Edition edition_of(std::vector<model::Digest> digests) {
  model::Edition edition;
  for (model::Digest& digest : digests) {
    edition.days.emplace_back().annotated.digest = std::move(digest);
  }
  return edition;
}

std::string exported(const model::Edition& edition) {
  std::string bytes;
  StringSink sink(bytes);
  REQUIRE(exporters::export_json(edition, sink));
  return bytes;
}

/// Takes `most` writes, then has no more room.
class FullSink final : public ByteSink {
 public:
  explicit FullSink(int most) : most_(most) {}
  Result<void> write(std::string_view bytes) override {
    if (most_-- == 0) return fail(ErrorCode::unwritable, "no space left");
    largest = std::max(largest, bytes.size());
    return {};
  }
  std::size_t largest = 0;

 private:
  int most_;
};

}  // namespace

TEST_CASE("an edition is one JSON document with a post per line", "[exporter_json]") {
  const std::string bytes = exported(edition_of({test::sample_digest(), test::sample_digest()}));
  std::string post;
  model::append_post_json(post, test::sample_digest().post);
  CHECK(bytes == "{\"galpi\":1,\"posts\":[\n" + post + ",\n" + post + "\n]}\n");
  CHECK(nlohmann::json::parse(bytes)["posts"].size() == 2);
}

TEST_CASE("an edition without posts is a document all the same", "[exporter_json]") {
  CHECK(nlohmann::json::parse(exported({}))["posts"].empty());
}

TEST_CASE("the sample edition is its golden file", "[exporter_json]") {
  const std::string bytes = exported(edition_of({test::sample_digest()}));
  if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) std::ofstream(golden_path) << bytes;
  std::ostringstream golden;
  golden << std::ifstream(golden_path).rdbuf();
  CHECK(bytes == golden.str());
}

TEST_CASE("posts are handed over one at a time, and a full disk ends the export",
          "[exporter_json]") {
  const model::Edition edition = edition_of(std::vector(5, test::sample_digest()));
  FullSink roomy(6);
  REQUIRE(exporters::export_json(edition, roomy));
  CHECK(roomy.largest < exported(edition).size() / 4);
  for (int writes = 0; writes < 6; ++writes) {
    FullSink full(writes);
    const auto result = exporters::export_json(edition, full);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::unwritable);
  }
}
