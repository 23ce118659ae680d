#include "galpi/markup/zip_writer.hpp"
