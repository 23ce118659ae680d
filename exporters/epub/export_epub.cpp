#include "galpi/exporters/epub.hpp"
