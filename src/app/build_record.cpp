#include <nlohmann/json.hpp>

#include "galpi/app/build.hpp"

namespace galpi::app {
namespace {

using Json = nlohmann::json;

constexpr int record_version = 1;

std::map<std::string, std::string> relocated_paths(const std::map<std::string, std::string>& paths,
                                                   const std::string& from, const std::string& to) {
  std::map<std::string, std::string> moved;
  for (const auto& [path, hash] : paths) {
    const bool is_absolute = path.starts_with('/') && !from.starts_with('/');
    const bool is_below = path.starts_with(from) && !is_absolute;
    moved.emplace(is_below ? to + path.substr(from.size()) : path, hash);
  }
  return moved;
}

}  // namespace

std::string format_build_record(const BuildRecord& record) {
  const Json json = {{"galpi_build", record_version},
                     {"program", record.program},
                     {"settings", record.settings},
                     {"posts", record.posts},
                     {"other_posts", record.other_posts},
                     {"files", record.files},
                     {"outputs", record.outputs},
                     {"warnings", record.warnings},
                     {"errors", record.errors}};
  // A file name that is not UTF-8 comes back as another name: its product is then made each time.
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<BuildRecord> parse_build_record(std::string_view json) {
  try {
    const Json tree = Json::parse(json);
    if (tree.at("galpi_build") != record_version) {
      return fail(ErrorCode::invalid_input, "a build record of another galpi");
    }
    BuildRecord record;
    tree.at("program").get_to(record.program);
    tree.at("settings").get_to(record.settings);
    tree.at("posts").get_to(record.posts);
    tree.at("other_posts").get_to(record.other_posts);
    tree.at("files").get_to(record.files);
    tree.at("outputs").get_to(record.outputs);
    tree.at("warnings").get_to(record.warnings);
    tree.at("errors").get_to(record.errors);
    return record;
  } catch (const Json::exception&) {
    return fail(ErrorCode::invalid_input, "this is no build record");
  }
}

BuildRecord relocated(const BuildRecord& record, const std::string& from, const std::string& to) {
  BuildRecord moved = record;
  for (auto* paths : {&moved.posts, &moved.other_posts, &moved.files, &moved.outputs}) {
    *paths = relocated_paths(*paths, from, to);
  }
  return moved;
}

}  // namespace galpi::app
