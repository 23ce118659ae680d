#include <string>

#include "book.hpp"
#include "day.hpp"
#include "galpi/exporters/pandoc.hpp"
#include "glossary.hpp"
#include "inline_list.hpp"

namespace galpi::exporters {
namespace {

using pandoc::Book;
using pandoc::InlineList;
using pandoc::NodeWriter;

/// The document's metadata, keys sorted as pandoc itself writes them.
class Metadata {
 public:
  explicit Metadata(std::string& target) : out_(target), nodes_(target) {}

  void value(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    begin(key);
    write_inlines(text);
  }
  void list(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    begin(key);
    out_ += R"({"t":"MetaList","c":[)";
    write_inlines(text);
    out_ += "]}";
  }

 private:
  void begin(std::string_view key) {
    if (!is_first_) out_ += ',';
    is_first_ = false;
    out_.append("\"").append(key).append("\":");
  }
  void write_inlines(std::string_view text) {
    nodes_.open("MetaInlines");
    InlineList list(nodes_);
    list.text(text);
    list.finish();
    nodes_.close();
  }

  std::string& out_;
  NodeWriter nodes_;
  bool is_first_ = true;
};

void write_metadata(std::string& out, const Book& book) {
  const model::BookMetadata& metadata = book.edition.metadata;
  const std::string_view title = metadata.title;
  Metadata meta(out);
  meta.list("author", metadata.author);
  meta.value("date", std::string_view(metadata.modified).substr(0, 10));
  meta.value("identifier", metadata.identifier);  // else an e-book gets a random one
  // Always given: pandoc would take it from the locale. Not `ko`: pandoc 2.17 cannot read its own
  // translations for that one, and says so.
  meta.value("lang", book.labels.english ? "en" : "ko-KR");
  meta.value("rights", metadata.licence);
  meta.value("subtitle", range_of_dates(book.labels, metadata.first, metadata.last));
  meta.value("title", title.empty() ? book.labels.untitled : title);
}

std::string_view version_of(PandocApi api) { return api == PandocApi::v1_22 ? "1,22,1" : "1,23"; }

}  // namespace

Result<void> export_pandoc(const model::Edition& edition, const PandocOptions& options,
                           ByteSink& sink, DiagnosticSink& diagnostics) {
  const Book book(edition, options);
  std::string out = "{\"pandoc-api-version\":[";
  out.append(version_of(options.api)).append(R"(],"meta":{)");
  write_metadata(out, book);
  out += R"(},"blocks":[)";
  // What a writer appends to starts with a bracket or with the last day's end, never empty: that is
  // how commas are known.
  NodeWriter nodes(out);
  for (std::size_t day = 0; day < edition.days.size(); ++day) {
    pandoc::DayState state(book, day, nodes, diagnostics);
    pandoc::write_day(state);
    const char last = out.back();
    out.pop_back();
    GALPI_CHECK(sink.write(out));
    out.assign(1, last);
  }
  pandoc::write_glossary(book, nodes);
  out += "]}\n";
  return sink.write(out);
}

}  // namespace galpi::exporters
