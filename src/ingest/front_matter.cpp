#include "front_matter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "date_field.hpp"
#include "galpi/text/utf8.hpp"
#include "metadata.hpp"
#include "plain_metadata.hpp"
#include "post_name.hpp"

namespace galpi::ingest {
namespace {

/// A value fit for one line: clean, runs of white space folded.
std::string one_line(std::string_view value) {
  const std::string clean = clean_value(value);
  std::string folded;
  bool space = false;
  for (const char c : clean) {
    if (c == ' ' || c == '\n' || c == '\t') {
      space = !folded.empty();
      continue;
    }
    if (space) folded += ' ';
    space = false;
    folded += c;
  }
  return folded;
}

/// Jekyll splits `tags` and `categories` given as one string at white space; `tag` and `category`
/// hold one.
std::vector<std::string> words_of(const MetadataEntry& entry, bool is_plural) {
  std::vector<std::string> words;
  for (const std::string& value : entry.values) {
    std::string line = one_line(value);
    if (entry.is_list || !is_plural) {
      if (!line.empty()) words.push_back(std::move(line));
      continue;
    }
    std::string_view rest = line;
    while (!rest.empty()) {
      std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      while (word.ends_with(',')) word.remove_suffix(1);
      if (!word.empty()) words.emplace_back(word);
    }
  }
  return words;
}

class FrontMatterReader {
 public:
  FrontMatterReader(std::string_view text, const FrontMatterRange& range, const std::string& source,
                    Reporter& reporter)
      : text_(text), range_(range), source_(source), reporter_(reporter) {}

  Result<FrontMatter> read() {
    if (range_.found) {
      find_lines();
      report_shape();
      for (const MetadataEntry& entry : entries()) take(entry);
    } else {
      reporter_.report(DiagnosticCode::front_matter_missing, 0, 0,
                       "there is no front matter; date and title are taken from the file name",
                       "start the file with `---`, `title: …`, `date: …`, `---`");
    }
    if (date_) {
      result_.date = date_->date;
      result_.time = date_->time;
    } else {
      GALPI_TRY(result_.date, date_of_name());
    }
    if (result_.title.empty()) take_title_of_name();
    return std::move(result_);
  }

 private:
  void find_lines() {
    for (std::uint32_t begin = range_.begin; begin < range_.end;) {
      lines_.push_back(begin);
      begin =
          static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', begin), range_.end)) +
          1;
    }
  }

  std::uint32_t line_begin(std::uint32_t line) const {
    return lines_.empty() ? range_.begin : lines_[std::min<std::size_t>(line, lines_.size() - 1)];
  }

  void report_line(DiagnosticCode code, std::uint32_t line, std::string message, std::string hint) {
    const std::uint32_t begin = line_begin(line);
    const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', begin), text_.size()));
    reporter_.report(code, begin, end, std::move(message), std::move(hint));
  }

  void report_shape() {
    if (!range_.closed) {
      reporter_.report(DiagnosticCode::front_matter_unclosed, 0, 3,
                       "the front matter has no closing line; it ends before the first line that "
                       "is no `key: value`",
                       "end the front matter with a line `---`");
    } else if (!text_.starts_with("---")) {
      reporter_.report(DiagnosticCode::front_matter_malformed, 0, 0,
                       "empty lines stand before the front matter; read all the same",
                       "Jekyll wants `---` in the first line");
    }
  }

  std::vector<MetadataEntry> entries() {
    const std::string_view yaml = text_.substr(range_.begin, range_.end - range_.begin);
    if (auto plain = read_plain_metadata(yaml)) return *std::move(plain);
    YamlFault fault;
    auto entries = read_yaml(yaml, fault);
    if (!entries) {
      report_line(DiagnosticCode::front_matter_malformed, fault.line,
                  fmt::format("the front matter is not valid YAML ({}); read line by line",
                              quote_for_message(fault.message)),
                  "put values with `:`, `#` or quotes in quotes");
      entries = read_yaml_lines(yaml);
    }
    return std::move(*entries);
  }

  void take(const MetadataEntry& entry) {
    const std::string key = text::ascii_lower(entry.key);
    if (std::ranges::find(seen_, key) != seen_.end()) {
      report_line(DiagnosticCode::front_matter_duplicate, entry.line,
                  fmt::format("`{}` occurs twice; the last one counts", quote_for_message(key)),
                  "");
    } else if (seen_.size() < most_keys_compared) {
      seen_.push_back(key);
    }
    if (key == "title") {
      result_.title.clear();
      for (const std::string& value : entry.values) {
        if (!result_.title.empty()) result_.title += ", ";
        result_.title += one_line(value);
      }
    } else if (key == "date") {
      take_date(entry);
    } else if (key == "tags" || key == "tag") {
      result_.tags = words_of(entry, key == "tags");
    } else if (key == "categories" || key == "category") {
      result_.categories = words_of(entry, key == "categories");
    } else if (key == "published" && entry.values.size() == 1) {
      const std::string value = text::ascii_lower(entry.values[0]);
      // As Ruby reads YAML 1.1; Jekyll wants the value false and takes "false" for any other text.
      const bool is_false = value == "false" || value == "no" || value == "off";
      result_.published = entry.is_quoted || !is_false;
    }
  }

  void take_date(const MetadataEntry& entry) {
    has_date_key_ = !entry.values.empty();
    const std::string value = entry.values.empty() ? std::string() : one_line(entry.values[0]);
    date_ = parse_date_field(value);
    if (!date_) {
      invalid_date_ = value;
      date_line_ = entry.line;
    } else if (!date_->unread.empty()) {
      report_line(DiagnosticCode::time_invalid, entry.line,
                  fmt::format("`{}` after the date cannot be read as {}; it is left out",
                              quote_for_message(date_->unread),
                              date_->time ? "a time zone" : "a time of day"),
                  "write it as in 2026-10-31 08:15:00 +0900");
    }
  }

  Result<Date> date_of_name() {
    const auto name = parse_post_name(source_);
    if (!name) {
      const std::string message = "neither the front matter nor the file name has a date";
      const SourceSpan place = reporter_.span(0, 0);
      reporter_.report_at(DiagnosticCode::date_unknown, place, message,
                          "add `date: YYYY-MM-DD` or name the file YYYY-MM-DD-slug.md");
      return fail(ErrorCode::invalid_input, quote_for_message(place.file, 200) + ": " + message,
                  place);
    }
    if (has_date_key_) {
      report_line(DiagnosticCode::date_invalid, date_line_,
                  fmt::format("`{}` is no date; {} of the file name is used",
                              quote_for_message(invalid_date_), format_date(name->date)),
                  "write it as in 2026-10-31 08:15:00 +0900");
    } else if (range_.found) {
      reporter_.report(
          DiagnosticCode::date_missing, 0, 3,
          fmt::format("there is no date in the front matter; {} of the file name is used",
                      format_date(name->date)));
    }
    return name->date;
  }

  void take_title_of_name() {
    result_.title = one_line(title_from_path(source_));
    if (!range_.found) return;
    reporter_.report(DiagnosticCode::title_missing, 0, 3,
                     fmt::format("there is no title in the front matter; `{}` is used",
                                 quote_for_message(result_.title)));
  }

  /// Beyond so many keys duplicates are not looked for: comparing all would be quadratic.
  static constexpr std::size_t most_keys_compared = 200;

  std::string_view text_;
  const FrontMatterRange& range_;
  const std::string& source_;
  Reporter& reporter_;
  FrontMatter result_;
  std::optional<DateField> date_;
  std::vector<std::uint32_t> lines_;
  std::vector<std::string> seen_;
  std::string invalid_date_;
  std::uint32_t date_line_ = 0;
  bool has_date_key_ = false;
};

}  // namespace

Result<FrontMatter> read_front_matter(std::string_view text, const FrontMatterRange& range,
                                      const std::string& source, Reporter& reporter) {
  return FrontMatterReader(text, range, source, reporter).read();
}

}  // namespace galpi::ingest
