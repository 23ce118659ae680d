// Which files of a blog are posts: Jekyll's rules (_posts, YYYY-MM-DD-slug.md, sub-folders).
#pragma once

#include <string>
#include <vector>

#include "galpi/base/diagnostic.hpp"
#include "galpi/base/result.hpp"
#include "galpi/host/file_system.hpp"

namespace galpi::ingest {

struct PostFile {
  std::string path;    ///< to open it
  std::string file;    ///< the input as typed plus the path below it, for diagnostics
  std::string source;  ///< relative to the site root: `_posts/2026-10-01-x.md`
  std::string root;    ///< the site root; images are looked for below it
};

/// Posts below `input`: a post file, a `_posts` folder, or a site root that has one (or, failing
/// that, any folder of posts). Sorted by source path. Special files, dangling links and links that
/// leave the root or loop are skipped and reported. Files whose names are no post names are skipped
/// (reported as notes) inside `_posts`, but a file named by the user is always taken.
Result<std::vector<PostFile>> find_posts(const host::FileReader& files, const std::string& input,
                                         DiagnosticSink& diagnostics);

/// Whether a file at `path` would be one of find_posts(input), were it written. Both are compared
/// as text: normalised, from the same folder.
bool would_be_post(const host::FileReader& files, const std::string& input,
                   const std::string& path);

}  // namespace galpi::ingest
