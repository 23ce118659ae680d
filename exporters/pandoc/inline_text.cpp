#include "inline_text.hpp"

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/scripts.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::pandoc {
namespace {

using model::Mark;
using model::MarkType;

// Deeper marks are read over: no author nests so deep, and pandoc recurses.
constexpr std::size_t depth_limit = 64;

std::string_view node_of(MarkType type) {
  switch (type) {
    case MarkType::emphasis:
      return "Emph";
    case MarkType::strong:
      return "Strong";
    case MarkType::strikethrough:
      return "Strikeout";
    case MarkType::superscript:
      return "Superscript";
    case MarkType::subscript:
      return "Subscript";
    case MarkType::link:
    case MarkType::code:
    case MarkType::math:
    case MarkType::image:
    case MarkType::footnote:
      break;
  }
  return "Underline";
}

/// A piece of a Latin run may be digits and signs only.
bool has_letter(std::string_view piece) {
  return std::ranges::any_of(piece, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

void write_runs(InlineList& list, std::string_view text, const std::vector<text::ByteRange>& runs,
                std::size_t from, std::size_t to) {
  auto run = std::ranges::upper_bound(runs, from, {}, &text::ByteRange::end);
  for (; run != runs.end() && run->start < to; ++run) {
    const std::size_t start = std::max<std::size_t>(run->start, from);
    const std::size_t end = std::min<std::size_t>(run->end, to);
    const std::string_view piece = text.substr(start, end - start);
    if (!has_letter(piece)) continue;
    list.text(text.substr(from, start - from));
    list.open_english();
    list.text(piece);
    list.close();
    from = end;
  }
  list.text(text.substr(from, to - from));
}

}  // namespace

void write_tagged_text(const Book& book, InlineList& list, std::string_view text) {
  if (!book.options.language_spans) return list.text(text);
  write_runs(list, text, text::latin_runs(text), 0, text.size());
}

void InlineText::begin(const model::Block& block) {
  block_ = &block;
  text_ = block.text;
  runs_.clear();
  if (state_.book.options.language_spans) runs_ = text::latin_runs(text_);
  list_.begin();
}

void InlineText::find_glosses(std::size_t from, std::size_t to) {
  glosses_.clear();
  next_gloss_ = 0;
  const auto* const mentions = state_.mentions(*block_);
  if (mentions == nullptr) return;
  const auto link_nothing = [](const model::Mention&) { return false; };
  model::find_term_anchors(*mentions, state_.book.edition.glossary, from, to, link_nothing,
                           glosses_);
}

std::size_t InlineText::first_mark_from(std::size_t position) const {
  const auto first = std::ranges::lower_bound(block_->marks, position, {}, &Mark::start);
  return static_cast<std::size_t>(first - block_->marks.begin());
}

void InlineText::write(std::size_t from, std::size_t to) {
  to = std::min(to, text_.size());
  next_mark_ = first_mark_from(from);
  find_glosses(from, to);
  std::size_t position = from;
  for (;;) {
    close_ended(position);
    write_glosses(position);
    const std::size_t before = position;
    open_started(position, to);
    if (position != before) continue;
    if (position >= to) break;
    const std::size_t next = next_event(position, to);
    write_tagged(position, next);
    position = next;
  }
  for (; !open_.empty(); open_.pop_back()) list_.close();
}

std::size_t InlineText::next_event(std::size_t position, std::size_t to) const {
  std::size_t next = to;
  const auto consider = [&](std::size_t event) {
    if (event > position && event < next) next = event;
  };
  for (const Open& open : open_) consider(open.end);
  if (next_mark_ < block_->marks.size()) consider(block_->marks[next_mark_].start);
  if (next_gloss_ < glosses_.size()) consider(glosses_[next_gloss_].end);
  return next;
}

// Marks nest properly, but a stream of somebody else's may say otherwise: what goes on beyond the
// end of a mark around it is opened again.
void InlineText::close_ended(std::size_t position) {
  const auto ended =
      std::ranges::find_if(open_, [&](const Open& open) { return open.end <= position; });
  if (ended == open_.end()) return;
  const auto level = static_cast<std::size_t>(ended - open_.begin());
  reopened_.assign(ended, open_.end());
  for (; open_.size() > level; open_.pop_back()) list_.close();
  for (const Open& open : reopened_) {
    if (open.end > position) push(open);
  }
}

// Right behind the term, without a space: a space would part the term from its particle.
void InlineText::write_glosses(std::size_t position) {
  for (; next_gloss_ < glosses_.size() && glosses_[next_gloss_].end <= position; ++next_gloss_) {
    list_.text("(");
    const auto& concepts = state_.book.edition.glossary.concepts;
    write_tagged_text(state_.book, list_, concepts[glosses_[next_gloss_].concept_index].english);
    list_.text(")");
  }
}

void InlineText::open_started(std::size_t& position, std::size_t to) {
  const std::size_t before = position;
  const std::vector<Mark>& marks = block_->marks;
  while (position == before && next_mark_ < marks.size()) {
    const Mark& mark = marks[next_mark_];
    // At the very end only an image without alternative text can start.
    const bool is_last = mark.start == to && mark.end == to && to == text_.size();
    if (mark.start > position || (mark.start >= to && !is_last)) return;
    ++next_mark_;
    open_mark(mark, position);
  }
}

void InlineText::open_mark(const Mark& mark, std::size_t& position) {
  const std::size_t end = std::min<std::size_t>(mark.end, text_.size());
  if (model::is_atom(mark.type)) {
    const bool is_empty_image = mark.type == MarkType::image && mark.start == mark.end;
    if (end <= position && !is_empty_image) return;
    const std::size_t start = std::min(position, end);
    write_atom(mark, text_.substr(start, end - start));
    position = std::max(position, end);
    return;
  }
  if (end <= position || open_.size() >= depth_limit) return;
  if (mark.type == MarkType::link) {
    if (is_inside_link()) return;
    if (!outside_href(mark.url).has_value()) {
      state_.report(DiagnosticCode::link_relative, *block_, mark.start,
                    "a link that leads nowhere in a book was made plain text: " +
                        quote_for_message(mark.url));
      return;
    }
  }
  push({end, &mark});
}

void InlineText::push(const Open& open) {
  if (open.mark->type == MarkType::link) {
    list_.open_link(outside_href(open.mark->url).value_or(""));
  } else {
    list_.open(node_of(open.mark->type));
  }
  open_.push_back(open);
}

bool InlineText::is_inside_link() const {
  return std::ranges::any_of(open_,
                             [](const Open& open) { return open.mark->type == MarkType::link; });
}

void InlineText::write_tagged(std::size_t from, std::size_t to) {
  write_runs(list_, text_, runs_, from, to);
}

}  // namespace galpi::exporters::pandoc
