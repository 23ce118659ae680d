#include "galpi/model/json.hpp"
