// Folders that are built beside their place and swapped in.
#pragma once

#include <map>
#include <string>

#include "cleanup.hpp"
#include "descriptor.hpp"
#include "galpi/base/result.hpp"

namespace galpi::host {

/// The folders this process is building; each is locked, so that no other run sweeps it.
class FoldersInWork {
 public:
  Result<std::string> create_beside(const std::string& path);
  Result<void> replace(const std::string& built, const std::string& path);
  void remove(const std::string& path);
  bool contains(const std::string& folder) const { return building_.contains(folder); }

 private:
  struct Hold {
    Descriptor lock;
    TemporaryRegistration registration;
  };
  std::map<std::string, Hold> building_;
};

}  // namespace galpi::host
