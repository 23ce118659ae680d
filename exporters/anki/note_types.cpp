#include "note_types.hpp"

#include <array>
#include <assets.hpp>

namespace galpi::exporters::anki {
namespace {

constexpr std::array<Field, term_field::count> term_fields = {{
    {1761955210001, "Key"},
    {1761955210002, "En"},
    {1761955210003, "Ko"},
    {1761955210004, "Abbr"},
    {1761955210005, "Variants"},
    {1761955210006, "Def"},
    {1761955210007, "Example"},
    {1761955210008, "ExampleMasked"},
    {1761955210009, "Source"},
    {1761955210010, "FirstSeen"},
    {1761955210011, "Domain"},
    {1761955210012, "Hint"},
    {1761955210013, "KoEn"},
    {1761955210014, "Spare1"},
    {1761955210015, "Spare2"},
}};

constexpr std::array<Field, cloze_field::count> cloze_fields = {{
    {1761955220001, "Key"},
    {1761955220002, "Text"},
    {1761955220003, "Extra"},
    {1761955220004, "Source"},
    {1761955220005, "FirstSeen"},
    {1761955220006, "Kind"},
    {1761955220007, "Spare1"},
    {1761955220008, "Spare2"},
}};

constexpr std::array<Field, paper_field::count> paper_fields = {{
    {1761955230001, "Key"},
    {1761955230002, "Title"},
    {1761955230003, "System"},
    {1761955230004, "Goal"},
    {1761955230005, "Method"},
    {1761955230006, "Limitation"},
    {1761955230007, "Source"},
    {1761955230008, "FirstSeen"},
    {1761955230009, "Tags"},
    {1761955230010, "GoalMasked"},
    {1761955230011, "Spare1"},
    {1761955230012, "Spare2"},
}};

constexpr std::array<CardTemplate, 2> term_templates = {{
    {1761955211001, "영어 → 한국어", assets::term_to_korean_front_html,
     assets::term_to_korean_back_html, term_field::english},
    {1761955211002, "한국어 → 영어", assets::term_to_english_front_html,
     assets::term_to_english_back_html, term_field::korean_to_english},
}};

constexpr std::array<CardTemplate, 1> cloze_templates = {{
    {1761955221001, "빈칸", assets::cloze_front_html, assets::cloze_back_html, cloze_field::text},
}};

constexpr std::array<CardTemplate, 3> paper_templates = {{
    {1761955231001, "이름 → 목표", assets::paper_goal_front_html, assets::paper_goal_back_html,
     paper_field::goal},
    {1761955231002, "목표 → 이름", assets::paper_name_front_html, assets::paper_name_back_html,
     paper_field::goal_masked},
    {1761955231003, "이름 → 한계", assets::paper_limitation_front_html,
     assets::paper_limitation_back_html, paper_field::limitation},
}};

constexpr std::array<NoteType, 3> all_types = {{
    {FlashcardKind::term, 1761955210000, "galpi Term", 1761955200002, "galpi::용어",
     term_field::english, false, term_fields, term_templates},
    {FlashcardKind::cloze, 1761955220000, "galpi Cloze", 1761955200004, "galpi::수치",
     cloze_field::text, true, cloze_fields, cloze_templates},
    {FlashcardKind::paper, 1761955230000, "galpi Paper", 1761955200003, "galpi::논문",
     paper_field::title, false, paper_fields, paper_templates},
}};

}  // namespace

std::span<const NoteType> note_types() { return all_types; }

const NoteType& type_of(FlashcardKind kind) { return all_types[static_cast<std::size_t>(kind)]; }

std::string_view kind_name(FlashcardKind kind) {
  switch (kind) {
    case FlashcardKind::term:
      return "term";
    case FlashcardKind::cloze:
      return "cloze";
    case FlashcardKind::paper:
      return "paper";
  }
  return {};
}

std::string_view style_sheet() { return assets::cards_css; }

}  // namespace galpi::exporters::anki
