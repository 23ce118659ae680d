#include "unpack.hpp"

#include <libdeflate.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace galpi::sample {
namespace {

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint32_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = (value << 8U) | static_cast<unsigned char>(bytes.at(at + i));
  }
  return value;
}

std::string inflate(std::string_view data, std::size_t size) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> engine(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string content(size, '\0');
  const auto outcome = libdeflate_deflate_decompress(engine.get(), data.data(), data.size(),
                                                     content.data(), size, nullptr);
  if (outcome != LIBDEFLATE_SUCCESS) throw std::runtime_error("a member does not inflate");
  return content;
}

}  // namespace

// APPNOTE 6.3.3 §4.3.7: local headers follow each other; sizes are in them, as there are no data
// descriptors.
Members unpack(std::string_view archive) {
  constexpr std::size_t header_size = 30;
  Members members;
  std::size_t at = 0;
  while (archive.substr(at, 4) == std::string_view("PK\3\4")) {
    const std::uint32_t method = little_endian(archive, at + 8, 2);
    const std::uint32_t packed = little_endian(archive, at + 18, 4);
    const std::uint32_t size = little_endian(archive, at + 22, 4);
    const std::uint32_t name_size = little_endian(archive, at + 26, 2);
    const std::uint32_t extra_size = little_endian(archive, at + 28, 2);
    const std::string name(archive.substr(at + header_size, name_size));
    const std::string_view data = archive.substr(at + header_size + name_size + extra_size, packed);
    members.emplace_back(name, method == 0 ? std::string(data) : inflate(data, size));
    at += header_size + name_size + extra_size + packed;
  }
  if (members.empty()) throw std::runtime_error("not an archive");
  return members;
}

const std::string& member(const Members& members, std::string_view name) {
  for (const auto& [known, content] : members) {
    if (known == name) return content;
  }
  throw std::runtime_error("no such member: " + std::string(name));
}

}  // namespace galpi::sample
