#include "galpi/model/text_dump.hpp"

#include <fmt/format.h>

#include <iterator>

#include "code_points.hpp"

namespace galpi::model {
namespace {

/// In double quotes on one line: `"` and `\` escaped, line breaks and tabs shown as \n and \t.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

class Dumper {
 public:
  std::string dump(const Post& post) {
    line(0, "post {}{}{} {} {}", format_date(post.date), post.time ? " " : "",
         post.time.value_or(""), name_of(post.kind), quoted(post.title));
    line(1, "source {}", post.source);
    for (const std::string& tag : post.tags) line(1, "tag {}", quoted(tag));
    for (const std::string& category : post.categories) line(1, "category {}", quoted(category));
    for (const PostPart& part : parts_in_reading_order(post)) {
      if (part.paper != nullptr) paper(*part.paper);
      if (part.section != nullptr) section(1, *part.section);
    }
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void line(std::size_t indent, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    out_.append(2 * indent, ' ');
    fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
    out_ += '\n';
  }

  void paper(const Paper& paper) {
    line(1, "paper {}{} @{}:{}", paper.number ? fmt::format("{} ", *paper.number) : "",
         quoted(paper.title), paper.at.line, paper.at.column);
    if (paper.system) line(2, "system {}", quoted(*paper.system));
    if (paper.url) line(2, "url {}", *paper.url);
    if (paper.arxiv) {
      line(2, "arxiv {}{}", paper.arxiv->id,
           paper.arxiv->version ? fmt::format("v{}", *paper.arxiv->version) : "");
    }
    for (const PaperLink& link : paper.links) line(2, "link {} {}", quoted(link.text), link.url);
    for (const Section& s : paper.sections) section(2, s);
  }

  void section(std::size_t indent, const Section& section) {
    line(indent, "section {} {} level {} {} @{}:{}", name_of(section.kind),
         section.heading ? quoted(*section.heading) : "-", section.level, name_of(section.status),
         section.at.line, section.at.column);
    for (const Block& b : section.blocks) block(indent + 1, b);
  }

  void block(std::size_t indent, const Block& block) {
    line(indent, "{}{}{}{} @{}:{}", name_of(block.type),
         block.label ? fmt::format(" [{}]", *block.label) : "",
         block.text.empty() ? "" : " " + quoted(block.text), marks(block), block.at.line,
         block.at.column);
    for (const Block& child : block.children) this->block(indent + 1, child);
  }

  /// ` {strong 0-4} {link 6-9 https://…}`, offsets in code points as in JSON.
  static std::string marks(const Block& block) {
    std::string result;
    if (block.marks.empty()) return result;
    const CodePoints code_points(block.text);
    for (const Mark& mark : block.marks) {
      result +=
          fmt::format(" {{{} {}-{}{}{}}}", name_of(mark.type), code_points.from_bytes(mark.start),
                      code_points.from_bytes(mark.end), mark.url.empty() ? "" : " ", mark.url);
    }
    return result;
  }

  std::string out_;
};

}  // namespace

std::string dump(const Post& post) { return Dumper().dump(post); }

}  // namespace galpi::model
