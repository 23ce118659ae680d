#include "cleanup.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <utility>

namespace galpi::host {
namespace {

// Fixed storage: a handler may neither allocate nor read what another thread is freeing.
constexpr int slots = 64;
constexpr std::size_t longest_path = 4096;

enum SlotState : int { slot_free, slot_filling, slot_file, slot_folder };

struct Slot {
  std::atomic<int> state{slot_free};
  std::array<char, longest_path> path{};
};

std::array<Slot, slots> temporaries;           // NOLINT
std::array<std::atomic<pid_t>, slots> groups;  // NOLINT

/// struct linux_dirent64 of getdents64(2); readdir() allocates, this does not.
struct KernelEntry {
  std::uint64_t inode;
  std::int64_t offset;
  unsigned short length;  // NOLINT
  unsigned char type;
  char name[1];  // NOLINT
};

void remove_flat_folder(const char* path) {
  const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  if (folder < 0) return;
  alignas(KernelEntry) std::array<char, 8192> buffer;
  for (;;) {
    const long count = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
    if (count <= 0) break;
    for (long at = 0; at < count;) {
      const auto* entry = reinterpret_cast<const KernelEntry*>(buffer.data() + at);
      ::unlinkat(folder, entry->name, 0);
      at += entry->length;
    }
  }
  ::close(folder);
  ::rmdir(path);
}

}  // namespace

TemporaryRegistration::TemporaryRegistration(TemporaryKind kind, const std::string& path) {
  if (path.size() >= longest_path) return;
  for (int i = 0; i < slots; ++i) {
    Slot& slot = temporaries[static_cast<std::size_t>(i)];
    int expected = slot_free;
    if (!slot.state.compare_exchange_strong(expected, slot_filling)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = kind == TemporaryKind::file ? slot_file : slot_folder;
    slot_ = i;
    return;
  }
}

TemporaryRegistration::TemporaryRegistration(TemporaryRegistration&& other) noexcept
    : slot_(std::exchange(other.slot_, -1)) {}

TemporaryRegistration& TemporaryRegistration::operator=(TemporaryRegistration&& other) noexcept {
  std::swap(slot_, other.slot_);
  return *this;
}

TemporaryRegistration::~TemporaryRegistration() {
  if (slot_ >= 0) temporaries[static_cast<std::size_t>(slot_)].state = slot_free;
}

GroupRegistration::GroupRegistration(pid_t group) {
  for (int i = 0; i < slots; ++i) {
    pid_t expected = 0;
    if (!groups[static_cast<std::size_t>(i)].compare_exchange_strong(expected, group)) continue;
    slot_ = i;
    return;
  }
}

GroupRegistration::~GroupRegistration() {
  if (slot_ >= 0) groups[static_cast<std::size_t>(slot_)] = 0;
}

void clean_up_in_signal_handler() {
  for (Slot& slot : temporaries) {
    const int state = slot.state;
    if (state == slot_file) ::unlink(slot.path.data());
    if (state == slot_folder) remove_flat_folder(slot.path.data());
  }
  for (const std::atomic<pid_t>& group : groups) {
    if (const pid_t id = group; id > 0) ::kill(-id, SIGKILL);
  }
}

}  // namespace galpi::host
