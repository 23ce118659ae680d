#include "galpi/text/sentences.hpp"
