// The parser behind safe_math.hpp. Every parse_ function takes what it reads from the front of the
// rest and appends what TeX is to see; after a failure nothing that was written counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "math/words.hpp"

namespace galpi::exporters::math {

// TeX nests groups 255 deep at most; no formula that people read comes near.
inline constexpr unsigned most_math_depth = 40;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

class MathParser {
 public:
  explicit MathParser(std::string_view tex) : rest_(tex) {}

  std::optional<std::string> parse();

 private:
  struct Rows {
    std::string written;
    std::size_t count = 1;
    std::size_t columns = 1;  ///< of the widest row
  };

  bool at(std::string_view what) const { return rest_.starts_with(what); }
  bool take(std::string_view what);
  void skip_spaces();
  void fail() { failed_ = true; }

  /// The control word or symbol at the start, without its backslash; it is not taken.
  std::string_view peek_command() const;
  void take_command(std::string_view name) { rest_.remove_prefix(1 + name.size()); }

  /// Cells and rows up to something that closes them.
  Rows parse_rows(unsigned depth);

  /// `\\[1em]`: the distance is left out, a bracket that is none stays.
  void skip_row_distance();

  void parse_list(std::string& out, unsigned depth);

  /// At most one of each: TeX refuses a second superscript, and a prime is one.
  void parse_scripts(std::string& out, unsigned depth);

  void parse_braced(std::string& out, unsigned depth);

  /// A group, or a single atom: `^2`, `\frac12`.
  void parse_argument(std::string& out, unsigned depth);

  void parse_atom(std::string& out, unsigned depth);

  /// Characters beyond ASCII: the symbol they are, or else a run of text.
  void parse_text_run(std::string& out);

  static void write_text(std::string& out, std::string_view text);

  void parse_command(std::string& out, unsigned depth);

  void parse_control_symbol(std::string& out, char c);

  /// `\limits` only behind what takes it; `\not` in front of a symbol.
  void parse_other_word(std::string& out, std::string_view name, unsigned depth);

  void parse_word(std::string& out, std::string_view name, MathWord word, unsigned depth);

  void parse_optional(std::string& out, unsigned depth);

  /// What stands up to the brace that closes the one at the start; both are taken.
  std::optional<std::string_view> take_group();
  void skip_group();

  /// Text within a formula is text: a backslash in it is no command, dollars open nothing.
  void parse_text_argument(std::string& out);

  /// Alphabets whose fonts have letters and digits and nothing else.
  void parse_letters(std::string& out, std::string_view name);

  void parse_delimiter(std::string& out);

  void parse_fence(std::string& out, unsigned depth);

  void parse_substack(std::string& out, unsigned depth);

  void parse_environment(std::string& out, unsigned depth);

  static void write_environment(std::string& out, std::string_view written, std::string columns,
                                const Rows& rows);

  std::string_view rest_;
  bool failed_ = false;
  unsigned in_brackets_ = 0;  ///< the depth at which `]` closes an optional argument
};

}  // namespace galpi::exporters::math
