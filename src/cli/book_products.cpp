#include "book_products.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "format_words.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/paths.hpp"
#include "galpi/base/sha256.hpp"
#include "galpi/ingest/find_posts.hpp"
#include "galpi/text/normalization.hpp"
#include "session.hpp"
#include "source_date.hpp"
#include "word_tables.hpp"

namespace galpi::cli {
namespace {

/// What pandoc writes and a file can be told by.
constexpr std::array<std::string_view, 7> pandoc_formats = {"docx", "odt", "rtf", "html",
                                                            "fb2",  "rst", "org"};

struct ProductKind {
  Format format = Format::epub;
  std::optional<std::string> pandoc_format;
};

Result<ProductKind> kind_named(const std::string& word) {
  if (std::ranges::find(pandoc_formats, word) != pandoc_formats.end()) {
    return ProductKind{Format::pandoc, word};
  }
  GALPI_TRY(const Format format, format_named(word));
  return ProductKind{format, std::nullopt};
}

std::string extension_of(const ProductKind& kind) {
  if (kind.pandoc_format) return *kind.pandoc_format;
  switch (kind.format) {
    case Format::epub:
      return "epub";
    case Format::latex:
      return "tex";
    case Format::pdf:
      return "pdf";
    case Format::anki:
      return "apkg";
    case Format::markdown:
      return "md";
    case Format::json:
      return "json";
    case Format::jsonl:
      return "jsonl";
    case Format::pandoc:
      return "pandoc.json";
  }
  return "";
}

bool is_model(Format format) { return format == Format::json || format == Format::jsonl; }

bool is_tex(Format format) { return format == Format::latex || format == Format::pdf; }

/// Sets what the book says under `key`, if the key has to do with the format at hand.
Result<bool> apply_option(ExportArguments& arguments, const std::string& key,
                          const std::string& word) {
  const std::string option = fmt::format("`{}`", key);
  const Format format = arguments.format;
  if (key == "languages" && !is_model(format)) {
    GALPI_TRY(const auto languages, choose(option, word, language_words));
    if (!arguments.common.languages) arguments.common.languages = languages;
  } else if (key == "gloss" && !is_model(format)) {
    GALPI_TRY(const auto gloss, choose(option, word, gloss_words));
    if (!arguments.common.gloss) arguments.common.gloss = gloss;
  } else if (key == "form" && format == Format::markdown) {
    GALPI_TRY(arguments.form, choose(option, word, form_words));
  } else if (key == "gloss_style" && format == Format::epub) {
    GALPI_TRY(arguments.gloss_style, choose(option, word, gloss_style_words));
  } else if (key == "paper" && is_tex(format)) {
    GALPI_TRY(arguments.paper, choose(option, word, paper_words));
  } else if (key == "engine" && format == Format::pdf) {
    GALPI_TRY(arguments.engine, choose(option, word, engine_words));
  } else if (key == "ledger" && format == Format::anki) {
    if (word.empty()) return fail(ErrorCode::usage, "`ledger` names no file");
    arguments.ledger = word;
  } else if (key == "new_cards" && format == Format::anki) {
    GALPI_TRY(arguments.cards_per_day, number_of_cards(option, word));
  } else {
    return false;
  }
  return true;
}

/// Paths as galpi.yaml writes them, so that the folder a command is typed in does not matter.
std::string seen_from(const std::string& folder, const std::string& path) {
  return path.starts_with(folder) ? path.substr(folder.size()) : path;
}

std::string joined(const std::string& folder, const std::vector<std::string>& paths) {
  std::string text;
  for (const std::string& path : paths)
    text += (text.empty() ? "" : "\n") + seen_from(folder, path);
  return text;
}

/// Everything that a product depends on and that is no file.
Result<std::map<std::string, std::string>> settings_of(const ExportArguments& arguments,
                                                       const std::string& folder) {
  const CommonArguments& common = arguments.common;
  const auto day = [](const std::optional<Date>& date) {
    return date ? format_date(*date) : std::string();
  };
  std::map<std::string, std::string> settings = {
      {"format",
       arguments.pandoc_format.value_or(std::string(word_for(arguments.format, format_words)))},
      {"from", day(common.sources.range.from)},
      {"to", day(common.sources.range.to)},
      {"input", joined(folder, common.sources.inputs)},
  };
  if (is_model(arguments.format)) return settings;
  settings["title"] = arguments.book.title;
  settings["author"] = arguments.book.author;
  settings["licence"] = arguments.book.licence;
  settings["glossaries"] = joined(folder, common.sources.glossaries);
  settings["default glossary"] = common.sources.default_glossary ? "yes" : "no";
  settings["memory"] = joined(folder, common.sources.memories);
  if (common.languages) settings["languages"] = word_for(*common.languages, language_words);
  if (common.gloss) settings["gloss"] = word_for(*common.gloss, gloss_words);
  if (arguments.format == Format::markdown) settings["form"] = word_for(arguments.form, form_words);
  if (arguments.format == Format::epub) {
    settings["gloss_style"] = word_for(arguments.gloss_style, gloss_style_words);
  }
  if (is_tex(arguments.format)) settings["paper"] = word_for(arguments.paper, paper_words);
  if (arguments.format == Format::pdf)
    settings["engine"] = word_for(arguments.engine, engine_words);
  if (arguments.format == Format::anki) {
    settings["ledger"] = seen_from(folder, arguments.ledger.value_or(""));
    settings["new_cards"] = std::to_string(arguments.cards_per_day);
  }
  GALPI_TRY(const auto epoch, source_date_epoch());
  if (epoch) settings["SOURCE_DATE_EPOCH"] = std::to_string(*epoch);
  return settings;
}

/// Two builds of one version may write different bytes; the program itself tells them apart.
std::string program_identity(const host::FileReader& files) {
  constexpr std::size_t program_bytes = std::size_t{1} << 30U;
  constexpr std::size_t digits = 16;
  const auto program = files.read("/proc/self/exe", program_bytes);
  return program ? fmt::format("{} {}", GALPI_VERSION, sha256_hex(*program).substr(0, digits))
                 : GALPI_VERSION;
}

std::unexpected<Error> invalid_word(const app::Configuration& configuration,
                                    const app::ConfiguredWord& word, std::string message) {
  return fail(ErrorCode::invalid_config, std::move(message),
              SourceSpan{configuration.file, word.at, 0});
}

/// The exports of one book. Each option of it has to say something to at least one of them.
Result<std::vector<BookProduct>> products_of_book(const app::Configuration& configuration,
                                                  const app::BookDeclaration& book,
                                                  CommonArguments common,
                                                  const std::string& program) {
  common.sources.range = book.range;
  std::vector<BookProduct> products;
  std::set<std::string> used;
  for (const app::ConfiguredWord& word : book.formats) {
    const auto kind = kind_named(word.text);
    if (!kind) return invalid_word(configuration, word, kind.error().message);
    BookProduct product{book.name, {}, {}};
    ExportArguments& arguments = product.arguments;
    arguments.common = common;
    arguments.format = kind->format;
    arguments.pandoc_format = kind->pandoc_format;
    arguments.book = book.settings;
    arguments.output = fmt::format("{}{}.{}", book.output, book.name, extension_of(*kind));
    if (arguments.format == Format::anki) {
      arguments.ledger = fmt::format("{}{}.ledger", book.output, book.name);
    }
    for (const auto& [key, option] : book.options) {
      const auto applied = apply_option(arguments, key, option.text);
      if (!applied) return invalid_word(configuration, option, applied.error().message);
      if (*applied) used.insert(key);
    }
    if (is_model(arguments.format)) {  // the posts and nothing else
      arguments.common.sources.glossaries.clear();
      arguments.common.sources.memories.clear();
    }
    GALPI_TRY(auto settings, settings_of(arguments, folder_of(configuration.file)));
    product.target = {arguments.output, program, std::move(settings), arguments.common.sources};
    products.push_back(std::move(product));
  }
  for (const auto& [key, option] : book.options) {
    if (used.contains(key)) continue;
    return invalid_word(
        configuration, option,
        fmt::format("`{}` says nothing about the formats of the book `{}`", key, book.name));
  }
  return products;
}

/// Every file has one book that makes it, and no book is a post.
Result<void> check_paths(const app::Configuration& configuration,
                         const std::vector<BookProduct>& products, const host::FileReader& files) {
  const SourceSpan span{configuration.file, {}, 0};
  std::map<std::string, std::string> owners;
  const auto add = [&](const std::string& path, const std::string& book) -> Result<void> {
    const auto [owner, is_free] = owners.emplace(normal_path(path), book);
    if (is_free) return {};
    return fail(ErrorCode::invalid_config,
                fmt::format("{} is a file of the book `{}`, and of `{}` too",
                            quote_for_message(path, 200), owner->second, book),
                span);
  };
  for (const BookProduct& product : products) {
    GALPI_CHECK(add(product.target.path, product.book));
    if (product.arguments.ledger) GALPI_CHECK(add(*product.arguments.ledger, product.book));
    for (const std::string& input : product.target.sources.inputs) {
      if (!ingest::would_be_post(files, normal_path(input), normal_path(product.target.path)))
        continue;
      return fail(ErrorCode::invalid_config,
                  fmt::format("{} would be a post next time; `output` needs another folder",
                              quote_for_message(product.target.path, 200)),
                  span);
    }
  }
  return {};
}

}  // namespace

Result<std::vector<BookProduct>> products_of(const app::Configuration& configuration,
                                             const CommonArguments& common,
                                             const host::FileReader& files) {
  CommonArguments complete = common;
  apply_configuration(complete.sources, configuration);
  if (complete.sources.inputs.front() == "-") {
    return fail(ErrorCode::invalid_config, "books are made of files; `input` is standard input",
                SourceSpan{configuration.file, {}, 0});
  }
  const std::string program = program_identity(files);
  std::vector<BookProduct> products;
  for (const app::BookDeclaration& book : configuration.books) {
    GALPI_TRY(std::vector<BookProduct> of_book,
              products_of_book(configuration, book, complete, program));
    std::move(of_book.begin(), of_book.end(), std::back_inserter(products));
  }
  GALPI_CHECK(check_paths(configuration, products, files));
  return products;
}

Result<std::vector<BookProduct>> chosen_products(std::vector<BookProduct> products,
                                                 const BuildArguments& arguments) {
  std::vector<std::string_view> known;
  for (const BookProduct& product : products) {
    if (known.empty() || known.back() != product.book) known.emplace_back(product.book);
  }
  const auto is_named = [](const BookProduct& product, const std::string& word) {
    return product.book == word || normal_path(product.target.path) == normal_path(word);
  };
  std::vector<std::string> words;
  words.reserve(arguments.books.size());
  for (const std::string& word : arguments.books) words.push_back(text::to_nfc(word));
  for (const std::string& word : words) {
    const auto named = [&](const BookProduct& product) { return is_named(product, word); };
    if (std::ranges::none_of(products, named)) {
      return fail(ErrorCode::usage, unknown_word("the book", word, known));
    }
  }
  const DateRange& range = arguments.common.sources.range;
  std::vector<BookProduct> chosen;
  for (BookProduct& product : products) {
    const auto names_it = [&](const std::string& word) { return is_named(product, word); };
    const bool is_wanted = words.empty() || std::ranges::any_of(words, names_it);
    if (is_wanted && product.target.sources.range.overlaps(range)) {
      chosen.push_back(std::move(product));
    }
  }
  return chosen;
}

}  // namespace galpi::cli
