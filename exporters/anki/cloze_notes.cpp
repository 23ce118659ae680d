#include <algorithm>
#include <expected>
#include <optional>
#include <utility>
#include <vector>

#include "field_text.hpp"
#include "note_types.hpp"
#include "notes_of_edition.hpp"
#include "result_question.hpp"
#include "sentences.hpp"

namespace galpi::exporters::anki {
namespace {

/// What the front names before a clause that does not say what it is about.
std::string context_before(const ResultQuestion& question) {
  std::string html;
  for (const std::string_view name : question.names) {
    html += fmt::format(R"(<span class="name" lang="en">{}</span> — )", escape_field(name));
  }
  return html;
}

std::expected<Note, ResultRefusal> make_note(const BookSentence& sentence,
                                             const model::Paper& paper,
                                             model::Languages languages) {
  const ResultContext context = {paper.system ? std::string_view(*paper.system) : "", paper.title};
  const auto question = ask_result(sentence.text(), context);
  if (!question) return std::unexpected(question.error());
  const auto in_block = [&](text::ByteRange range) {
    return text::ByteRange{sentence.range.start + range.start, sentence.range.start + range.end};
  };
  const model::Block& block = *sentence.block;
  const text::ByteRange clause = in_block(question->clause.range);
  const text::ByteRange answer = in_block(question->answer);
  const bool cuts_atom = touches_atom(block, {clause.start, clause.start}) ||
                         touches_atom(block, {clause.end, clause.end});
  if (cuts_atom) return std::unexpected(ResultRefusal::leans);
  if (touches_atom(block, answer)) return std::unexpected(ResultRefusal::told);
  const std::string_view text = block.text;

  Note note;
  note.kind = FlashcardKind::cloze;
  note.fields.resize(cloze_field::count);
  std::vector<Replacement> replacements;
  if (const auto& contrast = question->contrast) {
    replacements.push_back({in_block(*contrast), {}});
  }
  replacements.push_back(
      {answer,
       "{{c1::" + escape_field(text.substr(answer.start, answer.end - answer.start)) + "}}"});
  note.fields[cloze_field::text] = context_before(*question) +
                                   render_stretch(block, clause, replacements) +
                                   question->clause.ending;
  std::string extra;
  if (!question->clause.is_sentence) extra = render_stretch(block, sentence.range);
  if (languages != model::Languages::korean && !sentence.translation.empty()) {
    if (!extra.empty()) extra += "<br>";
    extra += R"(<span lang="en">)" + escape_field(sentence.translation) + "</span>";
  }
  note.fields[cloze_field::extra] = std::move(extra);
  return note;
}

class ClozeNoteMaker {
 public:
  ClozeNoteMaker(const model::Edition& edition, model::Languages languages, Reporter& reporter)
      : edition_(edition), languages_(languages), reporter_(reporter) {}

  std::optional<Note> make(const model::Work& work) const {
    ResultRefusal refusal = ResultRefusal::no_number;
    for (const model::Place& place : work.appearances) {
      const model::BilingualDigest& day = edition_.days[place.day];
      const model::Paper& paper = day.post().papers[place.paper];
      std::optional<Note> note;
      for (const model::Section& section : paper.sections) {
        if (section.kind != model::SectionKind::results) continue;
        for_each_sentence(day, place, &paper, section, [&](const BookSentence& sentence) {
          if (note) return;
          auto made = make_note(sentence, paper, languages_);
          if (made) {
            note = *std::move(made);
          } else {
            refusal = std::max(refusal, made.error());
          }
        });
      }
      if (!note) continue;
      finish(*note, work, day, paper);
      return note;
    }
    if (refusal != ResultRefusal::no_number) {
      const model::Place first = work.appearances.front();
      const model::BilingualDigest& day = edition_.days[first.day];
      const model::Paper& paper = day.post().papers[first.paper];
      reporter_.without_note({day.annotated.digest.file, paper.at, 0}, "number", paper.title,
                             reason_of(refusal));
    }
    return std::nullopt;
  }

 private:
  static void finish(Note& note, const model::Work& work, const model::BilingualDigest& day,
                     const model::Paper& paper) {
    const std::string key =
        (paper.arxiv ? paper.arxiv->id : work.identity) + std::string("#result");
    note.guid = guid_of(note.kind, key);
    note.first_seen = day.post().date;
    note.days = {note.first_seen};
    note.name = paper.title;
    note.source = {day.annotated.digest.file, paper.at, 0};
    note.tags = {date_tag(note.first_seen), "galpi::result"};
    note.ordinals = {0};
    auto& fields = note.fields;
    fields[cloze_field::key] = escape_field(key);
    fields[cloze_field::source] = paper_link(paper);
    fields[cloze_field::first_seen] = format_date(note.first_seen);
    fields[cloze_field::kind] = "result";
  }

  const model::Edition& edition_;
  model::Languages languages_;
  Reporter& reporter_;
};

}  // namespace

std::vector<Note> make_cloze_notes(const model::Edition& edition, model::Languages languages,
                                   Reporter& reporter) {
  const ClozeNoteMaker maker(edition, languages, reporter);
  std::vector<Note> notes;
  for (const model::Work& work : edition.works) {
    if (auto note = maker.make(work)) notes.push_back(*std::move(note));
  }
  return notes;
}

}  // namespace galpi::exporters::anki
