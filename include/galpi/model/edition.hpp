// A book: the posts of a range and all that needs the whole range. Exporters read this and nothing
// else. Assembled by app/assemble.hpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "galpi/model/concept.hpp"
#include "galpi/model/stages.hpp"

namespace galpi::model {

struct BookMetadata {
  std::string title;
  std::string author;      ///< may be empty
  std::string licence;     ///< may be empty
  std::string identifier;  ///< `urn:uuid:…` (RFC 4122 version 5), from title, range and papers
  std::string modified;  ///< `2026-10-31T00:00:00Z`: SOURCE_DATE_EPOCH, else the newest post's date
  Date first;
  Date last;
};

/// Where something stands: a paper of a day, or (paper == no_paper) the day's own sections.
struct Place {
  static constexpr std::uint32_t no_paper = 0xFFFFFFFF;
  std::uint32_t day = 0;  ///< into Edition::days
  std::uint32_t paper = no_paper;

  auto operator<=>(const Place&) const = default;
};

/// One paper, with every day it appears on. In order of first appearance.
struct Work {
  std::string identity;
  std::vector<Place> appearances;
};

/// A concept that the book mentions, and where; places are unique and in reading order.
struct TermUse {
  std::uint32_t concept_index = 0;
  std::vector<Place> places;
};

struct ImageAsset {
  std::string url;         ///< as in the marks of the model
  std::string media_type;  ///< image/png, image/jpeg, image/gif, image/svg+xml, image/webp
  std::string file_name;   ///< ASCII, ours
  std::string bytes;
};

/// How much of the other language a product shows.
enum class Languages : std::uint8_t { korean, english, both };

struct Edition {
  BookMetadata metadata;
  std::vector<BilingualDigest> days;  ///< by date, then source path
  Glossary glossary;
  std::vector<Work> works;
  std::vector<TermUse> terms;                 ///< in Korean dictionary order of the preferred name
  std::vector<ImageAsset> images;             ///< sorted by url
  std::map<std::string, std::string> mathml;  ///< "d:TEX" (displayed) or "i:TEX" (inline) → MathML
};

}  // namespace galpi::model
