#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles one file of tests/must_not_compile/ twice. Without MUST_NOT_COMPILE it has to compile: all else in
# it is right. With it, it must not, and the compiler has to give a reason that one of the file's lines
# "// expect: TEXT" names (one line per compiler's wording); another reason would prove nothing.
#
# Usage: must_not_compile.sh FILE COMPILER FLAGS...
set -eu
file=$1
shift
expected=$(sed -n 's,^// expect: ,,p' "$file")
[ -n "$expected" ] || { echo "$file has no line '// expect: TEXT'" && exit 1; }

if ! "$@" -fsyntax-only "$file"; then
  echo "$file does not compile even without MUST_NOT_COMPILE"
  exit 1
fi
if output=$(LC_ALL=C "$@" -fsyntax-only -DMUST_NOT_COMPILE "$file" 2>&1); then
  echo "$file compiles with MUST_NOT_COMPILE, and must not"
  exit 1
fi
if printf '%s\n' "$output" | grep -qF "$expected"; then exit 0; fi
printf '%s fails for another reason than "%s":\n%s\n' "$file" "$expected" "$output"
exit 1
