#include "delimiter_runs.hpp"

#include <cstddef>

#include "galpi/text/utf8.hpp"

namespace galpi::exporters::markdown {
namespace {

bool is_mark(char32_t c, Reader reader) {
  if (text::is_space(c) || !text::is_punctuation(c)) return false;
  return reader != Reader::cmark_gfm || !text::is_symbol(c);
}

struct State {
  const DelimiterRun* run;
  std::size_t length = 0;
  std::size_t opened = 0;  ///< characters used up at the end, as an opener
  std::size_t closed = 0;  ///< characters used up at the start, as a closer
  bool can_open = false;
  bool can_close = false;
  bool strictly_open = false;
  bool strictly_close = false;
  bool active = true;

  std::size_t left() const { return length - opened - closed; }
};

State judge(const DelimiterRun& run, Reader reader) {
  const bool skips_tildes = reader == Reader::cmark_gfm && run.character != '~';
  const char32_t before = skips_tildes ? run.before_tildes : run.before;
  const char32_t after = skips_tildes ? run.after_tildes : run.after;
  const bool space_before = text::is_space(before);
  const bool space_after = text::is_space(after);
  const bool mark_before = is_mark(before, reader);
  const bool mark_after = is_mark(after, reader);
  const bool left = !space_after && (!mark_after || space_before || mark_before);
  const bool right = !space_before && (!mark_before || space_after || mark_after);
  State state{.run = &run, .length = run.owners.size()};
  const bool underscore = run.character == '_';
  state.strictly_open = left && (!underscore || !right || mark_before);
  state.strictly_close = right && (!underscore || !left || mark_after);
  state.can_open = state.strictly_open;
  state.can_close = state.strictly_close;
  if (reader == Reader::galpi) {
    state.can_open |= mark_after && text::is_hangul(before) && state.length >= 2;
    state.can_close |= mark_before && text::is_hangul(after);
  }
  if (run.character == '~' && state.length != 2) state.can_open = state.can_close = false;
  return state;
}

bool matches(const State& opener, const State& closer) {
  if (!opener.active || !opener.can_open || opener.left() == 0 ||
      opener.run->character != closer.run->character) {
    return false;
  }
  const bool both = closer.strictly_open || opener.strictly_close;
  const bool thirds = opener.length % 3 == 0 && closer.length % 3 == 0;
  return !both || (opener.length + closer.length) % 3 != 0 || thirds;
}

DelimiterPair join(State& opener, State& closer) {
  const std::size_t use = opener.left() >= 2 && closer.left() >= 2 ? 2 : 1;
  DelimiterPair pair;
  for (std::size_t i = 0; i < use; ++i) {
    pair.openers.push_back(opener.run->owners[opener.length - 1 - opener.opened - i]);
    pair.closers.push_back(closer.run->owners[closer.closed + i]);
  }
  opener.opened += use;
  closer.closed += use;
  return pair;
}

}  // namespace

std::vector<DelimiterPair> pair_runs(const std::vector<DelimiterRun>& runs, Reader reader) {
  std::vector<State> states;
  states.reserve(runs.size());
  for (const DelimiterRun& run : runs) states.push_back(judge(run, reader));
  std::vector<DelimiterPair> pairs;
  for (std::size_t closer = 0; closer < states.size(); ++closer) {
    while (states[closer].active && states[closer].can_close && states[closer].left() > 0) {
      std::size_t opener = closer;
      while (opener > 0 && !matches(states[opener - 1], states[closer])) --opener;
      if (opener == 0) break;
      --opener;
      for (std::size_t between = opener + 1; between < closer; ++between) {
        states[between].active = false;
      }
      pairs.push_back(join(states[opener], states[closer]));
    }
    if (!states[closer].can_open) states[closer].active = false;
  }
  return pairs;
}

}  // namespace galpi::exporters::markdown
