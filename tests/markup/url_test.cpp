#include <string>

#include "galpi/markup/escape.hpp"
#include "support/catch.hpp"

using namespace galpi::markup;

TEST_CASE("only web, mail and relative addresses may be followed", "[markup]") {
  struct Row {
    const char* url;
    bool safe;
  };
  const Row rows[] = {
      {"https://arxiv.org/abs/2510.12345", true},
      {"http://a", true},
      {"HTTPS://A", true},
      {"mailto:a@b.c", true},
      {"", true},
      {"#fn-1", true},
      {"/assets/그림 1.png", true},
      {"../x.html", true},
      {"x/y:z", true},
      {"?a:b", true},
      {"#a:b", true},
      {"x.png", true},
      {"javascript:alert(1)", false},
      {"JaVaScRiPt:alert(1)", false},
      {" javascript:x", false},
      {"\x01javascript:x", false},
      {"java\nscript:x", false},
      {"java\tscript:x", false},
      {"javascript\r:x", false},
      {"\u00A0javascript:x", false},
      {"\u200Bjavascript:x", false},
      {"data:text/html,x", false},
      {"file:///etc/passwd", false},
      {"vbscript:x", false},
      {"ftp://a", false},
      {"blob:x", false},
      {"그림:x", false},
      {"a:b", false},
      {":x", false},
      {"//host/path", false},
      {"\\\\host\\path", false},
      {"/\\host", false},
      {"\t/\n/host", false},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    CHECK(is_safe_url(row.url) == row.safe);
  }
}

TEST_CASE("URLs are encoded once, whatever they hold", "[markup]") {
  struct Row {
    const char* url;
    const char* encoded;
  };
  const Row rows[] = {
      {"https://arxiv.org/abs/2510.12345v2?x=1&y=a+b#s1",
       "https://arxiv.org/abs/2510.12345v2?x=1&y=a+b#s1"},
      {"a b", "a%20b"},
      {"주의", "%EC%A3%BC%EC%9D%98"},
      {"%EC%A3%BC", "%EC%A3%BC"},
      {"100%", "100%25"},
      {"%zz %4", "%25zz%20%254"},
      {"a\"b<c>d`e^f{g}h|i\\j", "a%22b%3Cc%3Ed%60e%5Ef%7Bg%7Dh%7Ci%5Cj"},
      {"a'(b)*!", "a'(b)*!"},
      {"http://[::1]:80/a[0]", "http://[::1]:80/a%5B0%5D"},
      {"x?u=http://[a]", "x?u=http://%5Ba%5D"},
      {"a#b#c", "a#b%23c"},
      {"a\nb\x7F", "a%0Ab%7F"},
  };
  for (const Row& row : rows) {
    INFO(row.url);
    CHECK(encode_url(row.url) == row.encoded);
    CHECK(encode_url(row.encoded) == row.encoded);
  }
}
