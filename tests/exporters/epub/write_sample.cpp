// galpi_epub_sample FILE: writes the sample edition as a book, for epubcheck and for looking at.
#include <fstream>
#include <iostream>
#include <string>

#include "galpi/exporters/epub.hpp"
#include "sample_edition.hpp"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: galpi_epub_sample FILE [glossref|noteref|both] [ko|en|both]\n";
    return 2;
  }
  galpi::exporters::EpubOptions options;
  const std::string style = argc > 2 ? argv[2] : "glossref";
  const std::string languages = argc > 3 ? argv[3] : "both";
  if (style == "noteref") options.gloss_style = galpi::exporters::GlossStyle::noteref;
  if (style == "both") options.gloss_style = galpi::exporters::GlossStyle::both;
  if (languages == "ko") options.languages = galpi::model::Languages::korean;
  if (languages == "en") options.languages = galpi::model::Languages::english;
  std::string bytes;
  galpi::StringSink sink(bytes);
  galpi::DiagnosticList diagnostics;
  const auto outcome =
      galpi::exporters::export_epub(galpi::sample::full_edition(), options, sink, diagnostics);
  if (!outcome.has_value()) {
    std::cerr << outcome.error().message << '\n';
    return 1;
  }
  for (const auto& diagnostic : diagnostics.items()) std::cerr << diagnostic.message << '\n';
  std::ofstream(argv[1], std::ios::binary) << bytes;
  return 0;
}
