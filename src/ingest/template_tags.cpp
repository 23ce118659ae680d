#include "template_tags.hpp"

namespace galpi::ingest {
namespace {

/// The inside of `{:…}`: classes, ids, key="value", references, or `:options … /`.
bool is_attributes(std::string_view inner) {
  if (inner.empty() || inner.contains('\n') || inner.contains('{')) return false;
  const char first = inner[0];
  return first == ' ' || first == '.' || first == '#' || first == ':' || first == '/' ||
         (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
}

}  // namespace

std::optional<TemplateTag> TemplateTagFinder::find(std::uint32_t at, bool in_heading) {
  if (at + 2 >= content_.size()) return std::nullopt;
  const char kind = content_[at + 1];
  if (kind == '%' || kind == '{') {
    const std::size_t end = (kind == '%' ? tag_end_ : output_end_).find(at + 2);
    if (end == std::string_view::npos) return std::nullopt;
    return TemplateTag{static_cast<std::uint32_t>(end + 2), DiagnosticCode::liquid_tag};
  }
  if (kind != ':' && kind != '#' && kind != '.') return std::nullopt;
  const std::size_t end = brace_.find(at + 2);
  if (end == std::string_view::npos) return std::nullopt;
  if (kind == ':') {
    if (!is_attributes(content_.substr(at + 2, end - at - 2))) return std::nullopt;
  } else {
    const std::string_view inner = content_.substr(at + 2, end - at - 2);
    const bool at_end = content_.find_first_not_of(" \t\n", end + 1) == std::string_view::npos;
    if (!in_heading || !at_end || inner.empty() || inner.contains('{')) return std::nullopt;
  }
  return TemplateTag{static_cast<std::uint32_t>(end + 1), DiagnosticCode::attribute_list};
}

}  // namespace galpi::ingest
