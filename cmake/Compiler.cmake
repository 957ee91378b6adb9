# SPDX-License-Identifier: Apache-2.0
#
# Language level, optimisation, warnings, sanitizers and ccache, for all of our own code.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

# Any x86 laptop since 2009. Never -march=native: a dossier must come out the same on every machine.
# For the same reason a multiplication and an addition are never fused behind our back.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set(COUNTERPOINT_MARCH "x86-64-v2" CACHE STRING "Oldest CPU to run on; empty for the compiler's default")
else()
  set(COUNTERPOINT_MARCH "" CACHE STRING "Oldest CPU to run on; empty for the compiler's default")
endif()
if(COUNTERPOINT_MARCH)
  add_compile_options("-march=${COUNTERPOINT_MARCH}")
endif()
add_compile_options(-ffp-contract=off)

# __FILE__ names the path inside the repository, whatever the machine.
add_compile_options("-fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=")

if(COUNTERPOINT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()

# Every file counts for libFuzzer which of its branches an input takes.
if(COUNTERPOINT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(counterpoint_warnings INTERFACE)
target_compile_options(counterpoint_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(COUNTERPOINT_WERROR)
  target_compile_options(counterpoint_warnings INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # These come from the optimiser and are often wrong inside the standard library of g++ 12 (GCC bug
  # 105651 and its relatives), so they are reported but do not stop a build.
  target_compile_options(counterpoint_warnings INTERFACE
    -Wno-restrict -Wno-error=maybe-uninitialized -Wno-error=array-bounds
    -Wno-error=stringop-overflow -Wno-error=stringop-overread -Wno-error=dangling-pointer)
endif()

# With the repository as base directory, two build folders share what ccache has compiled.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE_PROGRAM}")
endif()
