#include <fmt/format.h>

#include <pugixml.hpp>

#include "galpi/text/utf8.hpp"
#include "galpi/translate/memory.hpp"
#include "xml_guard.hpp"

namespace galpi::translate {
namespace {

// A memory is held in memory: 256 MiB of TMX are about two million sentences.
constexpr std::size_t bytes_at_most = std::size_t{256} << 20U;
constexpr std::size_t warnings_at_most = 100;

bool has_language(std::string_view tag, std::string_view language) {
  const std::string lower = text::ascii_lower(tag);
  return lower.starts_with(language) &&
         (lower.size() == language.size() || lower[language.size()] == '-' ||
          lower[language.size()] == '_');
}

std::string_view language_of(const pugi::xml_node& variant) {
  const std::string_view tag = variant.attribute("xml:lang").value();
  return tag.empty() ? variant.attribute("lang").value() : tag;  // TMX 1.1 wrote `lang`
}

/// TMX 1.4b, 3.3: what stands in bpt, ept, it, ph and ut is the code of another format.
bool is_code_element(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "it" || name == "ph" || name == "ut";
}

/// Such code is text to us ($x$ in a placeholder) unless it is a tag (<b>).
bool is_tag(std::string_view code) { return code.starts_with('<') && code.ends_with('>'); }

/// The text of a segment, in document order, without recursion.
class SegmentText final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) return true;
    const std::string_view value = node.value();
    if (is_code_element(node.parent().name()) && is_tag(value)) return true;
    text += value;
    return true;
  }
  std::string text;
};

std::string text_of(pugi::xml_node variant) {
  SegmentText walker;
  variant.child("seg").traverse(walker);
  return std::move(walker.text);
}

/// What a reader is shown: one line without characters that act on the text around them.
std::string clean(std::string_view segment) {
  std::string visible;
  const std::string folded = Memory::key_of(segment);
  for (std::size_t offset = 0; offset < folded.size();) {
    const std::size_t start = offset;
    const char32_t c = text::next_code_point(folded, offset);
    const bool invisible = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200B ||
                           c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE;
    if (!invisible) visible.append(folded, start, offset - start);
  }
  return visible;
}

class TmxReader {
 public:
  TmxReader(std::string_view xml, const std::string& file, Memory& memory, DiagnosticSink& sink)
      : lines_(xml), file_(file), memory_(memory), sink_(sink) {}

  void read(const pugi::xml_node& body) {
    for (const pugi::xml_node unit : body.children("tu")) read_unit(unit);
    if (skipped_ > warnings_at_most) {
      sink_.report({DiagnosticCode::memory_unit_skipped,
                    {file_, {}, 0},
                    fmt::format("{} more units lack Korean or English text; left out",
                                skipped_ - warnings_at_most),
                    {},
                    {}});
    }
  }

 private:
  void read_unit(const pugi::xml_node& unit) {
    std::string korean;
    std::string english;
    for (const pugi::xml_node variant : unit.children("tuv")) {
      const std::string_view language = language_of(variant);
      // Of several variants of one language (en-US, en-GB) the first that has text counts.
      if (korean.empty() && has_language(language, "ko")) {
        korean = clean(text_of(variant));
      } else if (english.empty() && has_language(language, "en")) {
        english = clean(text_of(variant));
      }
    }
    if (!korean.empty() && !english.empty()) {
      memory_.add(korean, english);
    } else if (++skipped_ <= warnings_at_most) {
      const auto offset = static_cast<std::size_t>(unit.offset_debug());
      sink_.report(
          {DiagnosticCode::memory_unit_skipped,
           {file_, lines_.at(offset), 0},
           fmt::format("a unit has no {} text; left out", korean.empty() ? "Korean" : "English"),
           {},
           {}});
    }
  }

  LineCounter lines_;
  const std::string& file_;
  Memory& memory_;
  DiagnosticSink& sink_;
  std::size_t skipped_ = 0;
};

void report_error(const Error& error, const std::string& file, DiagnosticSink& sink) {
  Diagnostic diagnostic{DiagnosticCode::memory_invalid, {file, {}, 0}, error.message, {}, {}};
  if (error.span) diagnostic.span = *error.span;
  sink.report(std::move(diagnostic));
}

Result<void> read_checked(std::string_view bytes, const std::string& file, Memory& memory,
                          DiagnosticSink& sink) {
  const auto refuse = [&](std::string message, At at = {}) {
    return fail(ErrorCode::invalid_memory, std::move(message), SourceSpan{file, at, 0});
  };
  if (bytes.size() > bytes_at_most) {
    return refuse(fmt::format("the memory is larger than {} MiB", bytes_at_most >> 20U));
  }
  GALPI_TRY(const std::string xml, decode_xml(bytes, file));
  GALPI_CHECK(check_xml(xml, file));
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) {
    const At at = LineCounter(xml).at(static_cast<std::size_t>(parsed.offset));
    return refuse(fmt::format("not well-formed XML: {}", parsed.description()), at);
  }
  const pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()) != "tmx") {
    return refuse(
        fmt::format("the root element is `{}`, not `tmx`", quote_for_message(root.name())));
  }
  const pugi::xml_node body = root.child("body");
  if (!body) return refuse("the memory has no `body`");
  TmxReader(xml, file, memory, sink).read(body);
  return {};
}

}  // namespace

Result<void> read_tmx(std::string_view xml, const std::string& file, Memory& memory,
                      DiagnosticSink& diagnostics) {
  Result<void> read = read_checked(xml, file, memory, diagnostics);
  if (!read) report_error(read.error(), file, diagnostics);
  return read;
}

}  // namespace galpi::translate
