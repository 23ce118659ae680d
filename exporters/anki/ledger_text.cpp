// The ledger's text form (README.md of this folder): tab-separated lines, sorted, so that two
// versions can be compared and merged line by line.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "galpi/exporters/anki.hpp"
#include "galpi/markup/escape.hpp"
#include "galpi/text/utf8.hpp"
#include "ledger.hpp"
#include "note_types.hpp"

namespace galpi::exporters {
namespace {

constexpr std::string_view first_line = "galpi-anki-ledger\t1";
constexpr std::size_t hash_digits = 64;
constexpr std::size_t guid_digits = 20;
/// Ids are milliseconds after a fixed day of the past; Anki refuses those of the future.
constexpr std::uint64_t most_number = 1'000'000'000;
constexpr std::int64_t most_time = 253'402'300'800;  ///< the year 10000
constexpr std::size_t fixed_columns = 8;

std::optional<std::string> unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      result += text[i];
      continue;
    }
    constexpr std::string_view letters = "tnr\\";
    constexpr std::string_view meanings = "\t\n\r\\";
    const std::size_t which = ++i < text.size() ? letters.find(text[i]) : std::string_view::npos;
    if (which == std::string_view::npos) return std::nullopt;
    result += meanings[which];
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

template <class Number>
std::optional<Number> number_of(std::string_view text, Number most) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (!is_number || number < 0 || number > most) return std::nullopt;
  return number;
}

bool is_hexadecimal(std::string_view text, std::size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

std::optional<FlashcardKind> kind_of(std::string_view name) {
  for (const anki::NoteType& type : anki::note_types()) {
    if (anki::kind_name(type.kind) == name) return type.kind;
  }
  return std::nullopt;
}

/// Reads one line into the ledger; what is wrong with it, or nothing.
class LineReader {
 public:
  std::string_view read(std::string_view line) {
    if (text::find_invalid_utf8(line)) return "it is not UTF-8";
    const auto columns = split(line, '\t');
    if (columns[0] == "type") return read_type(columns);
    if (columns[0] == "note") return read_note(columns);
    return "a line begins with `type` or `note`";
  }

  AnkiLedger ledger;

 private:
  std::string_view read_type(const std::vector<std::string_view>& columns) {
    if (columns.size() != 4) return "a note type has 4 columns";
    const auto modified = number_of<std::int64_t>(columns[3], most_time);
    if (!kind_of(columns[1])) return "there is no such note type";
    if (!is_hexadecimal(columns[2], hash_digits)) return "the hash is not SHA-256";
    if (!modified) return "the time is no number of seconds";
    const bool is_new =
        ledger.types.emplace(columns[1], LedgerNoteType{std::string(columns[2]), *modified}).second;
    return is_new ? "" : "the note type stands here twice";
  }

  std::string_view read_note(const std::vector<std::string_view>& columns) {
    if (columns.size() < fixed_columns) return "the line is cut off";
    if (!is_hexadecimal(columns[1], guid_digits)) return "the guid is not 20 hexadecimal digits";
    const auto number = number_of(columns[2], most_number);
    if (!number || *number == 0) return "the number is out of range";
    const auto modified = number_of<std::int64_t>(columns[3], most_time);
    if (!modified) return "the time is no number of seconds";
    const auto kind = kind_of(columns[4]);
    if (!kind) return "there is no such note type";
    const auto date = parse_date(columns[5]);
    if (!date) return "the date is not YYYY-MM-DD";
    LedgerNote note;
    note.number = *number;
    note.modified = *modified;
    note.kind = *kind;
    note.date = *date;
    note.hash = columns[6];
    for (const std::string_view tag : split(columns[7], ' ')) {
      if (!tag.empty()) note.tags.emplace_back(tag);
    }
    note.is_retired = std::ranges::find(note.tags, anki::retired_tag) != note.tags.end();
    for (std::size_t i = fixed_columns; i < columns.size(); ++i) {
      auto field = unescaped(columns[i]);
      if (!field || field->contains('\x1f')) return "a field has an escape that means nothing";
      note.fields.push_back(*std::move(field));
    }
    return add(std::string(columns[1]), std::move(note));
  }

  std::string_view add(std::string guid, LedgerNote note) {
    if (note.fields.size() != anki::type_of(note.kind).fields.size()) {
      return "it has not as many fields as its note type";
    }
    if (note.hash != anki::content_hash(note.kind, note.fields, note.tags)) {
      return "its text is not what its hash says; ledgers are not edited by hand";
    }
    if (!numbers_.insert(note.number).second) return "its number belongs to another note";
    const bool is_new = ledger.notes.emplace(std::move(guid), std::move(note)).second;
    return is_new ? "" : "the guid stands here twice";
  }

  std::set<std::uint64_t> numbers_;
};

}  // namespace

Result<AnkiLedger> parse_ledger(std::string_view text, const std::string& file) {
  LineReader reader;
  std::uint32_t number = 0;
  for (std::size_t start = 0; start < text.size() || number == 0;) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    start = end + 1;
    ++number;
    std::string_view fault;
    if (number == 1) {
      if (line != first_line) fault = "a ledger begins with `galpi-anki-ledger` and the version 1";
    } else if (end == text.size()) {
      fault = "the last line is cut off";
    } else {
      fault = reader.read(line);
    }
    if (!fault.empty()) {
      return fail(ErrorCode::invalid_input, fmt::format("this is no ledger of a deck: {}", fault),
                  SourceSpan{file, {number, 1}, 0});
    }
  }
  return std::move(reader.ledger);
}

std::string format_ledger(const AnkiLedger& ledger) {
  std::string text = std::string(first_line) + "\n";
  for (const auto& [name, type] : ledger.types) {
    text += fmt::format("type\t{}\t{}\t{}\n", name, type.hash, type.modified);
  }
  for (const auto& [guid, note] : ledger.notes) {
    text += fmt::format("note\t{}\t{}\t{}\t{}\t{}\t{}\t{}", guid, note.number, note.modified,
                        anki::kind_name(note.kind), format_date(note.date), note.hash,
                        fmt::join(note.tags, " "));
    for (const std::string& field : note.fields) {
      text += '\t';
      markup::escape_to(text, field, markup::Context::tsv_cell);
    }
    text += "\n";
  }
  return text;
}

}  // namespace galpi::exporters
