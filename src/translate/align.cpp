#include "galpi/translate/align.hpp"
