// What must go when a signal ends the process: temporary files, folders, and process groups. The
// one piece of process-wide state galpi has, because signal handlers can see nothing else.
#pragma once

#include <sys/types.h>

#include <string>

namespace galpi::host {

enum class TemporaryKind : unsigned char { file, folder };

/// Keeps a temporary path registered while it lives. With too many at once, or a path too long, it
/// is simply not registered: the next run sweeps what a signal leaves.
class TemporaryRegistration {
 public:
  TemporaryRegistration() = default;
  TemporaryRegistration(TemporaryKind kind, const std::string& path);
  TemporaryRegistration(TemporaryRegistration&& other) noexcept;
  TemporaryRegistration& operator=(TemporaryRegistration&& other) noexcept;
  TemporaryRegistration(const TemporaryRegistration&) = delete;
  TemporaryRegistration& operator=(const TemporaryRegistration&) = delete;
  ~TemporaryRegistration();

 private:
  int slot_ = -1;
};

/// The same for a process group of ours.
class GroupRegistration {
 public:
  explicit GroupRegistration(pid_t group);
  GroupRegistration(const GroupRegistration&) = delete;
  GroupRegistration& operator=(const GroupRegistration&) = delete;
  ~GroupRegistration();

 private:
  int slot_ = -1;
};

/// Removes and kills everything registered. Async-signal-safe; folders are taken to be flat.
void clean_up_in_signal_handler();

}  // namespace galpi::host
