// Real posts, when there are some: GALPI_CORPUS names a folder of posts or a site.
#include <cstdlib>

#include "galpi/ingest/find_posts.hpp"
#include "ingest/parsed.hpp"
#include "support/catch.hpp"

using namespace galpi;

TEST_CASE("real posts keep every promise of the model", "[ingest]") {
  const char* const corpus = std::getenv("GALPI_CORPUS");
  if (corpus == nullptr) {
    WARN("skipped: set GALPI_CORPUS to a folder of posts");
    return;
  }
  const auto files = host::system_files();
  DiagnosticList list;
  const auto posts = ingest::find_posts(*files, corpus, list);
  REQUIRE(posts);
  for (const ingest::PostFile& file : *posts) {
    INFO(file.file);
    const auto bytes = files->read(file.path, ingest::Limits{}.post_bytes);
    REQUIRE(bytes);
    const auto post = ingest::parse_post(*bytes, file.file, file.source, list);
    REQUIRE(post);
    CHECK_FALSE(post->blocks.empty());
    CHECK(tests::faults_of(*post) == "");
  }
}
