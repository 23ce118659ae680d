// A file system that remembers what was read and written: the truth about what a product is made
// of, whatever the stages between do.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "galpi/host/file_system.hpp"

namespace galpi::app {

/// Contents are told by SHA-256, in hexadecimal. Folders that were made for work and taken away
/// again, and what happened in them, are left out.
struct FileTrace {
  std::map<std::string, std::string> reads;   ///< the last content seen
  std::set<std::string> asked;                ///< looked for, or read in vain
  std::map<std::string, std::string> writes;  ///< the last content committed
};

/// Passes everything on to `inner`. `trace` must live as long; it may be looked at when no other
/// thread works with the file system.
std::unique_ptr<host::FileSystem> traced_files(std::unique_ptr<host::FileSystem> inner,
                                               FileTrace& trace);

}  // namespace galpi::app
