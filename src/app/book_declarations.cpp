#include "book_declarations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "galpi/base/paths.hpp"
#include "galpi/base/suggestion.hpp"
#include "galpi/text/normalization.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::app {
namespace {

/// What a book says about its formats; the command line knows the words that may stand there.
constexpr std::array<std::string_view, 8> option_keys = {
    "form", "gloss", "gloss_style", "engine", "languages", "ledger", "new_cards", "paper"};
constexpr std::array<std::string_view, 17> known_keys = {
    "name",   "title",     "author", "licence",   "month", "from",
    "to",     "formats",   "output", "form",      "gloss", "gloss_style",
    "engine", "languages", "ledger", "new_cards", "paper"};

constexpr const char* default_output = "books/";

/// A name is a file name, a word on a command line and a target of Make.
bool is_usable_name(std::string_view name) {
  if (name.empty() || name.starts_with('.') || name.starts_with('-')) return false;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::next_code_point(name, at);
    const bool is_joint = c == U'-' || c == U'_' || c == U'.';
    if (!is_joint && !text::is_letter_or_digit(c)) return false;
  }
  return true;
}

bool has_control_characters(std::string_view path) {
  return std::ranges::any_of(
      path, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; });
}

class BookReader {
 public:
  BookReader(const std::string& file, const std::string& folder, DiagnosticSink& diagnostics)
      : file_(file), folder_(folder), diagnostics_(diagnostics) {}

  Result<BookDeclaration> read(const YAML::Node& node) {
    book_ = {};
    month_.reset();
    book_.at = at_mark(node.Mark());
    book_.output = folder_ + default_output;
    if (!node.IsMap()) return invalid(book_.at, "a book is a list of keys, `name` among them");
    std::set<std::string> seen;
    for (const auto& entry : node) {
      GALPI_TRY(const std::string key, scalar_of(entry.first, file_, "a key"));
      const At at = at_mark(entry.first.Mark());
      if (!seen.insert(key).second)
        return invalid(at, fmt::format("`{}` stands twice", quote_for_message(key)));
      GALPI_CHECK(read_key(key, at, entry.second));
    }
    if (book_.name.empty()) return invalid(book_.at, "a book needs a `name`");
    GALPI_CHECK(finish_range());
    if (book_.formats.empty()) book_.formats.push_back({"epub", book_.at});
    return std::move(book_);
  }

 private:
  std::unexpected<Error> invalid(At at, std::string message) const {
    return invalid_configuration(file_, at, std::move(message));
  }

  Result<void> read_key(const std::string& key, At at, const YAML::Node& value) {
    if (key == "formats") return read_formats(value);
    if (std::ranges::find(known_keys, key) == known_keys.end()) {
      const auto meant = nearest_word(key, known_keys);
      diagnostics_.report({DiagnosticCode::config_unknown_key,
                           {file_, at, 0},
                           fmt::format("`{}` is no key of a book", quote_for_message(key)),
                           meant ? fmt::format("did you mean `{}`?", *meant) : std::string(),
                           {}});
      return {};
    }
    GALPI_TRY(const std::string word, scalar_of(value, file_, key));
    const At place = at_mark(value.Mark());
    if (std::ranges::find(option_keys, key) != option_keys.end()) {
      book_.options[key] = {key == "ledger" ? resolved_path(folder_, word) : word, place};
      return {};
    }
    return read_word(key, word, place);
  }

  Result<void> read_word(const std::string& key, const std::string& word, At at) {
    if (key == "name") {
      if (!is_usable_name(word)) {
        return invalid(at, fmt::format("`{}` cannot be a book's name: letters, digits, `-`, `_` "
                                       "and `.` make one",
                                       quote_for_message(word)));
      }
      book_.name = text::to_nfc(word);  // as people type it
    } else if (key == "title") {
      book_.settings.title = word;
    } else if (key == "author") {
      book_.settings.author = word;
    } else if (key == "licence") {
      book_.settings.licence = word;
    } else if (key == "output") {
      if (word.empty() || has_control_characters(word)) {
        return invalid(at, "`output` names no folder");
      }
      book_.output = resolved_path(folder_, word);
      if (!book_.output.ends_with('/')) book_.output += '/';
    } else if (key == "month") {
      month_ = at;
      const auto month = parse_month(word);
      if (!month) return invalid(at, not_a(word, "month of the form YYYY-MM"));
      book_.range = *month;
    } else {
      const auto day = parse_date(word);
      if (!day) return invalid(at, not_a(word, "date of the form YYYY-MM-DD"));
      (key == "from" ? from_ : to_) = *day;
    }
    return {};
  }

  static std::string not_a(const std::string& word, std::string_view what) {
    return fmt::format("`{}` is no {}", quote_for_message(word), what);
  }

  Result<void> finish_range() {
    if (month_ && (from_ || to_)) {
      return invalid(*month_, "`month` goes without `from` and `to`");
    }
    if (!month_) book_.range = {from_, to_};
    from_.reset();
    to_.reset();
    if (book_.range.from && book_.range.to && *book_.range.to < *book_.range.from) {
      return invalid(book_.at, "`to` is before `from`");
    }
    return {};
  }

  Result<void> read_formats(const YAML::Node& value) {
    GALPI_TRY(const auto words, words_of(value, file_, "formats"));
    if (words.empty()) return invalid(at_mark(value.Mark()), "`formats` names none");
    for (const auto& [word, at] : words) {
      const auto same = [&](const ConfiguredWord& other) { return other.text == word; };
      if (std::ranges::any_of(book_.formats, same)) {
        return invalid(at, fmt::format("`{}` stands twice", quote_for_message(word)));
      }
      book_.formats.push_back({word, at});
    }
    return {};
  }

  const std::string& file_;
  const std::string& folder_;
  DiagnosticSink& diagnostics_;
  BookDeclaration book_;
  std::optional<At> month_;  ///< where it stands
  std::optional<Date> from_, to_;
};

}  // namespace

Result<std::vector<BookDeclaration>> read_books(const YAML::Node& node, const std::string& file,
                                                const std::string& folder,
                                                DiagnosticSink& diagnostics) {
  std::vector<BookDeclaration> books;
  if (node.IsNull()) return books;
  if (!node.IsSequence()) {
    return invalid_configuration(file, at_mark(node.Mark()), "`books` is a list of books");
  }
  std::set<std::string> names;
  BookReader reader(file, folder, diagnostics);
  for (const YAML::Node& item : node) {
    GALPI_TRY(BookDeclaration book, reader.read(item));
    if (!names.insert(book.name).second) {
      return invalid_configuration(file, book.at,
                                   fmt::format("two books are called `{}`", book.name));
    }
    books.push_back(std::move(book));
  }
  return books;
}

}  // namespace galpi::app
