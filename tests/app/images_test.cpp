#include "galpi/app/images.hpp"

#include "sample_days.hpp"
#include "support/catch.hpp"
#include "support/memory_files.hpp"

using namespace galpi;
using namespace galpi::app;

namespace {

/// Nothing but the chunk that ends it.
const std::string png = std::string("\x89PNG\r\n\x1a\n\0\0\0\0IEND\xAE\x42\x60\x82", 20);

/// A day that shows the image at `url`.
model::BilingualDigest day_with_image(const std::string& url) {
  model::Paper with_image = paper("1706.03762", "A", "그림");
  with_image.sections[0].blocks[0].marks.push_back({model::MarkType::image, 0, 6, url});
  return day({2026, 10, 5}, {with_image});
}

/// A site in the folder `blog` with a few files.
tests::MemoryFiles site() {
  tests::MemoryFiles files;
  files.files["blog/_posts/2026-10-05-day.md"] = "post";
  files.files["blog/assets/a.png"] = png;
  files.files["blog/assets/한글.png"] = png;
  files.files["blog/_posts/near.png"] = png;
  files.files["secret.png"] = png;
  files.links["blog/assets/way-out.png"] = "secret.png";
  return files;
}

}  // namespace

TEST_CASE("images are found from the site root and beside the post", "[app]") {
  const char* urls[] = {"/assets/a.png", "assets/a.png", "assets/a.png?v=2#x", "near.png",
                        "/assets/%ED%95%9C%EA%B8%80.png"};
  for (const char* url : urls) {
    INFO(url);
    DiagnosticList diagnostics;
    const auto images = load_images({day_with_image(url)}, site(), diagnostics);
    REQUIRE(images.size() == 1);
    CHECK(images[0].url == url);
    CHECK(images[0].bytes == png);
    CHECK(images[0].media_type == "image/png");
    CHECK(images[0].file_name == "image-001.png");
    CHECK(diagnostics.items().empty());
  }
}

TEST_CASE("images that cannot be shown are reported and left out", "[app]") {
  struct Row {
    const char* url;
    DiagnosticCode code;
  };
  const Row rows[] = {
      {"/assets/none.png", DiagnosticCode::image_missing},
      {"../secret.png", DiagnosticCode::image_outside_root},
      {"assets/../../secret.png", DiagnosticCode::image_outside_root},
      {"/assets/way-out.png", DiagnosticCode::image_outside_root},
      {"https://example.org/a.png", DiagnosticCode::image_remote},
      {"//example.org/a.png", DiagnosticCode::image_remote},
      {"/_posts/2026-10-05-day.md", DiagnosticCode::image_format},
      {"/assets", DiagnosticCode::image_missing},
      {"/", DiagnosticCode::image_missing},
      {"/assets/a%00.png", DiagnosticCode::image_missing},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    DiagnosticList diagnostics;
    tests::MemoryFiles files = site();
    files.files["../secret.png"] = png;
    files.links["blog/../secret.png"] = "secret.png";
    files.links["blog/assets/../../secret.png"] = "secret.png";
    CHECK(load_images({day_with_image(row.url)}, files, diagnostics).empty());
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].code == row.code);
  }
}

TEST_CASE("an SVG that only draws is shown, one that could do more is not", "[app]") {
  struct Row {
    const char* svg;
    bool shown;
  };
  const std::string deep = "<svg xmlns='http://www.w3.org/2000/svg'>" + [] {
    std::string nested;
    for (int i = 0; i < 5000; ++i) nested += "<g>";
    for (int i = 0; i < 5000; ++i) nested += "</g>";
    return nested;
  }() + "</svg>";
  const Row rows[] = {
      {"<svg xmlns='http://www.w3.org/2000/svg'><circle r='1' fill='url(#g)'/></svg>", true},
      {"<svg><use href='#a'/></svg>", true},
      {"<svg><script>alert(1)</script></svg>", false},
      {"<svg onload='alert(1)'/>", false},
      {"<svg><g OnClick='x'/></svg>", false},
      {"<svg><image href='file:///etc/passwd'/></svg>", false},
      {"<svg><use xlink:href='https://example.org/x.svg#a'/></svg>", false},
      {"<svg><foreignObject/></svg>", false},
      {"<svg><style>@import 'x'</style></svg>", false},
      {"<svg><rect style='fill:url(http://example.org)'/></svg>", false},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", false},
      {"<html/>", false},
      {"<svg", false},
      {deep.c_str(), false},
  };
  for (const Row& row : rows) {
    INFO(std::string(row.svg).substr(0, 80));
    tests::MemoryFiles files = site();
    files.files["blog/a.svg"] = row.svg;
    DiagnosticList diagnostics;
    CHECK(load_images({day_with_image("/a.svg")}, files, diagnostics).size() ==
          (row.shown ? 1 : 0));
  }
}

TEST_CASE("a PNG that was cut off is no image", "[app]") {
  const std::string whole =
      png.substr(0, 8) + std::string("\0\0\0\4tEXtabcd....", 16) + png.substr(8);
  for (std::size_t size = 8; size <= whole.size(); ++size) {
    INFO(size);
    tests::MemoryFiles files = site();
    files.files["blog/assets/a.png"] = whole.substr(0, size);
    DiagnosticList diagnostics;
    const auto images = load_images({day_with_image("/assets/a.png")}, files, diagnostics);
    CHECK(images.empty() == (size < whole.size()));
    CHECK(diagnostics.items().empty() == !images.empty());
  }
}

TEST_CASE("an image shown twice is loaded once", "[app]") {
  const tests::MemoryFiles files = site();
  DiagnosticList diagnostics;
  const auto images = load_images(
      {day_with_image("/assets/a.png"), day_with_image("/assets/a.png")}, files, diagnostics);
  CHECK(images.size() == 1);
  CHECK(files.read_paths.size() == 1);
}
