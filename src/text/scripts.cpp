#include "galpi/text/scripts.hpp"

namespace galpi::text {
namespace {

using Byte = unsigned char;

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// What joins digits to a word: v2.0, GPT-4, top_5.
constexpr bool is_joint(char c) { return c == '.' || c == '-' || c == '_' || c == '+'; }

constexpr std::size_t sequence_length(Byte lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

/// Whether a character with this lead byte can be Latin at all; keeps Hangul (EA to ED) and common
/// punctuation away from the look-up.
constexpr bool may_be_latin(Byte lead, Byte second) {
  switch (lead) {
    case 0xE2:  // U+2071, U+207F, U+2090 on; U+212A; U+2C60 on
      return second == 0x81 || second == 0x82 || second == 0x84 || second == 0xB1;
    case 0xEA:
      return second < 0xB0;
    case 0xE1:
    case 0xEF:
      return true;
    default:
      return lead >= 0xC2 && lead <= 0xCB;
  }
}

class RunFinder {
 public:
  explicit RunFinder(std::string_view text) : text_(text) {}

  std::vector<ByteRange> find() {
    std::vector<ByteRange> runs;
    std::size_t at = 0;
    std::size_t free_from = 0;  // where a run may start at the earliest
    while (at < text_.size()) {
      const std::size_t length = latin_length(at);
      if (length == 0) {
        at += character_length(at);
        continue;
      }
      const std::size_t start = with_digits_before(at, free_from);
      free_from = end_of_run(at);
      runs.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(free_from)});
      at = stopped_;
    }
    return runs;
  }

 private:
  std::size_t character_length(std::size_t at) const {
    const auto lead = static_cast<Byte>(text_[at]);
    return lead < 0x80 ? 1 : sequence_length(lead);
  }

  /// Length of the Latin letter at `at`, or 0.
  std::size_t latin_length(std::size_t at) const {
    const auto lead = static_cast<Byte>(text_[at]);
    if (lead < 0x80) return is_ascii_letter(text_[at]) ? 1 : 0;
    if (!may_be_latin(lead, static_cast<Byte>(text_[at + 1]))) return 0;
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
    std::size_t end = at;
    bool touches = false;
    while (at < text_.size()) {
      const char c = text_[at];
      if (const std::size_t length = latin_length(at); length > 0) {
        at += length;
        end = at;
        touches = true;
        continue;
      }
      if (static_cast<Byte>(c) >= 0x80 || c == '\n') break;
      ++at;
      if (is_digit(c)) {
        if (touches) end = at;
      } else {
        touches = touches && is_joint(c);
      }
    }
    stopped_ = at;
    return end;
  }

  std::string_view text_;
  std::size_t stopped_ = 0;
};

}  // namespace

std::vector<ByteRange> latin_runs(std::string_view text) { return RunFinder(text).find(); }

}  // namespace galpi::text
