#include "galpi/app/latex_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "galpi/app/images.hpp"
#include "galpi/base/sha256.hpp"

namespace galpi::app {
namespace {

/// What TeX reads in a file name as it stands; beyond ASCII, it reads everything.
bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}

/// `books/october.tex` -> `october-images`. A name that TeX would not read is changed, and then
/// marked, so that two books never share a folder.
std::string image_folder_of(const std::string& path) {
  constexpr std::size_t digits = 8;
  const std::string whole = path.substr(path.rfind('/') + 1);
  const std::string stem = whole.substr(0, whole.rfind('.'));
  std::string name = stem;
  std::ranges::replace_if(name, [](char c) { return !is_plain(c); }, '-');
  while (name.starts_with('.') || name.starts_with('-')) name.erase(0, 1);
  if (name != stem) name += (name.empty() ? "" : "-") + sha256_hex(stem).substr(0, digits);
  return name + "-images";
}

std::vector<FolderFile> image_files(const model::Edition& edition) {
  std::vector<FolderFile> contents;
  contents.reserve(edition.images.size());
  for (const model::ImageAsset& image : edition.images) {
    contents.push_back({image.file_name, [&](ByteSink& sink) { return sink.write(image.bytes); }});
  }
  return contents;
}

}  // namespace

void convert_images_for_tex(model::Edition& edition, host::ProcessRunner& processes,
                            DiagnosticSink& diagnostics) {
  const auto convert = [&](model::ImageAsset& image) {
    if (image.media_type == "image/png" || image.media_type == "image/jpeg") return true;
    std::string why = "TeX shows PNG, JPEG, PDF and, with rsvg-convert, SVG";
    if (image.media_type == "image/svg+xml") {
      host::ProcessRequest request;
      request.arguments = {"rsvg-convert", "--format", "pdf"};
      request.input = image.bytes;
      // LuaTeX copies the date of an image into the book; one image always has the same.
      request.environment = {"SOURCE_DATE_EPOCH=315532800"};
      const auto made = processes.run(request);
      if (made && made->exit_status == 0 && made->output.starts_with("%PDF")) {
        image.bytes = made->output;
        image.media_type = "application/pdf";
        image.file_name = image.file_name.substr(0, image.file_name.rfind('.')) + ".pdf";
        return true;
      }
      why = made ? "rsvg-convert: " + quote_for_message(made->errors) : made.error().message;
    }
    report_image(edition.days, image.url,
                 fmt::format("the image {} cannot be shown by TeX; shown as its text",
                             quote_for_message(image.url)),
                 why, diagnostics);
    return false;
  };
  std::erase_if(edition.images, [&](model::ImageAsset& image) { return !convert(image); });
}

Result<void> write_latex_file(host::FileSystem& files, const std::string& path,
                              const model::Edition& edition, exporters::LatexOptions options,
                              DiagnosticSink& diagnostics) {
  if (!edition.images.empty()) {
    const std::string folder = image_folder_of(path);
    options.image_folder = folder + "/";
    GALPI_CHECK(
        write_folder(files, path.substr(0, path.rfind('/') + 1) + folder, image_files(edition)));
  }
  return write_file(files, path, [&](ByteSink& sink) {
    return exporters::export_latex(edition, options, sink, diagnostics);
  });
}

Result<void> write_latex_folder(host::FileSystem& files, const std::string& path,
                                const model::Edition& edition, exporters::LatexOptions options,
                                DiagnosticSink& diagnostics) {
  options.image_folder.clear();
  const std::vector<exporters::LatexFile> texts =
      exporters::latex_files(edition, options, diagnostics);
  std::vector<FolderFile> contents = image_files(edition);
  contents.reserve(contents.size() + texts.size());
  for (const exporters::LatexFile& file : texts) {
    contents.push_back({file.name, [&](ByteSink& sink) { return sink.write(file.text); }});
  }
  return write_folder(files, path, contents);
}

}  // namespace galpi::app
