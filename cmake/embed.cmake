# Run by galpi_embed_assets(): writes OUTPUT, a header with one string_view per file of FILES.
# Bytes are written as hexadecimal escapes, so any file survives, whatever is in it.
set(content "// Made at build time by cmake/embed.cmake; edit the asset files instead.\n")
string(APPEND content "#pragma once\n#include <string_view>\n\nnamespace ${NAMESPACE} {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  string(MAKE_C_IDENTIFIER "${name}" name)
  file(READ "${file}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${hex}")
  # One literal per 64 bytes: lines stay short, and no escape can run into the next byte.
  string(REGEX REPLACE "((\\\\x..)(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?(\\\\x..)?)" "\"\\1\"\n    " bytes "${bytes}")
  string(APPEND content
    "inline constexpr std::string_view ${name}(\n    ${bytes}\"\", ${size});\n")
endforeach()
string(APPEND content "}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUTPUT}" "${content}")
