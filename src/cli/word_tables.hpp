// The words that stand for choices, on the command line and in galpi.yaml.
#pragma once

#include "choices.hpp"

namespace galpi::cli {

inline const Choices<Format> format_words = {
    {"epub", Format::epub},   {"latex", Format::latex},       {"pdf", Format::pdf},
    {"anki", Format::anki},   {"markdown", Format::markdown}, {"json", Format::json},
    {"jsonl", Format::jsonl}, {"pandoc", Format::pandoc}};
inline const Choices<terms::GlossMode> gloss_words = {{"none", terms::GlossMode::none},
                                                      {"first", terms::GlossMode::first},
                                                      {"every", terms::GlossMode::every}};
inline const Choices<model::Languages> language_words = {{"ko", model::Languages::korean},
                                                         {"en", model::Languages::english},
                                                         {"both", model::Languages::both}};
inline const Choices<exporters::MarkdownForm> form_words = {
    {"interleaved", exporters::MarkdownForm::interleaved},
    {"table", exporters::MarkdownForm::table},
    {"annotated", exporters::MarkdownForm::annotated}};
inline const Choices<exporters::GlossStyle> gloss_style_words = {
    {"glossref", exporters::GlossStyle::glossref},
    {"noteref", exporters::GlossStyle::noteref},
    {"both", exporters::GlossStyle::both}};
inline const Choices<exporters::Paper> paper_words = {{"a4", exporters::Paper::a4},
                                                      {"tablet", exporters::Paper::tablet}};
inline const Choices<TexEngine> engine_words = {{"lualatex", TexEngine::lualatex},
                                                {"xelatex", TexEngine::xelatex}};

/// The word that stands for `value`.
template <class Value>
std::string_view word_for(Value value, const Choices<Value>& choices) {
  for (const auto& [name, choice] : choices) {
    if (choice == value) return name;
  }
  return "";
}

}  // namespace galpi::cli
