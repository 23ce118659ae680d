#include "cover.hpp"

#include <string>

#include "sample_edition.hpp"
#include "support/catch.hpp"

using namespace galpi;
using namespace galpi::exporters;

TEST_CASE("text is wrapped by what it takes up, at spaces", "[epub]") {
  struct Row {
    const char* text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  for (const Row& row : {
           Row{"가나 다라", 9, {"가나 다라"}},
           Row{"가나 다라", 8, {"가나", "다라"}},
           Row{"  가   나  ", 20, {"가 나"}},
           Row{"가나다라마", 4, {"가나", "다라", "마"}},
           Row{"a 가나다라", 6, {"a", "가나다", "라"}},
           Row{"", 10, {""}},
       }) {
    INFO(row.text);
    CHECK(epub::wrap_by_width(row.text, row.width) == row.lines);
  }
}

TEST_CASE("the cover shows a title that fits and cuts one that does not", "[epub]") {
  model::Edition edition = sample::full_edition();
  const EpubOptions options;
  CHECK(epub::render_cover_svg(epub::Book(edition, options)).contains("논문 갈피"));
  edition.metadata.title = std::string(4000, 'x') + "<&";
  const std::string cover = epub::render_cover_svg(epub::Book(edition, options));
  CHECK(cover.contains("…"));
  CHECK(cover.size() < 4000);
}

TEST_CASE("a book of thousands of days still has a cover of lines", "[epub]") {
  model::Edition edition;
  for (int i = 0; i < 3000; ++i) {
    model::Post post;
    post.date = {2020, 1, 1};
    edition.days.push_back(sample::day(std::move(post)));
  }
  const EpubOptions options;
  const std::string cover = epub::render_cover_svg(epub::Book(edition, options));
  std::size_t lines = 0;
  for (std::size_t at = cover.find("<rect"); at != std::string::npos;
       at = cover.find("<rect", at + 1)) {
    ++lines;
  }
  CHECK(lines == 61);  // the ground and 60 lines
}
