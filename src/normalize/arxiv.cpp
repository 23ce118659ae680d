#include "galpi/normalize/arxiv.hpp"
