// A goal as the answer of a card: the card has asked what the paper wants, so neither `본 논문의
// 목표는` nor `…하는 데 목적이 있다` need be read again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

struct GoalStretch {
  text::ByteRange range;  ///< bytes of the sentence
  std::string ending;     ///< what makes a sentence of it again: `한다.`; nothing if it is one
};

/// What a sentence that states a goal says beyond that it does. Never more than the sentence.
GoalStretch goal_stretch(std::string_view sentence);

/// The same and shorter ways to say it, best first: without the system's name behind the noun that
/// says what it is (where `name` is given), only the first of two things wanted, and without what
/// it is for.
std::vector<GoalStretch> goal_stretches(std::string_view sentence, std::string_view name);

}  // namespace galpi::exporters::anki
