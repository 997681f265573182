#!/usr/bin/env bash
# Reads what the output formats write with the programs that people read them with. Needs the network; `cargo test` needs none of it.
#
# tests/formats/validate.sh [PROGRAM]    PROGRAM: target/release/twosource unless given
# Versions stand in package.json and here, so that a new release of a validator does not break an old commit.
# KEEP=FOLDER keeps the files and screenshots there. PAIRS=FILE validates the formats on the groups of one more JSONL file as well.
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

step "articles: the seeds, stories, hostile ones, many groups, pairs of every verdict, a check with its baseline"
# compare NAME ARGUMENTS…: every format of one comparison (or of another command); findings are no failure here.
compare() {
    local name=$1 format code
    shift
    for format in json sarif junit github gitlab markdown html; do
        code=0
        "$program" ${command:-compare} --format "$format" --all "$@" >"$out/$name.$format" 2>"$out/$name.$format.err" || code=$?
        # An article in which nothing is found ends with 2, and is in every format all the same.
        if [ "$code" -gt 1 ] && ! grep -q "${allowed:-no claim of any rule}" "$out/$name.$format.err"; then
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
# pairs NAME FILE ARGUMENTS…: all groups of a JSONL file at once, and each by itself.
pairs() {
    local name=$1 file=$2 number=0 line
    shift 2
    compare "$name" "$@" --input jsonl "$file"
    while IFS= read -r line; do
        number=$((number + 1))
        printf '%s\n' "$line" >"$scratch/one.jsonl"
        compare "$name-$number" "$@" --input jsonl "$scratch/one.jsonl"
    done <"$file"
}
pairs pairs "$here/pairs.jsonl" --rules examples/rules
if [ -n "${PAIRS:-}" ]; then pairs more "$PAIRS"; fi
# What a check says beside its findings stands in every format.
"$scratch/venv/bin/python" "$here/baseline.py" "$program" examples/rules "$scratch/check"
says() {
    local name=$1 kind=$2 format
    for format in sarif junit github gitlab markdown html; do
        grep -qF "$kind" "$out/$name.$format" || { echo "$name: $kind is missing in $format"; exit 1; }
    done
}
command="check --today 2031-01-01" compare check --config "$scratch/check/twosource.json"
says check baseline.stale
says check baseline.expired
command="check --today 2031-01-01" allowed="no such file" compare lost --config "$scratch/check/lost.json"
says lost unchecked
find "$out" -maxdepth 1 -type f ! -name '*.err' | wc -l

step "SARIF: the schema"
(cd "$scratch" && node sarif.mjs "$out"/*.sarif)

step "SARIF: Microsoft's multitool"
for file in "$out"/*.sarif; do
    # Of the groups of one file, those that were rendered alone hold nothing that the whole does not hold.
    case "$(basename "$file")" in *-[0-9]*.sarif) continue ;; esac
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
(cd "$scratch" && node page.mjs "$out" seeds three-accounts hostile groups pairs pairs-8 check)

step "all formats are read as they were meant"
