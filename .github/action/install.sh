#!/usr/bin/env bash
# Installs claimcheck into an environment of its own: the release that is asked for, or the source of this action.
# In: CLAIMCHECK_VERSION, RUNNER_TEMP, GITHUB_ACTION_PATH, GITHUB_PATH. The environment is put on the path of the
# steps that follow.
set -euo pipefail

environment="$RUNNER_TEMP/claimcheck"
python -m venv "$environment"
bin="$environment/bin"
[ -d "$bin" ] || bin="$environment/Scripts" # Windows

if [ -n "${CLAIMCHECK_VERSION:-}" ]; then
  what="claimcheck-lint==$CLAIMCHECK_VERSION"
else
  what="$GITHUB_ACTION_PATH"
fi
"$bin/python" -m pip install --quiet --disable-pip-version-check -- "$what"
printf '%s\n' "$bin" >>"$GITHUB_PATH"
"$bin/claimcheck" --version
