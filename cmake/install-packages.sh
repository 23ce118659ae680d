#!/bin/sh
# install-packages.sh LIST…: makes sure that the Debian packages named in the lists are installed.
# Asks nothing: works as root or through sudo, and does not touch the network when all is there.
set -eu

missing=""
for package in $(sed 's/#.*//' "$@"); do
  state=$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null || true)
  case "$state" in
    ii*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null || {
    echo "galpi: these packages are missing, and there is no sudo to install them:$missing" >&2
    exit 1
  }
  as_root="sudo -n"
fi
echo "galpi: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # the words are package names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  $missing >/dev/null
