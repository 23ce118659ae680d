#include <nlohmann/json.hpp>

#include "galpi/app/build.hpp"

namespace galpi::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int record_version = 1;

}  // namespace

std::string format_build_record(const BuildRecord& record) {
  const Json json = {{"galpi_build", record_version},     {"program", record.program},
                     {"settings", record.settings},       {"posts", record.posts},
                     {"other_posts", record.other_posts}, {"files", record.files},
                     {"outputs", record.outputs},         {"warnings", record.warnings}};
  // A file name that is not UTF-8 comes back as another name: its product is then made each time.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<BuildRecord> parse_build_record(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("galpi_build") != record_version) {
      return fail(ErrorCode::invalid_input, "a build record of another galpi");
    }
    BuildRecord record;
    json.at("program").get_to(record.program);
    json.at("settings").get_to(record.settings);
    json.at("posts").get_to(record.posts);
    json.at("other_posts").get_to(record.other_posts);
    json.at("files").get_to(record.files);
    json.at("outputs").get_to(record.outputs);
    json.at("warnings").get_to(record.warnings);
    return record;
  } catch (const Json::exception&) {
    return fail(ErrorCode::invalid_input, "this is no build record");
  }
}

}  // namespace galpi::app
