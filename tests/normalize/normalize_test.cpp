// Whole posts: made-up Markdown in tests/golden/normalize/*.md, read by ingest, against a dump of
// the model with the diagnostics of normalize. GALPI_UPDATE_GOLDEN=1 rewrites the dumps.
#include "galpi/normalize/normalize.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "galpi/ingest/parse_post.hpp"
#include "galpi/model/json.hpp"
#include "galpi/model/text_dump.hpp"
#include "galpi/text/utf8.hpp"
#include "raw_builder.hpp"
#include "support/catch.hpp"

using namespace galpi;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<fs::path> golden_posts() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(GALPI_SOURCE_DIR "/tests/golden/normalize")) {
    if (entry.path().extension() == ".md") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

struct Normalized {
  model::Digest digest;
  std::vector<Diagnostic> diagnostics;
};

Normalized normalized(ingest::RawPost raw) {
  DiagnosticList list;
  Normalized result;
  result.digest = normalize::normalize_post(std::move(raw), list);
  result.diagnostics = list.take();
  return result;
}

ingest::RawPost raw_of(const fs::path& path) {
  DiagnosticList ignored;  // what ingest has to say is tested there
  const std::string name = path.filename().string();
  auto raw = ingest::parse_post(read_file(path), name, "_posts/" + name, ignored);
  REQUIRE(raw);
  return std::move(*raw);
}

std::string shown(const Normalized& post) {
  std::string text = model::dump(post.digest.post);
  for (const Diagnostic& diagnostic : post.diagnostics) {
    text += std::to_string(diagnostic.span.at.line) + ":" +
            std::to_string(diagnostic.span.at.column) + ": " +
            std::string(severity_name(severity_of(diagnostic))) + ": " + diagnostic.message + " [" +
            std::string(code_name(diagnostic.code)) + "]\n";
  }
  return text;
}

}  // namespace

TEST_CASE("golden posts are normalized as their dumps say", "[normalize]") {
  const auto posts = golden_posts();
  REQUIRE(posts.size() >= 9);
  for (const fs::path& path : posts) {
    const std::string text = shown(normalized(raw_of(path)));
    fs::path golden = path;
    golden.replace_extension(".txt");
    if (std::getenv("GALPI_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << text;
    INFO(path.filename().string());
    CHECK(text == read_file(golden));
  }
}

TEST_CASE("every diagnostic stands in its file, at a character of the line it quotes",
          "[normalize]") {
  for (const fs::path& path : golden_posts()) {
    const ingest::RawPost raw = raw_of(path);
    for (const Diagnostic& diagnostic : normalized(raw_of(path)).diagnostics) {
      INFO(path.filename().string() << ": " << diagnostic.message);
      CHECK(diagnostic.span.file == path.filename().string());
      const At at = diagnostic.span.at;
      REQUIRE((at.line >= 1 && at.line <= raw.lines.size()));
      CHECK(diagnostic.excerpt == raw.lines[at.line - 1]);
      CHECK(at.column >= 1);
      CHECK(at.column <= text::count_code_points(diagnostic.excerpt));
      CHECK(diagnostic.message.find('\n') == std::string::npos);
      CHECK_FALSE(diagnostic.message.ends_with('.'));
    }
  }
}

TEST_CASE("all codes of the outline are reported by some golden post", "[normalize]") {
  std::set<std::string> seen;
  for (const fs::path& path : golden_posts()) {
    for (const Diagnostic& diagnostic : normalized(raw_of(path)).diagnostics) {
      seen.insert(std::string(code_name(diagnostic.code)));
    }
  }
  for (const char* code :
       {"outline-drift", "title-joined", "title-missing-link", "link-broken", "metadata-line",
        "not-arxiv", "arxiv-id-invalid", "arxiv-id-mismatch", "number-unexpected",
        "section-unknown", "section-missing", "section-duplicate", "section-empty",
        "section-not-stated", "section-truncated", "points-unlabelled", "text-outside-section",
        "post-without-papers", "paper-repeated-in-post"}) {
    INFO(code);
    CHECK(seen.contains(code));
  }
}

TEST_CASE("golden posts come back from their JSON lines as they were", "[normalize]") {
  for (const fs::path& path : golden_posts()) {
    const Normalized post = normalized(raw_of(path));
    const std::string line = model::to_json_line(post.digest, post.diagnostics);
    const auto read = model::from_json_line(line);
    INFO(path.filename().string() << ": " << (read ? "" : read.error().message));
    REQUIRE(read);
    CHECK(read->digest == post.digest);
    CHECK(read->diagnostics == post.diagnostics);
  }
}

namespace {

/// Posts of nonsense in which every word is there once: w0, w1, w2, …
class WordPosts {
 public:
  explicit WordPosts(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    std::string markdown;
    for (std::uint32_t i = 3 + below(25); i > 0; --i) markdown += piece() + "\n\n";
    return markdown;
  }
  std::uint32_t words() const { return words_; }
  /// Whether there are titles in lines of their own: one that replaces the words of a heading goes
  /// before them.
  bool labelled() const { return labelled_; }

 private:
  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }
  std::string word(const std::string& lead) { return lead + "w" + std::to_string(words_++); }

  std::string joined(std::initializer_list<const char*> leads) {
    std::string text;
    for (const char* lead : leads) text += word(lead);
    return text;
  }

  std::string piece() {
    constexpr const char* names[] = {"Introduction", "방법", "결과",
                                     "Limitations",  "결론", "마무리"};
    const std::string hashes(1 + below(4), '#');
    switch (below(14)) {
      case 0:
      case 1:
        return hashes + " " + std::to_string(below(9)) + word(". [") +
               "](https://arxiv.org/abs/2401.0" + std::to_string(1000 + below(9)) + ")";
      case 2:
        return hashes + word(" ");
      case 3:
      case 4:
      case 5:
        return hashes + " " + names[below(6)];
      case 6:
        return joined({"- Goal: ", "\n- ", "\n- 동기: "});
      case 7:
        return "**" + std::string(names[below(6)]) + "**";
      case 8:
        if (below(2) != 0) return word("> [") + "](https://example.org/x)";
        return joined({"> [", "](https://example.org/x) "});
      case 9:
        labelled_ = true;
        return joined({"제목: ", "\n저자: ", "\nURL: https://example.org/"});
      case 10:
        labelled_ = true;
        return joined({"- **Title**: ", "\n- 링크: [", "](https://example.org/a)\n- "});
      case 11:
        return joined({"결과: ", "\n방법: "});
      case 12:
        return joined({"**Goal**: ", "\nMotivation: ", "\n"});
      default:
        return joined({"", " 글\n"});
    }
  }

  std::mt19937 random_;
  std::uint32_t words_ = 0;
  bool labelled_ = false;
};

void collect_words(std::string_view text, std::vector<std::uint32_t>& words) {
  for (std::size_t at = text.find('w'); at != std::string_view::npos; at = text.find('w', at + 1)) {
    const std::string digits(
        text.substr(at + 1, text.find_first_not_of("0123456789", at + 1) - at - 1));
    if (!digits.empty()) words.push_back(static_cast<std::uint32_t>(std::stoul(digits)));
  }
}

void collect_words(const model::Section& section, std::vector<std::uint32_t>& words) {
  collect_words(section.heading.value_or(""), words);
  const auto visit = [&](const auto& self, const std::vector<model::Block>& blocks) -> void {
    for (const model::Block& block : blocks) {
      collect_words(block.text, words);
      self(self, block.children);
    }
  };
  visit(visit, section.blocks);
}

std::vector<std::uint32_t> words_in_reading_order(const model::Post& post) {
  std::vector<std::uint32_t> words;
  for (const model::PostPart& part : model::parts_in_reading_order(post)) {
    if (part.section != nullptr) collect_words(*part.section, words);
    if (part.paper == nullptr) continue;
    collect_words(part.paper->title, words);
    for (const model::PaperLink& link : part.paper->links) collect_words(link.text, words);
    for (const model::Section& section : part.paper->sections) collect_words(section, words);
  }
  return words;
}

}  // namespace

TEST_CASE("whatever the outline, every word is there once and in its order", "[normalize]") {
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    WordPosts posts(seed);
    const std::string markdown = posts.next();
    const Normalized post = normalized(test::raw_post(markdown));
    std::vector<std::uint32_t> expected(posts.words());
    for (std::uint32_t i = 0; i < posts.words(); ++i) expected[i] = i;
    std::vector<std::uint32_t> words = words_in_reading_order(post.digest.post);
    if (posts.labelled()) std::ranges::sort(words);
    if (words != expected) {
      FAIL(markdown << "\n" << model::dump(post.digest.post));
    }
    const auto read = model::from_json_line(model::to_json_line(post.digest, post.diagnostics));
    if (!read || !(read->digest == post.digest)) {
      FAIL((read ? "differs" : read.error().message) << "\n" << markdown);
    }
  }
}

TEST_CASE("a post knows its kind", "[normalize]") {
  CHECK(normalized(test::raw_post("")).digest.post.kind == model::PostKind::empty);
  CHECK(normalized(test::raw_post("글")).digest.post.kind == model::PostKind::review);
  CHECK(normalized(test::raw_post("# 1. [A](https://arxiv.org/abs/2401.01234)")).digest.post.kind ==
        model::PostKind::digest);
}
