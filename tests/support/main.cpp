// The main() all test programs share, compiled once: Catch2 2's takes seconds.
#define CATCH_CONFIG_MAIN
#include "support/catch.hpp"
