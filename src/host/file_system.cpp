#include "galpi/host/file_system.hpp"
