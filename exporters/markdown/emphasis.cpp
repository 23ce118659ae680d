#include "emphasis.hpp"

#include <algorithm>
#include <string_view>

#include "delimiter_runs.hpp"
#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

using model::MarkType;

/// Trying out takes quadratic time at worst. No paragraph has so many marks; if one does, all of
/// them become tags.
constexpr std::size_t most_runs = 1000;
constexpr std::uint32_t none = 0xFFFFFFFF;

std::string_view delimiter_of(MarkType type) {
  if (type == MarkType::strong) return "**";
  return type == MarkType::strikethrough ? "~~" : "*";
}

char32_t first_code_point(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? U'\n' : text::next_code_point(text, offset);
}

char32_t last_code_point(std::string_view text) {
  std::size_t offset = text.size();
  return text.empty() ? U'\n' : text::previous_code_point(text, offset);
}

class Trial {
 public:
  Trial(const InlineTokens& row, const EmphasisChoice& choice, bool in_cell)
      : row_(row), choice_(choice), in_cell_(in_cell) {}

  /// Runs of each stretch between link edges, innermost first.
  std::vector<std::vector<DelimiterRun>> stretches() {
    std::vector<std::vector<DelimiterRun>> done;
    std::vector<std::vector<DelimiterRun>> open(1);
    for (std::uint32_t i = 0; i < row_.tokens.size(); ++i) {
      switch (row_.tokens[i].kind) {
        case TokenKind::link_open:
          open.emplace_back();
          break;
        case TokenKind::link_close:
          done.push_back(std::move(open.back()));
          open.pop_back();
          break;
        case TokenKind::open:
        case TokenKind::close:
          add_delimiter(i, open.back());
          break;
        case TokenKind::formula:
          if (!choice_.backtick_style[i]) add_runs_of_formula(i, open.back());
          break;
        case TokenKind::text:
        case TokenKind::atom:
        case TokenKind::hard_break:
          break;
      }
    }
    done.push_back(std::move(open.back()));
    return done;
  }

 private:
  bool is_tag(const Token& token) const { return choice_.as_tag[token.mark]; }

  char32_t before(std::uint32_t i) const {
    if (i == 0) return '\n';
    const Token& token = row_.tokens[i - 1];
    switch (token.kind) {
      case TokenKind::text:
      case TokenKind::atom:
        return last_code_point(token.content);
      case TokenKind::formula:
        return '$';
      case TokenKind::link_open:
        return '[';
      case TokenKind::link_close:
        return ')';
      case TokenKind::open:
      case TokenKind::close:
        return is_tag(token) ? U'>'
                             : static_cast<char32_t>(delimiter_of(row_.marks[token.mark])[0]);
      case TokenKind::hard_break:
        return in_cell_ ? '>' : '\n';
    }
    return '\n';
  }

  char32_t after(std::uint32_t i) const {
    if (i + 1 >= row_.tokens.size()) return '\n';
    const Token& token = row_.tokens[i + 1];
    switch (token.kind) {
      case TokenKind::text:
      case TokenKind::atom:
        return first_code_point(token.content);
      case TokenKind::formula:
        return '$';
      case TokenKind::link_open:
        return first_code_point(token.content);
      case TokenKind::link_close:
        return ']';
      case TokenKind::open:
      case TokenKind::close:
        return is_tag(token) ? U'<'
                             : static_cast<char32_t>(delimiter_of(row_.marks[token.mark])[0]);
      case TokenKind::hard_break: {
        const bool more =
            i + 2 < row_.tokens.size() && row_.tokens[i + 2].kind == TokenKind::hard_break;
        return in_cell_ || more ? '<' : '\n';
      }
    }
    return '\n';
  }

  bool is_tildes(const Token& token) const {
    const bool is_edge = token.kind == TokenKind::open || token.kind == TokenKind::close;
    return is_edge && !is_tag(token) && row_.marks[token.mark] == MarkType::strikethrough;
  }
  std::uint32_t without_tildes_before(std::uint32_t i) const {
    while (i > 0 && is_tildes(row_.tokens[i - 1])) --i;
    return i;
  }
  std::uint32_t without_tildes_after(std::uint32_t i) const {
    while (i + 1 < row_.tokens.size() && is_tildes(row_.tokens[i + 1])) ++i;
    return i;
  }

  void add_delimiter(std::uint32_t i, std::vector<DelimiterRun>& runs) {
    const Token& token = row_.tokens[i];
    if (is_tag(token)) return;
    const std::string_view delimiter = delimiter_of(row_.marks[token.mark]);
    const bool continues = !runs.empty() && i > 0 && runs.back().owners.back() == i - 1 &&
                           runs.back().character == delimiter[0] &&
                           row_.tokens[i - 1].kind != TokenKind::formula;
    if (!continues) {
      runs.push_back(
          {delimiter[0], i, {}, before(i), '\n', before(without_tildes_before(i)), '\n'});
    }
    runs.back().owners.insert(runs.back().owners.end(), delimiter.size(), i);
    runs.back().after = after(i);
    runs.back().after_tildes = after(without_tildes_after(i));
  }

  /// To readers that know no formulas, what is in them is Markdown.
  void add_runs_of_formula(std::uint32_t i, std::vector<DelimiterRun>& runs) const {
    const std::string shown = "$" + row_.tokens[i].content + "$";
    for (std::size_t at = 0; at < shown.size(); ++at) {
      if (shown[at] == '\\') {
        ++at;
      } else if (shown[at] == '*' || shown[at] == '_') {
        const std::size_t end = shown.find_first_not_of(shown[at], at);
        const std::string_view head = std::string_view(shown).substr(0, at);
        const char32_t last = last_code_point(head);
        const char32_t first = first_code_point(std::string_view(shown).substr(end));
        runs.push_back(
            {shown[at], i, std::vector<std::uint32_t>(end - at, i), last, first, last, first});
        at = end - 1;
      }
    }
  }

  const InlineTokens& row_;
  const EmphasisChoice& choice_;
  bool in_cell_;
};

/// What came out wrong when a choice was tried.
struct Failures {
  std::vector<std::uint32_t> marks;
  std::vector<std::uint32_t> formulas;
};

class Chooser {
 public:
  Chooser(const InlineTokens& row, bool in_cell) : row_(row), in_cell_(in_cell) {
    choice_.as_tag.assign(row.marks.size(), false);
    choice_.backtick_style.assign(row.tokens.size(), false);
  }

  EmphasisChoice choose() {
    // Formulas give way first: their other form is as good to read.
    constexpr int rounds = 8;
    for (int round = 0; round < rounds; ++round) {
      const Failures failures = try_out();
      if (too_many_) break;
      if (failures.marks.empty() && failures.formulas.empty()) return std::move(choice_);
      for (const std::uint32_t token : failures.formulas) choice_.backtick_style[token] = true;
      if (!failures.formulas.empty()) continue;
      give_up(failures.marks);
    }
    choice_.as_tag.assign(row_.marks.size(), true);
    choice_.backtick_style.assign(row_.tokens.size(), true);
    return std::move(choice_);
  }

 private:
  /// Makes tags of marks that failed; of two that touch often one is enough.
  void give_up(const std::vector<std::uint32_t>& failed) {
    std::uint32_t last = none;
    for (const std::uint32_t mark : failed) {
      if (last != none && mark <= last + 1) continue;
      choice_.as_tag[mark] = true;
      last = mark;
    }
  }

  Failures try_out() {
    Failures failures;
    const auto stretches = Trial(row_, choice_, in_cell_).stretches();
    for (const auto& runs : stretches) {
      if (runs.size() > most_runs) too_many_ = true;
    }
    if (too_many_) return failures;
    for (const Reader reader : {Reader::common_mark, Reader::cmark_gfm, Reader::galpi}) {
      realized_.assign(row_.marks.size(), false);
      for (const auto& runs : stretches) read_stretch(runs, reader, failures);
      for (std::uint32_t mark = 0; mark < row_.marks.size(); ++mark) {
        if (!realized_[mark] && !choice_.as_tag[mark]) failures.marks.push_back(mark);
      }
    }
    std::ranges::sort(failures.marks);
    return failures;
  }

  void read_stretch(const std::vector<DelimiterRun>& runs, Reader reader, Failures& failures) {
    const bool knows_formulas = reader == Reader::galpi;
    std::vector<DelimiterRun> outside_formulas;
    if (knows_formulas) {
      std::ranges::copy_if(runs, std::back_inserter(outside_formulas),
                           [&](const DelimiterRun& run) { return !is_formula(run.token); });
    }
    for (const DelimiterPair& pair : pair_runs(knows_formulas ? outside_formulas : runs, reader)) {
      judge(pair, failures);
    }
  }

  bool is_formula(std::uint32_t token) const {
    return row_.tokens[token].kind == TokenKind::formula;
  }

  void judge(const DelimiterPair& pair, Failures& failures) {
    const std::uint32_t opener = pair.openers[0];
    const std::uint32_t closer = pair.closers[0];
    if (is_formula(opener) || is_formula(closer)) {
      if (opener == closer) return;  // the formula alone looks odd to such a reader
      for (const std::uint32_t token : {opener, closer}) {
        if (is_formula(token)) failures.formulas.push_back(token);
      }
      return;
    }
    if (!is_whole(pair.openers) || !is_whole(pair.closers)) return;
    const Token& open = row_.tokens[opener];
    const Token& close = row_.tokens[closer];
    if (open.kind == TokenKind::open && close.kind == TokenKind::close && open.mark == close.mark) {
      realized_[open.mark] = true;
    }
  }

  /// All of one token's characters and no other's.
  bool is_whole(const std::vector<std::uint32_t>& owners) const {
    const std::string_view delimiter = delimiter_of(row_.marks[row_.tokens[owners[0]].mark]);
    return owners.size() == delimiter.size() &&
           std::ranges::all_of(owners, [&](std::uint32_t owner) { return owner == owners[0]; });
  }

  const InlineTokens& row_;
  bool in_cell_;
  EmphasisChoice choice_;
  std::vector<bool> realized_;
  bool too_many_ = false;
};

}  // namespace

EmphasisChoice choose_emphasis(const InlineTokens& row, bool in_cell) {
  return Chooser(row, in_cell).choose();
}

}  // namespace galpi::exporters::markdown
