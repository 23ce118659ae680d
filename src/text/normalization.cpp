#include "galpi/text/normalization.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace galpi::text {
namespace {

using Byte = unsigned char;

/// ICU's own instance: made once by the library, immutable. nullptr only without ICU's data.
const icu::Normalizer2* nfc_normalizer() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) != 0 ? nfc : nullptr;
}

/// Whether the three-byte sequence at `at` could be anything but NFC_Quick_Check=Yes with combining
/// class 0 (UAX #15 §9). May say yes too often, never too rarely.
bool is_suspicious_triple(const Byte* at) {
  switch (at[0]) {
    case 0xE2:  // U+2000: quotes, dashes, mathematics; a few singletons and combining marks
      switch (at[1]) {
        case 0x80:
          return at[2] <= 0x81;
        case 0x84:
          return at[2] >= 0xA6 && at[2] <= 0xAB;
        case 0x8C:
          return at[2] == 0xA9 || at[2] == 0xAA;
        case 0x83:
        case 0xAB:
        case 0xB3:
        case 0xB5:
        case 0xB7:
          return true;
        default:
          return false;
      }
    case 0xE3:  // U+3000: CJK punctuation, kana with its voicing marks
      return (at[1] == 0x80 && at[2] >= 0xAA && at[2] <= 0xAF) ||
             (at[1] == 0x82 && at[2] >= 0x99 && at[2] <= 0x9A);
    case 0xEA:  // Hangul syllables begin at EA B0 80
      return at[1] < 0xB0;
    case 0xED:  // and end at ED 9E A3; conjoining jamo follow
      return at[1] == 0x9E && at[2] > 0xA3;
    case 0xEF:  // full-width forms are harmless, compatibility ideographs are singletons
      return at[1] < 0xBC;
    default:
      return at[0] < 0xE2;  // E4 to EC, EE: ideographs, syllables, private use
  }
}

/// Byte offset of the first character that needs ICU's judgement, or npos.
std::size_t find_suspicious(std::string_view text) {
  const auto* const start = reinterpret_cast<const Byte*>(text.data());
  const std::size_t size = text.size();
  std::size_t i = 0;
  while (i < size) {
    const Byte lead = start[i];
    if (lead < 0x80) {
      std::uint64_t eight = 0;
      for (; i + 8 <= size; i += 8) {
        std::memcpy(&eight, start + i, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
      }
      while (i < size && start[i] < 0x80) ++i;
    } else if (lead >= 0xE0 && lead < 0xF0) {
      if (lead != 0xEB && lead != 0xEC && is_suspicious_triple(start + i)) return i;
      i += 3;
    } else if (lead < 0xE0) {
      if (lead > 0xCB) return i;  // U+0300 on: combining marks, Greek, Cyrillic, ...
      i += 2;
    } else {
      if (lead != 0xF0 || start[i + 1] != 0x9F) return i;  // anything but emoji
      i += 4;
    }
  }
  return std::string_view::npos;
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

bool is_nfc(std::string_view text) {
  if (find_suspicious(text) == std::string_view::npos) return true;
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
