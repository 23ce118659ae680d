// Formulas. MathML comes from outside (pandoc), so it is read, checked against an allow-list of
// presentation elements (MathML Core and MathML 3 §3) and written anew.
#pragma once

#include <string_view>

#include "galpi/markup/xml_writer.hpp"

namespace galpi::exporters::epub {

/// Writes `mathml` as one <math> element with `tex` as its alttext. Writes nothing and returns
/// false when it is not well-formed or holds anything that is not on the list; annotations are left
/// out silently.
bool write_mathml(markup::XmlWriter& xml, std::string_view mathml, std::string_view tex,
                  bool is_displayed);

/// The formula as its TeX source: <code class="math">.
void write_tex(markup::XmlWriter& xml, std::string_view tex);

}  // namespace galpi::exporters::epub
