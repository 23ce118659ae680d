#include "galpi/base/error.hpp"
