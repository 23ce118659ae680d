// The rules of Anki's importer (README.md of this folder, "What importing does"), applied to two
// packages: what a collection that has the old one makes of the new one.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "field_text.hpp"
#include "galpi/exporters/anki.hpp"
#include "read_package.hpp"

namespace galpi::exporters {
namespace {

using anki::Package;
using anki::PackageNote;
using anki::PackagePart;
using anki::PackageType;

bool are_alike(const std::vector<PackagePart>& mine, const std::vector<PackagePart>& theirs) {
  return std::ranges::equal(mine, theirs, [](const PackagePart& a, const PackagePart& b) {
    return a.id != 0 && b.id != 0 ? a.id == b.id : a.name == b.name;
  });
}

/// Why Anki takes two note types of one id for different ones; empty when it does not.
std::string difference(const PackageType& mine, const PackageType& theirs) {
  if (mine.kind != theirs.kind) return "one note type is a cloze, the other is not";
  if (!are_alike(mine.fields, theirs.fields)) return "the note type has other fields";
  if (!are_alike(mine.templates, theirs.templates)) return "the note type has other templates";
  return {};
}

std::vector<std::string_view> split_fields(std::string_view fields) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= fields.size();) {
    const std::size_t end = std::min(fields.find('\x1f', start), fields.size());
    parts.push_back(fields.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

/// `Def, Example, tags`
std::string changed_parts(const PackageNote& mine, const PackageNote& theirs,
                          const PackageType* type) {
  std::string changed;
  const auto add = [&](std::string_view name) {
    changed += changed.empty() ? "" : ", ";
    changed += name;
  };
  const auto before = split_fields(mine.fields);
  const auto after = split_fields(theirs.fields);
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    const bool same = i < before.size() && i < after.size() && before[i] == after[i];
    if (same) continue;
    add(type != nullptr && i < type->fields.size() ? std::string_view(type->fields[i].name)
                                                   : std::string_view("a field"));
  }
  if (mine.tags != theirs.tags) add("tags");
  return changed;
}

class Comparison {
 public:
  Comparison(const Package& before, const Package& after) : before_(before), after_(after) {}

  ImportedNote judge(const std::string& guid, const PackageNote& note) const {
    const PackageType* type = find_type(after_, note.type);
    ImportedNote result = describe(guid, note, type);
    const auto mine = before_.notes.find(guid);
    if (mine == before_.notes.end()) {
      result.effect = ImportEffect::added;
      return result;
    }
    result.reason = conflict(mine->second, note, type);
    if (!result.reason.empty()) {
      result.effect = ImportEffect::conflicting;
      return result;
    }
    const std::string changed = changed_parts(mine->second, note, type);
    if (note.modified > mine->second.modified) {
      result.effect = ImportEffect::updated;
      result.reason = changed.empty() ? "only the time differs" : changed;
    } else if (!changed.empty()) {
      result.reason =
          fmt::format("{} differ, but the time is no later: this will not arrive", changed);
    }
    return result;
  }

  ImportedNote stays(const std::string& guid, const PackageNote& note) const {
    ImportedNote result = describe(guid, note, find_type(before_, note.type));
    result.effect = ImportEffect::stays;
    return result;
  }

 private:
  static const PackageType* find_type(const Package& package, std::int64_t id) {
    const auto found = package.types.find(id);
    return found == package.types.end() ? nullptr : &found->second;
  }

  static ImportedNote describe(const std::string& guid, const PackageNote& note,
                               const PackageType* type) {
    ImportedNote result;
    result.guid = guid;
    result.type = type == nullptr ? std::string() : type->name;
    result.name = anki::plain_field(note.name);
    return result;
  }

  std::string conflict(const PackageNote& mine, const PackageNote& theirs,
                       const PackageType* type) const {
    if (mine.type != theirs.type) return "it had another note type";
    const PackageType* known = find_type(before_, theirs.type);
    if (known == nullptr || type == nullptr) return "its note type is missing";
    return difference(*known, *type);
  }

  const Package& before_;
  const Package& after_;
};

}  // namespace

Result<std::vector<ImportedNote>> compare_decks(std::string_view old_package,
                                                const std::string& old_name,
                                                std::string_view new_package,
                                                const std::string& new_name) {
  GALPI_TRY(const Package before, anki::read_package(old_package, old_name));
  GALPI_TRY(const Package after, anki::read_package(new_package, new_name));
  const Comparison comparison(before, after);
  std::vector<ImportedNote> notes;
  notes.reserve(before.notes.size() + after.notes.size());
  for (const auto& [guid, note] : after.notes) notes.push_back(comparison.judge(guid, note));
  for (const auto& [guid, note] : before.notes) {
    if (!after.notes.contains(guid)) notes.push_back(comparison.stays(guid, note));
  }
  std::ranges::sort(notes, [](const ImportedNote& a, const ImportedNote& b) {
    return std::tie(a.effect, a.guid) < std::tie(b.effect, b.guid);
  });
  return notes;
}

}  // namespace galpi::exporters
