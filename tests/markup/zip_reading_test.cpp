// What libzip makes of our archives.
#include <zip.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "galpi/markup/zip_writer.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::markup;

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Archive open_archive(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  return {zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error), zip_discard};
}

std::string read_entry(zip_t* archive, zip_uint64_t index) {
  zip_stat_t status;
  REQUIRE(zip_stat_index(archive, index, 0, &status) == 0);
  std::string content(status.size, '\0');
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  REQUIRE(file != nullptr);
  CHECK(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(status.size));
  CHECK(zip_fclose(file) == 0);  // checks the CRC
  return content;
}

}  // namespace

TEST_CASE("an independent reader finds every member, whole and in order", "[markup]") {
  std::string incompressible;
  for (unsigned i = 0, x = 1; i < 100'000; ++i) {
    incompressible += static_cast<char>((x = x * 1664525U + 1013904223U) >> 24U);
  }
  const std::vector<std::pair<std::string, std::string>> members = {
      {"mimetype", "application/epub+zip"},
      {"EPUB/empty.css", ""},
      {"EPUB/one.xhtml", "가"},
      {"EPUB/long.xhtml", std::string(300'000, 'x') + "한글 본문"},
      {"EPUB/noise.png", incompressible},
  };
  std::string bytes;
  StringSink sink(bytes);
  ZipWriter zip(sink);
  REQUIRE(zip.add(store_member(members[0].first, members[0].second)));
  for (std::size_t i = 1; i < members.size(); ++i) {
    REQUIRE(zip.add(deflate_member(members[i].first, members[i].second).value()));
  }
  REQUIRE(zip.finish());

  const Archive archive = open_archive(bytes);
  REQUIRE(archive != nullptr);
  REQUIRE(zip_get_num_entries(archive.get(), 0) == static_cast<zip_int64_t>(members.size()));
  for (std::size_t i = 0; i < members.size(); ++i) {
    CHECK(std::string(zip_get_name(archive.get(), i, 0)) == members[i].first);
    CHECK(read_entry(archive.get(), i) == members[i].second);
  }
}

TEST_CASE("an archive without entries is an archive", "[markup]") {
  std::string bytes;
  StringSink sink(bytes);
  REQUIRE(ZipWriter(sink).finish());
  CHECK(bytes.size() == 22);
  CHECK(open_archive(bytes) != nullptr);
}
