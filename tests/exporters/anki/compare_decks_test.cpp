#include "galpi/exporters/anki.hpp"
#include "galpi/markup/zip_writer.hpp"
#include "note_types.hpp"
#include "package.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;
using namespace galpi::exporters::anki;

namespace {

Note term(const std::string& key, const std::string& korean, std::int64_t modified) {
  Note made;
  made.guid = guid_of(FlashcardKind::term, key);
  made.fields.resize(term_field::count);
  made.fields[term_field::key] = key;
  made.fields[term_field::english] = key;
  made.fields[term_field::korean] = korean;
  made.ordinals = {0};
  made.number = static_cast<std::uint64_t>(key.front());
  made.modified = modified;
  return made;
}

std::string deck(const std::vector<Note>& notes) {
  std::string bytes;
  StringSink sink(bytes);
  REQUIRE(write_package(notes, {}, sink).has_value());
  return bytes;
}

Result<std::vector<ImportedNote>> compare(const std::string& before, const std::string& after) {
  return compare_decks(before, "old.apkg", after, "new.apkg");
}

}  // namespace

TEST_CASE("a comparison says what arrives, what gets lost and what stays", "[exporters]") {
  const std::string before =
      deck({term("a", "가", 5), term("b", "나", 5), term("c", "다", 5), term("d", "라", 5)});
  const std::string after =
      deck({term("a", "가", 5), term("b", "나나", 6), term("c", "다다", 5), term("e", "마", 5)});
  const auto notes = compare(before, after);
  REQUIRE(notes.has_value());
  REQUIRE(notes->size() == 5);
  std::string told;
  for (const ImportedNote& note : *notes) {
    told += note.name + std::to_string(static_cast<int>(note.effect)) + ":" + note.reason + "|";
  }
  CHECK(told.contains("e0:|"));
  CHECK(told.contains("b1:Ko|"));
  CHECK(told.contains("a2:|"));
  CHECK(told.contains("c2:Ko differ, but the time is no later: this will not arrive|"));
  CHECK(told.contains("d4:|"));
}

TEST_CASE("packages that are damaged in any byte are refused or read, never more", "[exporters]") {
  const std::string good = deck({term("a", "가", 5)});
  for (std::size_t i = 0; i < good.size(); i += 7) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x55);
    (void)compare(good, bad);
    (void)compare(good, good.substr(0, i));
  }
  CHECK_FALSE(compare(good, "").has_value());
  CHECK_FALSE(compare(good, "PK\5\6").has_value());
}

TEST_CASE("a database that is damaged in any byte does no harm", "[exporters]") {
  auto built = Database::build(std::vector<Note>{term("a", "가", 5)}, {});
  REQUIRE(built.has_value());
  const std::string good(built->bytes());
  const std::string whole = deck({term("a", "가", 5)});
  for (std::size_t i = 0; i < good.size(); i += 61) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0xFF);
    std::string package;
    StringSink sink(package);
    markup::ZipWriter archive(sink);
    REQUIRE(archive.add(markup::store_member("collection.anki2", bad)).has_value());
    REQUIRE(archive.finish().has_value());
    (void)compare(whole, package);
  }
}
