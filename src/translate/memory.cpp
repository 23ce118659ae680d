#include "galpi/translate/memory.hpp"

#include "galpi/text/normalization.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::translate {

std::string Memory::key_of(std::string_view sentence) {
  std::string key;
  key.reserve(sentence.size());
  bool space = false;
  for (std::size_t offset = 0; offset < sentence.size();) {
    const std::size_t start = offset;
    if (text::is_space(text::next_code_point(sentence, offset))) {
      space = !key.empty();
      continue;
    }
    if (space) key += ' ';
    space = false;
    key.append(sentence.substr(start, offset - start));
  }
  return text::is_nfc(key) ? key : text::to_nfc(key);
}

void Memory::add(std::string_view korean, std::string_view english) {
  units_.insert_or_assign(key_of(korean), std::string(english));
}

const std::string* Memory::find(std::string_view korean) const {
  const auto unit = units_.find(key_of(korean));
  return unit == units_.end() ? nullptr : &unit->second;
}

}  // namespace galpi::translate
