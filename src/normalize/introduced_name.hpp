// How surely a Korean text says that a name in it is its paper's own.
#pragma once

#include <string_view>

#include "galpi/text/utf8.hpp"

namespace galpi::normalize {

/// From best to worst; the numbers are compared.
enum class Introduction : int {
  none = 0,
  opens,     ///< `LAMP는 …`: the first word of what describes the method
  topic,     ///< `제안된 LAMP는`
  beside,    ///< `LAMP 모델과 새 손실을 제안`
  proposed,  ///< `LAMP를 제안`, `… (LAMP) 프레임워크를 제안`
  called,    ///< `LAMP라는 … 기법을 제안`
};

/// What the text around the name at `name` says of it; `opens` when the name stands at `opening`.
Introduction introduction_of(std::string_view text, text::ByteRange name, std::size_t opening);

/// Whether a name looks like that of a data set or a benchmark, which papers have beside a method.
bool is_of_data(std::string_view name);

}  // namespace galpi::normalize
