# Run at each build: writes the version and the commit for main.cpp, and touches the file only when they change.
# Without git, or outside a clone, the version stands alone.
find_program(git git)
set(commit "")
if(git)
  execute_process(COMMAND ${git} describe --always --exclude=* --abbrev=12 --dirty=+changes WORKING_DIRECTORY ${SOURCE}
                  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
set(text ${VERSION})
if(commit)
  string(APPEND text " (commit ${commit})")
endif()
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT "#define SMM_VERSION \"${text}\"\n")
