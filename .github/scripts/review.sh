#!/usr/bin/env bash
# Reviews the pull request $NUMBER, which has been fetched, and leaves the page in review/. A page that says "not yet" is
# no failure of this job. $HEAD_BRANCH is the learner's name for it, $BEFORE what it was before the last push.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

ref=refs/pull/$NUMBER/head
options=(--out review)
# Both are a stranger's words: taken as a value where they have the form that is meant, and left alone otherwise.
if [[ ${HEAD_BRANCH:-} =~ ^stage/([0-9]{2}[a-z]?)-[a-z0-9-]+$ ]]; then
  options+=(--stage "${BASH_REMATCH[1]}")
fi
if [[ ${BEFORE:-} =~ ^[0-9a-f]{40}$ ]] && git merge-base --is-ancestor "$BEFORE" "$ref" 2> /dev/null; then
  options+=(--since "$BEFORE")
fi

status=0
./strata review "$ref" "${options[@]}" || status=$?
if [[ $status -gt 1 || ! -f review/review.md ]]; then exit 1; fi
