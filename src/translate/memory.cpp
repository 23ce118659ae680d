#include "galpi/translate/memory.hpp"
