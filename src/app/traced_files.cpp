#include "galpi/app/traced_files.hpp"

#include <mutex>
#include <utility>

#include "galpi/base/paths.hpp"
#include "galpi/base/sha256.hpp"

namespace galpi::app {
namespace {

class TracedFiles final : public host::FileSystem {
 public:
  TracedFiles(std::unique_ptr<host::FileSystem> inner, FileTrace& trace)
      : inner_(std::move(inner)), trace_(trace) {}

  host::FileKind kind(const std::string& path) const override {
    remember(path, nullptr);
    return inner_->kind(path);
  }

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    Result<std::string> content = inner_->read(path, limit);
    remember(path, content ? &*content : nullptr);
    return content;
  }

  Result<std::vector<host::DirectoryEntry>> list(const std::string& path) const override {
    return inner_->list(path);
  }

  Result<std::string> resolve(const std::string& path) const override {
    return inner_->resolve(path);
  }

  Result<std::unique_ptr<host::AtomicFile>> create(const std::string& path) override {
    GALPI_TRY(auto file, inner_->create(path));
    return std::make_unique<TracedFile>(*this, path, std::move(file));
  }

  Result<std::string> create_directory_beside(const std::string& path) override {
    GALPI_TRY(std::string folder, inner_->create_directory_beside(path));
    in_work_.insert(folder);
    return folder;
  }

  Result<void> make_directories(const std::string& path) override {
    return inner_->make_directories(path);
  }

  /// What was written into the folder while it was in work was written into its place.
  Result<void> replace_directory(const std::string& built, const std::string& path) override {
    GALPI_CHECK(inner_->replace_directory(built, path));
    const std::string target = without_end_slashes(path);
    for (const auto& [name, hash] : written_in_work_) {
      if (name.starts_with(built + "/")) {
        trace_.writes[target + name.substr(built.size())] = hash;
      }
    }
    forget(built);
    return {};
  }

  void remove_directory(const std::string& path) override {
    inner_->remove_directory(path);
    forget(path);
  }

  Result<void> touch(const std::string& path) override { return inner_->touch(path); }

 private:
  /// `content` is what was read, if it could be.
  void remember(const std::string& path, const std::string* content) const {
    std::string hash = content == nullptr ? "" : sha256_hex(*content);
    const std::lock_guard lock(mutex_);
    if (is_in_work(path)) return;
    if (content == nullptr) {
      trace_.asked.insert(path);
    } else {
      trace_.reads[path] = std::move(hash);
    }
  }

  class TracedFile final : public host::AtomicFile {
   public:
    TracedFile(TracedFiles& owner, std::string path, std::unique_ptr<host::AtomicFile> inner)
        : owner_(owner), path_(std::move(path)), inner_(std::move(inner)) {}

    Result<void> write(std::string_view bytes) override {
      GALPI_CHECK(inner_->write(bytes));
      hash_.add(bytes);
      return {};
    }

    Result<void> commit() override {
      GALPI_CHECK(inner_->commit());
      const std::lock_guard lock(owner_.mutex_);
      auto& written = owner_.is_in_work(path_) ? owner_.written_in_work_ : owner_.trace_.writes;
      written[path_] = hash_.hex();
      return {};
    }

   private:
    TracedFiles& owner_;
    std::string path_;
    std::unique_ptr<host::AtomicFile> inner_;
    Sha256 hash_;
  };

  bool is_in_work(const std::string& path) const {
    for (const std::string& folder : in_work_) {
      if (path == folder || path.starts_with(folder + "/")) return true;
    }
    return false;
  }

  void forget(const std::string& folder) {
    std::erase_if(written_in_work_,
                  [&](const auto& file) { return file.first.starts_with(folder + "/"); });
    in_work_.erase(folder);
  }

  std::unique_ptr<host::FileSystem> inner_;
  FileTrace& trace_;
  mutable std::mutex mutex_;       ///< posts are read by several threads
  std::set<std::string> in_work_;  ///< folders that will be renamed or removed
  std::map<std::string, std::string> written_in_work_;
};

}  // namespace

std::unique_ptr<host::FileSystem> traced_files(std::unique_ptr<host::FileSystem> inner,
                                               FileTrace& trace) {
  return std::make_unique<TracedFiles>(std::move(inner), trace);
}

}  // namespace galpi::app
