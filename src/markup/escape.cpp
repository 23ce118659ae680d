#include "galpi/markup/escape.hpp"
