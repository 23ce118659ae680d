// Host and path of an http(s) URL, as far as the identifiers in links need them (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace galpi::normalize {

struct UrlParts {
  std::string host;       ///< lower case, without user, port and a leading `www.`
  std::string_view path;  ///< from the first '/' on, without query and fragment
};

/// The scheme may be missing, as in `arxiv.org/abs/…`; another scheme than http(s) gives no host.
UrlParts split_url(std::string_view url);

/// arxiv.org itself or one of its mirrors: where a link ought to have an identifier.
bool is_arxiv_host(std::string_view host);

}  // namespace galpi::normalize
