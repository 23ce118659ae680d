#include "node_writer.hpp"

#include "galpi/model/json_text.hpp"

namespace galpi::exporters::pandoc {
namespace {

// 0 when what stands at `at` is allowed, else its length. Requires valid UTF-8.
std::size_t forbidden_length(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x20) return byte == '\n' || byte == '\t' ? 0 : 1;
  if (byte != 0xEF) return 0;
  const std::string_view character = text.substr(at, 3);
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF" ? 3 : 0;
}

}  // namespace

std::string_view without_forbidden(std::string_view text, std::string& kept) {
  std::size_t run = 0;
  bool is_first = true;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = forbidden_length(text, i);
    if (length == 0) {
      ++i;
      continue;
    }
    if (is_first) kept.clear();
    is_first = false;
    kept.append(text, run, i - run);
    i += length;
    run = i;
  }
  if (is_first) return text;
  kept.append(text, run);
  return kept;
}

// No element ends with an opening bracket, and a string with one in it ends with a quote.
void NodeWriter::comma() {
  if (!out_.empty() && out_.back() != '[' && out_.back() != ':') out_ += ',';
}

void NodeWriter::begin_list() {
  comma();
  out_ += '[';
}

void NodeWriter::open(std::string_view type) {
  comma();
  out_.append(R"({"t":")").append(type).append(R"(","c":[)");
}

void NodeWriter::empty(std::string_view type) {
  comma();
  out_.append(R"({"t":")").append(type).append(R"("})");
}

void NodeWriter::leaf(std::string_view type, std::string_view text) {
  comma();
  out_.append(R"({"t":")").append(type).append(R"(","c":)");
  string(text);
  out_ += '}';
}

void NodeWriter::string(std::string_view text) {
  comma();
  model::append_json_string(out_, without_forbidden(text, kept_));
}

void NodeWriter::number(std::uint32_t value) {
  comma();
  model::append_json_number(out_, value);
}

void NodeWriter::null() {
  comma();
  out_ += "null";
}

void NodeWriter::attributes(const Attributes& attributes) {
  begin_list();
  string(attributes.id);
  begin_list();
  for (const std::string_view name : attributes.classes) {
    if (!name.empty()) string(name);
  }
  end_list();
  begin_list();
  if (!attributes.language.empty()) {
    begin_list();
    string("lang");
    string(attributes.language);
    end_list();
  }
  end_list();
  end_list();
}

void NodeWriter::target(std::string_view url) {
  begin_list();
  string(url);
  string("");
  end_list();
}

}  // namespace galpi::exporters::pandoc
