#include "galpi/app/output.hpp"

#include <fmt/format.h>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/paths.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t manifest_bytes = std::size_t{16} << 20U;

/// The folder a file stands in, or nothing for the working directory.
std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos || slash == 0 ? std::string() : path.substr(0, slash);
}

Result<void> check_replaceable(const host::FileReader& files, const std::string& path) {
  if (files.kind(path) == host::FileKind::missing) return {};
  if (files.kind(path) != host::FileKind::directory) {
    return fail(ErrorCode::unwritable, fmt::format("{} is not a folder", quote_for_message(path)));
  }
  GALPI_TRY(const auto entries, files.list(path));
  if (entries.empty()) return {};
  const auto manifest = files.read(path + "/" + std::string(manifest_name), manifest_bytes);
  for (const host::DirectoryEntry& entry : entries) {
    const bool is_ours =
        manifest && (entry.name == manifest_name || manifest->contains("\n" + entry.name + "\n"));
    if (is_ours) continue;
    return fail(ErrorCode::unwritable,
                fmt::format("{} has files that galpi did not write, such as {}; name an empty or "
                            "new folder",
                            quote_for_message(path), quote_for_message(entry.name)));
  }
  return {};
}

Result<void> fill_folder(host::FileSystem& files, const std::string& folder,
                         const std::vector<FolderFile>& contents) {
  std::string manifest = "galpi 1\n";
  for (const FolderFile& file : contents) {
    GALPI_CHECK(write_file(files, folder + "/" + file.name, file.write));
    manifest += file.name + "\n";
  }
  return write_file(files, folder + "/" + manifest_name,
                    [&](ByteSink& sink) { return sink.write(manifest); });
}

}  // namespace

Result<void> write_file(host::FileSystem& files, const std::string& path,
                        const WriteProduct& write) {
  GALPI_TRY(const auto file, files.create(path));
  GALPI_CHECK(write(*file));
  return file->commit();
}

Result<void> write_folder(host::FileSystem& files, const std::string& path,
                          const std::vector<FolderFile>& contents) {
  const std::string target = without_end_slashes(path);
  GALPI_CHECK(check_replaceable(files, target));
  if (const std::string parent = parent_of(target); !parent.empty()) {
    GALPI_CHECK(files.make_directories(parent));
  }
  GALPI_TRY(const std::string built, files.create_directory_beside(target));
  Result<void> result = fill_folder(files, built, contents);
  if (result) result = files.replace_directory(built, target);
  if (!result) files.remove_directory(built);
  return result;
}

}  // namespace galpi::app
