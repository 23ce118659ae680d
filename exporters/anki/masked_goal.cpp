#include "masked_goal.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "blank_context.hpp"
#include "field_text.hpp"
#include "galpi/text/particles.hpp"
#include "names.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

constexpr std::size_t least_masked_goal = 34;  ///< code points; less would fit many a system

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether Latin words in a row have the letters of `name` as their initials: an acronym written
/// out gives it away as well.
bool spells_out(std::string_view text, std::string_view name) {
  std::string wanted;
  for (const char c : text::ascii_lower(name)) {
    if (c >= 'a' && c <= 'z') wanted += c;
  }
  if (wanted.size() < 3) return false;
  std::string initials;
  bool in_word = false;
  for (const char c : text::ascii_lower(text)) {
    const bool is_letter = c >= 'a' && c <= 'z';
    if (is_letter && !in_word) initials += c;
    if (!is_letter && c != ' ' && c != '-') initials += '|';
    in_word = is_letter;
  }
  return initials.contains(wanted);
}

/// The name together with what it stands for when both are in one bracket: `(Lasting Amp, LAMP)`.
text::ByteRange with_long_form(std::string_view text, text::ByteRange name) {
  const std::size_t open = text.substr(0, name.start).rfind('(');
  if (open == std::string_view::npos || open + 1 == name.start) return name;
  const std::string_view between = text.substr(open + 1, name.start - open - 1);
  if (between.contains(')') || has_hangul(between)) return name;
  return {static_cast<std::uint32_t>(open + 1), name.end};
}

/// Whether a particle whose form depends on the word before it stands at the start of `behind`.
bool has_agreeing_particle(std::string_view behind) {
  return particle_for(behind, "가") || particle_for(behind, "각");
}

/// The bracket around a place within the stretch, with the space before it.
std::optional<text::ByteRange> bracket_around(std::string_view text, text::ByteRange stretch,
                                              text::ByteRange place) {
  const std::size_t open = text.substr(0, place.start).rfind('(');
  const std::size_t close = text.find(')', place.end);
  if (open == std::string_view::npos || open < stretch.start) return std::nullopt;
  if (close == std::string_view::npos || close >= stretch.end) return std::nullopt;
  if (text.substr(open, place.start - open).contains(')')) return std::nullopt;
  if (text.substr(place.end, close - place.end).contains('(')) return std::nullopt;
  const bool has_space = open > stretch.start && text[open - 1] == ' ';
  return text::ByteRange{static_cast<std::uint32_t>(has_space ? open - 1 : open),
                         static_cast<std::uint32_t>(close + 1)};
}

bool overlap(text::ByteRange one, text::ByteRange other) {
  return one.start < other.end && other.start < one.end;
}

/// What is left of the stretch, with `|` where something is taken out.
std::string rest_of(std::string_view text, text::ByteRange stretch,
                    const std::vector<Replacement>& replacements) {
  std::string rest;
  std::uint32_t at = stretch.start;
  for (const Replacement& replacement : replacements) {
    rest += text.substr(at, replacement.range.start - at);
    rest += " | ";
    at = replacement.range.end;
  }
  return rest += text.substr(at, stretch.end - at);
}

}  // namespace

std::vector<std::string> parts_of_name(std::string_view name) {
  constexpr std::size_t least_part = 3;
  constexpr auto common = std::to_array<std::string_view>(
      {"bench", "net",  "llm",  "vlm",   "lmm",    "mllm",  "gpt",  "bert", "former", "eval",
       "agent", "data", "set",  "model", "models", "coder", "the",  "and",  "for",    "with",
       "large", "mini", "base", "pro",   "plus",   "llama", "qwen", "lora", "dataset"});
  std::vector<std::string> parts;
  const auto take = [&](std::string_view part) {
    const std::string small = text::ascii_lower(part);
    if (small.size() < least_part || std::ranges::find(common, small) != common.end()) return;
    // The whole name is looked for anyway.
    if (part.size() < name.size()) parts.emplace_back(part);
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const bool is_letter = i < name.size() && (is_small(name[i]) || is_capital(name[i]));
    if (!is_letter) {
      take(name.substr(start, i - start));
      start = i + 1;
      continue;
    }
    if (i == start || !is_capital(name[i])) continue;
    // `LampLight`, `LEDLight`: a word begins at a capital behind or before a small letter.
    const bool begins = is_small(name[i - 1]) || (i + 1 < name.size() && is_small(name[i + 1]));
    if (!begins) continue;
    take(name.substr(start, i - start));
    start = i;
  }
  return parts;
}

std::expected<std::string, std::string_view> mask_goal(const model::Block& block,
                                                       text::ByteRange range,
                                                       const std::string& system,
                                                       std::span<const std::string> parts) {
  constexpr std::string_view gives_away = "its goal gives the name away";
  const std::string_view text = std::string_view(block.text).substr(0, range.end);
  std::vector<Replacement> blanks;
  std::vector<Replacement> particles;
  std::uint32_t at = range.start;
  for (const text::ByteRange name : find_name_in_any_case(text, system)) {
    text::ByteRange found = with_long_form(text, with_gloss(text, name));
    if (found.end <= at || found.end > range.end) continue;
    found.start = std::max(found.start, at);
    if (touches_atom(block, found)) {
      return std::unexpected("the name stands in a formula or in code");
    }
    // A name alone in brackets is short for what stands before them.
    if (text.substr(0, found.start).ends_with('(') && text.substr(found.end).starts_with(')')) {
      return std::unexpected(gives_away);
    }
    at = found.end;
    blanks.push_back({found, std::string(blank_html)});
    const std::string_view behind = text.substr(found.end);
    // `Lasting Light(LAMP)을`: the particle may be that of what the short form stands for.
    if (found.start == name.start || !has_agreeing_particle(behind)) continue;
    if (text::final_sound(system) == text::FinalSound::unknown) {
      return std::unexpected("no particle is sure to fit its name");
    }
    if (const auto change = particle_for(behind, system)) {
      at = found.end + static_cast<std::uint32_t>(change->length);
      particles.push_back({{found.end, at}, std::string(change->particle)});
    }
  }
  // A goal that does not speak of the system may be that of something larger.
  if (blanks.empty()) return std::unexpected("its goal does not speak of the system");
  const std::size_t named = blanks.size();
  for (const std::string& part : parts) {
    for (const text::ByteRange place : find_name_in_any_case(text, part)) {
      const auto is_gone = [&](const Replacement& gone) { return overlap(gone.range, place); };
      if (place.start < range.start || std::ranges::any_of(blanks, is_gone)) continue;
      const auto bracket = bracket_around(text, range, place);
      if (!bracket || touches_atom(block, *bracket)) return std::unexpected(gives_away);
      const auto is_touched = [&](const Replacement& blank) {
        return overlap(blank.range, *bracket);
      };
      if (std::any_of(blanks.begin(), blanks.begin() + static_cast<std::ptrdiff_t>(named),
                      is_touched)) {
        return std::unexpected(gives_away);
      }
      blanks.push_back({*bracket, {}});
    }
  }
  const auto by_place = [](const Replacement& one, const Replacement& other) {
    return one.range < other.range;
  };
  std::ranges::sort(blanks, by_place);
  const std::string rest = rest_of(text, range, blanks);
  constexpr std::size_t long_name = 5;
  const bool leaks = contains_name(rest, system) || spells_out(rest, system) ||
                     (system.size() >= long_name && squeezed(rest).contains(squeezed(system)));
  if (leaks) return std::unexpected(gives_away);
  if (text::count_code_points(rest) < least_masked_goal) {
    return std::unexpected("its goal is too short");
  }
  blanks.insert(blanks.end(), particles.begin(), particles.end());
  std::ranges::sort(blanks, by_place);
  return render_stretch(block, range, blanks);
}

}  // namespace galpi::exporters::anki
