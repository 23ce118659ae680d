#include "galpi/text/collation.hpp"
