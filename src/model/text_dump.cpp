#include "galpi/model/text_dump.hpp"
