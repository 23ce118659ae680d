// What TeX's log says that concerns a reader of the book. The log is read with lines of any length:
// TeX is asked not to wrap them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::app {

struct TexFault {
  std::size_t post = 0;    ///< from 1; 0 when the text is not a post's
  std::uint32_t line = 0;  ///< of the post
  std::string message;
};

struct TexLog {
  std::vector<TexFault> faults;  ///< missing characters, references to nothing
  std::string error;             ///< the first error of TeX itself; empty: none
  std::size_t error_line = 0;    ///< of the file that TeX read, from 1; 0: not said
  bool wants_another_run = false;
};

TexLog read_tex_log(std::string_view log);

/// Where the text on a line of a LaTeX document comes from, by the \galpipost and \galpiat before
/// and on it. The message is empty.
TexFault place_in_posts(std::string_view document, std::size_t line);

/// The character that a message of ours says no font has, or 0.
char32_t missing_character(std::string_view message);

}  // namespace galpi::app
