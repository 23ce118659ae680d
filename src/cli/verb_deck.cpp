#include <fmt/format.h>

#include <array>
#include <assets.hpp>
#include <nlohmann/json.hpp>

#include "arguments.hpp"
#include "console.hpp"
#include "galpi/exporters/anki.hpp"
#include "galpi/host/file_system.hpp"
#include "galpi/host/standard_streams.hpp"
#include "galpi/markup/escape.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t package_bytes = std::size_t{512} << 20U;

using exporters::ImportedNote;
using exporters::ImportEffect;

std::string_view effect_name(ImportEffect effect) {
  switch (effect) {
    case ImportEffect::added:
      return "new";
    case ImportEffect::updated:
      return "updated";
    case ImportEffect::unchanged:
      return "unchanged";
    case ImportEffect::conflicting:
      return "conflicting";
    case ImportEffect::stays:
      return "stays";
  }
  return {};
}

/// A cell of our tab-separated tables (DESIGN, "TSV").
std::string cell(std::string_view text) {
  // Names come from somebody's package: other control characters stay out of the terminal.
  std::string shown(text);
  std::erase_if(shown, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !std::string_view("\t\n\r").contains(c);
  });
  return markup::escape(shown, markup::Context::tsv_cell);
}

std::string row(const ImportedNote& note, bool as_json) {
  if (as_json) {
    const nlohmann::ordered_json object = {{"effect", effect_name(note.effect)},
                                           {"guid", note.guid},
                                           {"type", note.type},
                                           {"name", note.name},
                                           {"reason", note.reason}};
    return object.dump() + "\n";
  }
  return fmt::format("{}\t{}\t{}\t{}\t{}\n", effect_name(note.effect), cell(note.guid),
                     cell(note.type), cell(note.name), cell(note.reason));
}

Result<std::string> compare(const DeckArguments& arguments, std::string& summary) {
  const auto files = host::system_files();
  GALPI_TRY(const std::string before, files->read(arguments.before, package_bytes));
  GALPI_TRY(const std::string after, files->read(arguments.after, package_bytes));
  GALPI_TRY(const std::vector<ImportedNote> notes,
            exporters::compare_decks(before, arguments.before, after, arguments.after));
  std::string text = arguments.as_json ? "" : "effect\tguid\ttype\tname\treason\n";
  std::array<std::size_t, 5> counts{};
  for (const ImportedNote& note : notes) {
    ++counts.at(static_cast<std::size_t>(note.effect));
    // What does not change is most of a deck and says nothing, unless a change gets lost.
    const bool is_quiet = (note.effect == ImportEffect::unchanged && note.reason.empty());
    if (!is_quiet || arguments.show_all) text += row(note, arguments.as_json);
  }
  summary =
      fmt::format("importing it would add {}, update {}, leave {}, refuse {}; {} stay as they are",
                  counts[0], counts[1], counts[2], counts[3], counts[4]);
  return text;
}

}  // namespace

ExitStatus run_deck(const std::vector<std::string>& words) {
  const Result<DeckArguments> arguments = parse_deck(words);
  if (!arguments) return refuse(arguments.error(), "deck");
  if (arguments->help) return print(std::string(help::deck_txt));
  Console console(arguments->console);
  std::string summary;
  const Result<std::string> text = compare(*arguments, summary);
  if (!text) return console.fail(text.error());
  const Result<void> written = host::standard_output()->write(*text);
  if (!written) return console.fail(written.error());
  console.say(summary);
  return ExitStatus::done;
}

}  // namespace galpi::cli
