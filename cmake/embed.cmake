# Puts every file below content/ into the program, so that the release is one file that needs no data folder.
# An assembler file takes the bytes in as they are (.incbin); a C++ file lists them, sorted by path.
# A changed file is assembled anew; a file that comes or goes makes CMake run again.
set(embedded_root ${CMAKE_SOURCE_DIR}/content)
set(embedded_folder ${CMAKE_BINARY_DIR}/embedded)
file(GLOB_RECURSE embedded_paths CONFIGURE_DEPENDS LIST_DIRECTORIES false RELATIVE ${embedded_root} ${embedded_root}/*)
list(SORT embedded_paths COMPARE STRING)

set(assembly "    .section .rodata\n")
set(symbols "")
set(rows "")
set(number 0)
foreach(path ${embedded_paths})
  set(symbol smm_embedded_${number})
  string(APPEND assembly
         "    .global ${symbol}\n    .global ${symbol}_end\n"
         "${symbol}:\n    .incbin \"${embedded_root}/${path}\"\n${symbol}_end:\n    .byte 0\n")
  string(APPEND symbols "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
  string(APPEND rows "    {\"${path}\", bytes(${symbol}, ${symbol}_end)},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")

set(embedded_symbols "${symbols}")
set(embedded_rows "${rows}")
set(embedded_count ${number})
file(CONFIGURE OUTPUT ${embedded_folder}/content.S CONTENT "${assembly}" @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/embedded_content.cpp.in ${embedded_folder}/embedded_content.cpp @ONLY)

list(TRANSFORM embedded_paths PREPEND ${embedded_root}/ OUTPUT_VARIABLE embedded_files)
set_source_files_properties(${embedded_folder}/content.S PROPERTIES OBJECT_DEPENDS "${embedded_files}")
add_library(embedded_content STATIC ${embedded_folder}/content.S ${embedded_folder}/embedded_content.cpp)
set_target_properties(embedded_content PROPERTIES UNITY_BUILD OFF)
target_include_directories(embedded_content PRIVATE ${CMAKE_BINARY_DIR}/roots/adapters)
smm_uses(adapters embedded_content)
