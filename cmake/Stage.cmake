# SPDX-License-Identifier: Apache-2.0
#
# counterpoint_stage(<name> [HEADERS <public headers>] [NEEDS <stages>] [USES <libraries>])
#
# Makes the library counterpoint::<name> from src/<name>/**/*.cc. A stage sees its own headers and those
# of the stages it needs, and no others, because each stage has an include root of its own:
#
#   <build>/layers/document/counterpoint/document.h -> include/counterpoint/document.h
#   <build>/layers/document/document                -> src/document
#
# so that inside src/document, #include "counterpoint/dossier.h" names a file that cannot be found.
# tests/compile_fail proves it, scripts/check_layers.py explains it. A stage without sources yet is an
# INTERFACE library, so that the project configures at any moment.

set_property(GLOBAL PROPERTY counterpoint_public_headers "")

function(counterpoint_stage name)
  cmake_parse_arguments(arg "" "" "HEADERS;NEEDS;USES" ${ARGN})
  set(target counterpoint_${name})
  set(root "${CMAKE_BINARY_DIR}/layers/${name}")

  file(MAKE_DIRECTORY "${root}/counterpoint")
  foreach(header IN LISTS arg_HEADERS)
    file(CREATE_LINK "${CMAKE_SOURCE_DIR}/include/counterpoint/${header}" "${root}/counterpoint/${header}"
         SYMBOLIC)
  endforeach()
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${name}" "${root}/${name}" SYMBOLIC)
  set_property(GLOBAL APPEND PROPERTY counterpoint_public_headers ${arg_HEADERS})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${name}/*.cc")
  list(TRANSFORM arg_NEEDS PREPEND counterpoint::)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC "${root}")
    target_link_libraries(${target} PUBLIC ${arg_NEEDS} ${arg_USES} PRIVATE counterpoint_warnings)
    target_compile_definitions(${target} PRIVATE COUNTERPOINT_VERSION="${PROJECT_VERSION}")
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${root}")
    target_link_libraries(${target} INTERFACE ${arg_NEEDS} ${arg_USES})
  endif()
  add_library(counterpoint::${name} ALIAS ${target})
endfunction()

# Links something into a stage without showing it to the stages on the right.
function(counterpoint_stage_link name)
  get_target_property(type counterpoint_${name} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(counterpoint_${name} INTERFACE ${ARGN})
  else()
    target_link_libraries(counterpoint_${name} PRIVATE ${ARGN})
  endif()
endfunction()

# A public header that no stage lists could not be included by anybody: say so at once.
function(counterpoint_check_stages)
  get_property(listed GLOBAL PROPERTY counterpoint_public_headers)
  file(GLOB present CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/include/counterpoint"
       "${CMAKE_SOURCE_DIR}/include/counterpoint/*.h")
  foreach(header IN LISTS present)
    if(NOT header IN_LIST listed)
      message(WARNING "include/counterpoint/${header} belongs to no stage: name it under HEADERS of "
                      "its stage in CMakeLists.txt.")
    endif()
  endforeach()
endfunction()
