#include "naming/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace galpi::exporters {
namespace {

// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/); 48 of them are plenty to tell the
// papers of one day apart, and a clash would only give a suffix.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return fmt::format("{:012x}", hash >> 16);
}

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && text.size() <= 64 && is_ascii_letter_or_digit(text.front()) &&
         std::ranges::all_of(
             text, [](char c) { return is_ascii_letter_or_digit(c) || c == '-' || c == '_'; });
}

// Dots and slashes become hyphens: a dot is legal in an id but not in a bare CSS selector, which
// some readers make of it.
std::string paper_key(const model::Paper& paper) {
  if (paper.arxiv.has_value()) {
    std::string name = paper.arxiv->id;
    std::ranges::replace_if(name, [](char c) { return c == '.' || c == '/'; }, '-');
    if (is_plain_name(name)) return "a" + name;
  }
  return "h" + hash_of(model::identity_of(paper));
}

/// Names, of which the second of one kind gets `-2` and so on.
class UniqueNames {
 public:
  std::string take(const std::string& wanted) {
    const auto [found, is_new] = next_.try_emplace(wanted, 2);
    if (is_new) return wanted;
    std::size_t& next = found->second;  // stays where it is when the map grows
    for (;;) {
      std::string name = fmt::format("{}-{}", wanted, next++);
      if (next_.try_emplace(name, 2).second) return name;
    }
  }

 private:
  std::unordered_map<std::string, std::size_t> next_;  ///< by name: the number to try next
};

}  // namespace

std::vector<std::string> paper_ids(const model::Post& post) {
  const std::string day = "d" + format_date(post.date) + "-";
  UniqueNames names;
  std::vector<std::string> ids;
  ids.reserve(post.papers.size());
  for (const model::Paper& paper : post.papers) {
    ids.push_back(names.take(day + paper_key(paper)));
  }
  return ids;
}

std::vector<DayAddress> day_addresses(const std::vector<model::BilingualDigest>& days) {
  UniqueNames names;
  std::vector<DayAddress> addresses;
  addresses.reserve(days.size());
  for (const model::BilingualDigest& day : days) {
    const std::string name = names.take(format_date(day.post().date));
    addresses.push_back({"day-" + name + ".xhtml", "d" + name, paper_ids(day.post())});
  }
  return addresses;
}

std::string term_id(const model::Concept& term) {
  return is_plain_name(term.id) ? "t-" + term.id : "t--" + hash_of(term.id);
}

std::string footnote_id(std::string_view label) {
  return is_plain_name(label) ? "fn-" + std::string(label) : "fn--" + hash_of(label);
}

}  // namespace galpi::exporters
