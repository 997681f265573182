#!/usr/bin/env bash
# Reads what the output formats write with the programs that people read them with. Needs the network; `cargo test` needs none of it.
#
# tests/formats/validate.sh [PROGRAM]    PROGRAM: target/release/twosource unless given
# Versions stand in package.json and here, so that a new release of a validator does not break an old commit.
# KEEP=FOLDER keeps the files and screenshots there.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/formats
program=$(realpath "${1:-target/release/twosource}")

step() { printf '\n-- %s\n' "$*"; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
out=${KEEP:-$scratch/out}
mkdir -p "$out"

step "what it needs: node, python, a browser"
missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
command -v python3 >/dev/null || missing+=(python3 python3-venv)
command -v chromium >/dev/null || missing+=(chromium)
if [ "${#missing[@]}" -gt 0 ]; then
    apt-get update
    apt-get install -y --no-install-recommends "${missing[@]}"
fi
(
    cd "$scratch"
    cp "$here"/{package.json,*.mjs,*.py} .
    npm install --no-audit --no-fund --silent
    if python3 -m venv venv 2>/dev/null; then
        venv/bin/pip install --quiet junitparser==4.0.2
    else
        apt-get update
        apt-get install -y --no-install-recommends python3-venv
        python3 -m venv venv
        venv/bin/pip install --quiet junitparser==4.0.2
    fi
)

step "articles: the seeds, three accounts, hostile ones, many groups"
# compare NAME ARGUMENTS…: every format of one comparison; findings are no failure here.
compare() {
    local name=$1 format code
    shift
    for format in json sarif junit github gitlab markdown html; do
        code=0
        "$program" compare --format "$format" --all "$@" >"$out/$name.$format" 2>"$out/$name.$format.err" || code=$?
        # An article in which nothing is found ends with 2, and is in every format all the same.
        if [ "$code" -gt 1 ] && ! grep -q "no claim of any rule" "$out/$name.$format.err"; then
            cat "$out/$name.$format.err"
            echo "$name: --format $format ended with $code"
            exit 1
        fi
    done
}
compare seeds seeds/000_336b56e339cc527d.txt seeds/001_757741da40e0dde8.txt
cases=tests/cases
for folder in "$cases"/*/; do
    rules=()
    [ -e "$folder/rules.json" ] && rules=(--rules "$folder/rules.json")
    compare "$(basename "$folder")" "${rules[@]}" "$folder"[a-z].txt
done
"$scratch/venv/bin/python" "$here/hostile.py" "$scratch/hostile"
hostile=("$scratch"/hostile/*.txt)
compare hostile --rules $cases/three-accounts/rules.json "${hostile[@]}"
"$scratch/venv/bin/python" "$here/hostile.py" --groups "$scratch/groups.jsonl"
compare groups --rules $cases/three-accounts/rules.json --input jsonl "$scratch/groups.jsonl"
ls "$out" | grep -vc '\.err$'

step "SARIF: the schema"
(cd "$scratch" && node sarif.mjs "$out"/*.sarif)

step "SARIF: Microsoft's multitool"
for file in "$out"/*.sarif; do
    copy=$scratch/$(basename "$file")
    cp "$file" "$copy"
    (cd "$scratch" && npx --no-install sarif-multitool validate "$copy" --output "$copy.report" --log ForceOverwrite >"$copy.log") || { cat "$copy.log"; exit 1; }
    (cd "$scratch" && node multitool.mjs "$here/../../Cargo.toml" "$copy.report")
done

step "JUnit: junitparser"
"$scratch/venv/bin/python" "$here/junit.py" "$out"/*.junit

step "GitLab: the shape of a code quality report"
(cd "$scratch" && node gitlab.mjs "$out"/*.gitlab)

step "GitHub: a command a line, as the runner reads it"
(cd "$scratch" && node github.mjs "$out"/*.github)

step "HTML: in a browser"
(cd "$scratch" && node page.mjs "$out" seeds three-accounts hostile groups)

step "all formats are read as they were meant"
