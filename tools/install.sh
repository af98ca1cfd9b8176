# SPDX-License-Identifier: Apache-2.0
# Sourced by ./dev from the root of the tree: installs the packages named in tools/packages/*.txt.
# Installs only what is missing, so that a second run costs a fraction of a second and needs no rights.

say() { printf '%s\n' "dev: $*" >&2; }
fail() {
  say "$*"
  exit 3
}

# Runs a command with its output in build/log/NAME.txt, and shows the end of it only when it fails.
quietly() {
  quiet_log=build/log/$1.txt
  shift
  mkdir -p build/log
  "$@" >"$quiet_log" 2>&1 && return 0
  tail -n 40 "$quiet_log" >&2
  fail "This failed: $* (all of its output is in $quiet_log)"
}

packages_in() {
  for list in "$@"; do
    sed -e 's/#.*//' "tools/packages/$list.txt"
  done | tr -s ' \n' '\n' | sed -e '/^$/d'
}

# The packages of the named lists that are not installed, on one line.
missing_packages() {
  for package in $(packages_in "$@"); do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || status=absent
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    command -v sudo >/dev/null || fail "Installing packages takes root or sudo; neither is here."
    sudo "$@"
  fi
}

apt_install() {
  # The list is split into words on purpose: it is one package a word.
  # shellcheck disable=SC2086
  quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $1
}

# Debian's PostgreSQL makes and starts a database when it is installed, unless this setting stands there.
# The tests need none of it, and the setting goes again, for it is not ours.
without_main_cluster() {
  cluster_settings=/etc/postgresql-common/createcluster.d
  as_root mkdir -p "$cluster_settings"
  echo 'create_main_cluster = false' | as_root tee "$cluster_settings/smm-tests.conf" >/dev/null
  installed=0
  ("$@") || installed=$?
  as_root rm -f "$cluster_settings/smm-tests.conf"
  [ "$installed" -eq 0 ] || exit "$installed"
}

install_packages() {
  command -v dpkg-query >/dev/null ||
    fail "This system has no dpkg. Install what tools/packages/ names by hand, then use cmake --preset release."
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  say "Installing with apt-get, because they are missing: $missing"
  quietly apt-update as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  case " $missing" in
    *" postgresql-"*) without_main_cluster apt_install "$missing" ;;
    *) apt_install "$missing" ;;
  esac
}
