#include "build_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "export_job.hpp"
#include "galpi/app/output.hpp"
#include "galpi/app/post_stream.hpp"
#include "galpi/app/traced_files.hpp"
#include "galpi/base/diagnostic.hpp"
#include "galpi/base/paths.hpp"
#include "session.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t record_bytes = std::size_t{64} << 20U;
constexpr std::size_t stream_bytes = std::size_t{1} << 30U;
constexpr const char* record_folder = ".galpi";

/// `books/october.epub` → `books/.galpi/october.epub.json`.
std::string record_path(const std::string& product) {
  const std::string folder = folder_of(product);
  return fmt::format("{}{}/{}.json", folder, record_folder, product.substr(folder.size()));
}

Result<void> make_folder_of(host::FileSystem& files, const std::string& path) {
  const std::string folder = folder_of(path);
  return folder.empty() ? Result<void>() : files.make_directories(folder);
}

Result<void> write_text(host::FileSystem& files, const std::string& path, const std::string& text) {
  GALPI_CHECK(make_folder_of(files, path));
  return app::write_file(files, path, [&](ByteSink& sink) { return sink.write(text); });
}

}  // namespace

BuildRun::BuildRun(const BuildArguments& arguments, std::string configuration, Console& console)
    : arguments_(arguments),
      configuration_(std::move(configuration)),
      console_(console),
      files_(host::system_files()),
      state_(*files_) {}

std::optional<app::BuildRecord> BuildRun::record_of(const BookProduct& product) const {
  const auto text = files_->read(record_path(product.target.path), record_bytes);
  if (!text) return std::nullopt;
  const auto record = app::parse_build_record(*text);
  if (!record) return std::nullopt;
  return app::relocated(*record, "", folder_of(configuration_));
}

std::optional<std::string> BuildRun::reason_to_make(const BookProduct& product,
                                                    const std::optional<app::BuildRecord>& record) {
  if (auto reason = state_.reason_to_build(product.target, record)) return reason;
  if (arguments_.force) return "--force";
  // It was made without --strict; with it, it would not have been.
  if (arguments_.common.strict && record && record->warnings > 0) return "it has warnings";
  return std::nullopt;
}

ExitStatus BuildRun::run(std::vector<BookProduct>& products) {
  std::string plan;
  std::size_t planned = 0;
  for (BookProduct& product : products) {
    const auto record = record_of(product);
    const auto reason = reason_to_make(product, record);
    if (!reason) {
      keep(product, record.value_or(app::BuildRecord()));
    } else if (arguments_.dry_run) {
      plan += fmt::format("{}: {}\n", product.target.path, *reason);
      ++planned;
    } else if (const ExitStatus status = make(product); status != ExitStatus::done) {
      return status;
    }
  }
  if (arguments_.dry_run) {
    const ExitStatus status = print(plan);
    console_.say(
        fmt::format("{} of {} would be written", planned, counted(products.size(), "file")));
    return status;
  }
  if (const auto written = write_depfile(); !written) return console_.fail(written.error());
  // Last of all: a step that failed must look to Make as if it had not been taken.
  if (const auto touched = touch_kept(); !touched) return console_.fail(touched.error());
  say_what_stayed(products.size());
  return ExitStatus::done;
}

std::vector<std::string> BuildRun::out_of_date(const std::vector<BookProduct>& products) {
  std::vector<std::string> paths;
  for (const BookProduct& product : products) {
    if (reason_to_make(product, record_of(product))) paths.push_back(product.target.path);
  }
  return paths;
}

ExitStatus BuildRun::make(BookProduct& product) {
  app::FileTrace trace;
  Session session =
      Session::prepared(product.arguments.common, app::traced_files(host::system_files(), trace));
  ExportJob job(session, product.arguments);
  const auto made = [&]() -> Result<std::string> {
    GALPI_CHECK(prepare_places(product));
    for (const std::string& input : product.target.sources.inputs) {
      // Lines are streamed past the trace; what they were has to be known before.
      if (app::is_json_stream(input)) GALPI_CHECK(session.files().read(input, stream_bytes));
    }
    GALPI_TRY(std::string done, job.run());
    const DiagnosticCounts& counts = session.console().counts();
    GALPI_TRY(const app::BuildRecord record,
              app::record_build(product.target,
                                {trace, job.posts(), counts.warnings, counts.errors}, *files_));
    const auto kept = app::relocated(record, folder_of(configuration_), "");
    GALPI_CHECK(
        write_text(*files_, record_path(product.target.path), app::format_build_record(kept)));
    rules_.push_back(app::depfile_rule(product.target, record, configuration_));
    return done;
  }();
  if (!made) {
    Error error = made.error();
    if (!error.span) error.message = quote_for_message(product.target.path) + ": " + error.message;
    return session.console().fail(error);
  }
  session.console().say(*made);
  return ExitStatus::done;
}

/// Folders first: a record that cannot be written should be known before the work is done.
Result<void> BuildRun::prepare_places(const BookProduct& product) {
  const std::string& path = product.target.path;
  if (files_->kind(path) == host::FileKind::directory) {
    return fail(ErrorCode::unwritable, "a folder is in its place");
  }
  GALPI_CHECK(make_folder_of(*files_, record_path(path)));
  if (!product.arguments.ledger) return {};
  return make_folder_of(*files_, *product.arguments.ledger);
}

void BuildRun::keep(const BookProduct& product, const app::BuildRecord& record) {
  kept_.push_back(product.target.path);
  warnings_of_kept_ += record.warnings;
  errors_of_kept_ += record.errors;
  rules_.push_back(app::depfile_rule(product.target, record, configuration_));
}

/// Make asked because something is newer; it would ask again each time.
Result<void> BuildRun::touch_kept() {
  if (!arguments_.depfile) return {};
  for (const std::string& path : kept_) GALPI_CHECK(files_->touch(path));
  return {};
}

Result<void> BuildRun::write_depfile() {
  if (!arguments_.depfile || rules_.empty()) return {};
  const std::string text = app::format_depfile(rules_);
  if (*arguments_.depfile == "-") {
    return print(text) == ExitStatus::done
               ? Result<void>()
               : fail(ErrorCode::unwritable, "cannot write the depfile to stdout");
  }
  const auto is_it = [place = normal_path(*arguments_.depfile)](const std::string& path) {
    return normal_path(path) == place;
  };
  for (const app::DepfileRule& rule : rules_) {
    if (!is_it(rule.target) && std::ranges::none_of(rule.inputs, is_it)) continue;
    return fail(ErrorCode::usage, fmt::format("--depfile names {}, which books are made of",
                                              quote_for_message(*arguments_.depfile, 200)));
  }
  return write_text(*files_, *arguments_.depfile, text);
}

void BuildRun::say_what_stayed(std::size_t products) {
  if (products == 0) return console_.say("no book touches the range");
  if (kept_.empty()) return;
  std::string line = fmt::format("{} {} up to date", counted(kept_.size(), "file"),
                                 kept_.size() == 1 ? "is" : "are");
  if (errors_of_kept_ > 0) {
    line += " (posts were left out; --force shows them)";
  } else if (warnings_of_kept_ > 0) {
    line += " (there were warnings; --force shows them)";
  }
  console_.say(line);
}

}  // namespace galpi::cli
