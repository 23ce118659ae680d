#include "galpi/terms/glossary.hpp"
