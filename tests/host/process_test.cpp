#include "galpi/host/process.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>

#include "child.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace galpi;
using namespace galpi::host;
using namespace std::chrono_literals;

namespace {

ProcessRequest shell(const std::string& script) {
  ProcessRequest request;
  request.arguments = {"sh", "-c", script};
  return request;
}

Result<ProcessResult> run(const ProcessRequest& request) {
  return SystemProcessRunner().run(request);
}

}  // namespace

TEST_CASE("a program's output, errors and status come back", "[host]") {
  const auto result = run(shell("echo 출력; echo 오류 >&2; exit 3")).value();
  CHECK(result.output == "출력\n");
  CHECK(result.errors == "오류\n");
  CHECK(result.exit_status == 3);
  CHECK(run(shell("kill -TERM $$")).value().exit_status == 128 + SIGTERM);
}

TEST_CASE("a megabyte goes in and out without a deadlock", "[host]") {
  const std::string input(1'000'000, 'x');
  ProcessRequest request;
  request.arguments = {"cat"};
  request.input = input;
  CHECK(run(request).value().output == input);
}

TEST_CASE("a program that does not read its input is no problem", "[host]") {
  const std::string input(1'000'000, 'x');
  ProcessRequest request = shell("exec <&-; echo done");
  request.input = input;
  CHECK(run(request).value().output == "done\n");
}

TEST_CASE("arguments reach the program as they are, and nothing else does", "[host]") {
  ProcessRequest request;
  request.arguments = {"printf", "[%s]", "a b", "$HOME", "'\"", "", "*"};
  CHECK(run(request).value().output == "[a b][$HOME]['\"][][*]");
  ::setenv("GALPI_SECRET", "x", 1);  // NOLINT
  request.arguments = {"env"};
  const std::string environment = run(request).value().output;
  CHECK(environment.contains("LC_ALL=C.UTF-8\n"));
  CHECK(environment.contains("PATH="));
  CHECK_FALSE(environment.contains("GALPI_SECRET"));
}

TEST_CASE("a missing program is an error that says so", "[host]") {
  ProcessRequest request;
  request.arguments = {"galpi-no-such-program"};
  const auto result = run(request);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::external_failed);
  CHECK(result.error().message ==
        "cannot run galpi-no-such-program: it is not installed (not found in PATH)");
}

TEST_CASE("a program that runs too long dies with all its children", "[host]") {
  const tests::TemporaryFolder folder;
  ProcessRequest request = shell("(sleep 1; echo late > " + folder.path() + "/late) & sleep 60");
  request.timeout = 100ms;
  const auto result = run(request);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::external_failed);
  CHECK(result.error().message == "sh ran longer than 100 ms and was ended");
  ::usleep(1'200'000);
  CHECK(folder.count() == 0);
}

TEST_CASE("a child left in the background does not hold up the result", "[host]") {
  const auto before = std::chrono::steady_clock::now();
  const auto result = run(shell("sleep 60 & echo done"));
  REQUIRE(result);
  CHECK(result->output == "done\n");
  CHECK(std::chrono::steady_clock::now() - before < 10s);
}

TEST_CASE("a program that writes without end is ended", "[host]") {
  ProcessRequest request = shell("yes");
  request.output_limit = 100'000;
  const auto result = run(request);
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "sh wrote more than 100000 bytes and was ended");
}

TEST_CASE("a request may add to the environment, which is empty else", "[host]") {
  ProcessRequest request = shell("echo $SOURCE_DATE_EPOCH:$HOME:$LC_ALL");
  request.environment = {"SOURCE_DATE_EPOCH=86400"};
  CHECK(run(request).value().output == "86400::C.UTF-8\n");
}

TEST_CASE("only the beginning of a flood of errors is kept", "[host]") {
  const auto result = run(shell("yes | head -c 1000000 >&2; echo done")).value();
  CHECK(result.errors.size() == 64U << 10U);
  CHECK(result.output == "done\n");
}

TEST_CASE("programs run even when our own standard streams are closed", "[host]") {
  const pid_t child = tests::start_child([] {
    for (const int number : {0, 1, 2}) ::close(number);
    ProcessRequest request;
    request.arguments = {"cat"};
    request.input = "x";
    const auto result = run(request);
    return result && result->output == "x" ? 0 : 1;
  });
  CHECK(tests::wait_for(child) == 0);
}
