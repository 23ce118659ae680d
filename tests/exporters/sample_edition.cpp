#include "sample_edition.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

namespace galpi::sample {

using model::Block;
using model::BlockType;
using model::Section;

Block& mark(Block& target, model::MarkType type, std::string_view surface, std::string url) {
  const std::size_t start = target.text.find(surface);
  if (start == std::string::npos) throw std::logic_error("no such text: " + std::string(surface));
  target.marks.push_back({type, static_cast<std::uint32_t>(start),
                          static_cast<std::uint32_t>(start + surface.size()), std::move(url)});
  std::ranges::stable_sort(target.marks, [](const model::Mark& a, const model::Mark& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
  return target;
}

Section section(model::SectionKind kind, std::string heading, std::vector<Block> blocks,
                std::uint32_t level) {
  Section made;
  made.kind = kind;
  made.heading = std::move(heading);
  made.level = level;
  made.blocks = std::move(blocks);
  return made;
}

model::Paper paper(std::uint32_t number, std::string title, std::string arxiv,
                   std::vector<Section> sections) {
  model::Paper made;
  made.number = number;
  made.title = std::move(title);
  made.url = "https://arxiv.org/abs/" + arxiv;
  made.arxiv = model::ArxivId{std::move(arxiv), std::nullopt};
  made.sections = std::move(sections);
  return made;
}

namespace {

void each_block(std::vector<Block>& blocks, const std::function<void(Block&)>& visit) {
  for (Block& child : blocks) {
    visit(child);
    each_block(child.children, visit);
  }
}

void each_block(model::Post& post, const std::function<void(Block&)>& visit) {
  for (model::Paper& made : post.papers) {
    for (Section& part : made.sections) each_block(part.blocks, visit);
  }
  for (Section& part : post.sections) each_block(part.blocks, visit);
}

// Sections and papers get places in the order papers, then sections, so that reading order is
// defined.
void place_parts(model::Post& post) {
  std::uint32_t line = 1;
  for (model::Paper& made : post.papers) {
    if (made.at.line == 0) made.at = {line++, 1};
    for (Section& part : made.sections) part.at = {line++, 1};
  }
  for (Section& part : post.sections) {
    if (part.at.line == 0) part.at = {line++, 1};
  }
}

}  // namespace

model::BilingualDigest day(model::Post post) {
  place_parts(post);
  model::BilingualDigest made;
  made.annotated.digest.post = std::move(post);
  made.annotated.digest.file = made.post().source;
  made.annotated.digest.block_count = model::number_blocks(made.annotated.digest.post);
  made.annotated.mentions.resize(made.annotated.digest.block_count);
  made.sentences.resize(made.annotated.digest.block_count);
  return made;
}

void mention(model::BilingualDigest& target, std::string_view surface, std::uint32_t concept_index,
             bool gloss, bool ambiguous) {
  bool is_first = true;
  each_block(target.annotated.digest.post, [&](Block& visited) {
    if (visited.type == BlockType::code || visited.type == BlockType::math) return;
    auto& mentions = target.annotated.mentions[visited.ordinal];
    for (std::size_t at = visited.text.find(surface); at != std::string::npos;
         at = visited.text.find(surface, at + surface.size())) {
      model::Mention made;
      made.start = static_cast<std::uint32_t>(at);
      made.end = static_cast<std::uint32_t>(at + surface.size());
      made.concept_index = concept_index;
      made.ambiguous = ambiguous;
      made.first_in_paper = is_first;
      made.gloss = gloss && is_first;
      is_first = false;
      mentions.push_back(made);
    }
    std::ranges::stable_sort(mentions, {}, &model::Mention::start);
  });
}

void translate(model::BilingualDigest& target, std::string_view korean, std::string english) {
  Block& found = find_block(target, korean);
  auto& sentences = target.sentences[found.ordinal];
  if (sentences.empty()) {
    for (std::size_t start = 0; start < found.text.size();) {
      const std::size_t stop = found.text.find(". ", start);
      const std::size_t end = stop == std::string::npos ? found.text.size() : stop + 1;
      sentences.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), ""});
      start = stop == std::string::npos ? end : end + 1;
    }
  }
  const std::size_t at = found.text.find(korean);
  const auto sentence = std::ranges::find(sentences, at, &model::Sentence::start);
  if (sentence != sentences.end()) sentence->translation = std::move(english);
}

Block& find_block(model::BilingualDigest& target, std::string_view part) {
  Block* found = nullptr;
  each_block(target.annotated.digest.post, [&](Block& visited) {
    if (found == nullptr && visited.text.contains(part)) found = &visited;
  });
  if (found == nullptr) throw std::logic_error("no such text: " + std::string(part));
  return *found;
}

namespace {

void collect_terms(model::Edition& edition) {
  std::map<std::uint32_t, std::set<model::Place>> used;
  for (std::uint32_t index = 0; index < edition.days.size(); ++index) {
    const model::BilingualDigest& one = edition.days[index];
    const auto visit = [&](const std::vector<Section>& sections, std::uint32_t in_paper) {
      for (const Section& part : sections) {
        auto blocks = part.blocks;
        each_block(blocks, [&](Block& visited) {
          for (const model::Mention& found : one.annotated.mentions[visited.ordinal]) {
            used[found.concept_index].insert({index, in_paper});
          }
        });
      }
    };
    for (std::uint32_t number = 0; number < one.post().papers.size(); ++number) {
      visit(one.post().papers[number].sections, number);
    }
    visit(one.post().sections, model::Place::no_paper);
  }
  for (const auto& [index, places] : used) {
    edition.terms.push_back({index, {places.begin(), places.end()}});
  }
  std::ranges::sort(edition.terms, {}, [&](const model::TermUse& use) {
    return edition.glossary.concepts[use.concept_index].korean;
  });
}

void collect_works(model::Edition& edition) {
  std::map<std::string, std::size_t> known;
  for (std::uint32_t index = 0; index < edition.days.size(); ++index) {
    const auto& papers = edition.days[index].post().papers;
    for (std::uint32_t number = 0; number < papers.size(); ++number) {
      const std::string identity = model::identity_of(papers[number]);
      const auto [entry, is_new] = known.try_emplace(identity, edition.works.size());
      if (is_new) edition.works.push_back({identity, {}});
      edition.works[entry->second].appearances.push_back({index, number});
    }
  }
}

}  // namespace

void assemble(model::Edition& edition) {
  if (!edition.days.empty()) {
    edition.metadata.first = edition.days.front().post().date;
    edition.metadata.last = edition.days.back().post().date;
  }
  edition.metadata.modified = format_date(edition.metadata.last) + "T00:00:00Z";
  edition.metadata.identifier = "urn:uuid:6f0d2c52-8a0b-5d0e-9c7b-0f3f1c2a4b5d";
  collect_works(edition);
  collect_terms(edition);
}

}  // namespace galpi::sample
