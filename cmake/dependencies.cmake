# All of these come from Debian 12 packages; README.md says what each is for.
# Nothing is fetched at build time.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n data)
find_package(yaml-cpp REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(pugixml REQUIRED)
pkg_check_modules(cmark_gfm REQUIRED IMPORTED_TARGET libcmark-gfm)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)

find_library(cmark_gfm_extensions_library cmark-gfm-extensions REQUIRED)
add_library(galpi_cmark INTERFACE)
target_link_libraries(galpi_cmark INTERFACE "${cmark_gfm_extensions_library}" PkgConfig::cmark_gfm)

add_library(galpi_yaml INTERFACE)
target_link_libraries(galpi_yaml INTERFACE ${YAML_CPP_LIBRARIES})
pkg_check_modules(libuuid REQUIRED IMPORTED_TARGET uuid)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
