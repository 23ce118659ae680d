#include "galpi/exporters/json.hpp"
