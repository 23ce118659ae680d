#include "galpi/host/file_system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>

#include "atomic_file.hpp"
#include "descriptor.hpp"
#include "folders.hpp"
#include "galpi/base/diagnostic.hpp"
#include "paths.hpp"

namespace galpi::host {
namespace {

std::unexpected<Error> cannot_read(const std::string& path, int cause) {
  return std::unexpected(system_error(ErrorCode::unreadable, "read", path, cause));
}

FileKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  return S_ISDIR(mode) ? FileKind::directory : FileKind::other;
}

DirectoryEntry entry_of(int folder, const char* name) {
  DirectoryEntry entry{name, FileKind::other, false};
  struct stat status{};
  if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return entry;
  entry.is_link = S_ISLNK(status.st_mode);
  if (entry.is_link && ::fstatat(folder, name, &status, 0) != 0) return entry;
  entry.kind = kind_of_mode(status.st_mode);
  return entry;
}

class SystemFiles final : public FileSystem {
 public:
  FileKind kind(const std::string& path) const override {
    struct stat status{};
    if (::stat(path.c_str(), &status) == 0) return kind_of_mode(status.st_mode);
    return errno == ENOENT || errno == ENOTDIR ? FileKind::missing : FileKind::other;
  }

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    std::size_t size = 0;
    GALPI_TRY(const Descriptor file, open_regular(path, size));
    std::string content;
    content.reserve(std::min(size, limit) + 1);
    const int cause = read_all(file.get(), limit, content);
    if (cause != 0) return cannot_read(path, cause);
    if (content.size() <= limit) return content;
    return fail(ErrorCode::limit_exceeded,
                fmt::format("{} is larger than {} bytes",
                            quote_for_message(path, longest_path_shown), limit));
  }

  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
    if (!folder) return cannot_read(path, errno);
    std::vector<DirectoryEntry> entries;
    errno = 0;
    while (const dirent* next = ::readdir(folder.get())) {
      const std::string_view name = next->d_name;
      if (name != "." && name != "..") {
        entries.push_back(entry_of(::dirfd(folder.get()), next->d_name));
      }
      errno = 0;
    }
    if (errno != 0) return cannot_read(path, errno);
    std::ranges::sort(entries, {}, &DirectoryEntry::name);
    return entries;
  }

  Result<std::string> resolve(const std::string& path) const override {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                           std::free);
    if (!real) return cannot_read(path, errno);
    return std::string(real.get());
  }

  Result<std::unique_ptr<AtomicFile>> create(const std::string& path) override {
    const std::string folder = split_path(path).folder;
    // Once per folder: a look at every entry for every file would be quadratic.
    if (!folders_.contains(folder) && swept_.insert(folder).second) sweep_abandoned(folder);
    return create_atomic_file(path);
  }

  Result<std::string> create_directory_beside(const std::string& path) override {
    return folders_.create_beside(path);
  }

  Result<void> make_directories(const std::string& path) override {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (!error && kind(path) == FileKind::directory) return {};
    const int cause = error ? error.value() : ENOTDIR;
    return std::unexpected(system_error(ErrorCode::unwritable, "make the folder", path, cause));
  }

  Result<void> replace_directory(const std::string& built, const std::string& path) override {
    return folders_.replace(built, path);
  }

  void remove_directory(const std::string& path) override { folders_.remove(path); }

  Result<void> touch(const std::string& path) override {
    if (::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0) return {};
    return std::unexpected(system_error(ErrorCode::unwritable, "touch", path, errno));
  }

 private:
  FoldersInWork folders_;
  std::set<std::string> swept_;
};

}  // namespace

std::unique_ptr<FileSystem> system_files() { return std::make_unique<SystemFiles>(); }

}  // namespace galpi::host
