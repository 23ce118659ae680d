// Names that mean something - labels, headings - and what a text has to be to be one of them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <utility>

namespace galpi::normalize {

/// key_of() of a text that is only compared with names: it needs no memory of its own, and is cut
/// off where it is longer than any name.
class NameKey {
 public:
  /// Longer than any name with a word before it.
  static constexpr std::size_t longest = 64;

  explicit NameKey(std::string_view text);

  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, longest> bytes_;
  std::size_t size_ = 0;
};

/// What the names of a table mean. Names are keys, as key_of() gives them; the table is made by the
/// compiler, which refuses a name that is there twice.
template <class Meaning, std::size_t count>
class NameTable {
 public:
  using Row = std::pair<std::string_view, Meaning>;

  explicit constexpr NameTable(const std::array<Row, count>& rows) : rows_(rows) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view name = rows[i].first;
      if (find(name) != nullptr) throw "a name cannot mean two things";
      if (name.empty() || name.size() > NameKey::longest / 2) throw "a name of unusual length";
      std::size_t slot = slot_of(name);
      while (slots_[slot] != 0) slot = (slot + 1) % slot_count;
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }

  /// What `key` means, or nullptr.
  constexpr const Meaning* find(std::string_view key) const {
    for (std::size_t slot = slot_of(key); slots_[slot] != 0; slot = (slot + 1) % slot_count) {
      const Row& row = rows_[slots_[slot] - 1U];
      if (row.first == key) return &row.second;
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t slot_count = std::bit_ceil(2 * count);

  static constexpr std::size_t slot_of(std::string_view key) {
    std::uint32_t hash = 0;
    for (const char c : key) hash = hash * 31 + static_cast<unsigned char>(c);
    return (hash ^ hash >> 11U) % slot_count;
  }

  std::array<Row, count> rows_;
  std::array<std::uint16_t, slot_count> slots_{};  ///< row + 1; 0 for none
};

}  // namespace galpi::normalize
