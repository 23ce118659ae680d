#include "read_package.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "galpi/base/diagnostic.hpp"
#include "galpi/markup/zip_reader.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t most_bytes = std::size_t{512} << 20U;
constexpr int most_value = 16 << 20U;  ///< one text of the database
constexpr int most_depth = 64;         ///< of its JSON
constexpr std::size_t most_notes = 2'000'000;
/// Steps of SQLite's machine for one statement: rows are read in a few dozen each.
constexpr int most_steps = 500'000'000;
// File format §1.3: the versions that say "in WAL mode", which a database in memory cannot be.
constexpr std::size_t write_version_at = 18;
constexpr std::size_t header_size = 100;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

Result<std::string> collection_bytes(std::string_view package) {
  GALPI_TRY(const auto entries, markup::list_zip(package));
  const markup::ZipEntry* collection = nullptr;
  bool is_new_form = false;
  for (const markup::ZipEntry& entry : entries) {
    if (entry.name == "collection.anki21b") is_new_form = true;
    if (entry.name == "collection.anki21" ||
        (entry.name == "collection.anki2" && collection == nullptr)) {
      collection = &entry;
    }
  }
  if (is_new_form) {
    return fail(ErrorCode::invalid_input,
                "the package is of the newer form; export it with \"Support older Anki versions\"");
  }
  if (collection == nullptr) return fail(ErrorCode::invalid_input, "it is no package of Anki's");
  return markup::read_zip_member(package, *collection, most_bytes);
}

/// Opens the bytes, which must live as long as the connection, for reading and nothing else.
Connection open_database(std::string& bytes) {
  if (bytes.size() < header_size) return nullptr;
  bytes[write_version_at] = bytes[write_version_at + 1] = '\1';
  sqlite3* opened = nullptr;
  sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Connection database(opened);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  if (opened == nullptr ||
      sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()), size,
                          size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
    return nullptr;
  }
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, most_value);
  // Anki's own tables need no function of SQLite's, no attached file, no recursion.
  sqlite3_progress_handler(opened, most_steps, [](void*) { return 1; }, nullptr);
  return database;
}

Statement prepare(const Connection& database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  return Statement(statement);
}

/// A text of the database; bytes that are not UTF-8 are no text of Anki's.
std::optional<std::string> text_at(const Statement& statement, int column) {
  const auto* const data = sqlite3_column_text(statement.get(), column);
  if (data == nullptr) return std::string();
  std::string text(reinterpret_cast<const char*>(data),
                   static_cast<std::size_t>(sqlite3_column_bytes(statement.get(), column)));
  if (text::find_invalid_utf8(text)) return std::nullopt;
  return text;
}

std::vector<PackagePart> parts_of(const nlohmann::json& list) {
  std::vector<PackagePart> parts;
  parts.reserve(list.size());
  for (const auto& part : list) {
    const auto id = part.find("id");
    const bool has_id = id != part.end() && id->is_number_integer();
    parts.push_back({has_id ? id->get<std::int64_t>() : 0, part.at("name").get<std::string>()});
  }
  return parts;
}

/// nlohmann's own parser recurses without a limit.
bool is_too_deep(std::string_view json) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (in_string && json[i] == '\\') {
      ++i;
    } else if (json[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && (json[i] == '{' || json[i] == '[')) {
      if (++depth > most_depth) return true;
    } else if (!in_string && (json[i] == '}' || json[i] == ']')) {
      --depth;
    }
  }
  return false;
}

Result<std::map<std::int64_t, PackageType>> read_types(const Connection& database) {
  const Statement statement = prepare(database, "SELECT models FROM col");
  if (statement == nullptr || sqlite3_step(statement.get()) != SQLITE_ROW) {
    return fail(ErrorCode::invalid_input, "its collection cannot be read");
  }
  const auto json = text_at(statement, 0);
  if (!json || is_too_deep(*json))
    return fail(ErrorCode::invalid_input, "its note types are damaged");
  std::map<std::int64_t, PackageType> types;
  try {
    const nlohmann::json models = nlohmann::json::parse(*json);
    for (const auto& [key, value] : models.items()) {
      PackageType type;
      type.name = value.at("name").get<std::string>();
      type.kind = value.at("type").get<std::int64_t>();
      type.fields = parts_of(value.at("flds"));
      type.templates = parts_of(value.at("tmpls"));
      types.emplace(std::stoll(key), std::move(type));
    }
  } catch (const std::exception&) {  // nlohmann's, and std::stoll's
    return fail(ErrorCode::invalid_input, "its note types are damaged");
  }
  return types;
}

Result<std::map<std::string, PackageNote>> read_notes(const Connection& database) {
  const Statement statement =
      prepare(database, "SELECT guid, mid, mod, tags, flds, sfld FROM notes");
  std::map<std::string, PackageNote> notes;
  int status = statement == nullptr ? SQLITE_ERROR : SQLITE_ROW;
  while (status == SQLITE_ROW && (status = sqlite3_step(statement.get())) == SQLITE_ROW) {
    PackageNote note;
    auto guid = text_at(statement, 0);
    note.type = sqlite3_column_int64(statement.get(), 1);
    note.modified = sqlite3_column_int64(statement.get(), 2);
    auto tags = text_at(statement, 3);
    auto fields = text_at(statement, 4);
    auto name = text_at(statement, 5);
    if (!guid || !tags || !fields || !name) {
      return fail(ErrorCode::invalid_input, "a note of it is not UTF-8");
    }
    note.tags = *std::move(tags);
    note.fields = *std::move(fields);
    note.name = *std::move(name);
    notes.insert_or_assign(*std::move(guid), std::move(note));
    if (notes.size() > most_notes) {
      return fail(ErrorCode::limit_exceeded, "it has more notes than can be compared");
    }
  }
  if (status != SQLITE_DONE) return fail(ErrorCode::invalid_input, "its notes cannot be read");
  return notes;
}

Result<Package> read(std::string_view bytes) {
  GALPI_TRY(std::string collection, collection_bytes(bytes));
  const Connection database = open_database(collection);
  if (database == nullptr) return fail(ErrorCode::invalid_input, "its collection is no database");
  Package package;
  GALPI_TRY(package.types, read_types(database));
  GALPI_TRY(package.notes, read_notes(database));
  return package;
}

}  // namespace

Result<Package> read_package(std::string_view bytes, const std::string& file) {
  Result<Package> package = read(bytes);
  if (package) return package;
  return fail(package.error().code,
              fmt::format("{} cannot be compared: {}", quote_for_message(file, 200),
                          package.error().message));
}

}  // namespace galpi::exporters::anki
