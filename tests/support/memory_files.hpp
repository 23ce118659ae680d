// A file system in memory that records what was read and written, and fails when told to. Paths are
// plain strings: "/a/b" and "a/b" are different files; folders exist when something is in them or
// when they were made. Reading is safe from several threads, as it is in the real one; writing is
// not.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "galpi/host/file_system.hpp"

namespace galpi::tests {

class MemoryFiles final : public host::FileSystem {
 public:
  std::map<std::string, std::string> files;  ///< path → content
  std::set<std::string> folders;             ///< folders that exist without files in them
  std::map<std::string, std::string> links;  ///< path → where it leads (a path of this map's kind)
  std::set<std::string> specials;            ///< fifos, devices

  mutable std::vector<std::string> read_paths;  ///< in order, failures included
  std::vector<std::string> touched_paths;       ///< by touch()
  std::vector<std::string> written_paths;       ///< committed files and replaced folders, in order
  /// How many operations still succeed; each later one fails. For Nth-failure sweeps.
  mutable std::size_t operations_left = std::numeric_limits<std::size_t>::max();

  host::FileKind kind(const std::string& path) const override {
    const std::string target = follow(path);
    if (files.contains(target)) return host::FileKind::regular;
    if (specials.contains(target)) return host::FileKind::other;
    return is_folder(target) ? host::FileKind::directory : host::FileKind::missing;
  }

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    {
      const std::lock_guard lock(*mutex_);
      read_paths.push_back(path);
    }
    if (!operate()) return fail(ErrorCode::unreadable, "cannot read " + path + ": told to fail");
    const auto file = files.find(follow(path));
    if (file == files.end()) return fail(ErrorCode::unreadable, "cannot read " + path);
    if (file->second.size() > limit) {
      return fail(ErrorCode::limit_exceeded, path + " is too large");
    }
    return file->second;
  }

  Result<std::vector<host::DirectoryEntry>> list(const std::string& path) const override {
    const std::string folder = follow(path);
    if (!operate() || !is_folder(folder)) {
      return fail(ErrorCode::unreadable, "cannot list " + path);
    }
    std::set<std::string> names;
    const auto add = [&](const std::string& below) {
      if (!below.starts_with(folder + "/")) return;
      const std::string rest = below.substr(folder.size() + 1);
      names.insert(rest.substr(0, rest.find('/')));
    };
    for (const auto& [name, content] : files) add(name);
    for (const auto& [name, target] : links) add(name);
    for (const std::string& name : folders) add(name);
    for (const std::string& name : specials) add(name);
    std::vector<host::DirectoryEntry> entries;
    for (const std::string& name : names) {
      const std::string whole = folder + "/" + name;
      const host::FileKind what = kind(whole);
      const bool dangling = what == host::FileKind::missing;
      entries.push_back({name, dangling ? host::FileKind::other : what, links.contains(whole)});
    }
    return entries;
  }

  Result<std::string> resolve(const std::string& path) const override {
    if (!operate() || kind(path) == host::FileKind::missing) {
      return fail(ErrorCode::unreadable, "cannot resolve " + path);
    }
    return follow(path);
  }

  Result<std::unique_ptr<host::AtomicFile>> create(const std::string& path) override {
    if (!operate() || is_folder(path)) return fail(ErrorCode::unwritable, "cannot write " + path);
    return std::make_unique<File>(*this, follow(path));
  }

  Result<std::string> create_directory_beside(const std::string& path) override {
    if (!operate()) return fail(ErrorCode::unwritable, "cannot make a folder beside " + path);
    std::string built = without_slash(path) + ".built";
    folders.insert(built);
    return built;
  }

  Result<void> make_directories(const std::string& path) override {
    if (!operate() || files.contains(without_slash(path))) {
      return fail(ErrorCode::unwritable, "cannot make " + path);
    }
    folders.insert(without_slash(path));
    return {};
  }

  Result<void> replace_directory(const std::string& built, const std::string& path) override {
    if (!operate()) return fail(ErrorCode::unwritable, "cannot replace " + path);
    const std::string target = without_slash(path);
    erase_below(target);
    for (auto& [name, content] : std::map(files)) {
      if (name.starts_with(built + "/")) files[target + name.substr(built.size())] = content;
    }
    erase_below(built);
    folders.insert(target);
    written_paths.push_back(target);
    return {};
  }

  void remove_directory(const std::string& path) override { erase_below(without_slash(path)); }

  Result<void> touch(const std::string& path) override {
    if (!operate() || !files.contains(follow(path))) {
      return fail(ErrorCode::unwritable, "cannot touch " + path);
    }
    touched_paths.push_back(path);
    return {};
  }

 private:
  class File final : public host::AtomicFile {
   public:
    File(MemoryFiles& owner, std::string path) : owner_(owner), path_(std::move(path)) {}
    Result<void> write(std::string_view bytes) override {
      if (!owner_.operate()) return fail(ErrorCode::unwritable, "cannot write " + path_);
      content_.append(bytes);
      return {};
    }
    Result<void> commit() override {
      if (!owner_.operate()) return fail(ErrorCode::unwritable, "cannot write " + path_);
      owner_.files[path_] = content_;
      owner_.written_paths.push_back(path_);
      return {};
    }

   private:
    MemoryFiles& owner_;
    std::string path_;
    std::string content_;
  };

  bool operate() const {
    const std::lock_guard lock(*mutex_);
    if (operations_left == 0) return false;
    --operations_left;
    return true;
  }

  static std::string without_slash(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
  }

  bool is_folder(const std::string& path) const {
    const std::string folder = without_slash(path);
    const auto below = [&](const auto& entry) { return entry.starts_with(folder + "/"); };
    return folders.contains(folder) || std::ranges::any_of(folders, below) ||
           std::ranges::any_of(files, [&](const auto& file) { return below(file.first); }) ||
           std::ranges::any_of(links, [&](const auto& link) { return below(link.first); }) ||
           std::ranges::any_of(specials, below);
  }

  /// The path with links resolved; at most 40, as the kernel does, so that loops end.
  std::string follow(const std::string& path) const {
    std::string whole = without_slash(path);
    for (int hops = 0; hops < 40; ++hops) {
      const auto link = std::ranges::find_if(links, [&](const auto& candidate) {
        return whole == candidate.first || whole.starts_with(candidate.first + "/");
      });
      if (link == links.end()) return whole;
      whole = link->second + whole.substr(link->first.size());
    }
    return "(a loop of links)";
  }

  void erase_below(const std::string& folder) {
    const auto inside = [&](const std::string& path) {
      return path == folder || path.starts_with(folder + "/");
    };
    std::erase_if(files, [&](const auto& file) { return inside(file.first); });
    std::erase_if(links, [&](const auto& link) { return inside(link.first); });
    std::erase_if(folders, inside);
    std::erase_if(specials, inside);
  }

  /// Guards read_paths and operations_left; shared, so that a site can be copied.
  std::shared_ptr<std::mutex> mutex_ = std::make_shared<std::mutex>();
};

}  // namespace galpi::tests
