#!/usr/bin/env bash
# Plays the stages named, as a learner types them, in this clone: begins each, fails, takes a hint, writes the tracker
# (the reference stands in for the writing), passes, commits, and has the branch reviewed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fails() {
  if "$@"; then
    echo "this should have failed: $*" >&2
    exit 1
  fi
}

git config user.name > /dev/null || git config user.name 'A learner'
git config user.email > /dev/null || git config user.email learner@localhost

for stage in "$@"; do
  folder=$(echo stages/"$stage"-*)
  ./strata start "$stage"
  fails ./strata check
  ./strata hint || true # there is none while the tracker does not even start
  rm -rf my/tracker
  cp -R "$folder" my/tracker
  rm -f my/tracker/DISCUSSION.md
  sed 's/"@strata\/[^"]*"/"my-tracker"/' "$folder/package.json" > my/tracker/package.json
  ./strata check
  git add my
  git commit --quiet -m "feat($stage): everything that the brief asks for"
  ./strata review --out ".strata/played/$stage"
  test -s ".strata/played/$stage/review.md"
done
./strata reset
./strata
