// The glossary and the index. The index is written in Korean dictionary order by us, with the heads
// ㄱ ㄴ ㄷ … A B C; only the page numbers are left to TeX.
#pragma once

#include "document.hpp"

namespace galpi::exporters::latex {

void write_glossary(Document& document);

/// After everything else: by then all places are known.
void write_index(Document& document);

}  // namespace galpi::exporters::latex
