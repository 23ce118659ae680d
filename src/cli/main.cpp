#include <string>
#include <vector>

#include "galpi/host/signals.hpp"
#include "verbs.hpp"

int main(int argc, char** argv) {
  galpi::host::remove_temporaries_on_signal();
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(galpi::cli::run(arguments));
}
