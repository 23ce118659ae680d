#include "galpi/text/utf8.hpp"
