# Puts files into the program as they are, so that the release is one file that needs no data folder.
# An assembler file takes the bytes in (.incbin); a C++ file lists them, sorted by path. A changed file is
# assembled anew; a file that comes or goes makes CMake run again.

# smm_embed(LIBRARY ROOM HEADER FOLDER PATTERN...): the files below FOLDER, for embedded_files() of ROOM's HEADER.
function(smm_embed library room header folder)
  set(out ${CMAKE_BINARY_DIR}/embedded/${library})
  list(TRANSFORM ARGN PREPEND ${folder}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS LIST_DIRECTORIES false RELATIVE ${folder} ${patterns})
  list(SORT paths COMPARE STRING)

  set(assembly "    .section .rodata\n")
  set(embedded_symbols "")
  set(embedded_rows "")
  set(embedded_count 0)
  foreach(path ${paths})
    set(symbol smm_${library}_${embedded_count})
    string(APPEND assembly
           "    .global ${symbol}\n    .global ${symbol}_end\n"
           "${symbol}:\n    .incbin \"${folder}/${path}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND embedded_symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND embedded_rows "    {\"${path}\", bytes(${symbol}, ${symbol}_end)},\n")
    math(EXPR embedded_count "${embedded_count} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")

  set(embedded_header ${room}/${header})
  set(embedded_namespace smm::${room})
  file(CONFIGURE OUTPUT ${out}/files.S CONTENT "${assembly}" @ONLY)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded_files.cpp.in ${out}/files.cpp @ONLY)

  list(TRANSFORM paths PREPEND ${folder}/ OUTPUT_VARIABLE files)
  set_source_files_properties(${out}/files.S PROPERTIES OBJECT_DEPENDS "${files}")
  add_library(${library} STATIC ${out}/files.S ${out}/files.cpp)
  set_target_properties(${library} PROPERTIES UNITY_BUILD OFF)
  target_include_directories(${library} PRIVATE ${CMAKE_BINARY_DIR}/roots/${room})
  smm_uses(${room} ${library})
endfunction()

smm_embed(embedded_content adapters embedded_content.hpp ${CMAKE_SOURCE_DIR}/content *)
smm_embed(embedded_sql store embedded_files.hpp ${CMAKE_SOURCE_DIR}/src/store *.sql)
