#include "galpi/normalize/section_aliases.hpp"
