#include "galpi/base/diagnostic_code.hpp"

#include <array>
#include <string>

#include "galpi/base/diagnostic.hpp"

namespace galpi {
namespace {

struct CodeInfo {
  std::string name;
  Severity severity;
  std::string_view meaning;
};

/// The enumerator's name with '-' for '_'.
std::string shown_name(std::string_view enumerator) {
  std::string name(enumerator);
  for (char& c : name) {
    if (c == '_') c = '-';
  }
  return name;
}

const auto& table() {
  static const std::array codes = {
#define GALPI_ROW(name, severity, meaning) CodeInfo{shown_name(#name), Severity::severity, meaning},
      GALPI_DIAGNOSTIC_CODES(GALPI_ROW)
#undef GALPI_ROW
  };
  return codes;
}

const CodeInfo& info(DiagnosticCode code) { return table()[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view code_name(DiagnosticCode code) { return info(code).name; }

std::string_view code_meaning(DiagnosticCode code) { return info(code).meaning; }

std::optional<DiagnosticCode> code_from_name(std::string_view name) {
  for (std::size_t i = 0; i < table().size(); ++i) {
    if (table()[i].name == name) return static_cast<DiagnosticCode>(i);
  }
  return std::nullopt;
}

Severity severity_of(const Diagnostic& diagnostic) { return info(diagnostic.code).severity; }

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

}  // namespace galpi
