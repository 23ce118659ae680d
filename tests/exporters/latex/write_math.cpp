// Reads formulas, one a line, and writes what TeX would be given for each, or `-`.
#include <iostream>
#include <string>

#include "math.hpp"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::cout << galpi::exporters::latex::safe_math(line).value_or("-") << '\n';
  }
}
