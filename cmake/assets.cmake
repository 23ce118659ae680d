# galpi_embed_assets(TARGET NAMESPACE FILE…)
# Style sheets, templates and the like are ordinary files in the tree. At build time they become
# `std::string_view` constants in <assets.hpp> of the target: assets/book.css -> NAMESPACE::book_css.
# The generator is cmake/embed.cmake; no tool outside CMake is needed.
function(galpi_embed_assets target namespace)
  set(header "${CMAKE_CURRENT_BINARY_DIR}/generated/assets.hpp")
  set(files "")
  foreach(file IN LISTS ARGN)
    list(APPEND files "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  endforeach()
  add_custom_command(
    OUTPUT "${header}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${header}" "-DNAMESPACE=${namespace}"
            "-DFILES=${files}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${header}")
  target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/generated")
endfunction()
