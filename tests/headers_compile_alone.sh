#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every header of one room compiles when it is the first thing a file includes, with nothing but the include
# roots that the room has.
#
# Usage: headers_compile_alone.sh ROOM COMPILER FLAGS...
set -eu
room=$1
shift
failed=0
for header in "src/$room"/*.hpp; do
  [ -e "$header" ] || continue
  if ! "$@" -fsyntax-only -x c++ -include "${header#src/}" /dev/null; then
    echo "$header does not compile alone"
    failed=1
  fi
done
exit $failed
