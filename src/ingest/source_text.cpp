#include "source_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "characters.hpp"
#include "encoding.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::ingest {
namespace {

constexpr std::uint32_t no_end = 0xFFFFFFFF;

/// `raw` without its stray characters, which are among those at `places`, or nothing when it has
/// none; `found` learns the offset in `raw` of each and its kind.
template <class Found>
std::optional<std::string> without_strays(std::string_view raw,
                                          const std::vector<std::uint32_t>& places,
                                          text::OffsetMap& map, Found found) {
  std::string kept;
  std::size_t copied = 0;
  for (const std::size_t i : places) {
    char32_t previous = 0;
    std::size_t before = i;
    if (before > copied) {
      previous = text::previous_code_point(raw, before);
    } else if (before = kept.size(); before > 0) {
      previous = text::previous_code_point(kept, before);
    }
    const Stray stray = stray_character(raw, i, previous);
    if (stray != Stray::none) {
      if (copied == 0) kept.reserve(raw.size());
      kept.append(raw.substr(copied, i - copied));
      copied = i;
      text::next_code_point(raw, copied);
      map.add(static_cast<std::uint32_t>(kept.size()), static_cast<std::uint32_t>(copied));
      found(static_cast<std::uint32_t>(i), stray);
    }
  }
  if (copied == 0) return std::nullopt;
  kept.append(raw.substr(copied));
  return kept;
}

}  // namespace

TracedOffset trace(const text::OffsetMap& map, std::uint32_t new_offset) {
  const auto& edits = map.edits();
  const auto next = std::upper_bound(
      edits.begin(), edits.end(), new_offset,
      [](std::uint32_t at, const text::OffsetEdit& edit) { return at < edit.new_offset; });
  return {map.to_old(new_offset), next == edits.end() ? no_end : next->new_offset - new_offset};
}

At SourceText::at(std::uint32_t offset) const {
  std::uint32_t ignored = 0;
  return at(offset, ignored);
}

At SourceText::at(std::uint32_t offset, std::uint32_t& valid_until) const {
  TracedOffset place{offset, no_end};
  if (!composed_.is_identity()) place = trace(composed_, place.offset);
  if (!removed_.is_identity()) {
    const TracedOffset further = trace(removed_, place.offset);
    place = {further.offset, std::min(place.run, further.run)};
  }
  valid_until = place.run == no_end ? no_end : offset + place.run;
  const std::uint32_t raw_offset = std::min(place.offset, static_cast<std::uint32_t>(raw_.size()));
  const bool goes_on =
      cursor_.offset <= raw_offset &&
      (cursor_.line + 1 >= line_starts_.size() || raw_offset < line_starts_[cursor_.line + 1]);
  if (!goes_on) {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), raw_offset);
    cursor_.line = static_cast<std::uint32_t>(next - line_starts_.begin() - 1);
    cursor_.offset = line_starts_[cursor_.line];
    cursor_.column = 1;
  }
  cursor_.column += static_cast<std::uint32_t>(text::count_code_points(
      std::string_view(raw_).substr(cursor_.offset, raw_offset - cursor_.offset)));
  cursor_.offset = raw_offset;
  return {cursor_.line + 1, cursor_.column};
}

std::string_view SourceText::raw_line(std::uint32_t line) const {
  if (line == 0 || line > line_starts_.size()) return {};
  const std::uint32_t start = line_starts_[line - 1];
  const std::string_view rest = std::string_view(raw_).substr(start);
  return rest.substr(0, rest.find('\n'));
}

std::vector<std::string> SourceText::raw_lines() const {
  std::vector<std::string> lines;
  lines.reserve(line_starts_.size());
  for (std::uint32_t line = 1; line <= line_count(); ++line) lines.emplace_back(raw_line(line));
  return lines;
}

/// Fills a SourceText and reports what had to be repaired, once per line and kind.
class SourceReader {
 public:
  SourceReader(const std::string& file, DiagnosticSink& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  SourceText read(DecodedText decoded) {
    source_.raw_ = std::move(decoded.text);
    find_lines();
    report_lines(decoded.bad, DiagnosticCode::invalid_utf8,
                 "bytes that are not UTF-8 became U+FFFD", "save the file as UTF-8");
    std::vector<std::uint32_t> controls;
    std::vector<std::uint32_t> invisibles;
    source_.changed_ = without_strays(
        source_.raw_, decoded.unusual, source_.removed_, [&](std::uint32_t offset, Stray stray) {
          (stray == Stray::control ? controls : invisibles).push_back(offset);
        });
    report_lines(controls, DiagnosticCode::control_character, "control characters were removed",
                 "");
    report_lines(invisibles, DiagnosticCode::invisible_character,
                 "zero-width or bidirectional control characters were removed", "");
    const bool is_nfc = std::ranges::all_of(decoded.unusual, [&](std::size_t place) {
      return text::is_inert_in_nfc(text::next_code_point(source_.raw_, place));
    });
    if (!is_nfc && !text::is_nfc(source_.text())) {
      source_.changed_ = text::to_nfc(source_.text(), &source_.composed_);
    }
    return std::move(source_);
  }

 private:
  void find_lines() {
    const std::string& raw = source_.raw_;
    source_.line_starts_.push_back(0);
    for (std::size_t at = raw.find('\n'); at != std::string::npos; at = raw.find('\n', at + 1)) {
      if (at + 1 < raw.size()) {
        source_.line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
      }
    }
  }

  /// `offsets` are sorted offsets into raw_.
  void report_lines(const std::vector<std::uint32_t>& offsets, DiagnosticCode code,
                    std::string_view what, std::string_view hint) {
    std::size_t i = 0;
    while (i < offsets.size()) {
      const auto& starts = source_.line_starts_;
      const auto next = std::upper_bound(starts.begin(), starts.end(), offsets[i]);
      const auto line = static_cast<std::uint32_t>(next - starts.begin());
      const std::uint32_t end = next == starts.end() ? no_end : *next;
      const std::size_t first = i;
      while (i < offsets.size() && offsets[i] < end) ++i;
      const std::string_view before =
          std::string_view(source_.raw_)
              .substr(starts[line - 1], offsets[first] - starts[line - 1]);
      const auto column = static_cast<std::uint32_t>(text::count_code_points(before)) + 1;
      diagnostics_.report({code,
                           {file_, {line, column}, column + 1},
                           fmt::format("{} ({} in this line)", what, i - first),
                           std::string(hint),
                           std::string(source_.raw_line(line))});
    }
  }

  const std::string& file_;
  DiagnosticSink& diagnostics_;
  SourceText source_;
};

Result<SourceText> read_source(std::string_view bytes, const std::string& file,
                               DiagnosticSink& diagnostics) {
  DecodedText decoded = decode_utf8(bytes);
  if (const auto foreign = foreign_encoding(bytes, decoded)) {
    const std::string_view before = bytes.substr(0, foreign->offset);
    const auto line = static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
    const SourceSpan span{file, {line, 1}, 0};
    const std::string message = "the file is " + foreign->what;
    diagnostics.report(
        {DiagnosticCode::not_utf8, span, message,
         "convert it to UTF-8, for example: iconv -f " + foreign->iconv_name + " -t UTF-8", ""});
    return fail(ErrorCode::invalid_input, quote_for_message(file, 200) + ": " + message, span);
  }
  return SourceReader(file, diagnostics).read(std::move(decoded));
}

std::string clean_value(std::string_view text) {
  std::vector<std::uint32_t> places;
  std::size_t at = 0;
  while ((at = text::find_unusual(text, at)) < text.size()) {
    places.push_back(static_cast<std::uint32_t>(at));
    text::next_code_point(text, at);
  }
  if (places.empty()) return std::string(text);
  text::OffsetMap ignored;
  const auto kept = without_strays(text, places, ignored, [](std::uint32_t, Stray) {});
  return text::to_nfc(kept ? *kept : text);
}

}  // namespace galpi::ingest
