#include "paths.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <filesystem>
#include <memory>
#include <system_error>

#include "descriptor.hpp"

namespace galpi::host {
namespace {

constexpr std::string_view marker = ".galpi-";
constexpr std::string_view suffix = ".tmp";
constexpr int most_links = 40;  // as the kernel allows

/// Owners of temporaries hold a lock on them: a process id may be another's, a lock may not.
bool is_locked(const std::string& path) {
  const Descriptor entry(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC));
  return entry.is_open() && ::flock(entry.get(), LOCK_EX | LOCK_NB) != 0;
}

}  // namespace

SplitPath split_path(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {".", std::string(path)};
  return {std::string(path.substr(0, slash == 0 ? 1 : slash)), std::string(path.substr(slash + 1))};
}

Result<std::string> follow_final_link(const std::string& path) {
  std::string current = path;
  for (int hops = 0; hops < most_links; ++hops) {
    std::array<char, PATH_MAX> target;
    const ssize_t length = ::readlink(current.c_str(), target.data(), target.size());
    if (length < 0) return current;  // no link, or nothing there: open() will say what is wrong
    const std::string_view leads_to(target.data(), static_cast<std::size_t>(length));
    current = leads_to.starts_with('/')
                  ? std::string(leads_to)
                  : fmt::format("{}/{}", split_path(current).folder, leads_to);
  }
  return std::unexpected(system_error(ErrorCode::unwritable, "write", path, ELOOP));
}

std::string temporary_path(const SplitPath& target, unsigned attempt) {
  const std::string tail = fmt::format("{}{}-{}{}", marker, ::getpid(), attempt, suffix);
  std::size_t length = std::min<std::size_t>(target.name.size(), NAME_MAX - 1 - tail.size());
  while (length > 0 && length < target.name.size() &&
         (static_cast<unsigned char>(target.name[length]) & 0xC0U) == 0x80U) {
    --length;
  }
  return fmt::format("{}/.{}{}", target.folder, std::string_view(target.name).substr(0, length),
                     tail);
}

bool is_abandoned_temporary(std::string_view name) {
  const std::size_t at = name.rfind(marker);
  if (!name.starts_with('.') || !name.ends_with(suffix) || at == std::string_view::npos) {
    return false;
  }
  const char* const end = name.data() + name.size();
  pid_t process = 0;
  const auto first = std::from_chars(name.data() + at + marker.size(), end, process);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-' || process <= 0)
    return false;
  unsigned attempt = 0;
  const auto second = std::from_chars(first.ptr + 1, end, attempt);
  if (second.ec != std::errc() || std::string_view(second.ptr, end) != suffix) return false;
  return ::kill(process, 0) != 0 && errno == ESRCH;
}

void sweep_abandoned(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::opendir(folder.c_str()), ::closedir);
  while (const dirent* entry = entries ? ::readdir(entries.get()) : nullptr) {
    if (!is_abandoned_temporary(entry->d_name)) continue;
    const std::string path = fmt::format("{}/{}", folder, entry->d_name);
    std::error_code ignored;
    if (!is_locked(path)) std::filesystem::remove_all(path, ignored);
  }
}

}  // namespace galpi::host
