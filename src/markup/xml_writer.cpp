#include "galpi/markup/xml_writer.hpp"
