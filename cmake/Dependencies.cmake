# SPDX-License-Identifier: Apache-2.0
#
# Libraries from outside, all of them Debian packages: docs/dependencies.md gives the reason for each,
# scripts/install-deps installs them.

function(counterpoint_require found package)
  if(NOT ${found})
    message(FATAL_ERROR "${package} is missing. Run scripts/install-deps, which installs what is missing "
                        "and nothing else (scripts/install-deps --check only lists it).")
  endif()
endfunction()

find_package(Threads REQUIRED)

find_package(fmt CONFIG QUIET)
counterpoint_require(fmt_FOUND libfmt-dev)

find_package(tl-expected CONFIG QUIET)
counterpoint_require(tl-expected_FOUND libexpected-dev)

find_package(ICU QUIET COMPONENTS uc i18n)
counterpoint_require(ICU_FOUND libicu-dev)

find_package(OpenSSL QUIET COMPONENTS Crypto)
counterpoint_require(OPENSSL_FOUND libssl-dev)

find_package(nlohmann_json CONFIG QUIET)
counterpoint_require(nlohmann_json_FOUND nlohmann-json3-dev)
add_library(counterpoint_json INTERFACE)
target_link_libraries(counterpoint_json INTERFACE nlohmann_json::nlohmann_json)

find_package(CLI11 CONFIG QUIET)
counterpoint_require(CLI11_FOUND libcli11-dev)

# oneDNN's own package file also asks for OpenCL, which a CPU build does not need. Debian's is built on
# OpenMP, whose number of threads src/nn restrains: hence the library, without the compiler's flag.
find_path(DNNL_INCLUDE_DIR oneapi/dnnl/dnnl.hpp)
find_library(DNNL_LIBRARY dnnl)
if(DNNL_INCLUDE_DIR AND DNNL_LIBRARY)
  set(DNNL_FOUND TRUE)
endif()
counterpoint_require(DNNL_FOUND libdnnl-dev)
# Fuzz targets are built by clang, which knows another OpenMP, and run no model.
if(NOT COUNTERPOINT_FUZZ)
  find_package(OpenMP REQUIRED COMPONENTS CXX)
endif()
add_library(counterpoint_dnnl INTERFACE)
target_include_directories(counterpoint_dnnl SYSTEM INTERFACE "${DNNL_INCLUDE_DIR}")
target_link_libraries(counterpoint_dnnl INTERFACE "${DNNL_LIBRARY}" ${OpenMP_CXX_LIBRARIES})

find_package(ZLIB QUIET)
counterpoint_require(ZLIB_FOUND zlib1g-dev)

# libzip's own package file asks for programs that only its tools need.
find_path(ZIP_INCLUDE_DIR zip.h)
find_library(ZIP_LIBRARY zip)
if(ZIP_INCLUDE_DIR AND ZIP_LIBRARY)
  set(ZIP_FOUND TRUE)
endif()
counterpoint_require(ZIP_FOUND libzip-dev)
add_library(counterpoint_zip UNKNOWN IMPORTED)
set_target_properties(counterpoint_zip PROPERTIES
  IMPORTED_LOCATION "${ZIP_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${ZIP_INCLUDE_DIR}")

# Header only; used with XXH_INLINE_ALL, so there is nothing to link.
find_path(XXHASH_INCLUDE_DIR xxhash.h)
if(XXHASH_INCLUDE_DIR)
  set(XXHASH_FOUND TRUE)
endif()
counterpoint_require(XXHASH_FOUND libxxhash-dev)

# `make` works without GoogleTest; `make test` installs it first.
if(COUNTERPOINT_TESTS)
  find_package(GTest CONFIG QUIET)
  find_package(Python3 QUIET COMPONENTS Interpreter)
  if(NOT GTest_FOUND OR NOT Python3_FOUND)
    message(STATUS "The tests are left out: scripts/install-deps test installs what they need.")
    set(COUNTERPOINT_TESTS OFF)
  endif()
endif()
