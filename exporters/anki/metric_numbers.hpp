// The numbers of a sentence that measure something: `84.2%`, `2.3배`, `0.87`. Years, model sizes,
// versions, counts and parts of names are none.
#pragma once

#include <string_view>
#include <vector>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::anki {

struct MetricNumber {
  text::ByteRange range;   ///< digits, decimal point, sign of approximation or range; no unit
  bool is_change = false;  ///< said of a difference: `3.1% 향상`, `2배 빠르`
  bool is_size =
      false;  ///< of what was used, not of what was reached: `10배 큰 모델`, `표본 12%만으로`
  bool is_computable = false;  ///< `240에서 60으로 75%`: the rest says what it must be
  bool is_before =
      false;  ///< the value something started from, or another's: `41.0에서`, `기존 41.0`
};

/// In reading order.
std::vector<MetricNumber> find_metric_numbers(std::string_view sentence);

/// Whether a number can be computed from two that the text joins by `A에서 B로`: their quotient, or
/// what one is less than the other, in percent.
bool follows_from_change(std::string_view sentence, text::ByteRange number);

/// Whether the sentence says what is measured: 정확도, FID, 성공률 …
bool names_metric(std::string_view sentence);
/// Whether a Latin word is the name of a metric rather than of a benchmark.
bool is_metric_word(std::string_view word);

}  // namespace galpi::exporters::anki
