#include "galpi/host/line_reader.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "child.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace galpi;
using namespace galpi::host;
using tests::TemporaryFolder;

namespace {

std::vector<std::string> all_lines(LineReader& reader) {
  std::vector<std::string> lines;
  for (;;) {
    auto line = reader.next(1'000'000).value();
    if (!line) return lines;
    lines.push_back(std::move(*line));
  }
}

}  // namespace

TEST_CASE("a file is read line by line, whatever ends its last line", "[host]") {
  // Longer than what is read at once, so that the line is put together from several reads.
  const std::string long_line(200'000, 'x');
  struct Row {
    std::string content;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"", {}},
      {"\n", {""}},
      {"가", {"가"}},
      {"가\n나", {"가", "나"}},
      {"가\n\n나\n", {"가", "", "나"}},
      {"가\r\n나", {"가\r", "나"}},
      {long_line + "\n" + long_line, {long_line, long_line}},
  };
  const TemporaryFolder folder;
  for (const Row& row : rows) {
    folder.put("in", row.content);
    CHECK(all_lines(*file_lines(folder / "in").value()) == row.lines);
  }
}

TEST_CASE("a line over the limit is an error, and one at the limit is not", "[host]") {
  const TemporaryFolder folder;
  folder.put("in", std::string(100, 'x') + "\ny");
  CHECK(file_lines(folder / "in").value()->next(100).value() == std::string(100, 'x'));
  const auto refused = file_lines(folder / "in").value()->next(99);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::limit_exceeded);
  CHECK(refused.error().message == "a line of " + (folder / "in") + " is longer than 99 bytes");
}

TEST_CASE("what is no regular file has no lines", "[host]") {
  const TemporaryFolder folder;
  for (const std::string& path : {folder / "missing", folder / "", std::string("/dev/null")}) {
    INFO(path);
    const auto reader = file_lines(path);
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code == ErrorCode::unreadable);
  }
}

TEST_CASE("standard input is read line by line, and a closed one is an error", "[host]") {
  const TemporaryFolder folder;
  folder.put("in", "가\n나");
  const pid_t child = tests::start_child([&] {
    ::dup2(::open((folder / "in").c_str(), O_RDONLY), STDIN_FILENO);
    if (all_lines(*standard_input_lines()) != std::vector<std::string>{"가", "나"}) return 1;
    ::close(STDIN_FILENO);
    const auto closed = standard_input_lines()->next(10);
    return !closed && closed.error().message == "cannot read standard input: Bad file descriptor"
               ? 0
               : 2;
  });
  CHECK(tests::wait_for(child) == 0);
}
