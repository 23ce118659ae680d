# One INTERFACE target carries the language level, the warnings and, when asked for, sanitizers.
option(GALPI_DEVELOPER_MODE "Build tests, benchmarks and fuzz targets" OFF)
set(GALPI_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

add_library(galpi_compiler INTERFACE)
target_compile_features(galpi_compiler INTERFACE cxx_std_23)
target_compile_options(galpi_compiler INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps and uninitialized members in its own std::string when it inlines enough
  # (GCC bugs 105329, 105562); both warnings are right again in GCC 13.
  target_compile_options(galpi_compiler INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # Clang tells us of the deprecated buffer inside GCC 12's own stable_sort.
  target_compile_options(galpi_compiler INTERFACE -Wno-deprecated-declarations)
endif()
if(GALPI_SANITIZE)
  target_compile_options(galpi_compiler INTERFACE
    -fsanitize=${GALPI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(galpi_compiler INTERFACE -fsanitize=${GALPI_SANITIZE})
endif()
