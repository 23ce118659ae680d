#include "bracket_pairs.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "sentence_rules.hpp"

namespace galpi::text {
namespace {

/// A quote over more than this is a quote sign that was forgotten somewhere.
constexpr std::size_t longest_pair = 1000;  // bytes
constexpr std::size_t deepest = 64;

constexpr std::u32string_view openers = U"([{“‘「『《〈（";
constexpr std::u32string_view closers = U")]}”’」』》〉）";

/// Whether the sentence around a pair goes on at `after`, right behind its closing sign at `close`.
bool goes_on(std::string_view text, std::size_t close, std::size_t after) {
  const std::string_view inside = text.substr(0, close);
  const bool stopped = inside.ends_with('.') || inside.ends_with('!') || inside.ends_with('?') ||
                       inside.ends_with("…") || inside.ends_with("。");
  if (!stopped) return true;
  std::string_view rest = text.substr(after);
  while (!rest.empty() && std::string_view("\"')]}").contains(rest[0])) rest.remove_prefix(1);
  if (rest.empty()) return false;
  const bool space = rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\t';
  return !space || quotes_on(rest);
}

/// First bytes of brackets and quotes; never later bytes of another character.
constexpr std::array<bool, 256> may_be_bracket = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("([{)]}\"\xE2\xE3\xEF")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

class PairFinder {
 public:
  PairFinder(std::string_view text, std::vector<ByteRange>& pairs) : text_(text), pairs_(pairs) {}

  void look_at(std::size_t at) {
    std::size_t after = at;
    const char32_t c = next_code_point(text_, after);
    if (c == U'"') {
      const bool closes = std::ranges::find(open_, U'"', &Open::closer) != open_.end();
      return closes ? close(U'"', at, after) : open(U'"', at);
    }
    if (const std::size_t kind = openers.find(c); kind != std::u32string_view::npos) {
      open(closers[kind], at);
    } else if (closers.contains(c)) {
      close(c, at, after);
    }
  }

 private:
  struct Open {
    char32_t closer;
    std::size_t at;
  };

  void open(char32_t closer, std::size_t at) {
    if (open_.size() < deepest) open_.push_back({closer, at});
  }

  /// Forgets openers without closers on the way.
  void close(char32_t closer, std::size_t at, std::size_t after) {
    const auto opener = std::find_if(open_.rbegin(), open_.rend(),
                                     [&](const Open& open) { return open.closer == closer; });
    if (opener == open_.rend()) return;
    const std::size_t start = opener->at;
    open_.erase(opener.base() - 1, open_.end());
    if (after - start > longest_pair || !goes_on(text_, at, after)) return;
    while (!pairs_.empty() && pairs_.back().start > start) pairs_.pop_back();
    pairs_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(after)});
  }

  std::string_view text_;
  std::vector<ByteRange>& pairs_;
  std::vector<Open> open_;
};

}  // namespace

BracketPairs::BracketPairs(std::string_view text, const std::vector<ByteRange>& protect) {
  PairFinder finder(text, pairs_);
  auto range = protect.begin();
  for (std::size_t at = 0; at < text.size();) {
    if (!may_be_bracket[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    while (range != protect.end() && range->end <= at) ++range;
    if (range != protect.end() && range->start <= at) {
      at = range->end;
      continue;
    }
    finder.look_at(at);
    next_code_point(text, at);
  }
}

bool BracketPairs::hold_together(std::size_t offset) {
  while (next_ < pairs_.size() && pairs_[next_].end <= offset) ++next_;
  return next_ < pairs_.size() && pairs_[next_].start < offset;
}

}  // namespace galpi::text
