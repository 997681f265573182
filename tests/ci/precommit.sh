#!/usr/bin/env bash
# The hooks of this repository in a scratch repository, run by pre-commit itself: a planted discrepancy stops the commit, an
# accepted one does not, a rule file whose test fails stops it too. Needs pre-commit and the network.
#
#   tests/ci/precommit.sh [PROGRAM]       (default: target/release/twosource)
# Without --build only the hook that takes the program on the PATH is tried; with it (after PROGRAM) those that build it as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/release/twosource}")
hooks=(twosource-system)
if [ "${2:-}" = --build ]; then
    hooks+=(twosource twosource-rules)
    # What is built here already is not built again.
    export CARGO_TARGET_DIR=$PWD/target
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PRE_COMMIT_HOME=$scratch/home GIT_CONFIG_GLOBAL=$scratch/gitconfig GIT_CONFIG_SYSTEM=/dev/null
git config --global user.name "A desk"
git config --global user.email desk@example.org
git config --global init.defaultBranch main

# This repository as it stands here, committed or not.
mkdir "$scratch/twosource" "$scratch/bin"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    if [ -e "$file" ]; then cp --parents -P "$file" "$scratch/twosource"; fi
done
git -C "$scratch/twosource" init -q
git -C "$scratch/twosource" add -A
git -C "$scratch/twosource" commit -qm "as it stands"
revision=$(git -C "$scratch/twosource" rev-parse HEAD)
ln -s "$program" "$scratch/bin/twosource"
PATH=$scratch/bin:$PATH
pre-commit validate-manifest .pre-commit-hooks.yaml

mkdir -p "$scratch/desk/rules"
cd "$scratch/desk"
git init -q
{
    printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n' "$scratch/twosource" "$revision"
    printf '      - id: %s\n' "${hooks[@]}"
} > .pre-commit-config.yaml
cat > rules/ferry.json <<'JSON'
{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]},
 "claims": [{"id": "cause", "ask": "What stopped the ferry?", "choices": {"ice": ["ice"], "engine": ["engine"]},
   "tests": [{"in": "Ice stopped the ferry.", "get": "ice"}, {"in": "The ferry stopped.", "get": null}]}]}
JSON
echo 'The ferry stopped because of ice.' > ours.txt
echo 'The ferry stopped because of ice.' > wire.txt
twosource init ours.txt wire.txt
pre-commit install

# commit MESSAGE WANTED TEXT: commits everything and expects success (0) or not (1), and a text.
commit() {
    local code=0
    git add -A
    git commit -m "$1" > commit.log 2>&1 || code=1
    if [ "$code" != "$2" ] || ! grep -qF -- "$3" commit.log; then
        echo "commit '$1': $code, wanted $2 and: $3"
        cat commit.log
        exit 1
    fi
    rm commit.log
    echo "ok  $1"
}
commit 'a clean repository' 0 Passed
echo 'The ferry stopped because of its engine.' > wire.txt
commit 'a planted discrepancy' 1 'conflict[ferry.cause]'
fingerprint=$({ twosource check --format json || true; } | grep -A3 '"claim": "ferry.cause"' | grep -o '"fingerprint": "[0-9a-f]*"' | head -1 | cut -d'"' -f4)
twosource accept "$fingerprint" --reason 'the wire corrects it tomorrow'
commit 'an accepted discrepancy' 0 Passed
if [ "${#hooks[@]}" -gt 1 ]; then
    sed -i 's/"get": "ice"/"get": "engine"/' rules/ferry.json
    commit 'a rule whose test fails' 1 'noisy    ferry.cause'
fi
