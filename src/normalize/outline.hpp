// What each block of a post is to the outline: the headings by meaning, whatever their levels.
#pragma once

#include <cstdint>
#include <vector>

#include "galpi/ingest/raw_post.hpp"
#include "galpi/model/post.hpp"

namespace galpi::normalize {

enum class Role : std::uint8_t {
  content,
  paper,         ///< begins a paper; content with labelled lines may do so as well
  section,       ///< begins a section of the paper before it
  post_section,  ///< begins a section of the post
};

struct Step {
  Role role = Role::content;
  model::SectionKind kind = model::SectionKind::other;
  bool is_title_line = false;      ///< of a paper: a line of prose, not a heading
  bool known = false;              ///< the heading is in the alias table
  std::uint32_t level = 0;         ///< number of '#'; 0 for a bold line
  std::uint32_t label_length = 0;  ///< of a bold line: bytes of the text that are the heading
};

struct Outline {
  std::vector<Step> steps;        ///< one per block
  std::uint32_t paper_level = 0;  ///< the commonest of the papers' headings; 0 without papers
  std::uint32_t section_level = 0;
  bool has_papers = false;
};

Outline read_outline(const std::vector<ingest::RawBlock>& blocks);

}  // namespace galpi::normalize
