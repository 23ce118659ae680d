// The floor of decks: the same rows put into a bare SQLite database in memory and deflated, with
// nothing thought about; and galpi's own way from notes to a package. `galpi_bench_anki
// ours|floor|floor-fast NOTES FILE` prints seconds and peak memory (KiB). Notes are made beforehand
// and not counted.
#include <libdeflate.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <zlib.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "hashes.hpp"
#include "note_types.hpp"
#include "package.hpp"

namespace {

using galpi::exporters::anki::Note;
namespace field = galpi::exporters::anki::term_field;

/// Korean prose that deflates like prose: words drawn by a small generator with a fixed seed.
std::string prose(std::uint32_t& state, std::size_t words) {
  static const std::vector<std::string> vocabulary = {
      "모델은 ",     "학습된 ",    "표현을 ",    "정확도가 ", "이전보다 ", "높아졌으며 ",
      "데이터에서 ", "attention ", "방법으로 ",  "추론 ",     "속도를 ",   "비교하였다. ",
      "대규모 ",     "언어 ",      "benchmark ", "결과는 ",   "제안하는 ", "손실을 ",
      "줄이고 ",     "안정적인 ",  "구조가 "};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    state = state * 1664525U + 1013904223U;
    text += vocabulary[(state >> 16U) % vocabulary.size()];
    if (state % 7 == 0) text += std::to_string(state % 1000) + " ";
  }
  return text;
}

std::vector<Note> make_notes(std::size_t count) {
  std::vector<Note> notes(count);
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < count; ++i) {
    Note& note = notes[i];
    note.guid = galpi::exporters::anki::guid_of(note.kind, std::to_string(i));
    note.fields.resize(field::count);
    note.fields[field::key] = "concept-" + std::to_string(i);
    note.fields[field::english] = "concept number " + std::to_string(i);
    note.fields[field::korean] = "개념 " + std::to_string(i);
    note.fields[field::definition] = prose(state, 8);
    note.fields[field::example] = prose(state, 16);
    note.fields[field::example_masked] = prose(state, 16);
    note.fields[field::korean_to_english] = "1";
    note.tags = {"galpi::date::2026-10", "galpi::term"};
    note.ordinals = {0, 1};
    note.number = i + 1;
    note.due = static_cast<std::uint32_t>(i) + 1;
  }
  return notes;
}

struct Row {
  std::string guid, tags, fields, sort_field;
};

std::string deflate_slowly(const unsigned char* data, std::size_t size) {
  uLongf packed = compressBound(size);
  std::string out(packed, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &packed, data, size, 6);
  out.resize(packed);
  return out;
}

std::string deflate_fast(const unsigned char* data, std::size_t size) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> engine(
      libdeflate_alloc_compressor(1), libdeflate_free_compressor);
  std::string out(libdeflate_deflate_compress_bound(engine.get(), size), '\0');
  out.resize(libdeflate_deflate_compress(engine.get(), data, size, out.data(), out.size()));
  return out;
}

std::string floor_package(const std::vector<Row>& rows, bool fast) {
  sqlite3* base = nullptr;
  sqlite3_open(":memory:", &base);
  sqlite3_exec(base,
               "BEGIN; CREATE TABLE notes (id integer primary key, guid text, mid integer, mod "
               "integer, usn integer, "
               "tags text, flds text, sfld integer, csum integer, flags integer, data text); "
               "CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, "
               "mod integer, usn "
               "integer, type integer, queue integer, due integer, ivl integer, factor integer, "
               "reps integer, lapses "
               "integer, left integer, odue integer, odid integer, flags integer, data text)",
               nullptr, nullptr, nullptr);
  sqlite3_stmt* note = nullptr;
  sqlite3_stmt* card = nullptr;
  sqlite3_prepare_v2(base, "INSERT INTO notes VALUES (?, ?, 1, 1, -1, ?, ?, ?, 1, 0, '')", -1,
                     &note, nullptr);
  sqlite3_prepare_v2(
      base, "INSERT INTO cards VALUES (?, ?, 1, ?, 1, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')", -1,
      &card, nullptr);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto id = static_cast<sqlite3_int64>(1735689600000 + 8 * i);
    sqlite3_bind_int64(note, 1, id);
    int column = 2;
    for (const std::string* text :
         {&rows[i].guid, &rows[i].tags, &rows[i].fields, &rows[i].sort_field}) {
      sqlite3_bind_text(note, column++, text->data(), static_cast<int>(text->size()),
                        SQLITE_STATIC);
    }
    sqlite3_step(note);
    sqlite3_reset(note);
    for (int ordinal = 0; ordinal < 2; ++ordinal) {
      sqlite3_bind_int64(card, 1, id + ordinal);
      sqlite3_bind_int64(card, 2, id);
      sqlite3_bind_int(card, 3, ordinal);
      sqlite3_bind_int64(card, 4, static_cast<sqlite3_int64>(i));
      sqlite3_step(card);
      sqlite3_reset(card);
    }
  }
  sqlite3_finalize(note);
  sqlite3_finalize(card);
  sqlite3_exec(base,
               "CREATE INDEX a ON notes (usn); CREATE INDEX b ON notes (csum); CREATE INDEX c ON "
               "cards (usn); "
               "CREATE INDEX d ON cards (nid); CREATE INDEX e ON cards (did, queue, due); COMMIT",
               nullptr, nullptr, nullptr);
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(base, "main", &size, 0);
  std::string packed = fast ? deflate_fast(data, static_cast<std::size_t>(size))
                            : deflate_slowly(data, static_cast<std::size_t>(size));
  sqlite3_free(data);
  sqlite3_close(base);
  return packed;
}

std::vector<Row> rows_of(const std::vector<Note>& notes) {
  std::vector<Row> rows;
  rows.reserve(notes.size());
  for (const Note& note : notes) {
    Row row = {note.guid, " galpi::date::2026-10 galpi::term ", "", note.fields[field::english]};
    for (const std::string& text : note.fields) row.fields += text + '\x1f';
    row.fields.pop_back();
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  const std::string mode = words[1];
  std::vector<Note> notes = make_notes(std::strtoull(words[2], nullptr, 10));
  std::vector<Row> rows;
  if (mode != "ours") {
    rows = rows_of(notes);
    std::vector<Note>().swap(notes);
  }
  const auto start = std::chrono::steady_clock::now();
  std::string package;
  if (mode == "ours") {
    galpi::StringSink sink(package);
    if (!galpi::exporters::anki::write_package(notes, {}, sink)) return 1;
  } else {
    package = floor_package(rows, mode == "floor-fast");
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  std::ofstream(words[3], std::ios::binary) << package;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%.4f %ld %zu\n", spent.count(), usage.ru_maxrss, package.size());
}
