// The only file that runs nlohmann/json, and so the one that catches its exceptions. Its parser
// does not recurse, but the reader of blocks does: the depth is checked on the bytes before
// anything is parsed.
#include <utility>

#include "code_points.hpp"
#include "galpi/model/json.hpp"
#include "galpi/text/utf8.hpp"
#include "json_checks.hpp"
#include "json_values.hpp"
#include "walk.hpp"

namespace galpi::model {
namespace {

constexpr std::size_t max_line_bytes = std::size_t{256} << 20U;

/// From the root to a mark: line, post, papers, paper, sections, section, blocks, block = 8; two
/// per level of children, tables being two levels deeper; then marks and mark.
constexpr std::size_t max_json_depth = 8 + 2 * (max_block_depth + 3) + 2;

bool is_too_deep(std::string_view json) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > max_json_depth) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

bool is_time(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return false;
  const auto two_digits = [&](std::size_t at, int below) {
    const bool digits =
        text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    return digits && (text[at] - '0') * 10 + (text[at + 1] - '0') < below;
  };
  return two_digits(0, 24) && two_digits(3, 60) && two_digits(6, 61);  // a leap second is :60
}

class Reader : private ValueReader {
 public:
  using ValueReader::error;

  JsonLine line(const Json& json) {
    const Path root;
    JsonLine result;
    if (number(json, "galpi", root) != 1) reject({&root, "galpi"}, "is not 1");
    const Path post_path{&root, "post"};
    result.digest.post = post(member(json, "post", root), post_path);
    result.digest.file = result.digest.post.source;
    result.digest.block_count = number_blocks(result.digest.post);
    if (json.is_object() && json.contains("carry")) {
      carry(member(json, "carry", root), {&root, "carry"}, result);
    }
    return result;
  }

 private:
  Date date(const Json& object, const Path& path) {
    const std::string value = any_string(member(object, "date", path), {&path, "date"});
    if (const auto parsed = parse_date(value)) return *parsed;
    reject({&path, "date"}, "is no day: " + quote_for_message(value));
    return {};
  }

  Post post(const Json& json, const Path& path);
  Paper paper(const Json& json, const Path& path);
  std::optional<ArxivId> arxiv(const Json& object, const Path& parent);
  Section section(const Json& json, const Path& path);
  Block block(const Json& json, const Path& path, std::optional<BlockType> parent,
              std::uint32_t depth);
  void marks(const Json& json, const Path& parent, Block& block);
  void carry(const Json& json, const Path& path, JsonLine& result);
  void anchors(const Json& json, const Path& path, const std::vector<Block*>& blocks,
               std::int64_t& last_ordinal);
  Diagnostic diagnostic(const Json& json, const Path& path);

  CodePoints code_points_;
};

Post Reader::post(const Json& json, const Path& path) {
  const auto read_text = [&](const Json& j, const Path& p) { return text(j, p); };
  Post post;
  post.date = date(json, path);
  post.time = optional_text(json, "time", path);
  if (post.time && !is_time(*post.time)) reject({&path, "time"}, "is not HH:MM:SS");
  post.title = text(json, "title", path);
  post.tags = array<std::string>(json, "tags", path, read_text);
  post.categories = array<std::string>(json, "categories", path, read_text);
  // File names are as the file system has them: UTF-8, but perhaps not NFC.
  post.source = any_string(member(json, "source", path), {&path, "source"});
  if (auto problem = source_problem(post.source)) reject({&path, "source"}, *problem);
  post.kind = name(json, "kind", path, PostKind::empty);
  post.papers =
      array<Paper>(json, "papers", path, [&](const Json& j, const Path& p) { return paper(j, p); });
  post.sections = array<Section>(json, "sections", path,
                                 [&](const Json& j, const Path& p) { return section(j, p); });
  return post;
}

Paper Reader::paper(const Json& json, const Path& path) {
  Paper paper;
  paper.number = optional_number(json, "number", path);
  paper.title = text(json, "title", path);
  paper.system = optional_text(json, "system", path);
  paper.url = optional_text(json, "url", path);
  if (paper.url) {
    if (auto problem = url_problem(*paper.url)) reject({&path, "url"}, *problem);
  }
  paper.arxiv = arxiv(json, path);
  paper.links = array<PaperLink>(json, "links", path, [&](const Json& j, const Path& p) {
    return PaperLink{text(j, "text", p), url(j, "url", p)};
  });
  paper.at = at(json, path);
  paper.sections = array<Section>(json, "sections", path,
                                  [&](const Json& j, const Path& p) { return section(j, p); });
  return paper;
}

std::optional<ArxivId> Reader::arxiv(const Json& object, const Path& parent) {
  const Json& json = member(object, "arxiv", parent);
  if (json.is_null()) return std::nullopt;
  const Path path{&parent, "arxiv"};
  return ArxivId{text(json, "id", path), optional_number(json, "version", path)};
}

Section Reader::section(const Json& json, const Path& path) {
  Section section;
  section.kind = name(json, "kind", path, SectionKind::other);
  section.heading = optional_text(json, "heading", path);
  section.level = number(json, "level", path);
  if (section.level > 6) reject({&path, "level"}, "is over 6");
  section.status = name(json, "status", path, SectionStatus::missing);
  section.blocks = array<Block>(json, "blocks", path, [&](const Json& j, const Path& p) {
    return block(j, p, std::nullopt, 0);
  });
  section.at = at(json, path);
  return section;
}

Block Reader::block(const Json& json, const Path& path, std::optional<BlockType> parent,
                    std::uint32_t depth) {
  Block block;
  block.type = name(json, "type", path, BlockType::rule);
  if (!may_hold(parent, block.type)) {
    reject({&path, "type"}, fmt::format("`{}` cannot stand here", name_of(block.type)));
  }
  if (json.is_object() && json.contains("label")) block.label = optional_text(json, "label", path);
  block.text = text(json, "text", path);
  if (is_container(block.type) && !block.text.empty()) {
    reject({&path, "text"}, fmt::format("of a `{}` is not empty", name_of(block.type)));
  }
  block.at = at(json, path);
  if (!block.text.empty()) block.anchors.push_back({0, block.at});
  marks(json, path, block);
  const bool nests = block.type == BlockType::list || block.type == BlockType::item ||
                     block.type == BlockType::quote || block.type == BlockType::point;
  const std::uint32_t inside = depth + (nests ? 1 : 0);
  if (inside > max_block_depth) {
    reject(path, fmt::format("is nested more than {} deep", max_block_depth));
    return block;
  }
  block.children = array<Block>(json, "children", path, [&](const Json& j, const Path& p) {
    return this->block(j, p, block.type, inside);
  });
  return block;
}

void Reader::marks(const Json& json, const Path& parent, Block& block) {
  const Path path{&parent, "marks"};
  bool counted = false;
  block.marks = array<Mark>(json, "marks", parent, [&](const Json& j, const Path& p) {
    if (!std::exchange(counted, true)) code_points_.assign(block.text);
    const auto type = name(j, "type", p, MarkType::subscript);
    const std::uint32_t start = number(j, "start", p);
    const std::uint32_t end = number(j, "end", p);
    if (start > end) reject({&p, "start"}, "is behind the end");
    if (end > code_points_.count()) {
      reject({&p, "end"},
             fmt::format("is outside the text: {} of {} code points", end, code_points_.count()));
    }
    if (failed()) return Mark{type, 0, 0, {}};
    const bool has_url = j.contains("url");
    return Mark{type, code_points_.to_bytes(start), code_points_.to_bytes(end),
                has_url ? text(j, "url", p) : std::string()};
  });
  if (failed()) return;
  if (const auto problem = mark_problem(block.marks)) {
    const Path mark{&path, {}, problem->index};
    reject({&mark, problem->key}, problem->message);
  }
}

void Reader::carry(const Json& json, const Path& path, JsonLine& result) {
  result.digest.file = any_string(member(json, "file", path), {&path, "file"});
  std::vector<Block*> blocks;
  blocks.reserve(result.digest.block_count);
  walk_post(result.digest.post, [&](Block& block) { blocks.push_back(&block); });
  std::int64_t last_ordinal = -1;
  array<char>(json, "anchors", path, [&](const Json& j, const Path& p) {
    anchors(j, p, blocks, last_ordinal);
    return '\0';
  });
  if (json.contains("lines")) {
    result.digest.lines = array<std::string>(
        json, "lines", path, [&](const Json& j, const Path& p) { return any_string(j, p); });
  }
  result.diagnostics = array<Diagnostic>(
      json, "diagnostics", path, [&](const Json& j, const Path& p) { return diagnostic(j, p); });
}

/// `[ordinal,offset,line,column,…]`; entries by ascending ordinal, offsets not decreasing.
void Reader::anchors(const Json& json, const Path& path, const std::vector<Block*>& blocks,
                     std::int64_t& last_ordinal) {
  if (!json.is_array() || json.size() % 3 != 1) {
    return reject(path, "is not an ordinal followed by triples");
  }
  const std::uint32_t ordinal = number(json[0], Path{&path, {}, 0});
  if (ordinal >= blocks.size() || ordinal <= last_ordinal) {
    return reject(path, fmt::format("names no further block: {}", ordinal));
  }
  last_ordinal = ordinal;
  Block& block = *blocks[ordinal];
  block.anchors.clear();
  code_points_.assign(block.text);
  std::uint32_t last_offset = 0;
  for (std::size_t i = 1; i < json.size() && !failed(); i += 3) {
    const std::uint32_t offset = number(json[i], Path{&path, {}, i});
    if (offset < last_offset || offset > code_points_.count()) {
      return reject({&path, {}, i}, "is outside the text or out of order");
    }
    last_offset = offset;
    block.anchors.push_back({code_points_.to_bytes(offset),
                             {number(json[i + 1], Path{&path, {}, i + 1}),
                              number(json[i + 2], Path{&path, {}, i + 2})}});
  }
}

Diagnostic Reader::diagnostic(const Json& json, const Path& path) {
  const auto string = [&](const char* key) {
    return any_string(member(json, key, path), {&path, key});
  };
  const std::string name = string("code");
  const auto code = code_from_name(name);
  if (!code) reject({&path, "code"}, "is unknown: " + quote_for_message(name));
  SourceSpan span{string("file"),
                  {number(json, "line", path), number(json, "column", path)},
                  number(json, "end_column", path)};
  return {code.value_or(DiagnosticCode::stream_invalid), std::move(span), string("message"),
          string("hint"), string("excerpt")};
}

}  // namespace

Result<JsonLine> from_json_line(std::string_view line) {
  if (line.size() > max_line_bytes) {
    return fail(ErrorCode::limit_exceeded,
                fmt::format("a line is over {} MiB", max_line_bytes >> 20U));
  }
  if (const auto bad = text::find_invalid_utf8(line)) {
    return fail(ErrorCode::invalid_input, fmt::format("byte {} is not UTF-8", *bad));
  }
  if (is_too_deep(line)) {
    return fail(ErrorCode::invalid_input,
                fmt::format("the JSON is nested more than {} deep", max_json_depth));
  }
  Json json;
  try {
    json = Json::parse(line);
  } catch (const Json::exception& error) {
    return fail(ErrorCode::invalid_input, "not JSON: " + quote_for_message(error.what(), 160));
  }
  Reader reader;
  JsonLine result = reader.line(json);
  if (const auto& error = reader.error()) return std::unexpected(*error);
  return result;
}

}  // namespace galpi::model
