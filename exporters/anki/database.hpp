// A collection of Anki's (schema 11) in memory, from notes that have their numbers.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string_view>

#include "galpi/base/result.hpp"
#include "note.hpp"

struct sqlite3;

namespace galpi::exporters::anki {

struct CollectionTimes {
  std::int64_t modified = 0;                       ///< of the book, in seconds
  std::array<std::int64_t, 3> type_modified = {};  ///< by FlashcardKind
};

/// The database file, held by SQLite's own memory: for a hundred thousand notes a copy would be
/// most of what galpi needs.
class Database {
 public:
  static Result<Database> build(std::span<const Note> notes, const CollectionTimes& times);
  std::string_view bytes() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}
  Result<void> run(std::string_view sql) const;
  Result<void> write_collection(const CollectionTimes& times) const;
  Result<void> write_notes(std::span<const Note> notes) const;
  Result<void> write_cards(std::span<const Note> notes) const;
  Error failure() const;

  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace galpi::exporters::anki
