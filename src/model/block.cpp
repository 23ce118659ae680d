#include "galpi/model/block.hpp"
