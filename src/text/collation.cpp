#include "galpi/text/collation.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

#include "galpi/text/utf8.hpp"

namespace galpi::text {
namespace {

constexpr std::array<const char*, 19> heads_of_initials = {"ㄱ", "ㄱ", "ㄴ", "ㄷ", "ㄷ", "ㄹ", "ㅁ",
                                                           "ㅂ", "ㅂ", "ㅅ", "ㅅ", "ㅇ", "ㅈ", "ㅈ",
                                                           "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
constexpr char32_t syllables_per_initial = 21 * 28;
constexpr const char* everything_else = "#";

/// What the collator looks past as well, so that groups are contiguous.
bool is_passed_over(char32_t c) {
  return is_space(c) || (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_P_MASK) != 0;
}

/// The letter without accents and width, upper case; letters that do not decompose by hand.
char32_t base_letter(char32_t c) {
  switch (c) {
    case U'Ø':
    case U'ø':
    case U'Œ':
    case U'œ':
      return U'O';
    case U'Æ':
    case U'æ':
      return U'A';
    case U'ß':
      return U'S';
    case U'Ł':
    case U'ł':
      return U'L';
    case U'Đ':
    case U'đ':
      return U'D';
    default:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString letters;
  if (c >= 0x80 && U_SUCCESS(status) != 0 &&
      nfkd->getDecomposition(static_cast<UChar32>(c), letters) != 0) {
    c = static_cast<char32_t>(letters.char32At(0));
  }
  return c >= U'a' && c <= U'z' ? c - 0x20 : c;
}

/// ㄱ to ㅎ as letters of their own; ㄳ and its like belong to their first part.
std::string head_of_jamo(char32_t c) {
  constexpr std::array<const char*, 30> heads = {
      "ㄱ", "ㄱ", "ㄱ", "ㄴ", "ㄴ", "ㄴ", "ㄷ", "ㄷ", "ㄹ", "ㄹ", "ㄹ", "ㄹ", "ㄹ", "ㄹ", "ㄹ",
      "ㄹ", "ㅁ", "ㅂ", "ㅂ", "ㅂ", "ㅅ", "ㅅ", "ㅇ", "ㅈ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
  return heads[c - U'ㄱ'];
}

}  // namespace

struct KoreanCollator::Impl {
  std::unique_ptr<icu::Collator> collator;
};

KoreanCollator::KoreanCollator() : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->collator.reset(icu::Collator::createInstance(icu::Locale("ko"), status));
  if (U_FAILURE(status) != 0) {
    impl_->collator.reset();
    return;
  }
  // Dictionaries look past spaces and punctuation (강화 학습 beside 강화학습); they only break
  // ties.
  impl_->collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED, status);
  impl_->collator->setStrength(icu::Collator::QUATERNARY);
}

KoreanCollator::~KoreanCollator() = default;

std::string KoreanCollator::sort_key(std::string_view text) const {
  if (!impl_->collator) return std::string(text);  // no data: code points order syllables as well
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string key(4 * text.size() + 16, '\0');
  const auto capacity = static_cast<int32_t>(key.size());
  int32_t length =
      impl_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), capacity);
  if (length > capacity) {
    key.resize(static_cast<std::size_t>(length));
    length = impl_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), length);
  }
  key.resize(length > 0 ? static_cast<std::size_t>(length) - 1 : 0);  // without ICU's final zero
  return key;
}

std::string index_head(std::string_view text) {
  char32_t first = 0;
  for (std::size_t offset = 0; offset < text.size() && (first == 0 || is_passed_over(first));) {
    first = next_code_point(text, offset);
  }
  if (is_hangul_syllable(first)) return heads_of_initials[(first - 0xAC00) / syllables_per_initial];
  if (first >= U'ㄱ' && first <= U'ㅎ') return head_of_jamo(first);
  const char32_t letter = base_letter(first);
  if (letter >= U'A' && letter <= U'Z') return std::string(1, static_cast<char>(letter));
  return everything_else;
}

}  // namespace galpi::text
