#include "galpi/app/formulas.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

#include "walk.hpp"

namespace galpi::app {
namespace {

struct Formula {
  std::string tex;
  bool displayed = false;
  const model::Digest* digest = nullptr;  ///< of its first use
  At at;
};

/// All formulas of the edition by key, each once.
std::map<std::string, Formula> collect(const std::vector<model::BilingualDigest>& days) {
  std::map<std::string, Formula> formulas;
  for (std::uint32_t day = 0; day < days.size(); ++day) {
    const model::Digest& digest = days[day].annotated.digest;
    walk_day(digest.post, day, [&](model::Place, const model::Block& block) {
      if (block.type == model::BlockType::math) {
        formulas.try_emplace("d:" + block.text, Formula{block.text, true, &digest, block.at});
      }
      for (const model::Mark& mark : block.marks) {
        if (mark.type != model::MarkType::math) continue;
        std::string tex = block.text.substr(mark.start, mark.end - mark.start);
        const At at = model::position_in_source(block, mark.start);
        formulas.try_emplace("i:" + tex, Formula{tex, false, &digest, at});
      }
    });
  }
  return formulas;
}

/// A string literal of pandoc's native format, which is Haskell's.
std::string native_string(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    if (c == '\n') {
      literal += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      literal += c;
    }
  }
  return literal + '"';
}

/// A document of pandoc's own with one paragraph per formula: no Markdown of a user reaches it.
std::string native_document(const std::map<std::string, Formula>& formulas) {
  std::string document = "[";
  for (const auto& [key, formula] : formulas) {
    if (document.size() > 1) document += "\n,";
    document += fmt::format("Para [Math {} {}]", formula.displayed ? "DisplayMath" : "InlineMath",
                            native_string(formula.tex));
  }
  return document + "]\n";
}

std::string serialized(const pugi::xml_node& node) {
  std::ostringstream stream;
  node.print(stream, "", pugi::format_raw);
  return stream.str();
}

}  // namespace

std::map<std::string, std::string> convert_formulas(const std::vector<model::BilingualDigest>& days,
                                                    host::ProcessRunner& processes,
                                                    DiagnosticSink& diagnostics) {
  const std::map<std::string, Formula> formulas = collect(days);
  std::map<std::string, std::string> converted;
  if (formulas.empty()) return converted;

  const std::string document = native_document(formulas);
  const Result<host::ProcessResult> run = processes.run(
      {{"pandoc", "--from=native", "--to=html5", "--mathml", "--wrap=none"}, document});
  if (!run || run->exit_status != 0) {
    const std::string cause =
        run ? fmt::format("pandoc ended with status {}", run->exit_status) : run.error().message;
    diagnostics.report({DiagnosticCode::math_unsupported,
                        {},
                        fmt::format("formulas are shown as their source: {}", cause),
                        {},
                        {}});
    return converted;
  }
  pugi::xml_document html;
  const std::string wrapped = "<formulas>" + run->output + "</formulas>";
  html.load_buffer(wrapped.data(), wrapped.size());
  pugi::xml_node paragraph = html.child("formulas").child("p");
  for (const auto& [key, formula] : formulas) {
    const pugi::xml_node math = paragraph.child("math");
    if (math) {
      converted.emplace(key, serialized(math));
    } else {
      diagnostics.report(
          {DiagnosticCode::math_unsupported,
           {formula.digest->file, formula.at, 0},
           fmt::format("the formula `{}` is shown as its source", quote_for_message(formula.tex)),
           {},
           model::quoted_line(*formula.digest, formula.at)});
    }
    paragraph = paragraph.next_sibling("p");
  }
  return converted;
}

}  // namespace galpi::app
