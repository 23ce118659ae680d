#include "grouped_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "language.hpp"

namespace galpi::exporters::epub {
namespace {

constexpr std::array<std::string_view, 14> consonants{"ㄱ", "ㄴ", "ㄷ", "ㄹ", "ㅁ", "ㅂ", "ㅅ",
                                                      "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};

// Files and ids are ASCII: consonants by their number in the alphabet.
std::string name_of_head(std::string_view head) {
  const auto* const consonant = std::ranges::find(consonants, head);
  if (consonant != consonants.end()) {
    return fmt::format("{:02}", consonant - consonants.begin() + 1);
  }
  if (head.size() == 1 && head[0] >= 'A' && head[0] <= 'Z') {
    return std::string(1, static_cast<char>(head[0] - 'A' + 'a'));
  }
  return "0";
}

}  // namespace

GroupedList group_entries(std::string_view name, const std::vector<std::string>& heads,
                          std::size_t size) {
  GroupedList list;
  std::unordered_map<std::string, std::size_t> by_name;
  for (std::size_t entry = 0; entry < heads.size(); ++entry) {
    const std::string group_name = name_of_head(heads[entry]);
    const auto [found, is_new] = by_name.try_emplace(group_name, list.groups.size());
    if (is_new) list.groups.push_back({heads[entry], "g-" + group_name, {}});
    list.groups[found->second].entries.push_back(entry);
  }
  if (list.groups.empty()) return list;
  list.pages.push_back({fmt::format("{}.xhtml", name), std::string(name), {}});
  for (std::size_t group = 0; group < list.groups.size(); ++group) {
    if (size > page_limit) {
      const std::string id = fmt::format("{}-{}", name, list.groups[group].id.substr(2));
      list.pages.push_back({id + ".xhtml", id, {group}});
    } else {
      list.pages.front().groups.push_back(group);
    }
  }
  return list;
}

std::vector<std::size_t> pages_of_entries(const GroupedList& list, std::size_t count) {
  std::vector<std::size_t> pages(count, 0);
  for (std::size_t page = 0; page < list.pages.size(); ++page) {
    for (const std::size_t group : list.pages[page].groups) {
      for (const std::size_t entry : list.groups[group].entries) pages[entry] = page;
    }
  }
  return pages;
}

void write_heads(markup::XmlWriter& xml, const GroupedList& list, std::size_t page,
                 const Labels& labels) {
  if (list.groups.size() < 2) return;
  const bool is_split = list.pages.size() > 1;
  const auto navigation = xml.element("nav");
  xml.attribute("class", "heads").attribute("aria-label", labels.groups);
  const auto paragraph = xml.element("p");
  bool is_first = true;
  for (std::size_t group = 0; group < list.groups.size(); ++group) {
    const Group& target = list.groups[group];
    if (!is_first) xml.text(" ");
    is_first = false;
    // In a split list every group has the page after the front page.
    const std::string href = is_split ? list.pages[group + 1].file : "#" + target.id;
    if (is_split && group + 1 == page) {
      xml.start("strong");
    } else {
      xml.start("a");
      xml.attribute("href", href);
    }
    write_tagged_content(xml, target.head);
    xml.end();
  }
}

}  // namespace galpi::exporters::epub
