#include "galpi/terms/annotate.hpp"
