// Starting a program with pipes on its three standard streams.
#pragma once

#include <sys/types.h>

#include "descriptor.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/process.hpp"

namespace galpi::host {

/// Our ends of the pipes, non-blocking. The program leads a process group of its own.
struct Spawned {
  pid_t id = 0;
  Descriptor input;
  Descriptor output;
  Descriptor errors;
};

/// Looks the program up in PATH. The environment is PATH, LC_ALL=C.UTF-8 and what is asked for.
Result<Spawned> spawn(const ProcessRequest& request);

}  // namespace galpi::host
