// Starting a program with pipes on its three standard streams.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "descriptor.hpp"
#include "galpi/base/result.hpp"

namespace galpi::host {

/// Our ends of the pipes, non-blocking. The program leads a process group of its own.
struct Spawned {
  pid_t id = 0;
  Descriptor input;
  Descriptor output;
  Descriptor errors;
};

/// Looks arguments[0] up in PATH. The environment is PATH, LC_ALL=C.UTF-8 and `more_environment`.
Result<Spawned> spawn(const std::vector<std::string>& arguments,
                      const std::vector<std::string>& more_environment);

}  // namespace galpi::host
