#!/usr/bin/env bash
# A pipeline as a team would have it, in a scratch repository: a planted discrepancy fails the build, an accepted one
# passes, an expired one fails again; a file that cannot be read never passes.
#
#   tests/ci/scenario.sh [PROGRAM]        (default: target/release/twosource)
set -euo pipefail
program=$(realpath "${1:-$(dirname "$0")/../../target/release/twosource}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# Runs `twosource ARGS…` and fails unless it exits with $1 and prints $2.
expect() {
    local wanted=$1 text=$2 code=0
    shift 2
    "$program" "$@" > output.log 2>&1 || code=$?
    if [ "$code" != "$wanted" ] || ! grep -qF -- "$text" output.log; then
        printf 'twosource %s\nexit code %s, wanted %s; wanted text: %s\n' "$*" "$code" "$wanted" "$text"
        cat output.log
        exit 1
    fi
    printf 'ok  exit %s  twosource %s\n' "$code" "$*"
}

git init -q .
mkdir rules
cat > rules/ferry.json <<'JSON'
{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]},
 "claims": [{"id": "cause", "ask": "What stopped the ferry?",
   "choices": {"ice": ["ice"], "engine": ["engine"]}}]}
JSON
echo 'The ferry stopped because of ice in the harbour.' > ours.txt
echo 'The ferry stopped because of ice near the pier.' > wire.txt

echo '-- a clean repository'
expect 0 'wrote twosource.json' init ours.txt wire.txt
expect 0 '0 findings fail' check

echo '-- a planted discrepancy'
echo 'The ferry stopped because of its engine near the pier.' > wire.txt
expect 1 'conflict[ferry.cause]' check
expect 1 '"verdict":"conflict"' check --format jsonl
expect 0 '0 findings fail' check --fail-on never
fingerprint=$({ "$program" check --format json || true; } | grep -A3 '"claim": "ferry.cause"' | grep -o '"fingerprint": "[0-9a-f]*"' | head -1 | cut -d'"' -f4)

echo '-- accepted, with a last day'
expect 0 "accepted $fingerprint" accept "$fingerprint" --reason 'the wire corrects it tomorrow' --until 2030-06-30
expect 0 '1 accepted' check --today 2030-06-30
echo '-- the day after'
expect 1 'baseline.expired' check --today 2030-07-01
expect 1 'conflict[ferry.cause]' check --today 2030-07-01

echo '-- settled: the entry is stale'
echo 'The ferry stopped because of ice near the pier.' > wire.txt
expect 1 'baseline.stale' check --today 2030-06-30

echo '-- what cannot be checked never passes'
mv wire.txt elsewhere.txt
expect 2 'wire.txt: no such file' check --fail-on never
mv elsewhere.txt wire.txt
printf '\0\0\0' > wire.txt
expect 2 'no text' check --fail-on never
echo 'all as it should be'
