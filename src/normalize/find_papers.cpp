#include <algorithm>
#include <array>
#include <bit>

#include "landmarks.hpp"

namespace galpi::normalize {
namespace {

using Type = Landmark::Type;

/// What stands between a heading and the next one that could be a paper.
struct Follow {
  std::uint32_t kinds = 0;             ///< of sections with a heading or a bold line, a bit each
  std::uint32_t unnumbered_kinds = 0;  ///< the same without `2.1 Method`, which a review has
  MetadataEvidence metadata;           ///< labelled lines right behind the heading
};

bool may_be_title(const Landmark& landmark) {
  if (landmark.type == Type::title) return true;
  return landmark.type == Type::heading &&
         (!landmark.alias || landmark.link == LinkEvidence::arxiv) && !landmark.closing;
}

/// Looks ahead from landmark `index`. Ends at the next heading of the same level that is no
/// section, so all calls for one level together pass over the post once.
Follow follow_of(const std::vector<Landmark>& landmarks, std::size_t index) {
  const Landmark& own = landmarks[index];
  Follow follow;
  std::size_t expected = own.block + 1;
  for (std::size_t i = index + 1; i < landmarks.size(); ++i) {
    const Landmark& next = landmarks[i];
    if (next.type == Type::metadata) {
      const bool behind = next.block == expected;
      if (next.metadata.title && (!behind || follow.metadata.title)) break;
      if (!behind) continue;
      follow.metadata.title = follow.metadata.title || next.metadata.title;
      follow.metadata.link = follow.metadata.link || next.metadata.link;
      follow.metadata.arxiv = follow.metadata.arxiv || next.metadata.arxiv;
      ++expected;
      continue;
    }
    if (!next.alias) {
      const bool next_paper = next.title_label || next.link != LinkEvidence::none;
      if (next_paper || next.level == own.level) break;
      continue;
    }
    const std::uint32_t bit = 1U << static_cast<unsigned>(next.alias->kind);
    follow.kinds |= bit;
    // A section beside its own paper is believed only when the paper has more to show (a link).
    const bool beside = next.type == Type::heading && next.level == own.level;
    if (!next.number && !beside) follow.unnumbered_kinds |= bit;
  }
  return follow;
}

int count_kinds(std::uint32_t kinds) { return std::popcount(kinds); }

/// A heading with a link, or with labelled lines, that needs no other paper to be believed.
bool is_certain(const Landmark& heading, const Follow& follow) {
  // In a line of prose, bold and a number tell a title from a link to something else.
  if (heading.type == Type::title) return heading.listed || (heading.number && heading.strong);
  if (heading.title_label) return true;
  if (follow.metadata.title || follow.metadata.arxiv) return true;
  if (heading.link == LinkEvidence::arxiv) return heading.number || follow.kinds != 0;
  // Other links are in reviews too (`## [Code](…)`, `링크: …`): they need the sections of a digest.
  if (heading.link == LinkEvidence::other || follow.metadata.link) {
    return heading.number ? follow.kinds != 0 : count_kinds(follow.unnumbered_kinds) >= 2;
  }
  return false;
}

/// Bold lines count papers of their own where headings do: in a post with such headings, one that
/// does not go on with their numbers is a list within a paper.
void doubt_titles(std::vector<Landmark>& landmarks) {
  const bool has_headings = std::ranges::any_of(landmarks, [](const Landmark& landmark) {
    return landmark.paper && landmark.type == Type::heading;
  });
  std::optional<std::uint32_t> last;
  for (Landmark& landmark : landmarks) {
    if (!landmark.paper) continue;
    const bool goes_on = landmark.number == (last ? *last + 1 : 1);
    const bool may_be_list = landmark.type == Type::title && !landmark.listed;
    if (has_headings && may_be_list && !goes_on) landmark.paper = false;
    if (landmark.paper) last = landmark.number;
  }
}

/// Labelled lines without a heading of their own.
void find_headless_papers(std::vector<Landmark>& landmarks) {
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    Landmark& landmark = landmarks[i];
    if (landmark.type != Type::metadata || !landmark.metadata.title) continue;
    const bool has_heading =
        i > 0 && landmarks[i - 1].paper && landmarks[i - 1].block + 1 == landmark.block;
    if (has_heading) continue;
    const bool linked =
        landmark.metadata.link ||
        (i + 1 < landmarks.size() && landmarks[i + 1].type == Type::metadata &&
         landmarks[i + 1].block == landmark.block + 1 && landmarks[i + 1].metadata.link);
    landmark.paper = linked || follow_of(landmarks, i).kinds != 0;
  }
}

class Levels {
 public:
  void add(std::uint32_t level) { seen_[level] = true; }
  bool has(std::uint32_t level) const { return seen_[level]; }
  bool empty() const { return std::ranges::find(seen_, true) == seen_.end(); }

 private:
  std::array<bool, 7> seen_{};
};

/// Headings that look like papers only because others of their level are.
void find_papers_by_pattern(std::vector<Landmark>& landmarks, const std::vector<Follow>& follows,
                            const Levels& levels) {
  int without_link = 0;
  int titles = 0;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    if (may_be_title(landmarks[i]) && count_kinds(follows[i].unnumbered_kinds) >= 2) ++without_link;
    if (landmarks[i].type == Type::title && follows[i].kinds != 0) ++titles;
  }
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    Landmark& landmark = landmarks[i];
    if (landmark.paper || !may_be_title(landmark)) continue;
    const int kinds = count_kinds(follows[i].unnumbered_kinds);
    if (landmark.type == Type::title) {
      landmark.paper = levels.has(0) || (levels.empty() && titles >= 2 && follows[i].kinds != 0);
    } else if (levels.empty()) {
      const bool linked = landmark.link == LinkEvidence::arxiv;
      const bool numbered_digest = landmark.number && kinds >= 3;
      landmark.paper = linked || numbered_digest || (kinds >= 2 && without_link >= 2);
    } else if (levels.has(landmark.level)) {
      landmark.paper = landmark.link == LinkEvidence::arxiv || landmark.number || kinds >= 2;
    } else {
      landmark.paper = landmark.number && kinds >= 2;
    }
  }
}

}  // namespace

void find_papers(std::vector<Landmark>& landmarks) {
  std::vector<Follow> follows(landmarks.size());
  Levels levels;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    if (!may_be_title(landmarks[i])) continue;
    follows[i] = follow_of(landmarks, i);
    landmarks[i].paper = is_certain(landmarks[i], follows[i]);
  }
  doubt_titles(landmarks);
  for (const Landmark& landmark : landmarks) {
    if (landmark.paper) levels.add(landmark.level);
  }
  find_headless_papers(landmarks);
  find_papers_by_pattern(landmarks, follows, levels);
}

}  // namespace galpi::normalize
