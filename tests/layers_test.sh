#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tools/layers must find what it is there to find: each breach below is planted in a copy of src/ and has
# to be reported at its line, and nothing else may be.
set -eu
house=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/tests"
cp -R "$house/src" "$copy/src"
cp -R "$house/tests/support" "$copy/tests/support"
: >"$copy/tests/support/planted_support.hpp"

failed=0
# expect FILE INCLUDE REPORT: plants INCLUDE as line 3 of a new FILE; REPORT is what must be printed after
# "FILE:3: ", or empty when the include is in order.
expect() {
  mkdir -p "$copy/$(dirname "$1")"
  printf '// planted\n\n#include %s\n' "$2" >"$copy/$1"
  wanted=${3:+"$1:3: $3"}
  found=$("$house/tools/layers" "$copy") && found_exit=0 || found_exit=1
  wanted_exit=${3:+1}
  rm "$copy/$1"
  if [ "$found" != "$wanted" ] || [ "$found_exit" -ne "${wanted_exit:-0}" ]; then
    printf 'planted: %s in %s\n wanted: %s\n  found: %s\n' "$2" "$1" "${wanted:-nothing}" "${found:-nothing}"
    failed=1
  fi
}

expect src/base/planted.hpp '<vector>' ''
expect src/scoring/planted.cpp '"base/place.hpp"' ''
expect src/base/planted.cpp '"scoring/score.hpp"' 'room base may not include scoring (scoring/score.hpp)'
expect src/stats/planted.cpp '"crypto/hash.hpp"' 'room stats may not include crypto (crypto/hash.hpp)'
expect src/cli/planted.cpp '"adapters/files.hpp"' 'room cli may not include adapters (adapters/files.hpp)'
expect src/base/planted_test.cpp '"exchange/yaml.hpp"' 'room base may not include exchange (exchange/yaml.hpp)'
expect src/base/planted_test.cpp '"planted_support.hpp"' ''
expect src/base/planted.cpp '"planted_support.hpp"' \
  'include "planted_support.hpp" does not begin with a room of src/ROOMS'
expect src/base/planted.cpp '"../scoring/score.hpp"' \
  'include "../scoring/score.hpp" does not begin with a room of src/ROOMS'
expect src/base/planted.cpp '<scoring/score.hpp>' \
  'room header scoring/score.hpp is included with <>, not with quotes'
expect src/exchange/planted.cpp '<yaml-cpp/yaml.h>' ''
expect src/exchange/planted.hpp '<yaml-cpp/yaml.h>' 'a header may not include the library header yaml-cpp/yaml.h'
expect src/instrument/planted.cpp '<nlohmann/json.hpp>' \
  'room instrument may not include the library header nlohmann/json.hpp'
mkdir "$copy/src/attic"
printf '// planted\n' >"$copy/src/attic/planted.cpp"
found=$("$house/tools/layers" "$copy") && failed=1
if [ "$found" != "src/attic/planted.cpp:1: src/ROOMS knows no room for this file" ]; then
  printf 'a folder that is no room: %s\n' "$found"
  failed=1
fi
exit $failed
