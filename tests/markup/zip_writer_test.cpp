#include "galpi/markup/zip_writer.hpp"

#include <string>

#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::markup;

namespace {

/// Takes a number of writes, then fails, as a full disk does.
class FailingSink final : public ByteSink {
 public:
  explicit FailingSink(int writes) : left_(writes) {}
  Result<void> write(std::string_view) override {
    if (left_-- > 0) return {};
    return fail(ErrorCode::unwritable, "disk full");
  }

 private:
  int left_;
};

}  // namespace

TEST_CASE("an archive begins with its first member, stored and without extra field", "[markup]") {
  // OCF 3.3 §4.2.2: file(1) and readers look for "mimetype" at byte 30 and its content at byte 38.
  std::string bytes;
  StringSink sink(bytes);
  ZipWriter zip(sink);
  REQUIRE(zip.add(store_member("mimetype", "application/epub+zip")));
  REQUIRE(zip.finish());
  CHECK(bytes.substr(0, 4) == std::string("PK\x03\x04", 4));
  CHECK(bytes.substr(4, 10) == std::string("\x0A\0\0\0\0\0\0\0\x21\0", 10));  // stored, 1980-01-01
  CHECK(bytes.substr(26, 4) == std::string("\x08\0\0\0", 4));
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("the same content gives the same archive", "[markup]") {
  const auto build = [] {
    std::string bytes;
    StringSink sink(bytes);
    ZipWriter zip(sink);
    CHECK(zip.add(deflate_member("a.xhtml", std::string(5000, 'a') + "한글").value()));
    CHECK(zip.finish());
    return bytes;
  };
  CHECK(build() == build());
}

TEST_CASE("content that does not shrink is stored", "[markup]") {
  for (const char* content : {"", "a", "xyz"}) {
    const ZipMember member = deflate_member("a", content).value();
    CHECK(member.method == ZipMethod::stored);
    CHECK(member.data == content);
  }
  CHECK(deflate_member("a", std::string(1000, 'a')).value().method == ZipMethod::deflated);
}

TEST_CASE("entry names that could fool an unpacker are refused", "[markup]") {
  for (const char* name : {"", "/a", "a/", "../a", "a/../b", "a/..", "./a", "a//b", "a\\b", "c:a",
                           "a b", "한글.xhtml", "a\nb", "a\x7F"}) {
    INFO(name);
    std::string bytes;
    StringSink sink(bytes);
    ZipWriter zip(sink);
    const auto result = zip.add(store_member(name, "x"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::unwritable);
    CHECK(bytes.empty());
  }
}

TEST_CASE("two entries of one name are refused", "[markup]") {
  std::string bytes;
  StringSink sink(bytes);
  ZipWriter zip(sink);
  REQUIRE(zip.add(store_member("a", "1")));
  REQUIRE(zip.add(store_member("b", "1")));
  REQUIRE(zip.add(store_member("a", "2")));
  CHECK_FALSE(zip.finish());
}

TEST_CASE("an archive of more than 65535 entries is refused, not written wrongly", "[markup]") {
  FailingSink sink(1 << 30);
  ZipWriter zip(sink);
  ZipMember member = store_member("a", "");
  for (int i = 0; i < 65535; ++i) {
    member.name = "e" + std::to_string(i);
    REQUIRE(zip.add(member));
  }
  member.name = "one-more";
  const auto result = zip.add(member);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::limit_exceeded);
  CHECK(zip.finish());
}

TEST_CASE("a failing write at any point is reported", "[markup]") {
  for (int writes = 0;; ++writes) {
    FailingSink sink(writes);
    ZipWriter zip(sink);
    const bool added = zip.add(store_member("a", "x")) && zip.add(store_member("b", "y"));
    if (added && zip.finish()) {
      CHECK(writes == 5);
      break;
    }
    REQUIRE(writes < 5);
  }
}
