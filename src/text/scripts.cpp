#include "galpi/text/scripts.hpp"
