#include "galpi/text/particles.hpp"
