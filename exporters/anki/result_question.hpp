// A sentence of results → the one number a card may ask for, or why it may ask for none.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauses.hpp"

namespace galpi::exporters::anki {

/// What the front says anyway.
struct ResultContext {
  std::string_view system;  ///< empty when the paper names none
  std::string_view title;
};

struct ResultQuestion {
  Clause clause;                        ///< with its ending and the names at most 120 code points
  text::ByteRange answer;               ///< bytes of the sentence: the number without its unit
  std::vector<std::string_view> names;  ///< to put before the clause; often none
  std::optional<text::ByteRange> contrast;  ///< bytes of the sentence to leave out: `에서(는)`
  bool has_topic = false;  ///< it says itself whose value the number is: `정확도는 84.2%`
};

/// Sorted by how near a sentence is to a question: of a paper's refusals the last one is said.
enum class ResultRefusal : std::uint8_t {
  no_number,    ///< it measures nothing
  too_long,     ///< no clause with a number is short enough
  leans,        ///< it needs the sentences around it
  no_metric,    ///< it does not say what is measured
  no_setting,   ///< it does not say on what, or against what
  no_system,    ///< it does not say whose it is
  several,      ///< it is a list of numbers
  not_reached,  ///< its numbers are conditions, ranges or somebody else's
  told,         ///< the rest gives the number away
};
std::string_view reason_of(ResultRefusal refusal);

std::expected<ResultQuestion, ResultRefusal> ask_result(std::string_view sentence,
                                                        const ResultContext& context);

}  // namespace galpi::exporters::anki
