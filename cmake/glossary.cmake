# galpi_compile_default_glossary(TARGET GENERATOR)
# Turns glossaries/*.yaml into default_glossary_table.cpp of TARGET by running GENERATOR.
# Sources are listed by name everywhere else; these are data files that people add without touching
# C++ or CMake, so they are found by pattern, and CONFIGURE_DEPENDS sees a new one at the next build.
function(galpi_compile_default_glossary target generator)
  set(table "${CMAKE_CURRENT_BINARY_DIR}/default_glossary_table.cpp")
  # file(GLOB) sorts its result, so the order of the concepts does not depend on the file system.
  file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/glossaries/*.yaml")
  set(names "")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}" "${file}")
    list(APPEND names "${name}")
  endforeach()
  add_custom_command(
    OUTPUT "${table}"
    COMMAND ${generator} "${table}" ${names}
    DEPENDS ${generator} ${files}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"  # messages name files as people see them
    COMMENT "Compiling glossaries/*.yaml"
    VERBATIM)
  target_sources(${target} PRIVATE "${table}")
endfunction()
