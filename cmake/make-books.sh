#!/bin/sh
# The recipe of `make books`: an EPUB, a LaTeX and a bilingual Markdown edition and a deck of
# flashcards for each month.
# Environment: GALPI (program), BOOKS (output folder), POSTS (a _posts folder; empty: examples/),
# MONTH (YYYY-MM; empty: every month that has posts), GALPI_FLAGS (further options), FORMATS.
set -eu

posts=$POSTS
flags=$GALPI_FLAGS
if [ -z "$posts" ]; then
  posts=examples/_posts
  flags="--glossary examples/glossary.yaml --memory examples/memory.tmx --author 갈피 $flags"
fi
if [ ! -e "$posts" ]; then
  echo "galpi: there is no $posts" >&2
  exit 3
fi

months=$MONTH
if [ -z "$months" ]; then
  months=$(find "$posts" -name '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]-*.m*' -exec basename {} \; |
    cut -c1-7 | sort -u)
fi
if [ -z "$months" ]; then
  echo "galpi: there is no post named YYYY-MM-DD-title.md in $posts" >&2
  exit 1
fi

mkdir -p "$BOOKS"
for month in $months; do
  for format in ${FORMATS:-epub latex anki markdown}; do
    more=
    case $format in
      anki)
        book=$BOOKS/$month.apkg
        # With it the deck of next time updates this one in place.
        more="--ledger $BOOKS/$month.ledger"
        ;;
      epub) book=$BOOKS/$month.epub ;;
      latex) book=$BOOKS/$month.tex ;;
      pdf) book=$BOOKS/$month.pdf ;;
      markdown) book=$BOOKS/$month.md ;;
    esac
    # shellcheck disable=SC2086 # the flags are words
    "$GALPI" export $format "$posts" --month "$month" $flags $more -o "$book"
  done
done
echo "The books are in $BOOKS:"
ls "$BOOKS"
