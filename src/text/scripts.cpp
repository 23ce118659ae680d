#include "galpi/text/scripts.hpp"

#include <array>
#include <cstdint>

#include "galpi/text/byte_search.hpp"
#include "galpi/text/lanes.hpp"

namespace galpi::text {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// What joins digits to a word: v2.0, GPT-4, top_5.
constexpr bool is_joint(char c) { return c == '.' || c == '-' || c == '_' || c == '+'; }

/// By its first byte, the length of a character that cannot be Latin; 0 for those that can, 1 for
/// the other bytes of a character.
constexpr std::array<std::uint8_t, 256> make_foreign_lengths() {
  std::array<std::uint8_t, 256> lengths{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    lengths[byte] = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  }
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    lengths[letter] = lengths[letter - 'a' + 'A'] = 0;
  }
  for (std::size_t byte = 0xC2; byte <= 0xCB; ++byte) lengths[byte] = 0;
  // E1: U+1D00 and U+1E00 on; E2: U+2071, U+207F, U+2090 on, U+212A, U+2C60 on; EA: U+A720 and
  // U+AB30 on, before the Hangul syllables; EF: ligatures and full-width letters.
  for (const std::size_t byte : {0xE1U, 0xE2U, 0xEAU, 0xEFU}) lengths[byte] = 0;
  return lengths;
}
constexpr std::array<std::uint8_t, 256> foreign_lengths = make_foreign_lengths();

/// Whether a Latin letter may begin in the sixteen bytes at `bytes`, which another one follows: by
/// foreign_lengths, but that most of what begins with EA is Hangul, as the byte behind it tells.
bool may_hold_latin(const char* bytes) {
  const Lanes here = load_lanes(bytes);
  const Lanes next = load_lanes(bytes + 1);
  const Lanes lower = here | 0x20;
  const auto found = ((lower > 'a' - 1) & (lower < 'z' + 1)) |
                     ((here > lane(0xC1)) & (here < lane(0xCC))) | (here == lane(0xE1)) |
                     (here == lane(0xE2)) | (here == lane(0xEF)) |
                     ((here == lane(0xEA)) & (next < lane(0xB0)));
  return any_lane(found);
}

/// Where a run may end: at a line feed, or at a character beyond ASCII that is not Latin.
constexpr ByteSet make_run_limits() {
  ByteSet set = make_byte_set("\n", 0, 0x80);
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) set.wanted[byte] = true;
  return set;
}
constexpr ByteSet run_limits = make_run_limits();

class RunFinder {
 public:
  explicit RunFinder(std::string_view text) : text_(text) {}

  std::vector<ByteRange> find() {
    constexpr std::size_t usual_runs = 8;
    std::vector<ByteRange> runs;
    std::size_t free_from = 0;  // where a run may start at the earliest
    for (std::size_t at = 0; (at = next_latin(at)) < text_.size(); at = stopped_) {
      const std::size_t start = with_digits_before(at, free_from);
      free_from = end_of_run(at);
      if (runs.empty()) runs.reserve(usual_runs);
      runs.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(free_from)});
    }
    return runs;
  }

 private:
  std::size_t foreign_length(std::size_t at) const {
    return foreign_lengths[static_cast<unsigned char>(text_[at])];
  }

  /// The first Latin letter at or after `at`, or the size of the text.
  std::size_t next_latin(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t end = text_.size();
      if (end - at > sizeof(Lanes)) {
        end = at + sizeof(Lanes);
        if (!may_hold_latin(text_.data() + at)) {
          at = end;
          continue;
        }
      }
      while (at < end) {
        if (const std::size_t length = foreign_length(at); length > 0) {
          at += length;
        } else if (latin_length(at) > 0) {
          return at;
        } else {
          next_code_point(text_, at);
        }
      }
    }
    return text_.size();
  }

  /// Length of the Latin letter at `at`, or 0.
  std::size_t latin_length(std::size_t at) const {
    if (is_ascii_letter(text_[at])) return 1;
    if (foreign_length(at) > 0) return 0;
    std::size_t next = at;
    return is_latin_letter(next_code_point(text_, next)) ? next - at : 0;
  }

  std::size_t with_digits_before(std::size_t at, std::size_t least) const {
    std::size_t start = at;
    for (std::size_t i = at; i > least && (is_digit(text_[i - 1]) || is_joint(text_[i - 1])); --i) {
      if (is_digit(text_[i - 1])) start = i - 1;
    }
    return start;
  }

  /// The end of the run that holds the letter at `at`; where the search stopped goes to `stopped_`.
  std::size_t end_of_run(std::size_t at) {
    std::size_t behind_letter = at;
    while (true) {
      stopped_ = find_byte<run_limits>(text_, at);
      for (std::size_t i = stopped_; i > at; --i) {
        if (!is_ascii_letter(text_[i - 1])) continue;
        behind_letter = i;
        break;
      }
      const std::size_t length = stopped_ < text_.size() ? latin_length(stopped_) : 0;
      if (length == 0) break;
      at = behind_letter = stopped_ + length;
    }
    return with_digits_behind(behind_letter);
  }

  std::size_t with_digits_behind(std::size_t at) const {
    std::size_t end = at;
    for (; at < stopped_ && (is_digit(text_[at]) || is_joint(text_[at])); ++at) {
      if (is_digit(text_[at])) end = at + 1;
    }
    return end;
  }

  std::string_view text_;
  std::size_t stopped_ = 0;
};

}  // namespace

std::vector<ByteRange> latin_runs(std::string_view text) { return RunFinder(text).find(); }

}  // namespace galpi::text
