#include "galpi/text/normalization.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

/// ICU's own instance: made once by the library, immutable. nullptr only without ICU's data.
const icu::Normalizer2* nfc_normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) != 0 ? nfc : nullptr;
}

bool has_suspicious(std::string_view text) {
  std::size_t at = 0;
  while ((at = find_unusual(text, at)) < text.size()) {
    if (!is_inert_in_nfc(next_code_point(text, at))) return true;
  }
  return false;
}

void fill_map(OffsetMap& map, const icu::Edits& edits) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits::Iterator change = edits.getFineChangesIterator();
  while (change.next(status) != 0) {
    const auto old_start = static_cast<std::uint32_t>(change.sourceIndex());
    const auto new_start = static_cast<std::uint32_t>(change.destinationIndex());
    const auto old_end = old_start + static_cast<std::uint32_t>(change.oldLength());
    const auto new_end = new_start + static_cast<std::uint32_t>(change.newLength());
    map.add(new_start, old_start);
    map.add(new_end, old_start);  // holds everything within the replacement at its start
    map.add(new_end, old_end);
  }
}

}  // namespace

void OffsetMap::add(std::uint32_t new_offset, std::uint32_t old_offset) {
  const OffsetEdit last = edits_.empty() ? OffsetEdit{0, 0} : edits_.back();
  if (old_offset >= last.old_offset &&
      old_offset - last.old_offset == new_offset - last.new_offset) {
    return;  // text goes on as it went
  }
  edits_.push_back({new_offset, old_offset});
}

std::uint32_t OffsetMap::to_old(std::uint32_t new_offset) const {
  const auto next = std::upper_bound(
      edits_.begin(), edits_.end(), new_offset,
      [](std::uint32_t at, const OffsetEdit& edit) { return at < edit.new_offset; });
  const OffsetEdit edit = next == edits_.begin() ? OffsetEdit{0, 0} : *(next - 1);
  const std::uint32_t old_offset = edit.old_offset + (new_offset - edit.new_offset);
  return next == edits_.end() ? old_offset : std::min(old_offset, next->old_offset);
}

bool is_inert_in_nfc(char32_t c) {
  if (c < 0xC0) return true;
  const auto point = static_cast<UChar32>(c);
  return u_getIntPropertyValue(point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass(point) == 0;
}

bool is_nfc(std::string_view text) {
  if (!has_suspicious(text)) return true;
  const icu::Normalizer2* nfc = nfc_normalizer();
  UErrorCode status = U_ZERO_ERROR;
  return nfc == nullptr ||
         (nfc->isNormalizedUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                                status) != 0 &&
          U_SUCCESS(status) != 0);
}

std::string to_nfc(std::string_view text, OffsetMap* map) {
  const icu::Normalizer2* nfc = is_nfc(text) ? nullptr : nfc_normalizer();
  if (nfc == nullptr) return std::string(text);
  std::string normalized;
  normalized.reserve(text.size());
  icu::StringByteSink<std::string> sink(&normalized);
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                     map == nullptr ? nullptr : &edits, status);
  if (U_SUCCESS(status) == 0) return std::string(text);
  if (map != nullptr) fill_map(*map, edits);
  return normalized;
}

}  // namespace galpi::text
