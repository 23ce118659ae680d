// The floor F of `make bench`: what any EPUB writer has to pay for these posts, and nothing else.
// One thread; each post is read, parsed and rendered by cmark-gfm with the extensions galpi reads,
// and its HTML deflated by zlib at level 6. Prints nothing. Usage: galpi_bench_floor
// FILE_OR_FOLDER…
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

std::vector<std::filesystem::path> posts_of(int count, char** arguments) {
  std::vector<std::filesystem::path> posts;
  for (int index = 1; index < count; ++index) {
    if (std::filesystem::is_directory(arguments[index])) {
      for (const auto& entry : std::filesystem::directory_iterator(arguments[index])) {
        if (entry.path().extension() == ".md") posts.push_back(entry.path());
      }
    } else {
      posts.emplace_back(arguments[index]);
    }
  }
  std::sort(posts.begin(), posts.end());
  return posts;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::filesystem::file_size(path), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) std::exit(3);
  return bytes;
}

std::size_t deflated_size(const char* bytes, std::size_t size) {
  uLongf length = compressBound(size);
  std::string target(length, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(target.data()), &length,
                               reinterpret_cast<const Bytef*>(bytes), size, 6);
  if (status != Z_OK) std::exit(1);
  return length;
}

}  // namespace

int main(int count, char** arguments) {
  cmark_gfm_core_extensions_ensure_registered();
  std::size_t total = 0;
  for (const auto& path : posts_of(count, arguments)) {
    const std::string source = read_whole(path);
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser, source.data(), source.size());
    cmark_node* document = cmark_parser_finish(parser);
    char* html =
        cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    total += deflated_size(html, std::strlen(html));
    std::free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
  }
  // The total keeps the work from being optimised away; no post at all is a mistake of the caller.
  return total == 0 ? 2 : 0;
}
