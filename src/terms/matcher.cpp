#include "galpi/terms/matcher.hpp"
