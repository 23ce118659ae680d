// A goal as the answer of a card: the card has asked what the paper wants, so neither `본 논문의
// 목표는` nor `…하는 데 목적이 있다` need be read again.
#pragma once

#include <string>
#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

struct GoalStretch {
  text::ByteRange range;  ///< bytes of the sentence
  std::string ending;     ///< what makes a sentence of it again: `한다.`; nothing if it is one
};

/// What a sentence that states a goal says beyond that it does. Never more than the sentence.
GoalStretch goal_stretch(std::string_view sentence);

}  // namespace galpi::exporters::anki
