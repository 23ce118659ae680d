#include "inline_list.hpp"

#include <algorithm>

namespace galpi::exporters::pandoc {

void InlineList::begin() {
  open_.clear();
  word_.clear();
  unwritten_ = 0;
  breaks_ = 0;
  has_space_ = false;
  has_content_ = false;
}

void InlineList::finish() { end_word(); }

void InlineList::end_word() {
  if (word_.empty()) return;
  nodes_.leaf("Str", word_);
  word_.clear();
}

void InlineList::write_held_back() {
  if (has_content_) {
    for (std::size_t i = 0; i < breaks_; ++i) nodes_.empty("LineBreak");
    if (breaks_ == 0 && has_space_) nodes_.empty("Space");
  }
  breaks_ = 0;
  has_space_ = false;
  has_content_ = true;
  for (std::size_t i = open_.size() - unwritten_; i < open_.size(); ++i) {
    Open& opened = open_[i];
    nodes_.open(opened.type);
    if (opened.kind != Kind::plain) {
      nodes_.attributes({"", {}, opened.kind == Kind::english ? "en" : ""});
      nodes_.begin_list();
    }
    opened.is_written = true;
  }
  unwritten_ = 0;
}

void InlineList::text(std::string_view text) {
  text = without_forbidden(text, kept_);
  while (!text.empty()) {
    const std::size_t length = std::min(text.find_first_of(" \t\n"), text.size());
    if (length > 0) {
      if (unwritten_ > 0) end_word();
      if (word_.empty()) write_held_back();
      word_.append(text, 0, length);
    }
    if (length == text.size()) return;
    end_word();
    if (text[length] == '\n') {
      ++breaks_;
    } else {
      has_space_ = true;
    }
    text.remove_prefix(length + 1);
  }
}

void InlineList::push(Kind kind, std::string_view type, std::string_view url) {
  open_.push_back({kind, type, std::string(url), false});
  ++unwritten_;
}

void InlineList::open(std::string_view type) { push(Kind::plain, type, ""); }
void InlineList::open_link(std::string_view url) { push(Kind::link, "Link", url); }
void InlineList::open_english() { push(Kind::english, "Span", ""); }

void InlineList::close() {
  const Open closed = std::move(open_.back());
  open_.pop_back();
  if (!closed.is_written) {
    --unwritten_;
    return;
  }
  end_word();
  if (closed.kind != Kind::plain) nodes_.end_list();
  if (closed.kind == Kind::link) nodes_.target(closed.url);
  nodes_.close();
}

NodeWriter& InlineList::atom() {
  end_word();
  write_held_back();
  return nodes_;
}

}  // namespace galpi::exporters::pandoc
