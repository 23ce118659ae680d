#include "build_run.hpp"

#include <fmt/format.h>

#include <utility>

#include "export_job.hpp"
#include "galpi/app/output.hpp"
#include "galpi/app/traced_files.hpp"
#include "galpi/base/diagnostic.hpp"
#include "session.hpp"
#include "verbs.hpp"

namespace galpi::cli {
namespace {

constexpr std::size_t record_bytes = std::size_t{64} << 20U;
constexpr const char* record_folder = ".galpi";

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

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
  auto record = app::parse_build_record(*text);
  if (!record) return std::nullopt;
  return *std::move(record);
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
      if (const auto kept = keep(product, record.value_or(app::BuildRecord())); !kept) {
        return console_.fail(kept.error());
      }
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
  say_what_stayed(products.size());
  return ExitStatus::done;
}

ExitStatus BuildRun::make(BookProduct& product) {
  app::FileTrace trace;
  Session session =
      Session::prepared(product.arguments.common, app::traced_files(host::system_files(), trace));
  ExportJob job(session, product.arguments);
  const auto made = [&]() -> Result<std::string> {
    GALPI_CHECK(make_folder_of(*files_, product.target.path));
    GALPI_TRY(std::string done, job.run());
    GALPI_TRY(const app::BuildRecord record,
              app::record_build(product.target, trace, job.posts(),
                                session.console().counts().warnings, *files_));
    GALPI_CHECK(
        write_text(*files_, record_path(product.target.path), app::format_build_record(record)));
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

Result<void> BuildRun::keep(const BookProduct& product, const app::BuildRecord& record) {
  ++kept_;
  warnings_of_kept_ += record.warnings;
  if (!arguments_.depfile || arguments_.dry_run) return {};
  rules_.push_back(app::depfile_rule(product.target, record, configuration_));
  // Make asked because something is newer; it would ask again each time.
  return files_->touch(product.target.path);
}

Result<void> BuildRun::write_depfile() {
  if (!arguments_.depfile) return {};
  return write_text(*files_, *arguments_.depfile, app::format_depfile(rules_));
}

void BuildRun::say_what_stayed(std::size_t products) {
  if (products == 0) return console_.say("no book touches the range");
  if (kept_ == 0) return;
  std::string line =
      fmt::format("{} {} up to date", counted(kept_, "file"), kept_ == 1 ? "is" : "are");
  if (warnings_of_kept_ > 0) line += " (there were warnings; --force shows them)";
  console_.say(line);
}

}  // namespace galpi::cli
