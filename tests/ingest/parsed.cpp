#include "ingest/parsed.hpp"

#include "galpi/model/post.hpp"
#include "support/catch.hpp"

namespace galpi::tests {
namespace {

using model::Block;
using model::BlockType;
using model::Mark;

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result;
}

void show_block(const Block& block, std::size_t depth, std::string& target) {
  target.append(depth * 2, ' ');
  if (block.type != BlockType::paragraph) target += std::string(model::name_of(block.type)) + ": ";
  if (block.label) target += "[" + *block.label + "] ";
  target += escaped(block.text);
  for (const Mark& mark : block.marks) {
    target += " <" + std::string(model::name_of(mark.type)) + (mark.url.empty() ? "" : " ") +
              mark.url + "|" + escaped(block.text.substr(mark.start, mark.end - mark.start)) + ">";
  }
  while (target.ends_with(' ')) target.pop_back();
  target += '\n';
  for (const Block& child : block.children) show_block(child, depth + 1, target);
}

void collect_text(const Block& block, std::string& target) {
  target += block.text;
  target += '\n';
  for (const Block& child : block.children) collect_text(child, target);
}

}  // namespace

const std::string usual_front_matter = "---\ntitle: t\ndate: 2024-05-06\n---\n";

std::string Parsed::codes() const {
  std::string names;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!names.empty()) names += ' ';
    names += code_name(diagnostic.code);
  }
  return names;
}

Parsed parse_bytes(std::string_view bytes, const ingest::Limits& limits) {
  Parsed parsed;
  parsed.bytes = bytes;
  DiagnosticList list;
  auto post =
      ingest::parse_post(bytes, "blog/2024-05-06-x.md", "_posts/2024-05-06-x.md", list, limits);
  parsed.diagnostics = list.take();
  INFO(bytes.substr(0, 400));
  REQUIRE(post);
  parsed.post = std::move(*post);
  return parsed;
}

Parsed parse_body(std::string_view body, const ingest::Limits& limits) {
  return parse_bytes(usual_front_matter + std::string(body), limits);
}

std::string show(const ingest::RawPost& post) {
  std::string target;
  for (const ingest::RawBlock& block : post.blocks) {
    if (block.heading_level > 0) target += std::string(block.heading_level, '#') + " ";
    show_block(block.block, 0, target);
  }
  return target;
}

std::string shown(std::string_view body) { return show(parse_body(body).post); }

std::string text_of(const ingest::RawPost& post) {
  std::string target;
  for (const ingest::RawBlock& block : post.blocks) collect_text(block.block, target);
  return target;
}

}  // namespace galpi::tests
