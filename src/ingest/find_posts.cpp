#include "galpi/ingest/find_posts.hpp"
