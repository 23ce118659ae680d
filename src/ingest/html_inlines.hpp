// HTML within prose: a short list of elements becomes marks, other tags are dropped, what is no
// HTML is text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "html_tag.hpp"
#include "inline_reader.hpp"
#include "lines.hpp"

namespace galpi::ingest {

class HtmlInlines {
 public:
  HtmlInlines(std::string_view content, const ContentMap& map, InlineTokens& result,
              InlineContext& context)
      : content_(content),
        map_(map),
        result_(result),
        context_(context),
        declaration_end_(content, ">"),
        comment_end_(content, "-->") {}

  /// Reads what the `<` at `at` begins. `flush` is called before a token is added. Returns where to
  /// go on, or `at` when the `<` is text.
  template <class Flush>
  std::uint32_t read(std::uint32_t at, Flush flush) {
    const Found found = classify(at);
    if (found.end == at) return at;
    flush();
    add(at, found);
    return found.end;
  }

 private:
  enum class Kind : std::uint8_t { text, tag, autolink, email, dropped };
  struct Found {
    Kind kind = Kind::text;
    std::uint32_t end = 0;
    HtmlTag tag;
  };

  Found classify(std::uint32_t at);
  Found declaration(std::uint32_t at);
  void add(std::uint32_t at, const Found& found);
  void add_tag(std::uint32_t at, const Found& found);
  void add_autolink(std::uint32_t at, const Found& found);
  void add_image(std::uint32_t at, const Found& found);
  void open(model::MarkType type, std::uint32_t token, std::uint32_t url);
  void close(model::MarkType type, std::uint32_t token);
  void report(DiagnosticCode code, std::uint32_t begin, std::uint32_t end, std::string message);

  struct OpenTag {
    std::uint32_t token;
    std::uint32_t url;
  };

  std::string_view content_;
  const ContentMap& map_;
  InlineTokens& result_;
  InlineContext& context_;
  ForwardFinder declaration_end_;
  ForwardFinder comment_end_;
  std::array<std::vector<OpenTag>, 10> open_;  ///< by MarkType
};

}  // namespace galpi::ingest
