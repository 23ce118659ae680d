#include "galpi/ingest/parse_post.hpp"
