// Which of a clause's numbers a card may ask for.
#pragma once

#include <expected>
#include <string_view>

#include "metric_numbers.hpp"
#include "result_question.hpp"

namespace galpi::exporters::anki {

/// The number to ask for in a clause: a value rather than a difference, else the first one.
std::expected<MetricNumber, ResultRefusal> number_to_ask(std::string_view clause);

/// Whether a clause says right before the number what it is the value of: `정확도는 약 84.2%`.
bool has_own_topic(std::string_view clause, const MetricNumber& number);

/// Whether a clause says what a difference is measured against: `기존 기법 대비`.
bool says_standard(std::string_view clause);

}  // namespace galpi::exporters::anki
