// What other programs would have taken out before Markdown is read: Liquid tags and kramdown's
// attribute lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "galpi/base/diagnostic_code.hpp"
#include "lines.hpp"

namespace galpi::ingest {

struct TemplateTag {
  std::uint32_t end = 0;
  DiagnosticCode code = DiagnosticCode::liquid_tag;
};

class TemplateTagFinder {
 public:
  explicit TemplateTagFinder(std::string_view content)
      : content_(content),
        tag_end_(content, "%}"),
        output_end_(content, "}}"),
        brace_(content, "}") {}

  /// The tag that the `{` at `at` opens. `{#id}` is one only at the end of a heading.
  std::optional<TemplateTag> find(std::uint32_t at, bool in_heading);

 private:
  std::string_view content_;
  ForwardFinder tag_end_;
  ForwardFinder output_end_;
  ForwardFinder brace_;
};

}  // namespace galpi::ingest
