#include "galpi/app/pandoc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "galpi/base/date.hpp"
#include "galpi/base/suggestion.hpp"
#include "galpi/markup/zip_times.hpp"
#include "pandoc_messages.hpp"

namespace galpi::app {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds question_timeout = 30s;
constexpr std::chrono::milliseconds writing_timeout = 10min;
constexpr std::size_t product_limit = std::size_t{1} << 30U;

// What pandoc ends with when a data file cannot be found (its manual, "Exit codes"): a sandboxed
// pandoc reads none from the disk, and Debian's has none built in.
constexpr int data_file_missing = 97;

constexpr std::array<std::string_view, 7> archive_formats{"docx",  "odt",  "epub",       "epub2",
                                                          "epub3", "pptx", "chunkedhtml"};
/// Formats that hold their images, beside the archives.
constexpr std::array<std::string_view, 3> image_formats{"fb2", "ipynb", "rtf"};
/// Formats with a way of their own to say in which language words are, beside the archives.
constexpr std::array<std::string_view, 9> language_formats{
    "html", "html4", "html5", "json", "native", "opendocument", "revealjs", "slidy", "tei"};

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

/// `gfm` of `gfm-raw_html`.
std::string_view base_of(std::string_view format) {
  return format.substr(0, format.find_first_of("+-"));
}

bool has_images(std::string_view format) {
  return holds(archive_formats, base_of(format)) || holds(image_formats, base_of(format));
}

/// Names of letters, digits and underscores with `+` or `-` between them: no file name, no option.
bool is_format_word(std::string_view format) {
  return !format.empty() && format.front() != '+' && format.front() != '-' &&
         std::ranges::all_of(format, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' ||
                  c == '-';
         });
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The output of a run that has to succeed.
Result<std::string> answer(host::ProcessRunner& processes, std::vector<std::string> arguments,
                           std::string_view input) {
  host::ProcessRequest request;
  request.arguments = std::move(arguments);
  request.input = input;
  request.timeout = question_timeout;
  GALPI_TRY(host::ProcessResult result, processes.run(request));
  if (result.exit_status != 0) return fail(ErrorCode::external_failed, failure_message(result));
  return std::move(result.output);
}

/// The first two numbers of `pandoc 2.17.1.1` or of `[1,22,2,1]`.
std::optional<std::pair<unsigned, unsigned>> first_two(std::string_view text, char separator) {
  unsigned first = 0;
  unsigned second = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), first);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stopped - text.data()));
  if (!text.starts_with(separator)) return std::nullopt;
  text.remove_prefix(1);
  if (std::from_chars(text.data(), text.data() + text.size(), second).ec != std::errc()) {
    return std::nullopt;
  }
  return std::pair{first, second};
}

std::optional<exporters::PandocApi> api_of(std::string_view empty_document) {
  constexpr std::string_view key = R"("pandoc-api-version":[)";
  const std::size_t at = empty_document.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  const auto version = first_two(empty_document.substr(at + key.size()), ',');
  if (version == std::pair{1U, 22U}) return exporters::PandocApi::v1_22;
  if (version == std::pair{1U, 23U}) return exporters::PandocApi::v1_23;
  return std::nullopt;
}

/// The images of the edition as files, for as long as this lives.
class ImageFolder {
 public:
  explicit ImageFolder(host::FileSystem& files) : files_(files) {}
  ImageFolder(const ImageFolder&) = delete;
  ImageFolder& operator=(const ImageFolder&) = delete;
  ~ImageFolder() {
    if (!path_.empty()) files_.remove_directory(path_);
  }

  Result<void> fill(const std::string& beside, const std::vector<model::ImageAsset>& images) {
    GALPI_TRY(path_, files_.create_directory_beside(beside));
    for (const model::ImageAsset& image : images) {
      GALPI_TRY(const auto file, files_.create(path_ + "/" + image.file_name));
      GALPI_CHECK(file->write(image.bytes));
      GALPI_CHECK(file->commit());
    }
    return {};
  }
  const std::string& path() const { return path_; }

 private:
  host::FileSystem& files_;
  std::string path_;
};

/// SOURCE_DATE_EPOCH for pandoc: the edition's own time, so that the clock is in no product.
std::string epoch_of(const model::BookMetadata& metadata) {
  const auto date = parse_date(std::string_view(metadata.modified).substr(0, 10));
  const Date day = date.value_or(metadata.last);
  const std::chrono::sys_days days{std::chrono::year_month_day{
      std::chrono::year{day.year}, std::chrono::month{day.month}, std::chrono::day{day.day}}};
  const std::chrono::seconds seconds = days.time_since_epoch();
  return fmt::format("SOURCE_DATE_EPOCH={}", std::max<std::int64_t>(seconds.count(), 0));
}

host::ProcessRequest request_for(const PandocRun& run, const std::string& image_folder,
                                 bool in_sandbox) {
  host::ProcessRequest request;
  request.arguments = {"pandoc",       "--from=json", fmt::format("--to={}", run.format),
                       "--standalone", "--wrap=none", "--mathml",
                       "--output=-"};
  if (in_sandbox) request.arguments.emplace_back("--sandbox");
  if (!image_folder.empty()) request.arguments.push_back("--resource-path=" + image_folder);
  request.input = run.tree;
  request.timeout = writing_timeout;
  request.output_limit = product_limit;
  request.environment = {epoch_of(run.edition.metadata)};
  return request;
}

}  // namespace

Result<PandocProgram> find_pandoc(host::ProcessRunner& processes) {
  GALPI_TRY(const std::string about, answer(processes, {"pandoc", "--version"}, ""));
  PandocProgram program;
  constexpr std::string_view name = "pandoc ";
  if (about.starts_with(name)) {
    const std::size_t end = about.find_first_of(" \r\n", name.size());
    program.version = about.substr(name.size(), end - name.size());
  }
  const auto version = first_two(program.version, '.');
  if (!version.has_value()) {
    return fail(ErrorCode::external_failed, "the pandoc in PATH does not say its version");
  }
  if (*version < std::pair{2U, 17U}) {
    return fail(ErrorCode::external_failed,
                fmt::format("pandoc {} is too old; galpi runs 2.17 and newer",
                            quote_for_message(program.version)));
  }
  GALPI_TRY(const std::string document,
            answer(processes, {"pandoc", "--from=native", "--to=json"}, "[]"));
  const auto api = api_of(document);
  if (!api.has_value()) {
    return fail(ErrorCode::external_failed,
                fmt::format("pandoc {} has a document tree that galpi does not know",
                            quote_for_message(program.version)));
  }
  program.api = *api;
  GALPI_TRY(const std::string formats, answer(processes, {"pandoc", "--list-output-formats"}, ""));
  program.formats = lines_of(formats);
  return program;
}

Result<void> check_pandoc_format(const PandocProgram& program, std::string_view format) {
  const std::string_view base = base_of(format);
  if (base == "pdf") {
    return fail(ErrorCode::usage, "--to: a PDF is made by `galpi export pdf`, not by pandoc");
  }
  if (is_format_word(format) && holds(program.formats, base)) return {};
  std::string message =
      fmt::format("--to: pandoc {} writes no `{}`", program.version, quote_for_message(format));
  const std::vector<std::string_view> known(program.formats.begin(), program.formats.end());
  if (const auto meant = nearest_word(base, known)) {
    message += fmt::format("; did you mean `{}`?", *meant);
  } else {
    message += "; `pandoc --list-output-formats` says what it writes";
  }
  return fail(ErrorCode::usage, message);
}

bool is_binary_pandoc_format(std::string_view format) {
  return holds(archive_formats, base_of(format));
}

exporters::PandocOptions pandoc_options(const PandocProgram& program, std::string_view format,
                                        model::Languages languages) {
  exporters::PandocOptions options;
  options.languages = languages;
  options.api = program.api;
  if (has_images(format)) options.images = exporters::PandocImages::files;
  options.language_spans =
      is_binary_pandoc_format(format) || holds(language_formats, base_of(format));
  return options;
}

Result<void> run_pandoc(const PandocRun& run, host::FileSystem& files,
                        host::ProcessRunner& processes, ByteSink& sink,
                        DiagnosticSink& diagnostics) {
  ImageFolder images(files);
  const bool with_images = has_images(run.format);
  if (with_images && !run.edition.images.empty()) {
    GALPI_CHECK(images.fill(run.images_beside, run.edition.images));
  }
  // The tree names no file but our images and holds no raw markup; where nothing has to be read, a
  // sandbox sees to it a second time.
  bool in_sandbox = !with_images;
  GALPI_TRY(host::ProcessResult result, processes.run(request_for(run, images.path(), in_sandbox)));
  if (in_sandbox && result.exit_status == data_file_missing) {
    in_sandbox = false;
    GALPI_TRY(result, processes.run(request_for(run, images.path(), in_sandbox)));
  }
  if (result.exit_status != 0) return fail(ErrorCode::external_failed, failure_message(result));
  // A pandoc that stopped in the middle of an archive has written no directory at its end. One that
  // did not takes the time of its entries from the clock.
  const bool is_whole = is_binary_pandoc_format(run.format)
                            ? markup::settle_zip_times(result.output)
                            : !result.output.empty();
  if (!is_whole) {
    return fail(ErrorCode::external_failed, "pandoc ended well but its product is not whole");
  }
  report_messages(result.errors, in_sandbox, diagnostics);
  return sink.write(result.output);
}

}  // namespace galpi::app
