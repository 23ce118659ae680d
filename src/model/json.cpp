#include "galpi/model/json.hpp"

#include <utility>

#include "code_points.hpp"
#include "galpi/model/json_text.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::model {
namespace {

/// Names of files come from the operating system and need not be UTF-8; JSON must be.
void append_foreign_string(std::string& target, std::string_view text) {
  if (!text::find_invalid_utf8(text)) return append_json_string(target, text);
  std::string repaired;
  while (const auto bad = text::find_invalid_utf8(text)) {
    repaired.append(text, 0, *bad);
    repaired += "\xEF\xBF\xBD";
    text.remove_prefix(*bad + 1);
  }
  repaired.append(text);
  append_json_string(target, repaired);
}

class PostWriter {
 public:
  explicit PostWriter(std::string& target) : out_(target) {}

  void post(const Post& post) {
    out_ += R"({"date":")";
    out_ += format_date(post.date);
    out_ += R"(","time":)";
    append_json_optional(out_, post.time);
    out_ += R"(,"title":)";
    append_json_string(out_, post.title);
    out_ += R"(,"tags":)";
    strings(post.tags);
    out_ += R"(,"categories":)";
    strings(post.categories);
    out_ += R"(,"source":)";
    append_foreign_string(out_, post.source);
    out_ += R"(,"kind":")";
    out_ += name_of(post.kind);
    out_ += R"(","papers":)";
    append_json_array(out_, post.papers, [&](const Paper& p) { paper(p); });
    out_ += R"(,"sections":)";
    append_json_array(out_, post.sections, [&](const Section& s) { section(s); });
    out_ += '}';
  }

 private:
  void strings(const std::vector<std::string>& texts) {
    append_json_array(out_, texts, [&](const std::string& t) { append_json_string(out_, t); });
  }

  void at(At at) {
    out_ += R"("at":{"line":)";
    append_json_number(out_, at.line);
    out_ += R"(,"column":)";
    append_json_number(out_, at.column);
    out_ += '}';
  }

  void paper(const Paper& paper) {
    out_ += R"({"number":)";
    append_json_optional(out_, paper.number);
    out_ += R"(,"title":)";
    append_json_string(out_, paper.title);
    out_ += R"(,"system":)";
    append_json_optional(out_, paper.system);
    out_ += R"(,"url":)";
    append_json_optional(out_, paper.url);
    out_ += R"(,"arxiv":)";
    arxiv(paper.arxiv);
    out_ += R"(,"links":)";
    append_json_array(out_, paper.links, [&](const PaperLink& l) { link(l); });
    out_ += ',';
    at(paper.at);
    out_ += R"(,"sections":)";
    append_json_array(out_, paper.sections, [&](const Section& s) { section(s); });
    out_ += '}';
  }

  void arxiv(const std::optional<ArxivId>& arxiv) {
    if (!arxiv) {
      out_ += "null";
      return;
    }
    out_ += R"({"id":)";
    append_json_string(out_, arxiv->id);
    out_ += R"(,"version":)";
    append_json_optional(out_, arxiv->version);
    out_ += '}';
  }

  void link(const PaperLink& link) {
    out_ += R"({"text":)";
    append_json_string(out_, link.text);
    out_ += R"(,"url":)";
    append_json_string(out_, link.url);
    out_ += '}';
  }

  void section(const Section& section) {
    out_ += R"({"kind":")";
    out_ += name_of(section.kind);
    out_ += R"(","heading":)";
    append_json_optional(out_, section.heading);
    out_ += R"(,"level":)";
    append_json_number(out_, section.level);
    out_ += R"(,"status":")";
    out_ += name_of(section.status);
    out_ += R"(","blocks":)";
    append_json_array(out_, section.blocks, [&](const Block& b) { block(b); });
    out_ += ',';
    at(section.at);
    out_ += '}';
  }

  void block(const Block& block) {
    out_ += R"({"type":")";
    out_ += name_of(block.type);
    out_ += '"';
    // A point without a label says so; for the rest a label is the exception.
    if (block.label || block.type == BlockType::point) {
      out_ += R"(,"label":)";
      append_json_optional(out_, block.label);
    }
    out_ += R"(,"text":)";
    append_json_string(out_, block.text);
    out_ += R"(,"marks":)";
    if (!block.marks.empty()) code_points_.assign(block.text);
    append_json_array(out_, block.marks, [&](const Mark& m) { mark(m); });
    out_ += R"(,"children":)";
    append_json_array(out_, block.children, [&](const Block& b) { this->block(b); });
    out_ += ',';
    at(block.at);
    out_ += '}';
  }

  void mark(const Mark& mark) {
    out_ += R"({"type":")";
    out_ += name_of(mark.type);
    out_ += R"(","start":)";
    append_json_number(out_, code_points_.from_bytes(mark.start));
    out_ += R"(,"end":)";
    append_json_number(out_, code_points_.from_bytes(mark.end));
    if (!mark.url.empty()) {
      out_ += R"(,"url":)";
      append_json_string(out_, mark.url);
    }
    out_ += '}';
  }

  std::string& out_;
  CodePoints code_points_;
};

/// Whether the anchors are what a reader assumes of a block that `carry` does not mention.
bool has_implied_anchors(const Block& block) {
  if (block.text.empty()) return block.anchors.empty();
  return block.anchors.size() == 1 && block.anchors.front() == TextAnchor{0, block.at};
}

/// `[ordinal,offset,line,column,offset,line,column,…]` per block, offsets in code points.
void append_anchors(std::string& out, const Post& post) {
  CodePoints code_points;
  bool first = true;
  out += '[';
  for_each_block(post, [&](const Block& block) {
    if (has_implied_anchors(block)) return;
    if (!first) out += ',';
    first = false;
    out += '[';
    append_json_number(out, block.ordinal);
    code_points.assign(block.text);
    for (const TextAnchor& anchor : block.anchors) {
      for (std::uint32_t number :
           {code_points.from_bytes(anchor.offset), anchor.at.line, anchor.at.column}) {
        out += ',';
        append_json_number(out, number);
      }
    }
    out += ']';
  });
  out += ']';
}

void append_diagnostic(std::string& out, const Diagnostic& diagnostic) {
  out += R"({"code":")";
  out += code_name(diagnostic.code);
  out += R"(","file":)";
  append_foreign_string(out, diagnostic.span.file);
  out += R"(,"line":)";
  append_json_number(out, diagnostic.span.at.line);
  out += R"(,"column":)";
  append_json_number(out, diagnostic.span.at.column);
  out += R"(,"end_column":)";
  append_json_number(out, diagnostic.span.end_column);
  out += R"(,"message":)";
  append_foreign_string(out, diagnostic.message);
  out += R"(,"hint":)";
  append_foreign_string(out, diagnostic.hint);
  out += R"(,"excerpt":)";
  append_foreign_string(out, diagnostic.excerpt);
  out += '}';
}

}  // namespace

void append_post_json(std::string& target, const Post& post) { PostWriter(target).post(post); }

std::string to_json_line(const Digest& digest, const std::vector<Diagnostic>& diagnostics) {
  std::string line = R"({"galpi":1,"post":)";
  append_post_json(line, digest.post);
  line += R"(,"carry":{"file":)";
  append_foreign_string(line, digest.file);
  line += R"(,"anchors":)";
  append_anchors(line, digest.post);
  line += R"(,"lines":)";
  append_json_array(line, digest.lines,
                    [&](const std::string& raw) { append_foreign_string(line, raw); });
  line += R"(,"diagnostics":)";
  append_json_array(line, diagnostics, [&](const Diagnostic& d) { append_diagnostic(line, d); });
  line += "}}\n";
  return line;
}

}  // namespace galpi::model
