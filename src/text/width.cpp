#include "galpi/text/width.hpp"
