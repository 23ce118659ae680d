#include "pandoc_messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace galpi::app {
namespace {

constexpr std::size_t most_messages = 100;
constexpr std::size_t most_characters = 300;

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view white = " \t\r";
  const std::size_t start = std::min(line.find_first_not_of(white), line.size());
  line.remove_prefix(start);
  return line.substr(0, line.find_last_not_of(white) + 1);
}

/// Messages, which go on over indented lines.
std::vector<std::string> messages_of(std::string_view errors) {
  std::vector<std::string> messages;
  while (!errors.empty()) {
    const std::size_t end = std::min(errors.find('\n'), errors.size());
    const std::string_view line = errors.substr(0, end);
    errors.remove_prefix(std::min(end + 1, errors.size()));
    const std::string_view text = trimmed(line);
    if (text.empty()) continue;
    if ((line.front() == ' ' || line.front() == '\t') && !messages.empty()) {
      messages.back().append(" ").append(text);
    } else {
      messages.emplace_back(text);
    }
  }
  return messages;
}

std::string_view without_mark(std::string_view message) {
  for (const std::string_view mark : {"[WARNING] ", "[INFO] "}) {
    if (message.starts_with(mark)) return message.substr(mark.size());
  }
  return message;
}

// A sandboxed pandoc cannot read its translations, of which it wants one: the word for an abstract,
// which our documents do not have.
bool is_of_the_sandbox(std::string_view message) {
  return message.starts_with("Could not load translations for ") ||
         message == "The term Abstract has no translation defined.";
}

}  // namespace

void report_messages(std::string_view errors, bool in_sandbox, DiagnosticSink& diagnostics) {
  std::vector<std::string> messages = messages_of(errors);
  if (in_sandbox) {
    std::erase_if(messages, [](std::string_view message) {
      return is_of_the_sandbox(without_mark(message));
    });
  }
  std::vector<std::string> once;  // one formula used ten times is one complaint
  for (std::string& message : messages) {
    if (once.size() > most_messages) break;
    if (std::ranges::find(once, message) == once.end()) once.push_back(std::move(message));
  }
  messages = std::move(once);
  const std::size_t shown = std::min(messages.size(), most_messages);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string text = quote_for_message(without_mark(messages[i]), most_characters);
    diagnostics.report({DiagnosticCode::pandoc_message, {}, "pandoc: " + text, {}, {}});
  }
  if (messages.size() > shown) {
    diagnostics.report({DiagnosticCode::pandoc_message, {}, "pandoc: and more like these", {}, {}});
  }
}

std::string failure_message(const host::ProcessResult& result) {
  std::string message = fmt::format("pandoc ended with status {}", result.exit_status);
  const std::vector<std::string> messages = messages_of(result.errors);
  if (!messages.empty()) {
    message += ": " + quote_for_message(without_mark(messages.back()), most_characters);
  }
  return message;
}

}  // namespace galpi::app
