#include "galpi/text/normalization.hpp"
