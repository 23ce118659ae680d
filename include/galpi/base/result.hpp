// Result<T>: a value or an Error. GALPI_TRY is the only control macro of the project.
#pragma once

#include <expected>
#include <utility>

#include "galpi/base/error.hpp"

namespace galpi {

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for the failing side: `return fail(ErrorCode::unreadable, "…")`.
inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                   std::optional<SourceSpan> span = std::nullopt) {
  return std::unexpected(Error{code, std::move(message), std::move(span)});
}

}  // namespace galpi

#define GALPI_CONCATENATE_IMPL(a, b) a##b
#define GALPI_CONCATENATE(a, b) GALPI_CONCATENATE_IMPL(a, b)

// A declaration cannot stand in parentheses, so clang-tidy's advice does not hold in these macros.
// NOLINTBEGIN(bugprone-macro-parentheses)
/// `GALPI_TRY(auto text, read(path));` binds the value or returns the error to the caller.
#define GALPI_TRY(declaration, expression) \
  GALPI_TRY_IMPL(GALPI_CONCATENATE(galpi_try_, __LINE__), declaration, expression)
#define GALPI_TRY_IMPL(result, declaration, expression)                       \
  auto result = (expression);                                                 \
  if (!result.has_value()) return std::unexpected(std::move(result).error()); \
  declaration = std::move(result).value()

/// The same for Result<void>: `GALPI_CHECK(write(bytes));`
#define GALPI_CHECK(expression)                                        \
  do {                                                                 \
    if (auto galpi_checked = (expression); !galpi_checked.has_value()) \
      return std::unexpected(std::move(galpi_checked).error());        \
  } while (false)
// NOLINTEND(bugprone-macro-parentheses)
