// Lines inside containers: every line gets what the quotes and list items around it need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galpi::exporters::markdown {

class LineWriter {
 public:
  explicit LineWriter(std::string& target) : target_(target) {}

  /// An empty line, if something stands before in this container.
  void begin_block();
  /// One line, or several joined by '\n'.
  void write(std::string_view lines);

  /// Enters a container: `marker` before its first line, `indent` before all others.
  void enter(std::string_view marker, std::string_view indent);
  /// Leaves it; one without lines shows its marker.
  void leave();
  bool in_container() const { return !outer_.empty(); }

 private:
  void write_line(std::string_view line);

  std::string& target_;
  std::string next_;                ///< before the next line
  std::string rest_;                ///< before the lines after it
  std::vector<std::size_t> outer_;  ///< sizes of `rest_` outside the open containers
  bool has_lines_ = false;          ///< something stands before in this container
  bool is_separated_ = false;       ///< an empty line stands before already
  bool is_pending_ = false;         ///< a marker waits for its line
};

}  // namespace galpi::exporters::markdown
