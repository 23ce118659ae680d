#include "outline.hpp"

#include <algorithm>
#include <array>

#include "landmarks.hpp"

namespace galpi::normalize {

using model::SectionKind;

namespace {

using Type = Landmark::Type;

/// The kinds that have names of their own: all but `other`.
constexpr std::size_t kind_count = static_cast<std::size_t>(SectionKind::other);

std::uint32_t commonest(const std::array<std::uint32_t, 7>& counts) {
  const auto most = std::ranges::max_element(counts);
  return *most == 0 ? 0 : static_cast<std::uint32_t>(most - counts.begin());
}

/// What is known of one paper's headings before they are sorted.
struct PaperShape {
  std::size_t first = 0;            ///< its landmark
  std::uint32_t level = 0;          ///< of its heading; 0 for labelled lines alone
  std::uint32_t section_level = 0;  ///< of its first known section; 0 when it has none
  bool has_known_heading = false;
  /// By kind: the last heading that names it, as an index of landmarks; 0 for none.
  std::array<std::size_t, kind_count> last_of_kind{};
  std::array<bool, kind_count> at_section_level{};
};

std::size_t index_of(SectionKind kind) { return static_cast<std::size_t>(kind); }

std::vector<PaperShape> shapes_of(const std::vector<Landmark>& landmarks) {
  std::vector<PaperShape> shapes;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    const Landmark& landmark = landmarks[i];
    if (landmark.paper) {
      shapes.emplace_back().first = i;
      shapes.back().level = landmark.level;
      continue;
    }
    if (shapes.empty() || landmark.type != Type::heading || !landmark.alias) continue;
    PaperShape& shape = shapes.back();
    if (shape.section_level == 0) shape.section_level = landmark.level;
    shape.has_known_heading = true;
    shape.last_of_kind[index_of(landmark.alias->kind)] = i;
    if (landmark.level == shape.section_level) {
      shape.at_section_level[index_of(landmark.alias->kind)] = true;
    }
  }
  return shapes;
}

/// Sorts the headings of one post, in order.
class Sorter {
 public:
  Sorter(const std::vector<Landmark>& landmarks, Outline& outline)
      : landmarks_(landmarks), outline_(outline), shapes_(shapes_of(landmarks)) {
    std::array<std::uint32_t, 7> paper_levels{};
    std::array<std::uint32_t, 7> section_levels{};
    for (const PaperShape& shape : shapes_) {
      if (shape.level > 0) ++paper_levels[shape.level];
      if (shape.section_level > 0) ++section_levels[shape.section_level];
    }
    outline_.has_papers = !shapes_.empty();
    outline_.paper_level = commonest(paper_levels);
    outline_.section_level = commonest(section_levels);
  }

  void sort() {
    for (std::size_t i = 0; i < landmarks_.size(); ++i) {
      const Landmark& landmark = landmarks_[i];
      if (landmark.paper) {
        enter_paper(landmark);
      } else if (landmark.type == Type::heading) {
        sort_heading(i);
      } else if (landmark.alias) {
        sort_paragraph(landmark, *landmark.alias);
      }
    }
  }

 private:
  Step& step_of(const Landmark& landmark) { return outline_.steps[landmark.block]; }

  void enter_paper(const Landmark& landmark) {
    shape_ = shape_ == nullptr ? shapes_.data() : shape_ + 1;
    outside_ = false;
    seen_ = {};
    current_ = SectionKind::other;
    step_of(landmark).role = Role::paper;
    step_of(landmark).level = landmark.level;
    step_of(landmark).is_title_line = landmark.type == Type::title;
  }

  std::uint32_t section_level() const {
    if (shape_->section_level > 0) return shape_->section_level;
    if (outline_.section_level > 0) return outline_.section_level;
    return shape_->level + 1;
  }

  /// The level at which a heading leaves the paper.
  std::uint32_t paper_level() const {
    return shape_->level > 0 ? shape_->level : section_level() - 1;
  }

  void sort_heading(std::size_t index) {
    const Landmark& landmark = landmarks_[index];
    Step& step = step_of(landmark);
    step.level = landmark.level;
    if (shape_ == nullptr || outside_ || leaves_paper(landmark, index)) {
      outside_ = shape_ != nullptr;
      step.role = Role::post_section;
      // In a digest only names that mean nothing else count outside papers.
      step.known = landmark.alias && (landmark.alias->exact || !outline_.has_papers);
    } else {
      step.role = Role::section;
      step.known = landmark.alias && !is_subheading(landmark.level, *landmark.alias);
    }
    if (step.known) step.kind = landmark.alias->kind;
    if (step.role != Role::section) return;
    if (step.known) seen_[index_of(step.kind)] = true;
    if (landmark.level <= section_level()) current_ = step.kind;
  }

  bool leaves_paper(const Landmark& landmark, std::size_t index) const {
    const std::uint32_t sections = section_level();
    const bool drifted = sections <= paper_level();
    const std::uint32_t level = landmark.level;
    if (landmark.alias) {
      const bool again = seen_[index_of(landmark.alias->kind)];
      const bool above = drifted ? level < sections : level <= paper_level();
      // `# 마무리` behind a paper closes the post, and so does a second conclusion.
      if (above) return again || landmark.closing || !landmark.alias->exact;
      return drifted && level == sections && landmark.closing && again;
    }
    if (level > paper_level()) return false;
    if (!drifted) return true;
    // Papers below their sections: a heading is outside when no section of the paper follows.
    return level < sections || landmark.closing || !section_follows(index);
  }

  /// Whether a section that the paper does not have yet comes behind landmark `index`.
  bool section_follows(std::size_t index) const {
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (!seen_[kind] && shape_->last_of_kind[kind] > index) return true;
    }
    return false;
  }

  /// `### Results` inside `## Experiments`: a known name, but only part of a section.
  bool is_subheading(std::uint32_t level, const AliasMatch& alias) const {
    if (level <= section_level()) return false;
    const std::size_t kind = index_of(alias.kind);
    return !alias.exact || alias.kind == current_ || seen_[kind] || shape_->at_section_level[kind];
  }

  /// Bold lines are headings only for what the paper has no heading for; `Method: …` only where
  /// the paper has no known heading at all.
  void sort_paragraph(const Landmark& landmark, const AliasMatch& alias) {
    if (shape_ == nullptr || outside_) return;
    const bool has_heading = shape_->last_of_kind[index_of(alias.kind)] > 0;
    if (landmark.type == Type::bold ? has_heading : shape_->has_known_heading) return;
    if (landmark.type == Type::lead && seen_[index_of(alias.kind)]) return;
    Step& step = step_of(landmark);
    step = {Role::section, alias.kind, false, true, 0, landmark.label_length};
    seen_[index_of(step.kind)] = true;
    current_ = step.kind;
  }

  const std::vector<Landmark>& landmarks_;
  Outline& outline_;
  std::vector<PaperShape> shapes_;
  const PaperShape* shape_ = nullptr;  ///< of the current paper
  bool outside_ = false;               ///< a heading behind the paper has left it
  std::array<bool, kind_count> seen_{};
  SectionKind current_ = SectionKind::other;
};

}  // namespace

Outline read_outline(const std::vector<ingest::RawBlock>& blocks) {
  std::vector<Landmark> landmarks = find_landmarks(blocks);
  find_papers(landmarks);
  Outline outline;
  outline.steps.resize(blocks.size());
  Sorter(landmarks, outline).sort();
  return outline;
}

}  // namespace galpi::normalize
