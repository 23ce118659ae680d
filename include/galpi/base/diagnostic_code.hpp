// Every diagnostic galpi knows: its stable name, its severity and one line on what it means.
// To add one: add a line to GALPI_DIAGNOSTIC_CODES (the enumerator `front_matter_missing` is shown
// as `front-matter-missing`), report it, and give it a test. Names never change once released.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace galpi {

// clang-format off
#define GALPI_DIAGNOSTIC_CODES(X) \
  /* files and encoding */ \
  X(not_utf8,               error,   "the file is not UTF-8 text") \
  X(invalid_utf8,           warning, "a few bytes are not UTF-8; replaced by U+FFFD") \
  X(control_character,      warning, "a stray control character was removed") \
  X(invisible_character,    warning, "a zero-width or bidirectional control character was removed") \
  X(unreadable_file,        error,   "a post cannot be read") \
  X(special_file,           warning, "not a regular file; skipped") \
  X(outside_root,           warning, "a link leads outside the site or loops; skipped") \
  X(post_too_large,         error,   "a post is over the size limit") \
  X(post_unpublished,       note,    "`published: false`; left out") \
  X(post_name,              note,    "the file name is not YYYY-MM-DD-slug.md") \
  /* front matter */ \
  X(front_matter_missing,   warning, "there is no front matter") \
  X(front_matter_unclosed,  warning, "the front matter has no closing line") \
  X(front_matter_malformed, warning, "the front matter is not valid YAML; read line by line") \
  X(front_matter_duplicate, warning, "a front matter key occurs twice; the last one counts") \
  X(date_invalid,           warning, "the date cannot be read; the file name's date is used") \
  X(time_invalid,           warning, "the time of day or the time zone of the date cannot be read; the date is kept") \
  X(date_missing,           note,    "there is no date in the front matter; the file name's is used") \
  X(date_unknown,           error,   "neither the front matter nor the file name has a date") \
  X(title_missing,          warning, "there is no title; the file name is used") \
  /* Markdown */ \
  X(heading_joined,         warning, "a heading broken over several lines was joined") \
  X(fence_unclosed,         warning, "a code fence is never closed; closed before the next heading") \
  X(comment_unclosed,       warning, "a comment is never closed; shown as text") \
  X(comment_removed,        note,    "a comment was left out") \
  X(liquid_tag,             note,    "a Liquid tag was left out") \
  X(attribute_list,         note,    "a kramdown attribute list was left out") \
  X(html_removed,           warning, "active or unknown HTML was left out") \
  X(html_text,              note,    "a tag that is not HTML is kept as text") \
  X(link_unsafe,            warning, "a link with an unsafe scheme was made plain text") \
  X(link_relative,          note,    "a link within the site leads nowhere in a book; made plain text") \
  X(emphasis_repaired,      note,    "emphasis that CommonMark would not close before Hangul was closed") \
  X(footnote_unreferenced,  warning, "a footnote is never referred to; kept as text") \
  X(definition_unused,      warning, "a link definition is never used; kept as text") \
  X(math_unclosed,          warning, "a formula is never closed; kept as text") \
  X(depth_limit,            warning, "nesting deeper than the limit was flattened") \
  X(marker_limit,           warning, "a line has more markers than the limit; kept as text") \
  X(table_widened,          warning, "a row has more cells than the head of its table; the head was widened") \
  X(table_limit,            warning, "a table has more cells than the limit; kept as text") \
  /* the outline and papers */ \
  X(outline_drift,          warning,    "papers stand at another heading level than usual") \
  X(title_joined,           note,    "a hard-wrapped title was joined") \
  X(title_missing_link,     warning, "a paper has no link") \
  X(link_broken,            warning, "a paper's link is damaged; what can be read of it is used") \
  X(metadata_line,          note,    "a paper's title or link was read from a labelled line") \
  X(not_arxiv,              note,    "a paper's link does not lead to arXiv") \
  X(arxiv_id_invalid,       warning, "an arXiv link has no valid identifier") \
  X(arxiv_id_mismatch,      warning, "two links of one paper name different arXiv identifiers") \
  X(number_unexpected,      note,    "a paper's number does not follow the one before it") \
  X(section_unknown,        note,    "a heading is no known section; kept as `other`") \
  X(section_missing,        note,    "a paper lacks a section that the others have") \
  X(section_duplicate,      note,    "a paper has the same section twice") \
  X(section_empty,          warning, "a section has no text") \
  X(section_not_stated,     note,    "the digest says that the paper does not state this") \
  X(section_truncated,      warning, "the text breaks off in the middle of a sentence") \
  X(points_unlabelled,      note,    "points without labels were labelled by their order") \
  X(text_outside_section,   warning, "text that belongs to no section is kept under `other`") \
  X(post_without_papers,    note,    "a post has no paper") \
  X(paper_repeated,         note,    "the same paper appears on another day") \
  X(paper_repeated_in_post, warning, "the same paper appears twice in one post") \
  /* glossary, memory, configuration */ \
  X(glossary_invalid,       error,   "a glossary entry cannot be used") \
  X(glossary_unknown_key,   warning, "a key that galpi does not know") \
  X(glossary_duplicate,     warning, "two concepts of one file share a name") \
  X(glossary_clash,         warning, "one form belongs to several concepts and no cue tells them apart") \
  X(memory_invalid,         error,   "a translation memory cannot be used") \
  X(memory_unit_skipped,    warning, "a translation unit lacks one of the two languages") \
  X(config_unknown_key,     warning, "a key of galpi.yaml that galpi does not know") \
  /* terms */ \
  X(term_avoid,             warning, "a rendering that the glossary avoids") \
  X(term_ambiguous,         note,    "a term that could be several concepts") \
  /* images and formulas */ \
  X(image_outside_root,     warning, "an image lies outside the site; shown as its text") \
  X(image_missing,          warning, "an image file is not there; shown as its text") \
  X(image_remote,           note,    "an image on the web is not fetched; shown as a link") \
  X(image_format,           warning, "an image is of a kind e-books cannot show; shown as its text") \
  X(math_unsupported,       note,    "a formula could not be converted; shown as source") \
  /* programs that galpi runs */ \
  X(pandoc_message,         warning, "pandoc wrote the product and had something to say about it") \
  X(tex_fault,              error,   "TeX has no character or no target for something; no PDF is written") \
  X(stream_invalid,         error,   "a line of the JSON lines input cannot be used") \
  /* flashcards */ \
  X(flashcard_without_note, note,    "a paper or a term gets no flashcards") \
  X(flashcard_withheld,     note,    "a flashcard of a note is left out") \
  X(flashcard_over_cap,     note,    "a note is left out because its day has enough new flashcards") \
  X(flashcard_retired,      note,    "a note whose source is gone is kept, with the tag galpi::retired")
// clang-format on

enum class DiagnosticCode : std::uint8_t {
#define GALPI_ENUMERATOR(name, severity, meaning) name,
  GALPI_DIAGNOSTIC_CODES(GALPI_ENUMERATOR)
#undef GALPI_ENUMERATOR
};

/// The stable name people see and grep for: `front-matter-missing`.
std::string_view code_name(DiagnosticCode code);

/// One line on what the code means.
std::string_view code_meaning(DiagnosticCode code);

/// The code of a stable name, or nothing.
std::optional<DiagnosticCode> code_from_name(std::string_view name);

}  // namespace galpi
