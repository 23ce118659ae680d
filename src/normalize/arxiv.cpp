#include "galpi/normalize/arxiv.hpp"

#include <algorithm>
#include <string>

#include "galpi/text/utf8.hpp"
#include "url_parts.hpp"

namespace galpi::normalize {
namespace {

/// The archives that had identifiers of the old style, sorted; most were folded into others later,
/// but their identifiers stay valid.
constexpr std::string_view old_archives[] = {
    "acc-phys", "adap-org", "alg-geom", "ao-sci",   "astro-ph", "atom-ph",  "bayes-an",
    "chao-dyn", "chem-ph",  "cmp-lg",   "comp-gas", "cond-mat", "cs",       "dg-ga",
    "funct-an", "gr-qc",    "hep-ex",   "hep-lat",  "hep-ph",   "hep-th",   "math",
    "math-ph",  "mtrl-th",  "nlin",     "nucl-ex",  "nucl-th",  "patt-sol", "physics",
    "plasm-ph", "q-alg",    "q-bio",    "quant-ph", "solv-int", "stat",     "supr-con",
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

bool is_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

struct Parsed {
  model::ArxivId id;
  std::size_t length;
};

/// YYMM.NNNN from 0704 to 1412, YYMM.NNNNN from 1501.
std::optional<Parsed> parse_new_style(std::string_view text) {
  if (text.size() < 9 || count_digits(text) != 4 || text[4] != '.') return std::nullopt;
  const int year = two_digits(text, 0);
  const int month = two_digits(text, 2);
  const std::size_t digits = count_digits(text.substr(5));
  const bool in_time = month >= 1 && month <= 12 && (year > 7 || (year == 7 && month >= 4));
  const std::size_t expected = year >= 15 ? 5 : 4;
  if (!in_time || digits != expected || is_zero(text.substr(5, digits))) return std::nullopt;
  return Parsed{{std::string(text.substr(0, 5 + digits)), std::nullopt}, 5 + digits};
}

/// archive/YYMMNNN or archive.SC/YYMMNNN, from 9107 to 0703. The subject class is no part of the
/// identifier: arXiv itself leaves it out.
std::optional<Parsed> parse_old_style(std::string_view text) {
  const std::size_t slash = text.substr(0, 24).find('/');
  if (slash == std::string_view::npos || count_digits(text.substr(slash + 1)) != 7) {
    return std::nullopt;
  }
  const std::string_view name = text.substr(0, slash);
  const std::string_view subject = name.substr(std::min(name.find('.'), name.size()));
  const std::string archive = text::ascii_lower(name.substr(0, name.size() - subject.size()));
  const bool subject_fits = std::all_of(subject.begin(), subject.end(),
                                        [](char c) { return is_alpha(c) || c == '-' || c == '.'; });
  const std::string_view number = text.substr(slash + 1, 7);
  const int year = two_digits(number, 0);
  const int month = two_digits(number, 2);
  const bool in_time =
      month >= 1 && month <= 12 &&
      (year > 91 || (year == 91 && month >= 7) || year < 7 || (year == 7 && month <= 3));
  if (!std::binary_search(std::begin(old_archives), std::end(old_archives), archive) ||
      !subject_fits || subject.size() == 1 || !in_time || is_zero(number.substr(4))) {
    return std::nullopt;
  }
  return Parsed{{archive + '/' + std::string(number), std::nullopt}, slash + 8};
}

/// An identifier at the start of `text`, its version included.
std::optional<Parsed> parse_prefix(std::string_view text) {
  if (text.empty()) return std::nullopt;
  auto parsed = is_digit(text[0]) ? parse_new_style(text) : parse_old_style(text);
  if (!parsed) return std::nullopt;
  const std::string_view rest = text.substr(parsed->length);
  if (!rest.empty() && (rest[0] == 'v' || rest[0] == 'V')) {
    const std::size_t digits = count_digits(rest.substr(1));
    if (digits > 0 && digits <= 4 && rest[1] != '0') {
      parsed->id.version =
          static_cast<std::uint32_t>(std::stoul(std::string(rest.substr(1, digits))));
      parsed->length += 1 + digits;
    }
  }
  return parsed;
}

/// What may follow an identifier in a URL: the end, a file ending, punctuation or the Korean
/// particle that prose put right behind it; not more letters or digits.
bool may_end_in_url(std::string_view rest) {
  if (rest.starts_with(".pdf")) rest.remove_prefix(4);
  if (rest.empty()) return true;
  const bool dotted_word =
      rest[0] == '.' && rest.size() > 1 && (is_digit(rest[1]) || is_alpha(rest[1]));
  return !is_digit(rest[0]) && !is_alpha(rest[0]) && !dotted_word;
}

std::optional<model::ArxivId> id_at(std::string_view path) {
  auto parsed = parse_prefix(path);
  if (!parsed || !may_end_in_url(path.substr(parsed->length))) return std::nullopt;
  return std::move(parsed->id);
}

/// Removes `prefix` whatever its case; false if it is not there.
bool consume(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != prefix[i]) return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

bool is_host(std::string_view host, std::string_view domain) {
  return host == domain || (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
}

/// The identifier behind any of the path's slashes: sites put languages and page names before it.
std::optional<model::ArxivId> id_somewhere(std::string_view path) {
  for (std::size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
    if (auto id = id_at(path.substr(at + 1))) return id;
  }
  return std::nullopt;
}

}  // namespace

UrlParts split_url(std::string_view url) {
  if (!consume(url, "https://") && !consume(url, "http://") && url.contains("://")) return {};
  while (url.starts_with('/')) url.remove_prefix(1);
  url = url.substr(0, url.find('?'));
  url = url.substr(0, url.find('#'));
  const std::size_t slash = std::min(url.find('/'), url.size());
  std::string_view authority = url.substr(0, slash);
  authority = authority.substr(authority.rfind('@') + 1);  // npos + 1 is 0: no user
  consume(authority, "www.");
  UrlParts parts{text::ascii_lower(authority.substr(0, authority.find(':'))), url.substr(slash)};
  if (parts.host.ends_with('.')) parts.host.pop_back();
  return parts;
}

/// xxx.lanl.gov is arXiv's own address of 1991 to 1998; old posts and papers still link to it.
bool is_arxiv_host(std::string_view host) {
  return is_host(host, "arxiv.org") || host == "xxx.lanl.gov";
}

std::optional<model::ArxivId> parse_arxiv_id(std::string_view text) {
  const auto skip_spaces = [&] {
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n')) {
      text.remove_prefix(1);
    }
  };
  skip_spaces();
  if (consume(text, "arxiv")) {
    skip_spaces();
    if (!consume(text, ":") && !consume(text, "：")) return std::nullopt;
    skip_spaces();
  }
  auto parsed = parse_prefix(text);
  if (!parsed) return std::nullopt;
  text.remove_prefix(parsed->length);
  skip_spaces();
  // arXiv's own stamp goes on with the primary class: arXiv:0706.0001v1 [q-bio.CB].
  if (text.starts_with('[')) text.remove_prefix(std::min(text.find(']') + 1, text.size()));
  const bool only_punctuation = text.find_first_not_of(" \t\n.,;)") == std::string_view::npos;
  return only_punctuation ? std::optional(std::move(parsed->id)) : std::nullopt;
}

std::optional<model::ArxivId> arxiv_id_of_url(std::string_view url) {
  const UrlParts parts = split_url(url);
  std::string_view path = parts.path;
  if (is_arxiv_host(parts.host) && !parts.host.starts_with("ar5iv.")) {
    for (std::string_view page :
         {"/abs/", "/pdf/", "/html/", "/ps/", "/format/", "/e-print/", "/src/", "/a/", "/tb/"}) {
      if (consume(path, page)) {
        consume(path, "arxiv:");
        return id_at(path);
      }
    }
    return std::nullopt;
  }
  if (is_host(parts.host, "huggingface.co") || parts.host == "hf.co") {
    return path.starts_with("/papers/") ? id_at(path.substr(8)) : std::nullopt;
  }
  if (parts.host == "doi.org" || parts.host == "dx.doi.org") {
    return consume(path, "/10.48550/arxiv.") ? id_at(path) : std::nullopt;
  }
  const bool mirror = is_host(parts.host, "alphaxiv.org") || parts.host == "ar5iv.org" ||
                      parts.host.starts_with("ar5iv.");
  return mirror ? id_somewhere(path) : std::nullopt;
}

}  // namespace galpi::normalize
