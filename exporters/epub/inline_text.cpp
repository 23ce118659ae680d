#include "inline_text.hpp"

#include <algorithm>

#include "galpi/model/reading.hpp"
#include "galpi/text/scripts.hpp"
#include "language.hpp"
#include "naming/links.hpp"

namespace galpi::exporters::epub {
namespace {

using model::Mark;
using model::MarkType;

// Deeper marks are read over: no author nests so deep, and the cost per event stays bounded.
constexpr std::size_t depth_limit = 64;

std::string_view element_of(MarkType type) {
  switch (type) {
    case MarkType::emphasis:
      return "em";
    case MarkType::strong:
      return "strong";
    case MarkType::strikethrough:
      return "s";
    case MarkType::superscript:
      return "sup";
    case MarkType::subscript:
      return "sub";
    case MarkType::link:
      return "a";
    case MarkType::code:
    case MarkType::math:
    case MarkType::image:
    case MarkType::footnote:
      break;
  }
  return "span";
}

}  // namespace

void InlineWriter::set_block(const model::Block& block) {
  block_ = &block;
  text_ = block.text;
  runs_ = text::latin_runs(text_);
  next_run_ = 0;
  has_code_ = std::ranges::any_of(block.marks, [](const Mark& mark) {
    return mark.type == MarkType::code || mark.type == MarkType::math;
  });
  has_lines_ = text_.contains('\n');
  find_solid_marks();
}

bool InlineWriter::is_english() const { return !has_code_ && epub::is_english(text_, runs_); }

void InlineWriter::find_solid_marks() {
  solid_.clear();
  if (state_.mentions(*block_) != nullptr) model::find_solid_ranges(block_->marks, solid_);
}

void InlineWriter::find_terms(std::size_t from, std::size_t to) {
  terms_.clear();
  next_term_ = next_gloss_ = 0;
  const auto* const mentions = state_.mentions(*block_);
  if (mentions == nullptr) return;
  const auto take_link = [&](const model::Mention& mention) {
    const std::uint32_t index = mention.concept_index;
    if (state_.linked[index] == state_.part || state_.book.term_href(index).empty() ||
        model::touches(solid_, mention)) {
      return false;
    }
    state_.linked[index] = state_.part;
    return true;
  };
  model::find_term_anchors(*mentions, state_.book.edition.glossary, from, to, take_link, terms_);
}

std::size_t InlineWriter::first_mark_from(std::size_t position) const {
  const auto first = std::ranges::lower_bound(block_->marks, position, {}, &Mark::start);
  return static_cast<std::size_t>(first - block_->marks.begin());
}

void InlineWriter::write(std::size_t from, std::size_t to, bool is_tagged) {
  to = std::min(to, text_.size());
  tagged_ = is_tagged ? 1 : 0;
  next_mark_ = first_mark_from(from);
  find_terms(from, to);
  std::size_t position = from;
  for (;;) {
    close_ended(position);
    write_glosses(position);
    const std::size_t before = position;
    open_started(position, to);
    if (position != before) continue;
    if (position >= to) break;
    const std::size_t next = next_event(position, to);
    write_runs(position, next);
    position = next;
  }
  while (!open_.empty()) pop();
}

std::size_t InlineWriter::next_event(std::size_t position, std::size_t to) const {
  std::size_t next = to;
  const auto consider = [&](std::size_t event) {
    if (event > position && event < next) next = event;
  };
  for (const Open& open : open_) consider(open.end);
  if (next_mark_ < block_->marks.size()) consider(block_->marks[next_mark_].start);
  if (next_term_ < terms_.size()) consider(terms_[next_term_].start);
  if (next_gloss_ < terms_.size()) consider(terms_[next_gloss_].end);
  return next;
}

void InlineWriter::close_ended(std::size_t position) {
  const auto ended =
      std::ranges::find_if(open_, [&](const Open& open) { return open.end <= position; });
  if (ended == open_.end()) return;
  close_from(static_cast<std::size_t>(ended - open_.begin()), position);
}

// Closes everything from `level` on and opens again what goes on beyond `position`.
void InlineWriter::close_from(std::size_t level, std::size_t position) {
  reopened_.assign(open_.begin() + static_cast<std::ptrdiff_t>(level), open_.end());
  while (open_.size() > level) pop();
  for (const Open& open : reopened_) {
    if (open.end > position) push({position, open.end, open.mark, open.term, false});
  }
}

void InlineWriter::open_started(std::size_t& position, std::size_t to) {
  const std::size_t before = position;
  const std::vector<Mark>& marks = block_->marks;
  while (position == before) {
    const Mark* mark = next_mark_ < marks.size() ? &marks[next_mark_] : nullptr;
    // At the very end only an image without alternative text can start.
    const bool is_last =
        mark != nullptr && mark->start == to && mark->end == to && to == text_.size();
    if (mark != nullptr && (mark->start > position || (mark->start >= to && !is_last)))
      mark = nullptr;
    const TermAnchor* term = next_term_ < terms_.size() ? &terms_[next_term_] : nullptr;
    if (term != nullptr && term->start > position) term = nullptr;
    if (mark == nullptr && term == nullptr) return;
    // What starts earlier or reaches further goes outside.
    if (term == nullptr ||
        (mark != nullptr && mark->start <= term->start && mark->end >= term->end)) {
      ++next_mark_;
      open_mark(*mark, position);
    } else {
      ++next_term_;
      open_term(*term, position);
    }
  }
}

void InlineWriter::open_mark(const Mark& mark, std::size_t& position) {
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
  push({position, end, &mark, nullptr, false});
}

void InlineWriter::open_term(const TermAnchor& term, std::size_t& position) {
  if (!term.is_link || term.end <= position) return;
  if (state_.book.options.gloss_style != GlossStyle::glossref) {
    write_term_note_reference(term);
    position = term.end;
    return;
  }
  // Emphasis that ends within the term moves inside the link.
  const auto crossing =
      std::ranges::find_if(open_, [&](const Open& open) { return open.end < term.end; });
  reopened_.assign(crossing, open_.end());
  const std::size_t level = open_.size() - reopened_.size();
  while (open_.size() > level) pop();
  push({position, term.end, nullptr, &term, false});
  for (const Open& open : reopened_) push({position, open.end, open.mark, open.term, false});
}

void InlineWriter::push(Open open) {
  if (open.mark != nullptr && open.mark->type != MarkType::link) {
    xml_.start(element_of(open.mark->type));
  } else {
    start_link(open);
    open.is_tagged = tagged_ == 0 && !has_code_ && is_one_run(open.start, open.end);
    if (open.is_tagged) {
      mark_english(xml_);
      ++tagged_;
    }
  }
  open_.push_back(open);
}

void InlineWriter::start_link(const Open& open) {
  xml_.start("a");
  if (open.term != nullptr) {
    xml_.attributes(R"(epub:type="glossref" role="doc-glossref")")
        .attribute("href", state_.book.term_href(open.term->concept_index));
  } else {
    xml_.attribute("href", outside_href(open.mark->url).value_or(""));
  }
}

void InlineWriter::pop() {
  if (open_.back().is_tagged) --tagged_;
  open_.pop_back();
  xml_.end();
}

bool InlineWriter::is_inside_link() const {
  return std::ranges::any_of(open_, [](const Open& open) {
    return open.term != nullptr || open.mark->type == MarkType::link;
  });
}

bool InlineWriter::is_one_run(std::size_t start, std::size_t end) const {
  const auto run = std::ranges::upper_bound(runs_, start, {}, &text::ByteRange::end);
  return run != runs_.end() && run->start <= start && run->end >= end;
}

void InlineWriter::write_glosses(std::size_t position) {
  for (; next_gloss_ < terms_.size() && terms_[next_gloss_].end <= position; ++next_gloss_) {
    if (terms_[next_gloss_].is_gloss) write_gloss(terms_[next_gloss_].concept_index);
  }
}

void InlineWriter::write_runs(std::size_t from, std::size_t to) {
  if (tagged_ > 0) return write_lines(text_.substr(from, to - from));
  while (next_run_ < runs_.size() && runs_[next_run_].end <= from) ++next_run_;
  for (std::size_t i = next_run_; i < runs_.size() && runs_[i].start < to; ++i) {
    const std::size_t start = std::max<std::size_t>(runs_[i].start, from);
    const std::size_t end = std::min<std::size_t>(runs_[i].end, to);
    if (start > from) write_lines(text_.substr(from, start - from));
    const std::string_view piece = text_.substr(start, end - start);
    if (has_latin_letter(piece)) {
      xml_.start("span");
      mark_english(xml_);
      write_lines(piece);
      xml_.end();
    } else {
      write_lines(piece);
    }
    from = end;
  }
  if (from < to) write_lines(text_.substr(from, to - from));
}

void InlineWriter::write_lines(std::string_view text) {
  if (!has_lines_) {
    xml_.text(text);
    return;
  }
  for (;;) {
    const std::size_t line_end = text.find('\n');
    xml_.text(text.substr(0, line_end));
    if (line_end == std::string_view::npos) return;
    xml_.start("br");
    xml_.end();
    text.remove_prefix(line_end + 1);
  }
}

}  // namespace galpi::exporters::epub
