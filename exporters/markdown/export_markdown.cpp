#include "galpi/exporters/markdown.hpp"
