#include "galpi/host/process.hpp"
