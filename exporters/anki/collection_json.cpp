#include "collection_json.hpp"

#include <nlohmann/json.hpp>

#include "note_types.hpp"

namespace galpi::exporters::anki {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t default_deck_id = 1;

Json field_json(const Field& field, std::size_t order) {
  return {{"name", field.name},
          {"ord", order},
          {"id", field.id},
          {"sticky", false},
          {"rtl", false},
          {"font", "Arial"},
          {"size", 20},
          {"description", ""},
          {"plainText", false},
          {"collapsed", false},
          {"excludeFromSearch", false},
          {"tag", nullptr},
          {"preventDeletion", false},
          {"media", Json::array()}};
}

Json template_json(const CardTemplate& card, std::size_t order) {
  return {{"name", card.name}, {"ord", order}, {"id", card.id}, {"qfmt", card.front},
          {"afmt", card.back}, {"bqfmt", ""},  {"bafmt", ""},   {"did", nullptr},
          {"bfont", ""},       {"bsize", 0}};
}

Json type_json(const NoteType& type, std::int64_t modified) {
  Json fields = Json::array();
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    fields.push_back(field_json(type.fields[i], i));
  }
  Json templates = Json::array();
  Json required = Json::array();
  for (std::size_t i = 0; i < type.templates.size(); ++i) {
    const CardTemplate& card = type.templates[i];
    templates.push_back(template_json(card, i));
    required.push_back({i, "all", Json::array({card.condition})});
  }
  return {{"id", type.id},
          {"name", type.name},
          {"type", type.is_cloze ? 1 : 0},
          {"mod", modified},
          {"usn", -1},
          {"sortf", type.sort_field},
          {"did", nullptr},
          {"css", style_sheet()},
          {"tmpls", templates},
          {"flds", fields},
          {"latexPre", "\\documentclass{article}\n\\begin{document}\n"},
          {"latexPost", "\n\\end{document}"},
          {"latexsvg", false},
          {"req", required},
          {"tags", Json::array()},
          {"vers", Json::array()}};
}

Json deck_json(std::int64_t id, std::string_view name, std::int64_t modified) {
  const Json nothing = Json::array({0, 0});
  return {{"id", id},
          {"name", name},
          {"mod", modified},
          {"usn", -1},
          {"lrnToday", nothing},
          {"revToday", nothing},
          {"newToday", nothing},
          {"timeToday", nothing},
          {"collapsed", false},
          {"browserCollapsed", false},
          {"desc", ""},
          {"dyn", 0},
          {"conf", 1},
          {"extendNew", 0},
          {"extendRev", 0}};
}

}  // namespace

std::string models_json(const std::array<std::int64_t, 3>& modified) {
  Json models = Json::object();
  for (const NoteType& type : note_types()) {
    models[std::to_string(type.id)] =
        type_json(type, modified[static_cast<std::size_t>(type.kind)]);
  }
  return models.dump();
}

std::string decks_json(std::int64_t modified) {
  Json decks = Json::object();
  const auto add = [&](std::int64_t id, std::string_view name) {
    decks[std::to_string(id)] = deck_json(id, name, modified);
  };
  add(default_deck_id, "Default");
  add(root_deck_id, root_deck);
  for (const NoteType& type : note_types()) add(type.deck_id, type.deck);
  return decks.dump();
}

}  // namespace galpi::exporters::anki
