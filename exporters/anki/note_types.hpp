// The three note types, frozen: Anki matches them by these ids and refuses every note of a type
// whose fields or templates have changed in number or order. Fields are only ever taken into use
// from the spare ones; names, style sheets and template texts may change.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "galpi/exporters/anki.hpp"

namespace galpi::exporters::anki {

struct Field {
  std::int64_t id;
  std::string_view name;
};

struct CardTemplate {
  std::int64_t id;
  std::string_view name;
  std::string_view front;
  std::string_view back;
  /// The card exists when this field is not empty: what the front's outermost condition asks for.
  std::uint32_t condition;
};

struct NoteType {
  FlashcardKind kind;
  std::int64_t id;
  std::string_view name;
  std::int64_t deck_id;
  std::string_view deck;
  std::uint32_t sort_field;
  bool is_cloze;
  std::span<const Field> fields;
  std::span<const CardTemplate> templates;
};

namespace term_field {
enum : std::uint8_t {
  key,
  english,
  korean,
  abbreviation,
  variants,
  definition,
  example,
  example_masked,
  source,
  first_seen,
  domain,
  hint,
  korean_to_english,
  spare1,
  spare2,
  count
};
}
namespace cloze_field {
enum : std::uint8_t { key, text, extra, source, first_seen, kind, spare1, spare2, count };
}
namespace paper_field {
enum : std::uint8_t {
  key,
  title,
  system,
  goal,
  method,
  limitation,
  source,
  first_seen,
  tags,
  goal_masked,
  spare1,
  spare2,
  count
};
}

inline constexpr std::int64_t root_deck_id = 1761955200001;
inline constexpr std::string_view root_deck = "galpi";

/// In the order of FlashcardKind.
std::span<const NoteType> note_types();
const NoteType& type_of(FlashcardKind kind);
/// `term`, `cloze`, `paper`: in guids, in the ledger and in tags.
std::string_view kind_name(FlashcardKind kind);

/// The style sheet that all cards share.
std::string_view style_sheet();

}  // namespace galpi::exporters::anki
