// What a result was measured on and whose it is: without a benchmark, a metric and a system by name
// a number is nothing to learn.
#pragma once

#include <string_view>

#include "metric_numbers.hpp"

namespace galpi::exporters::anki {

/// Whether the text says on what something was measured, or against what: a name that is not the
/// system's, a kind of task, or the paper's own benchmark. A difference is stricter with names.
bool says_setting(std::string_view text, std::string_view system, std::string_view title,
                  bool is_change);

/// Whether the text names a benchmark or a data set: `ImageNet에서`, `MATH 데이터셋 기준`.
bool names_benchmark(std::string_view text, std::string_view system);

/// Whether the number is one of `성능` and no more is said of what was measured.
bool is_bare_performance(std::string_view text, const MetricNumber& number);

/// `최고 성능의 모델은`, `최적 구조가`: whose result it is, is not said.
bool has_nameless_subject(std::string_view text);

/// Whether the text says on which part of the system's own ground: `…에서`, not behind its name.
bool says_part(std::string_view text, std::string_view system);

/// `세 과제에서`, `모든 작업 모두에서`: how many, and neither which nor of what kind.
bool counts_unnamed(std::string_view text, std::string_view system);

/// Whether the text says on what or against what in no words of its own: neither `…에서` nor
/// `…대비` nor a name that is not the system's.
bool lacks_ground(std::string_view text, std::string_view system);

}  // namespace galpi::exporters::anki
