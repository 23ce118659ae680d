# One INTERFACE target carries the language level, the warnings and, when asked for, sanitizers.
option(GALPI_DEVELOPER_MODE "Build tests, benchmarks and fuzz targets" OFF)
set(GALPI_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

add_library(galpi_compiler INTERFACE)
target_compile_features(galpi_compiler INTERFACE cxx_std_23)
target_compile_options(galpi_compiler INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
if(GALPI_SANITIZE)
  target_compile_options(galpi_compiler INTERFACE
    -fsanitize=${GALPI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(galpi_compiler INTERFACE -fsanitize=${GALPI_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports false maybe-uninitialized warnings in libstdc++ under the sanitizers.
    target_compile_options(galpi_compiler INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
