#include "galpi/app/images.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>

#include "galpi/base/paths.hpp"
#include "galpi/text/utf8.hpp"
#include "walk.hpp"

namespace galpi::app {
namespace {

constexpr std::size_t image_bytes = std::size_t{32} << 20U;
constexpr int deepest_svg = 64;

/// The folder that holds `_posts`, from a post's name as typed and its name below the site root.
std::string site_root_of(const model::Digest& digest) {
  const std::string& file = digest.file;
  const std::string& source = digest.post.source;
  if (file.ends_with(source)) return file.substr(0, file.size() - source.size());
  return folder_of(file);
}

bool is_remote(std::string_view url) {
  return url.starts_with("//") || url.find("://") != std::string_view::npos;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The path an URL stands for: without query and fragment, %XX decoded.
std::string path_of_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  std::string path;
  for (std::size_t i = 0; i < url.size(); ++i) {
    if (url[i] == '%' && i + 2 < url.size() && hex_digit(url[i + 1]) >= 0 &&
        hex_digit(url[i + 2]) >= 0) {
      path += static_cast<char>(hex_digit(url[i + 1]) * 16 + hex_digit(url[i + 2]));
      i += 2;
    } else {
      path += url[i];
    }
  }
  return path;
}

/// An SVG that only draws: nothing that runs, and nothing fetched from elsewhere.
bool is_harmless_svg(const pugi::xml_node& node, int depth = 0) {
  if (depth > deepest_svg) return false;
  for (const pugi::xml_node child : node.children()) {
    const std::string name = text::ascii_lower(child.name());
    if (name == "script" || name == "foreignobject" || name == "iframe") return false;
    for (const pugi::xml_attribute attribute : child.attributes()) {
      const std::string key = text::ascii_lower(attribute.name());
      const std::string_view value = attribute.value();
      const bool is_reference = key == "href" || key == "xlink:href";
      if (key.starts_with("on") || (is_reference && !value.starts_with("#"))) return false;
      if (value.find("url(") != std::string_view::npos &&
          value.find("url(#") == std::string_view::npos) {
        return false;
      }
    }
    if (name == "style" &&
        std::string_view(child.text().get()).find_first_of("@\\") != std::string_view::npos) {
      return false;
    }
    if (!is_harmless_svg(child, depth + 1)) return false;
  }
  return true;
}

bool is_svg(std::string_view bytes) {
  pugi::xml_document document;
  if (!document.load_buffer(bytes.data(), bytes.size())) return false;
  return std::string_view(document.document_element().name()) == "svg" &&
         bytes.find("<!DOCTYPE") == std::string_view::npos &&
         bytes.find("<!ENTITY") == std::string_view::npos && is_harmless_svg(document);
}

/// All chunks up to the last are there (PNG specification §5.3); the rest of a picture that was cut
/// off in a transfer would stop TeX.
bool is_whole_png(std::string_view bytes) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t frame = 12;  // length, type, checksum
  for (std::size_t at = signature; at + frame <= bytes.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      length = length * 256 + static_cast<unsigned char>(bytes[at + i]);
    }
    if (length > bytes.size() - at - frame) return false;
    if (bytes.substr(at + 4, 4) == "IEND") return true;
    at += frame + length;
  }
  return false;
}

/// The media type by content (EPUB 3.3 §3.2 core media types), not by name.
std::optional<std::string> media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) {
    return is_whole_png(bytes) ? std::optional<std::string>("image/png") : std::nullopt;
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return "image/gif";
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
  if (is_svg(bytes)) return "image/svg+xml";
  return std::nullopt;
}

std::string extension_of(const std::string& media_type) {
  if (media_type == "image/svg+xml") return "svg";
  if (media_type == "image/jpeg") return "jpg";
  return media_type.substr(media_type.find('/') + 1);
}

/// Says what is wrong with an image at its place in the post.
struct Report {
  DiagnosticSink& diagnostics;
  const model::Digest& digest;
  At at;

  void operator()(DiagnosticCode code, std::string_view message, const std::string& url) const {
    diagnostics.report({code,
                        {digest.file, at, 0},
                        fmt::format(fmt::runtime(message), quote_for_message(url)),
                        {},
                        model::quoted_line(digest, at)});
  }
};

class ImageLoader {
 public:
  ImageLoader(const host::FileReader& files, DiagnosticSink& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  void load(const model::Digest& digest, const std::string& url, At at) {
    if (url.empty() || !tried_.insert(url).second) return;
    const Report report{diagnostics_, digest, at};
    if (is_remote(url)) {
      return report(DiagnosticCode::image_remote, "the image {} is on the web; not fetched", url);
    }
    const std::optional<std::string> path = find(digest, url);
    if (!path) return report(DiagnosticCode::image_missing, "there is no image {}", url);
    if (!is_below(*path, site_root_of(digest))) {
      return report(DiagnosticCode::image_outside_root, "the image {} lies outside the site", url);
    }
    Result<std::string> bytes = files_.read(*path, image_bytes);
    if (!bytes) return report(DiagnosticCode::image_missing, "the image {} cannot be read", url);
    const auto media_type = media_type_of(*bytes);
    if (!media_type) {
      return report(DiagnosticCode::image_format,
                    "the image {} is no whole PNG, JPEG, GIF, WebP or plain SVG", url);
    }
    images_.emplace(url, model::ImageAsset{url, *media_type, {}, *std::move(bytes)});
  }

  std::vector<model::ImageAsset> take() {
    std::vector<model::ImageAsset> assets;
    for (auto& [url, asset] : images_) {
      asset.file_name =
          fmt::format("image-{:03}.{}", assets.size() + 1, extension_of(asset.media_type));
      assets.push_back(std::move(asset));
    }
    return assets;
  }

 private:
  /// Jekyll serves `/x` from the site root; a relative name is looked for beside the post too.
  std::optional<std::string> find(const model::Digest& digest, const std::string& url) const {
    const std::string path = path_of_url(url);
    if (path.find('\0') != std::string::npos) return std::nullopt;
    const std::size_t start = path.find_first_not_of('/');
    if (start == std::string::npos) return std::nullopt;
    const std::string relative = path.substr(start);
    for (const std::string& folder : {site_root_of(digest), folder_of(digest.file)}) {
      if (files_.kind(folder + relative) == host::FileKind::regular) return folder + relative;
    }
    return std::nullopt;
  }

  /// Links are followed first: a link below the root may lead out of it.
  bool is_below(const std::string& path, const std::string& root) const {
    const Result<std::string> real_root = files_.resolve(root.empty() ? "." : root);
    const Result<std::string> real_path = files_.resolve(path);
    if (!real_root || !real_path) return false;
    return real_path->starts_with(*real_root == "/" ? *real_root : *real_root + "/");
  }

  const host::FileReader& files_;
  DiagnosticSink& diagnostics_;
  std::set<std::string> tried_;
  std::map<std::string, model::ImageAsset> images_;
};

/// Calls `visit(mark, at)` for every image of a day, in reading order.
template <class Visit>
void walk_images(const model::Digest& digest, std::uint32_t day, const Visit& visit) {
  walk_day(digest.post, day, [&](model::Place, const model::Block& block) {
    for (const model::Mark& mark : block.marks) {
      if (mark.type == model::MarkType::image) {
        visit(mark, model::position_in_source(block, mark.start));
      }
    }
  });
}

}  // namespace

std::vector<model::ImageAsset> load_images(const std::vector<model::BilingualDigest>& days,
                                           const host::FileReader& files,
                                           DiagnosticSink& diagnostics) {
  ImageLoader loader(files, diagnostics);
  for (std::uint32_t day = 0; day < days.size(); ++day) {
    const model::Digest& digest = days[day].annotated.digest;
    walk_images(digest, day,
                [&](const model::Mark& mark, At at) { loader.load(digest, mark.url, at); });
  }
  return loader.take();
}

void report_image(const std::vector<model::BilingualDigest>& days, std::string_view url,
                  std::string message, std::string hint, DiagnosticSink& diagnostics) {
  Diagnostic found{DiagnosticCode::image_format, {}, std::move(message), std::move(hint), {}};
  for (std::uint32_t day = 0; day < days.size() && found.span.file.empty(); ++day) {
    const model::Digest& digest = days[day].annotated.digest;
    walk_images(digest, day, [&](const model::Mark& mark, At at) {
      if (mark.url != url || !found.span.file.empty()) return;
      found.span = {digest.file, at, 0};
      found.excerpt = model::quoted_line(digest, at);
    });
  }
  diagnostics.report(std::move(found));
}

}  // namespace galpi::app
