#include "galpi/normalize/normalize.hpp"
