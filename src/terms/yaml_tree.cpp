#include "yaml_tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "galpi/text/utf8.hpp"

namespace galpi::terms {
namespace {

// A glossary is four levels deep (file, concepts, concept, definition); anything beyond a few more
// is no glossary. Size: 50,000 concepts with definitions take about 16 MiB.
constexpr std::size_t depth_at_most = 16;
constexpr std::size_t bytes_at_most = std::size_t{32} << 20U;
constexpr std::size_t nodes_at_most = 2'000'000;
// yaml-cpp 0.7 is quadratic in the length of a line with a flow list in it (250 KB take 3 s): what
// opens on a line may still turn out to be a key until the line ends.
constexpr std::size_t line_bytes_at_most = 4096;

/// Thrown out of the event handler to end yaml-cpp's parsing; caught below.
struct Refusal {
  At at;
  std::string message;
  std::string hint;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - from;
}

/// YAML 1.2.2, section 10.3.2: int `[-+]?[0-9]+`, float with fraction and exponent, .inf, .nan, and
/// 0x / 0o forms.
bool is_number(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0o")) {
    return text.size() > 2 && text.find_first_not_of("0123456789abcdefABCDEF", 2) == text.npos;
  }
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN") {
    return true;
  }
  std::size_t at = digits_at(text, 0);
  std::size_t digits = at;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits_at(text, at + 1);
    digits += fraction;
    at += 1 + fraction;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = digits_at(text, at);
    if (exponent == 0) return false;
    at += exponent;
  }
  return at == text.size();
}

ScalarType type_of(std::string_view text) {
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    if (text == word) return ScalarType::boolean;
  }
  return is_number(text) ? ScalarType::number : ScalarType::text;
}

bool is_null_word(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const SourceLines& lines) : lines_(lines) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) {
      throw Refusal{place(mark), "a second document starts here; a glossary is one document", {}};
    }
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add({.kind = YamlNode::Kind::null, .at = place(mark), .text = {}, .children = {}});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    throw Refusal{place(mark), "aliases are not allowed in a glossary", "write the value out"};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlNode node{.kind = YamlNode::Kind::scalar, .at = place(mark), .text = value, .children = {}};
    // yaml-cpp gives plain scalars the tag "?" and quoted ones "!".
    if (tag == "?" || tag.empty()) {
      node.type = type_of(value);
      if (is_null_word(value)) node.kind = YamlNode::Kind::null;
    } else if (tag != "!" && tag != "tag:yaml.org,2002:str") {
      refuse_tag(mark, tag);
    }
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::sequence, mark, tag, anchor, "tag:yaml.org,2002:seq");
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Kind::map, mark, tag, anchor, "tag:yaml.org,2002:map");
  }
  void OnMapEnd() override { close(); }

  YamlNode take_root() { return std::move(root_); }

 private:
  At place(const YAML::Mark& mark) const {
    return mark.is_null() ? At{}
                          : lines_.at(static_cast<std::size_t>(mark.line),
                                      static_cast<std::size_t>(mark.column));
  }
  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) const {
    if (anchor != 0) {
      throw Refusal{place(mark), "anchors are not allowed in a glossary", "write the value out"};
    }
  }
  [[noreturn]] void refuse_tag(const YAML::Mark& mark, const std::string& tag) const {
    throw Refusal{place(mark),
                  fmt::format("the tag `{}` is not allowed in a glossary", quote_for_message(tag)),
                  "values are plain text"};
  }
  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor, std::string_view own_tag) {
    refuse_anchor(mark, anchor);
    if (!tag.empty() && tag != "?" && tag != "!" && tag != own_tag) refuse_tag(mark, tag);
    if (open_.size() >= depth_at_most) {
      throw Refusal{place(mark),
                    fmt::format("nested deeper than {} levels; this is no glossary", depth_at_most),
                    {}};
    }
    open_.push_back({.kind = kind, .at = place(mark), .text = {}, .children = {}});
  }
  void close() {
    YamlNode node = std::move(open_.back());
    open_.pop_back();
    add(std::move(node));
  }
  void add(YamlNode node) {
    if (++nodes_ > nodes_at_most) throw Refusal{node.at, "too many values for a glossary", {}};
    if (open_.empty()) {
      root_ = std::move(node);
    } else {
      open_.back().children.push_back(std::move(node));
    }
  }

  const SourceLines& lines_;
  std::vector<YamlNode> open_;
  YamlNode root_;
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
};

/// Reports keys that are no scalars or occur twice; the walk is as deep as the tree may be.
void check_keys(const YamlNode& node, FaultReporter& faults) {
  if (node.kind == YamlNode::Kind::map) {
    std::unordered_map<std::string_view, At> seen;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
      const YamlNode& key = node.children[i];
      if (key.kind != YamlNode::Kind::scalar) {
        faults.report(DiagnosticCode::glossary_invalid, key.at,
                      fmt::format("a key is {}; keys are words", kind_name(key)));
      } else if (const auto [first, added] = seen.emplace(key.text, key.at); !added) {
        faults.report(DiagnosticCode::glossary_invalid, key.at,
                      fmt::format("the key `{}` occurs twice; first in line {}",
                                  quote_for_message(key.text), first->second.line),
                      "keep one of them");
      }
    }
  }
  for (const YamlNode& child : node.children) check_keys(child, faults);
}

/// YAML 1.2.2, section 5.1: C0 controls but tab and line ends are no part of a YAML stream.
/// (yaml-cpp takes U+0004 for the end of the file and NUL for a sign of UTF-16.)
std::optional<std::size_t> find_control(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) return i;
  }
  return std::nullopt;
}

void check_line_lengths(std::string_view yaml, const SourceLines& lines, FaultReporter& faults) {
  for (std::size_t start = 0; start < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', start), yaml.size());
    if (end - start > line_bytes_at_most) {
      faults.report(DiagnosticCode::glossary_invalid, lines.at_offset(start),
                    fmt::format("the line is longer than {} bytes", line_bytes_at_most),
                    "break it into several lines");
      return;
    }
    start = end + 1;
  }
}

bool check_bytes(std::string_view yaml, const SourceLines& lines, FaultReporter& faults) {
  if (yaml.size() > bytes_at_most) {
    faults.report(DiagnosticCode::glossary_invalid, {},
                  fmt::format("larger than {} MiB; this is no glossary", bytes_at_most >> 20U));
  } else if (const auto invalid = text::find_invalid_utf8(yaml)) {
    faults.report(DiagnosticCode::glossary_invalid, lines.at_offset(*invalid),
                  "the file is not UTF-8 text", "save it as UTF-8");
  } else if (const auto control = find_control(yaml)) {
    faults.report(DiagnosticCode::glossary_invalid, lines.at_offset(*control),
                  fmt::format("the control character `{}` cannot stand in YAML",
                              quote_for_message(yaml.substr(*control, 1))));
  }
  if (!faults.failed()) check_line_lengths(yaml, lines, faults);
  return !faults.failed();
}

}  // namespace

std::string_view kind_name(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "empty";
    case YamlNode::Kind::sequence:
      return "a list";
    case YamlNode::Kind::map:
      return "a mapping";
    case YamlNode::Kind::scalar:
      break;
  }
  switch (node.type) {
    case ScalarType::number:
      return "a number";
    case ScalarType::boolean:
      return "true or false";
    case ScalarType::text:
      break;
  }
  return "text";
}

std::optional<YamlNode> read_yaml_tree(std::string_view yaml, const SourceLines& lines,
                                       FaultReporter& faults) {
  if (!check_bytes(yaml, lines, faults)) return std::nullopt;
  TreeBuilder builder(lines);
  try {
    std::istringstream stream{std::string(yaml)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refusal& refusal) {
    faults.report(DiagnosticCode::glossary_invalid, refusal.at, refusal.message, refusal.hint);
    return std::nullopt;
  } catch (const YAML::Exception& exception) {
    const YAML::Mark& mark = exception.mark;
    const At at = mark.is_null() ? At{}
                                 : lines.at(static_cast<std::size_t>(mark.line),
                                            static_cast<std::size_t>(mark.column));
    faults.report(DiagnosticCode::glossary_invalid, at,
                  fmt::format("not valid YAML: {}", quote_for_message(exception.msg)));
    return std::nullopt;
  }
  YamlNode root = builder.take_root();
  check_keys(root, faults);
  return root;
}

}  // namespace galpi::terms
