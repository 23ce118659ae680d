#include "labels.hpp"

namespace galpi::exporters::markdown {

std::string point_lead(const std::optional<std::string>& label) {
  if (!label || label->empty()) return {};
  if (label == "goal") return "Goal: ";
  if (label == "motivation") return "Motivation: ";
  if (label == "contribution") return "Contribution: ";
  return write_plain(*label, InlinePlace::paragraph) + ": ";
}

std::string_view terms_heading(Mode mode) { return mode == Mode::english ? "Terms" : "용어"; }

std::string_view untitled(Mode mode) { return mode == Mode::english ? "Untitled" : "제목 없음"; }

}  // namespace galpi::exporters::markdown
