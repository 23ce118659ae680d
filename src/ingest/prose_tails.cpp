#include "prose_tails.hpp"

namespace galpi::ingest {
namespace {

/// Shorter ones are not worth the parting.
constexpr std::size_t least_tail = 8;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::size_t find_prose_tail(std::string_view text, std::size_t from) {
  const std::size_t size = text.size();
  if (size - from <= least_tail) return size;
  // cmark takes closing `#` off, and tabs; spaces at the end of a block its readers take off too.
  const char last = text[text.find_last_not_of(' ')];
  if (last == '\t' || last == '#') return size;
  // A bar makes cells.
  if (text.find('|', from) != std::string_view::npos) return size;
  std::size_t begin = from + 1;
  while (begin < size && (!is_letter(text[begin - 1]) || is_continuation(text[begin]))) ++begin;
  return size - begin < least_tail ? size : begin;
}

std::string outline_of(std::string_view text, const std::vector<ProseTail>& tails) {
  std::string outline;
  outline.reserve(text.size());
  std::size_t copied = 0;
  for (const ProseTail& tail : tails) {
    outline.append(text.substr(copied, tail.begin - copied));
    copied = tail.end;
  }
  outline.append(text.substr(copied));
  return outline;
}

}  // namespace galpi::ingest
