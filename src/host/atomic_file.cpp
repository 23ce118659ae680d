#include "atomic_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>

#include "cleanup.hpp"
#include "descriptor.hpp"
#include "paths.hpp"

namespace galpi::host {
namespace {

constexpr std::size_t buffer_size = std::size_t{256} << 10U;
constexpr mode_t everyone = 0666;  // the umask takes away what the user wants taken away
constexpr unsigned most_attempts = 10'000;

std::unexpected<Error> cannot_write(const std::string& path, int cause) {
  return std::unexpected(system_error(ErrorCode::unwritable, "write", path, cause));
}

/// fsync() of a file system that cannot do it (EINVAL) is no failure.
int sync_descriptor(int descriptor) {
  while (::fsync(descriptor) != 0) {
    if (errno != EINTR) return errno == EINVAL || errno == EROFS ? 0 : errno;
  }
  return 0;
}

class RenamedFile final : public AtomicFile {
 public:
  RenamedFile(std::string shown_path, std::string target, std::string temporary,
              Descriptor descriptor)
      : shown_path_(std::move(shown_path)),
        target_(std::move(target)),
        temporary_(std::move(temporary)),
        descriptor_(std::move(descriptor)),
        registration_(TemporaryKind::file, temporary_) {}
  RenamedFile(const RenamedFile&) = delete;
  RenamedFile& operator=(const RenamedFile&) = delete;
  ~RenamedFile() override {
    if (!finished_) ::unlink(temporary_.c_str());
  }

  Result<void> write(std::string_view bytes) override {
    if (buffer_.size() + bytes.size() <= buffer_size) {
      buffer_.append(bytes);
      return {};
    }
    GALPI_CHECK(flush());
    if (bytes.size() > buffer_size) return write_through(bytes);
    buffer_.assign(bytes);
    return {};
  }

  Result<void> commit() override {
    GALPI_CHECK(flush());
    int cause = sync_descriptor(descriptor_.get());
    if (cause == 0) cause = descriptor_.close();
    if (cause == 0 && ::rename(temporary_.c_str(), target_.c_str()) != 0) cause = errno;
    if (cause != 0) return cannot_write(shown_path_, cause);
    finished_ = true;
    registration_ = {};
    const Descriptor folder(
        ::open(split_path(target_).folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.is_open()) sync_descriptor(folder.get());
    return {};
  }

 private:
  Result<void> flush() {
    GALPI_CHECK(write_through(buffer_));
    buffer_.clear();
    return {};
  }

  /// After one failed write no later one may succeed: the file would have a hole.
  Result<void> write_through(std::string_view bytes) {
    if (failure_ == 0) failure_ = write_all(descriptor_.get(), bytes);
    if (failure_ != 0) return cannot_write(shown_path_, failure_);
    return {};
  }

  std::string shown_path_;
  std::string target_;
  std::string temporary_;
  Descriptor descriptor_;
  TemporaryRegistration registration_;
  std::string buffer_;
  int failure_ = 0;
  bool finished_ = false;
};

class DirectFile final : public AtomicFile {
 public:
  DirectFile(std::string shown_path, Descriptor descriptor)
      : shown_path_(std::move(shown_path)), descriptor_(std::move(descriptor)) {}

  Result<void> write(std::string_view bytes) override {
    content_.append(bytes);
    return {};
  }

  Result<void> commit() override {
    int cause = write_all(descriptor_.get(), content_);
    if (cause == 0) cause = descriptor_.close();
    if (cause != 0) return cannot_write(shown_path_, cause);
    return {};
  }

 private:
  std::string shown_path_;
  Descriptor descriptor_;
  std::string content_;
};

/// Non-blocking, so that a pipe without a reader is an error (ENXIO) and not a hang.
Result<std::unique_ptr<AtomicFile>> open_special(const std::string& path) {
  Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (!descriptor.is_open()) return cannot_write(path, errno);
  return std::make_unique<DirectFile>(path, std::move(descriptor));
}

}  // namespace

Result<std::unique_ptr<AtomicFile>> create_atomic_file(const std::string& path) {
  struct stat status{};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return cannot_write(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return open_special(path);
  if (!exists && errno != ENOENT) return cannot_write(path, errno);
  if (path.ends_with('/')) return cannot_write(path, EISDIR);
  GALPI_TRY(const std::string target, follow_final_link(path));
  const SplitPath split = split_path(target);
  for (unsigned attempt = 0; attempt < most_attempts; ++attempt) {
    std::string temporary = temporary_path(split, attempt);
    Descriptor descriptor(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, everyone));
    if (descriptor.is_open()) {
      ::flock(descriptor.get(), LOCK_EX | LOCK_NB);  // tells sweepers that its owner lives
      return std::make_unique<RenamedFile>(path, target, std::move(temporary),
                                           std::move(descriptor));
    }
    if (errno != EEXIST) return cannot_write(path, errno);
  }
  return cannot_write(path, EEXIST);
}

}  // namespace galpi::host
