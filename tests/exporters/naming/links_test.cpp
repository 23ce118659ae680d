#include "naming/links.hpp"

#include "support/catch.hpp"

using galpi::exporters::outside_href;

TEST_CASE("only well-formed web and mail addresses lead out of a book", "[naming]") {
  for (const char* good : {"https://arxiv.org/abs/2510.12345", "http://example.org",
                           "https://example.org:8080/a?b=c&d#e", "mailto:someone@example.org",
                           "https://a_b.example.org/~user/(x)"}) {
    INFO(good);
    CHECK(outside_href(good) == good);
  }
  for (const char* bad :
       {"", "javascript:alert(1)", "JaVa\tScript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "/2026/10/05/daily", "#fn-1", "notes.html", "//example.org/x",
        "http://", "https:///path", "http:example.org", "http://[::1]/", "http://user@host/",
        "http://exa mple.org/", "mailto:", "https://example.org:999999/", "ftp://example.org/"}) {
    INFO(bad);
    CHECK_FALSE(outside_href(bad).has_value());
  }
}

TEST_CASE("what an address may not hold is percent-encoded", "[naming]") {
  CHECK(outside_href("https://example.org/한 \"글\"") ==
        "https://example.org/%ED%95%9C%20%22%EA%B8%80%22");
  CHECK(outside_href("https://example.org/%zz#a#b") == "https://example.org/%25zz#a%23b");
}
