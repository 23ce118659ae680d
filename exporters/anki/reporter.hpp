// Says why something has no card: every paper and every term has a note or a reason.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "galpi/base/diagnostic.hpp"

namespace galpi::exporters::anki {

class Reporter {
 public:
  explicit Reporter(DiagnosticSink& sink) : sink_(sink) {}

  /// `what` is `paper`, `term` or `number`.
  void without_note(const SourceSpan& span, std::string_view what, std::string_view name,
                    std::string_view reason) {
    report(
        DiagnosticCode::flashcard_without_note, span,
        fmt::format("the {} \"{}\" gets no flashcards: {}", what, quote_for_message(name), reason));
  }
  void withheld(const SourceSpan& span, std::string_view card, std::string_view name,
                std::string_view reason) {
    report(DiagnosticCode::flashcard_withheld, span,
           fmt::format("\"{}\" gets no card {}: {}", quote_for_message(name), card, reason));
  }
  void report(DiagnosticCode code, const SourceSpan& span, std::string message) {
    sink_.report({code, span, std::move(message), {}, {}});
  }

 private:
  DiagnosticSink& sink_;
};

}  // namespace galpi::exporters::anki
