#include <string>

#include "galpi/exporters/json.hpp"
#include "galpi/model/json.hpp"

namespace galpi::exporters {

Result<void> export_json(const model::Edition& edition, ByteSink& sink) {
  std::string buffer = R"({"galpi":1,"posts":[)";
  bool first = true;
  for (const model::BilingualDigest& day : edition.days) {
    buffer += first ? "\n" : ",\n";
    first = false;
    model::append_post_json(buffer, day.post());
    GALPI_CHECK(sink.write(buffer));
    buffer.clear();
  }
  buffer += "\n]}\n";
  return sink.write(buffer);
}

}  // namespace galpi::exporters
