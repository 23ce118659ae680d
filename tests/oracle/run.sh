#!/bin/bash
# The oracle on galpi's real output: run.sh GALPI POSTS [SEEDS]
# Builds JSON, Markdown and EPUB of the posts, proves that nothing is lost, then damages copies of each product
# and requires the oracle to fail on every one. Exit 0 only if all of that holds.
set -u
galpi=$1 posts=$2 seeds=${3:-3}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 3
trap 'rm -rf "$work"' EXIT
failed=0

for format in json markdown epub; do
  case $format in markdown) suffix=md ;; *) suffix=$format ;; esac
  product=$work/product.$suffix
  if ! "$galpi" export "$format" "$posts" --gloss none -o "$product" >"$work/log" 2>&1; then
    echo "FAIL export $format:"; tail -5 "$work/log"; failed=1; continue
  fi
  python3 "$here/oracle.py" --posts "$posts" --"$format" "$product" || failed=1
  for what in sentence word digit paper section duplicate swap; do
    [ "$what" = sentence ] && rounds=$seeds || rounds=1
    for ((seed = 1; seed <= rounds; seed++)); do
      damaged=$work/damaged.$suffix
      python3 "$here/seed_deletion.py" --posts "$posts" --seed "$seed" --what "$what" "$product" "$damaged" >"$work/done" 2>&1 \
        || { echo "SKIP $format: no $what to damage"; continue; }
      if python3 "$here/oracle.py" --posts "$posts" --"$format" "$damaged" >/dev/null; then
        echo "FAIL the oracle did not notice in $format: $(head -c 300 "$work/done")"; failed=1
      else
        echo "ok   $format: damage noticed ($what, seed $seed)"
      fi
    done
  done
done
exit $failed
