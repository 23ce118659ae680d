#include "folders.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "paths.hpp"

namespace galpi::host {
namespace {

constexpr mode_t everyone = 0777;
constexpr unsigned most_attempts = 10'000;

std::unexpected<Error> cannot_replace(const std::string& path, int cause) {
  return std::unexpected(system_error(ErrorCode::unwritable, "replace", path, cause));
}

/// Where `path` really is: `.`, `..` and links to folders name a folder by something else.
Result<std::string> real_target(const std::string& path) {
  std::error_code error;
  const std::filesystem::path resolved = std::filesystem::canonical(path, error);
  return error ? follow_final_link(path) : Result<std::string>(resolved.string());
}

/// For file systems without RENAME_EXCHANGE: for a moment nothing is at `path`.
int swap_by_two_renames(const std::string& built, const std::string& path) {
  for (unsigned attempt = 0; attempt < most_attempts; ++attempt) {
    const std::string aside = temporary_path(split_path(path), attempt);
    if (::access(aside.c_str(), F_OK) == 0) continue;
    if (::rename(path.c_str(), aside.c_str()) != 0) return errno;
    if (::rename(built.c_str(), path.c_str()) != 0) {
      const int cause = errno;
      ::rename(aside.c_str(), path.c_str());
      return cause;
    }
    return ::rename(aside.c_str(), built.c_str()) == 0 ? 0 : errno;
  }
  return EEXIST;
}

/// Puts `built` at `path`, and what was there (if anything) at `built`.
int swap_in(const std::string& built, const std::string& path) {
  if (::renameat2(AT_FDCWD, built.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno == ENOENT) return ::rename(built.c_str(), path.c_str()) == 0 ? 0 : errno;
  if (errno != ENOSYS && errno != EINVAL) return errno;
  return swap_by_two_renames(built, path);
}

}  // namespace

Result<std::string> FoldersInWork::create_beside(const std::string& path) {
  GALPI_TRY(const std::string target, real_target(path));
  const SplitPath split = split_path(target);
  sweep_abandoned(split.folder);
  for (unsigned attempt = 0; attempt < most_attempts; ++attempt) {
    std::string built = temporary_path(split, attempt);
    if (::mkdir(built.c_str(), everyone) == 0) {
      Descriptor lock(::open(built.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
      if (lock.is_open()) ::flock(lock.get(), LOCK_EX | LOCK_NB);
      building_[built] = {std::move(lock), TemporaryRegistration(TemporaryKind::folder, built)};
      return built;
    }
    if (errno != EEXIST) break;
  }
  return std::unexpected(system_error(ErrorCode::unwritable, "make a folder beside", path, errno));
}

Result<void> FoldersInWork::replace(const std::string& built, const std::string& path) {
  GALPI_TRY(const std::string target, real_target(path));
  struct stat status{};
  if (::stat(target.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) {
    return cannot_replace(path, ENOTDIR);
  }
  if (const int cause = swap_in(built, target); cause != 0) return cannot_replace(path, cause);
  const Descriptor parent(
      ::open(split_path(target).folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.is_open()) ::fsync(parent.get());
  remove(built);
  return {};
}

void FoldersInWork::remove(const std::string& path) {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
  building_.erase(path);
}

}  // namespace galpi::host
