# galpi_add_layer(NAME SOURCES… [DEPENDS layer…] [PRIVATE library…])
# One static library galpi_NAME, alias galpi::NAME. DEPENDS are layers of ours that its public
# headers use; PRIVATE are third-party libraries, which stay out of include/.
function(galpi_add_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(galpi_${name} STATIC ${LAYER_SOURCES})
  add_library(galpi::${name} ALIAS galpi_${name})
  target_include_directories(galpi_${name}
    PUBLIC "${PROJECT_SOURCE_DIR}/include"
    PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
  foreach(layer IN LISTS LAYER_DEPENDS)
    target_link_libraries(galpi_${name} PUBLIC galpi::${layer})
  endforeach()
  target_link_libraries(galpi_${name} PRIVATE galpi_compiler ${LAYER_PRIVATE})
endfunction()

# galpi_add_test(NAME SOURCES… [DEPENDS layer…] [PRIVATE library…])
# One Catch2 program galpi_NAME_tests, registered with CTest under the label NAME.
function(galpi_add_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_executable(galpi_${name}_tests ${TEST_SOURCES})
  target_include_directories(galpi_${name}_tests PRIVATE
    "${PROJECT_SOURCE_DIR}/tests" "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(galpi_${name}_tests PRIVATE
    GALPI_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  foreach(layer IN LISTS TEST_DEPENDS)
    target_link_libraries(galpi_${name}_tests PRIVATE galpi::${layer})
  endforeach()
  target_link_libraries(galpi_${name}_tests PRIVATE
    galpi_test_support galpi_compiler ${TEST_PRIVATE})
  add_test(NAME ${name} COMMAND galpi_${name}_tests)
  set_tests_properties(${name} PROPERTIES LABELS ${name})
endfunction()
