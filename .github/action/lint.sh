#!/usr/bin/env bash
# Runs `claimcheck lint` in a workflow: annotations on standard output, the whole list in the step's summary, SARIF.
# In: the CLAIMCHECK_ variables that action.yml sets, and GitHub's own. Written for the old bash of macOS, too.
set -euo pipefail

arguments=(--format github)

# Adds the lines of $2, each after the option $1 where that is not empty.
add_lines() {
  while IFS= read -r line; do
    line="${line%$'\r'}"
    [ -n "${line//[[:space:]]/}" ] || continue
    if [ -n "$1" ]; then arguments+=("$1"); fi
    arguments+=("$line")
  done <<<"$2"
}

# The target of a pull request: the first parent of the merge commit that GitHub checks out, fetched where the clone
# is too shallow to hold it; or its branch, where something else was checked out.
target() {
  if [ "$(git rev-parse HEAD)" = "$GITHUB_SHA" ]; then
    git rev-parse --verify --quiet 'HEAD^1^{commit}' >/dev/null ||
      git fetch --quiet --no-tags --depth=2 origin "$GITHUB_SHA"
    echo 'HEAD^1'
  else
    echo "origin/$GITHUB_BASE_REF"
  fi
}

base="${CLAIMCHECK_BASE:-}"
if [ "$base" = auto ]; then
  base=
  if [ "${GITHUB_EVENT_NAME:-}" = pull_request ]; then base="$(target)"; fi
fi
[ -z "$base" ] || arguments+=("--base=$base")
[ -z "${CLAIMCHECK_BASELINE:-}" ] || arguments+=("--baseline=$CLAIMCHECK_BASELINE")
[ -z "${CLAIMCHECK_SARIF:-}" ] || arguments+=("--output=sarif=$CLAIMCHECK_SARIF")
case "${CLAIMCHECK_FAIL_ON:-}" in
  '') ;;
  never) arguments+=(--exit-zero) ;;
  *) arguments+=("--fail-on=$CLAIMCHECK_FAIL_ON") ;;
esac
add_lines --output "${CLAIMCHECK_OUTPUT:-}"
add_lines '' "${CLAIMCHECK_ARGUMENTS:-}"
arguments+=(--)
add_lines '' "${CLAIMCHECK_PATHS:-.}"

code=0
claimcheck lint "${arguments[@]}" || code=$?
{
  printf 'exit-code=%s\n' "$code"
  printf 'sarif=%s\n' "${CLAIMCHECK_SARIF:-}"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
