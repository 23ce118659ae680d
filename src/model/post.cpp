#include "galpi/model/post.hpp"
