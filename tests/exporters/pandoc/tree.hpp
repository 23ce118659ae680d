// A document tree in a form that people read: `Para [Str "글",Space,Str "하나"]`, one block a line.
#pragma once

#include <string>
#include <vector>

#include "galpi/exporters/pandoc.hpp"
#include "sample_edition.hpp"

namespace galpi::tests {

std::string exported(const model::Edition& edition, const exporters::PandocOptions& options = {},
                     DiagnosticSink* diagnostics = nullptr);
/// The metadata, a line each, and the blocks.
std::string readable(const std::string& json);
/// The blocks that a section with `blocks` becomes, without those of its day.
std::string blocks_of(std::vector<model::Block> blocks,
                      const exporters::PandocOptions& options = {});
/// An edition of one day with one section.
model::Edition edition_of(std::vector<model::Block> blocks);
/// All that stands in Str, Code, CodeBlock and Math, notes included, without white space.
std::string letters_of(const std::string& json);

}  // namespace galpi::tests
