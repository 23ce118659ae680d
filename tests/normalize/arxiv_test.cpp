#include "galpi/normalize/arxiv.hpp"

#include "support/catch.hpp"

using namespace galpi;

namespace {

std::string shown(const std::optional<model::ArxivId>& id) {
  if (!id) return "-";
  return id->id + (id->version ? "v" + std::to_string(*id->version) : "");
}

struct Row {
  const char* text;
  const char* id;
};

}  // namespace

TEST_CASE("identifiers are read by arXiv's own rules", "[normalize]") {
  const Row rows[] = {
      {"2401.01234", "2401.01234"},
      {"2401.01234v2", "2401.01234v2"},
      {"2401.01234V12", "2401.01234v12"},
      {"arXiv:2401.01234", "2401.01234"},
      {"ARXIV : 2401.01234v1", "2401.01234v1"},
      {"arXiv：2401.01234", "2401.01234"},
      {" 2401.01234. ", "2401.01234"},
      {"arXiv:0706.0001v1 [q-bio.CB] ", "0706.0001v1"},
      {"0704.0001", "0704.0001"},
      {"1412.9999", "1412.9999"},
      {"1501.00001", "1501.00001"},
      {"cs/9905014", "cs/9905014"},
      {"hep-th/9901001v3", "hep-th/9901001v3"},
      {"math.GT/0309136", "math/0309136"},
      {"cond-mat.mes-hall/0612064", "cond-mat/0612064"},
      {"CS/9905014", "cs/9905014"},
      // No identifiers.
      {"0703.0001", "-"},   // the new style began in April 2007
      {"1501.0001", "-"},   // five digits since 2015
      {"1412.00001", "-"},  // four before
      {"2413.00001", "-"},  // no such month
      {"2400.00001", "-"},
      {"2401.00000", "-"},  // numbers begin at one
      {"2401.012345", "-"},
      {"2401.1234", "-"},
      {"240.101234", "-"},
      {"2401-01234", "-"},
      {"2401.01234x", "-"},
      {"2401.01234 and more", "-"},
      {"cs/0704001", "-"},  // the old style ended in March 2007
      {"cs/9106001", "-"},  // arXiv began in July 1991... with hep-th
      {"nosuch/9905014", "-"},
      {"cs./9905014", "-"},
      {"cs/990501", "-"},
      {"arXiv 2401.01234", "-"},
      {"3.14", "-"},
      {"", "-"},
      {"v2", "-"},
      {"주의", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(normalize::parse_arxiv_id(row.text)) == row.id);
  }
}

TEST_CASE("links to arXiv and its mirrors lead to identifiers", "[normalize]") {
  const Row rows[] = {
      {"https://arxiv.org/abs/2401.01234", "2401.01234"},
      {"http://arxiv.org/abs/2401.01234v3", "2401.01234v3"},
      {"https://www.arxiv.org/pdf/2401.01234", "2401.01234"},
      {"https://arxiv.org/pdf/2401.01234v2.pdf", "2401.01234v2"},
      {"https://arxiv.org/html/2401.01234v1/", "2401.01234v1"},
      {"https://arxiv.org/html/2401.01234v1#S3.F2", "2401.01234v1"},
      {"https://arxiv.org/abs/2401.01234?context=cs.CL", "2401.01234"},
      {"https://export.arxiv.org/abs/2401.01234", "2401.01234"},
      {"HTTPS://ArXiv.org/ABS/2401.01234", "2401.01234"},
      {"https://arxiv.org:443/abs/2401.01234", "2401.01234"},
      {"arxiv.org/abs/2401.01234", "2401.01234"},
      {"https://arxiv.org/abs/cs/9905014v1", "cs/9905014v1"},
      {"https://arxiv.org/abs/math.GT/0309136", "math/0309136"},
      {"https://arxiv.org/pdf/hep-th/9901001", "hep-th/9901001"},
      {"https://arxiv.org/abs/2401.01234.", "2401.01234"},
      {"https://arxiv.org/abs/2401.01234),", "2401.01234"},
      {"https://arxiv.org/abs/2401.01234를", "2401.01234"},
      {"https://www.alphaxiv.org/ko/overview/2401.01234", "2401.01234"},
      {"https://alphaxiv.org/abs/2401.01234v2", "2401.01234v2"},
      {"https://huggingface.co/papers/2401.01234", "2401.01234"},
      {"https://ar5iv.labs.arxiv.org/html/2401.01234", "2401.01234"},
      {"https://ar5iv.org/abs/2401.01234", "2401.01234"},
      {"https://doi.org/10.48550/arXiv.2401.01234", "2401.01234"},
      // Other places, and disguises.
      {"https://example.org/abs/2401.01234", "-"},
      {"https://notarxiv.org/abs/2401.01234", "-"},
      {"https://arxiv.org.example.org/abs/2401.01234", "-"},
      {"https://arxiv.org@example.org/abs/2401.01234", "-"},
      {"ftp://arxiv.org/abs/2401.01234", "-"},
      {"javascript://arxiv.org/abs/2401.01234", "-"},
      {"https://arxiv.org/list/cs.CL/2401", "-"},
      {"https://arxiv.org/abs/", "-"},
      {"https://arxiv.org/abs/2401.0123456", "-"},
      {"https://arxiv.org/abs/24010.1234", "-"},
      {"https://huggingface.co/datasets/2401.01234", "-"},
      {"https://arxiv.org", "-"},
      {"", "-"},
      {"https://", "-"},
      {"://", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(normalize::arxiv_id_of_url(row.text)) == row.id);
  }
}
