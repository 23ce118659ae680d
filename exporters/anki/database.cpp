#include "database.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <assets.hpp>
#include <string>
#include <vector>

#include "collection_json.hpp"
#include "field_text.hpp"
#include "hashes.hpp"
#include "note_types.hpp"

namespace galpi::exporters::anki {
namespace {

/// 2025-01-01: ids are milliseconds after it, by the ledger's numbers. Not the clock: ids must come
/// out the same, and Anki refuses those of the future.
constexpr std::int64_t base_seconds = 1'735'689'600;
constexpr std::int64_t base_milliseconds = base_seconds * 1000;
/// Room for the cards of one note, also for templates that are not there yet.
constexpr std::int64_t ids_per_note = 8;
constexpr int schema_version = 11;
/// "To be uploaded": what a client gives everything that is new.
constexpr int update_sequence = -1;

std::int64_t note_id(const Note& note) {
  return base_milliseconds + static_cast<std::int64_t>(note.number) * ids_per_note;
}

/// A prepared INSERT whose values are bound from left to right.
class Insert {
 public:
  Insert(sqlite3* database, std::string_view sql) {
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
  }
  Insert(const Insert&) = delete;
  Insert& operator=(const Insert&) = delete;
  ~Insert() { sqlite3_finalize(statement_); }

  Insert& operator<<(std::int64_t value) {
    sqlite3_bind_int64(statement_, ++bound_, value);
    return *this;
  }
  /// The text must live until the row is written.
  Insert& operator<<(std::string_view text) {
    sqlite3_bind_text(statement_, ++bound_, text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
    return *this;
  }
  bool write_row() {
    bound_ = 0;
    const bool is_done = sqlite3_step(statement_) == SQLITE_DONE;
    return sqlite3_reset(statement_) == SQLITE_OK && is_done;
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

std::string joined_fields(const Note& note) {
  std::string joined;
  for (std::size_t i = 0; i < note.fields.size(); ++i) {
    if (i > 0) joined += '\x1f';
    joined += note.fields[i];
  }
  return joined;
}

/// Tags have a space on either side, so that one can be looked for as a word.
std::string joined_tags(const Note& note) {
  std::string joined;
  for (const std::string& tag : note.tags) joined += (joined.empty() ? " " : "") + tag + " ";
  return joined;
}

std::vector<const Note*> by_number(std::span<const Note> notes) {
  std::vector<const Note*> sorted;
  sorted.reserve(notes.size());
  for (const Note& note : notes) sorted.push_back(&note);
  std::ranges::sort(sorted, {}, &Note::number);
  return sorted;
}

}  // namespace

void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Error Database::failure() const {
  return {ErrorCode::limit_exceeded,
          fmt::format("the deck's database cannot be made: {}", sqlite3_errmsg(database_.get())),
          {}};
}

Result<void> Database::run(std::string_view sql) const {
  if (sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) !=
      SQLITE_OK) {
    return std::unexpected(failure());
  }
  return {};
}

Result<Database> Database::build(std::span<const Note> notes, const CollectionTimes& times) {
  sqlite3* opened = nullptr;
  // SQLite's "memdb" keeps the file as one stretch of memory that can be taken as it is; its
  // `:memory:` would have to be copied.
  const int status = sqlite3_open_v2(
      "file:deck?vfs=memdb", &opened,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(opened);
  if (status != SQLITE_OK) return std::unexpected(database.failure());
  GALPI_CHECK(
      database.run("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; "
                   "PRAGMA locking_mode=EXCLUSIVE; BEGIN"));
  GALPI_CHECK(database.run(assets::schema_sql));
  GALPI_CHECK(database.write_collection(times));
  GALPI_CHECK(database.write_notes(notes));
  GALPI_CHECK(database.write_cards(notes));
  GALPI_CHECK(database.run(assets::indices_sql));
  GALPI_CHECK(database.run("COMMIT"));
  return database;
}

Result<void> Database::write_collection(const CollectionTimes& times) const {
  const std::string models = models_json(times.type_modified);
  const std::string decks = decks_json(times.modified);
  Insert insert(database_.get(),
                "INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, '{}')");
  insert << base_seconds << times.modified * 1000 << base_milliseconds << schema_version
         << assets::collection_options_json << models << decks << assets::deck_options_json;
  if (!insert.write_row()) return std::unexpected(failure());
  return {};
}

Result<void> Database::write_notes(std::span<const Note> notes) const {
  Insert insert(database_.get(), "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')");
  for (const Note* note : by_number(notes)) {
    const NoteType& type = type_of(note->kind);
    const std::string tags = joined_tags(*note);
    const std::string fields = joined_fields(*note);
    const std::string sort_field = plain_field(note->fields[type.sort_field]);
    insert << note_id(*note) << note->guid << type.id << note->modified << update_sequence << tags
           << fields << sort_field
           << std::int64_t{field_checksum(plain_field(note->fields.front()))};
    if (!insert.write_row()) return std::unexpected(failure());
  }
  return {};
}

Result<void> Database::write_cards(std::span<const Note> notes) const {
  Insert insert(database_.get(),
                "INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  for (const Note* note : by_number(notes)) {
    const std::int64_t deck = type_of(note->kind).deck_id;
    for (const std::uint32_t ordinal : note->ordinals) {
      insert << note_id(*note) + ordinal << note_id(*note) << deck << std::int64_t{ordinal}
             << note->modified << update_sequence << std::int64_t{note->due};
      if (!insert.write_row()) return std::unexpected(failure());
    }
  }
  return {};
}

std::string_view Database::bytes() const {
  sqlite3_int64 size = 0;
  const unsigned char* data =
      sqlite3_serialize(database_.get(), "main", &size, SQLITE_SERIALIZE_NOCOPY);
  if (data == nullptr) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

}  // namespace galpi::exporters::anki
