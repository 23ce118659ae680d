// The part of reading.hpp that asks plain cmark-gfm.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "reading.hpp"
#include "support/cmark.hpp"

namespace galpi::tests {
namespace {

using model::MarkType;

std::string_view short_name(const std::string& type) {
  if (type == "emph") return "emphasis";
  return type;
}

/// Where a type stands in MarkType, which orders marks over the same stretch.
std::size_t order_of(std::string_view type) {
  std::size_t order = 0;
  while (model::name_of(static_cast<MarkType>(order)) != type) ++order;
  return order;
}

/// Walks over a paragraph of cmark's tree and collects its text and marks.
class CmarkReader {
 public:
  std::string read(cmark_node* paragraph) {
    read_children(paragraph);
    std::ranges::stable_sort(marks_, [](const Entry& a, const Entry& b) {
      return std::tuple(a.start, b.end, a.order) < std::tuple(b.start, a.end, b.order);
    });
    std::string all = text_ + "\n";
    for (const Entry& entry : marks_) {
      all += fmt::format("{} {}-{} {}\n", entry.type, entry.start, entry.end, entry.url);
    }
    return all;
  }

 private:
  struct Entry {
    std::string type;
    std::size_t start;
    std::size_t end;
    std::string url;
    std::size_t order = order_of(type);
  };

  void read_children(cmark_node* parent) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node)) {
      read_node(node);
    }
  }

  void read_node(cmark_node* node) {
    const std::string type = cmark_node_get_type_string(node);
    const std::size_t start = text_.size();
    if (type == "text") {
      text_ += cmark_node_get_literal(node);
    } else if (type == "softbreak") {
      text_ += ' ';
    } else if (type == "linebreak") {
      text_ += '\n';
    } else if (type == "html_inline") {
      read_tag(cmark_node_get_literal(node));
    } else {
      const bool has_url = type == "link" || type == "image";
      const std::size_t index = marks_.size();
      marks_.push_back(
          {std::string(short_name(type)), start, 0, has_url ? cmark_node_get_url(node) : ""});
      if (type == "code") text_ += cmark_node_get_literal(node);
      read_children(node);
      marks_[index].end = text_.size();
    }
  }

  void read_tag(std::string_view tag) {
    if (tag == "<br>") {
      text_ += '\n';
      return;
    }
    const std::string_view names[][2] = {{"strong", "strong"},     {"em", "emphasis"},
                                         {"del", "strikethrough"}, {"code", "code"},
                                         {"sup", "superscript"},   {"sub", "subscript"}};
    for (const auto& [name, type] : names) {
      if (tag == fmt::format("<{}>", name)) {
        open_.push_back(marks_.size());
        marks_.push_back({std::string(type), text_.size(), 0, ""});
      } else if (tag == fmt::format("</{}>", name) && !open_.empty()) {
        marks_[open_.back()].end = text_.size();
        open_.pop_back();
      }
    }
  }

  std::string text_;
  std::vector<Entry> marks_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::string first_paragraph_by_cmark(const std::string& markdown) {
  const auto document = parse_markdown(markdown);
  cmark_node* const first = cmark_node_first_child(document.get());
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH ||
      cmark_node_next(first) != nullptr) {
    return tree_of(document.get());
  }
  return CmarkReader().read(first);
}

std::string text_and_marks(const model::Block& made) {
  std::string all = made.text + "\n";
  for (const model::Mark& mark : made.marks) {
    all += fmt::format("{} {}-{} {}\n", model::name_of(mark.type), mark.start, mark.end, mark.url);
  }
  return all;
}

}  // namespace galpi::tests
