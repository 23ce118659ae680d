#include "galpi/ingest/find_posts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "galpi/base/paths.hpp"
#include "post_name.hpp"

namespace galpi::ingest {
namespace {

constexpr std::string_view posts_folder = "_posts";
/// Deeper folders are no blog, but a loop of mounts or an attack on the stack of names.
constexpr std::size_t deepest_folder = 32;

std::string join(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == "./") return std::string(folder) + std::string(name);
  return std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

bool is_below(std::string_view path, std::string_view root) {
  if (root == "/") return path.starts_with('/');
  return path == root || (path.starts_with(root) && path[root.size()] == '/');
}

/// Where an input lies within its site: `a/_posts/b/x.md` is `_posts/b/x.md` of the site `a`.
struct SitePlace {
  std::string root;    ///< of the site; "." when the input has no folder before `_posts`
  std::string source;  ///< of the input within it; empty for the root itself
};

/// Splits `path` at its last component `_posts`; nothing when it has none.
std::optional<SitePlace> split_at_posts(const std::string& path) {
  std::size_t end = path.size();
  while (end > 0) {
    const std::size_t slash = path.rfind('/', end - 1);
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    if (path.substr(begin, end - begin) == posts_folder) {
      const std::string before = path.substr(0, begin);
      return SitePlace{before.empty() ? "." : without_end_slashes(before), path.substr(begin)};
    }
    if (slash == std::string::npos) break;
    end = slash;
  }
  return std::nullopt;
}

class PostFinder {
 public:
  PostFinder(const host::FileReader& files, DiagnosticSink& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  Result<std::vector<PostFile>> find(const std::string& input) {
    // As from an unset variable in a script: not the working folder by accident.
    if (input.empty()) return fail(ErrorCode::usage, "an INPUT is empty; name a file or a folder");
    const std::string path = without_end_slashes(input);
    switch (files_.kind(path)) {
      case host::FileKind::missing:
        return fail(ErrorCode::unreadable, fmt::format("{}: there is no such file or folder",
                                                       quote_for_message(input, 200)));
      case host::FileKind::other:
        return fail(ErrorCode::unreadable,
                    fmt::format("{}: neither a file nor a folder", quote_for_message(input, 200)));
      case host::FileKind::regular:
        add_named_file(path);
        break;
      case host::FileKind::directory:
        GALPI_CHECK(find_in_folder(path));
        break;
    }
    std::ranges::sort(found_, {},
                      [](const PostFile& post) { return std::tie(post.source, post.path); });
    return std::move(found_);
  }

 private:
  /// What the user names is taken, whatever it is called.
  void add_named_file(const std::string& path) {
    const auto place = split_at_posts(path);
    if (place) {
      found_.push_back({path, path, place->source, place->root});
      return;
    }
    const std::size_t slash = path.rfind('/');
    const std::string root =
        slash == std::string::npos ? "." : without_end_slashes(path.substr(0, slash + 1));
    found_.push_back(
        {path, path, slash == std::string::npos ? path : path.substr(slash + 1), root});
  }

  Result<void> find_in_folder(const std::string& path) {
    if (auto place = split_at_posts(path)) {
      root_ = place->root;
      return walk_from(path, place->source, true);
    }
    root_ = path;
    const std::string posts = join(path, posts_folder);
    if (files_.kind(posts) == host::FileKind::directory) {
      return walk_from(posts, std::string(posts_folder), true);
    }
    return walk_from(path, "", false);
  }

  Result<void> walk_from(const std::string& path, const std::string& source, bool in_posts) {
    in_posts_ = in_posts;
    GALPI_TRY(resolved_root_, files_.resolve(root_));
    GALPI_TRY(const std::string resolved, files_.resolve(path));
    if (!is_below(resolved, resolved_root_)) {
      report(DiagnosticCode::outside_root, path, "this link leads outside the site; skipped");
      return {};
    }
    visited_.insert(resolved);
    return walk(path, source, 0);
  }

  Result<void> walk(const std::string& folder, const std::string& source, std::size_t depth) {
    GALPI_TRY(std::vector<host::DirectoryEntry> entries, files_.list(folder));
    // A folder counts where it is, not where a link to it is.
    std::ranges::sort(entries, {},
                      [](const auto& entry) { return std::tie(entry.is_link, entry.name); });
    for (const host::DirectoryEntry& entry : entries) {
      if (entry.name.starts_with('.')) continue;
      const std::string path = join(folder, entry.name);
      const std::string below = join(source, entry.name);
      const bool is_post_like = is_markdown_name(entry.name);
      if (entry.is_link && (is_post_like || entry.kind == host::FileKind::directory) &&
          !link_is_inside(path, entry)) {
        continue;
      }
      if (entry.kind == host::FileKind::directory) {
        if (is_post_like) {
          report(DiagnosticCode::special_file, path, "a folder, not a post; skipped");
        } else {
          enter(path, below, depth);
        }
      } else if (!is_post_like) {
        continue;
      } else if (entry.kind != host::FileKind::regular) {
        report(DiagnosticCode::special_file, path, "not a regular file; skipped");
      } else {
        add_found_file(path, below);
      }
    }
    return {};
  }

  /// In a plain folder of posts, folders that Jekyll builds into or keeps its own things in are not
  /// looked into.
  void enter(const std::string& path, const std::string& source, std::size_t depth) {
    const std::size_t slash = source.rfind('/');
    const std::string_view name =
        std::string_view(source).substr(slash == std::string::npos ? 0 : slash + 1);
    if (!in_posts_ && name.starts_with('_')) return;
    if (depth + 1 >= deepest_folder) {
      report(DiagnosticCode::special_file, path, "folders nested too deeply; skipped");
      return;
    }
    const Result<std::string> resolved = files_.resolve(path);
    if (!resolved) {
      report(DiagnosticCode::unreadable_file, path,
             quote_for_message(resolved.error().message, 200));
      return;
    }
    if (!visited_.insert(*resolved).second) {
      report(DiagnosticCode::outside_root, path,
             "this link leads back to a folder already read; skipped");
      return;
    }
    if (Result<void> walked = walk(path, source, depth + 1); !walked) {
      report(DiagnosticCode::unreadable_file, path, quote_for_message(walked.error().message, 200));
    }
  }

  bool link_is_inside(const std::string& path, const host::DirectoryEntry& entry) {
    const Result<std::string> resolved = files_.resolve(path);
    if (!resolved || entry.kind == host::FileKind::missing) {
      report(DiagnosticCode::special_file, path, "a link that leads nowhere or loops; skipped");
      return false;
    }
    if (is_below(*resolved, resolved_root_)) return true;
    report(DiagnosticCode::outside_root, path, "this link leads outside the site; skipped");
    return false;
  }

  void add_found_file(const std::string& path, const std::string& source) {
    if (!parse_post_name(path)) {
      report(DiagnosticCode::post_name, path,
             in_posts_ ? "the name is not YYYY-MM-DD-slug.md; skipped, as Jekyll does"
                       : "the name is not YYYY-MM-DD-slug.md");
      if (in_posts_) return;
    }
    found_.push_back({path, path, source, root_});
  }

  void report(DiagnosticCode code, const std::string& path, std::string message) {
    diagnostics_.report({code, {path, {}, 0}, std::move(message), "", ""});
  }

  const host::FileReader& files_;
  DiagnosticSink& diagnostics_;
  std::vector<PostFile> found_;
  std::string root_;
  std::string resolved_root_;
  bool in_posts_ = false;
  std::set<std::string> visited_;  ///< resolved folders, so that a loop of links ends
};

}  // namespace

Result<std::vector<PostFile>> find_posts(const host::FileReader& files, const std::string& input,
                                         DiagnosticSink& diagnostics) {
  return PostFinder(files, diagnostics).find(input);
}

bool would_be_post(const host::FileReader& files, const std::string& input,
                   const std::string& path) {
  const std::string folder = without_end_slashes(input);
  if (files.kind(folder) != host::FileKind::directory) return path == folder;
  if (!is_markdown_name(path)) return false;
  const std::string posts = join(folder, posts_folder);
  const bool is_site = files.kind(posts) == host::FileKind::directory;
  const bool is_in_posts = is_site || split_at_posts(folder).has_value();
  const std::string walked = is_site ? posts : folder;
  if (walked == ".") return !path.starts_with('/') && !path.starts_with("../");
  if (!path.starts_with(walked.ends_with('/') ? walked : walked + "/")) return false;
  return !is_in_posts || parse_post_name(path).has_value();
}

}  // namespace galpi::ingest
