#include "ledger.hpp"

#include <algorithm>
#include <set>

#include "galpi/base/sha256.hpp"
#include "note_types.hpp"

namespace galpi::exporters::anki {
namespace {

std::uint64_t next_number(const AnkiLedger& ledger) {
  std::uint64_t last = 0;
  for (const auto& [guid, note] : ledger.notes) last = std::max(last, note.number);
  return last + 1;
}

Note retired_note(const std::string& guid, const LedgerNote& before) {
  Note note;
  note.kind = before.kind;
  note.guid = guid;
  note.fields = before.fields;
  note.tags = before.tags;
  if (!std::ranges::binary_search(note.tags, retired_tag)) {
    note.tags.emplace_back(retired_tag);
    std::ranges::sort(note.tags);
  }
  note.ordinals = card_ordinals(note.kind, note.fields);
  note.introduced = before.date;
  return note;
}

LedgerNote entry_of(const Note& note, const LedgerNote* before, std::int64_t time) {
  LedgerNote entry;
  entry.kind = note.kind;
  entry.date = note.introduced;
  entry.tags = note.tags;
  entry.fields = note.fields;
  entry.hash = content_hash(note.kind, note.fields, note.tags);
  entry.is_retired = std::ranges::binary_search(note.tags, retired_tag);
  entry.number = note.number;
  entry.modified = time;
  if (before != nullptr) {
    entry.modified =
        before->hash == entry.hash ? before->modified : std::max(before->modified + 1, time);
  }
  return entry;
}

}  // namespace

std::string content_hash(FlashcardKind kind, const std::vector<std::string>& fields,
                         const std::vector<std::string>& tags) {
  std::string content{kind_name(kind)};
  for (const std::string& field : fields) content += '\x1f' + field;
  for (const std::string& tag : tags) content += '\x1e' + tag;
  return sha256_hex(content);
}

AnkiLedger apply_ledger(std::vector<Note>& notes, const AnkiLedger& before, const DateRange& range,
                        std::int64_t time, Reporter& reporter) {
  AnkiLedger after;
  after.notes = before.notes;
  std::set<std::string_view> present;
  std::vector<Note*> unknown;
  for (Note& note : notes) {
    present.insert(note.guid);
    const auto entry = before.notes.find(note.guid);
    if (entry == before.notes.end()) {
      unknown.push_back(&note);
    } else {
      note.number = entry->second.number;
    }
  }
  // New numbers follow the content, not the order of learning, which another post may change.
  std::ranges::sort(unknown, [](const Note* a, const Note* b) {
    return std::tie(a->introduced, a->kind, a->guid) < std::tie(b->introduced, b->kind, b->guid);
  });
  std::uint64_t number = next_number(before);
  for (Note* note : unknown) note->number = number++;
  auto due = static_cast<std::uint32_t>(notes.size());
  std::vector<Note> retired;
  for (const auto& [guid, entry] : before.notes) {
    if (present.contains(guid) || (!entry.is_retired && !range.contains(entry.date))) continue;
    retired.push_back(retired_note(guid, entry));
    retired.back().number = entry.number;
    retired.back().due = ++due;
    if (entry.is_retired) continue;
    reporter.report(DiagnosticCode::flashcard_retired, {},
                    fmt::format("the note {} of {} has no source any more; it is kept with the tag "
                                "{}",
                                guid, format_date(entry.date), retired_tag));
  }
  notes.reserve(notes.size() + retired.size());
  std::ranges::move(retired, std::back_inserter(notes));
  for (Note& note : notes) {
    const auto entry = before.notes.find(note.guid);
    LedgerNote now = entry_of(note, entry == before.notes.end() ? nullptr : &entry->second, time);
    note.modified = now.modified;
    after.notes.insert_or_assign(note.guid, std::move(now));
  }
  return after;
}

std::int64_t type_time(AnkiLedger& ledger, const AnkiLedger& before, FlashcardKind kind,
                       std::int64_t time) {
  const NoteType& type = type_of(kind);
  std::string content{style_sheet()};
  for (const Field& field : type.fields) content += '\x1f' + std::string(field.name);
  for (const CardTemplate& card : type.templates) {
    for (const std::string_view part : {card.name, card.front, card.back}) {
      content += '\x1e';
      content += part;
    }
  }
  LedgerNoteType now = {sha256_hex(content), time};
  const auto old = before.types.find(std::string(kind_name(kind)));
  if (old != before.types.end()) {
    now.modified = old->second.hash == now.hash ? old->second.modified
                                                : std::max(old->second.modified + 1, time);
  }
  const std::int64_t modified = now.modified;
  ledger.types.insert_or_assign(std::string(kind_name(kind)), std::move(now));
  return modified;
}

}  // namespace galpi::exporters::anki
