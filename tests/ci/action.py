"""Runs what other machines run, here: the step of the release workflow that packs an archive, then the steps of the composite
action on a repository with and without a discrepancy, with the archive in place of a download.

Arguments: the program. Beside that each `${{ … }}` must name something that is there, and each step's script must be one."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

root = Path(__file__).resolve().parents[2]
program = Path(sys.argv[1]).resolve()
action = yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))
release = yaml.safe_load((root / ".github/workflows/release.yml").read_text(encoding="utf-8"))
TARGET = "x86_64-unknown-linux-musl"


def fail(message):
    sys.exit(f"tests/ci/action.py: {message}")


def expressions(value):
    """Every `${{ … }}` in a document."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [found for inner in value for found in expressions(inner)]
    return re.findall(r"\$\{\{\s*(.*?)\s*\}\}", value) if isinstance(value, str) else []


def names_are_known():
    steps = {step["id"] for step in action["runs"]["steps"] if "id" in step}
    for found in expressions(action):
        kind, _, rest = found.partition(".")
        name = rest.split(".")[0]
        known = {"inputs": action["inputs"], "steps": steps, "github": ["action_path", "action_repository", "token"]}.get(kind, ())
        if name not in known:
            fail(f"action.yml: ${{{{ {found} }}}} is nothing")
    rows = release["jobs"]["build"]["strategy"]["matrix"]["include"]
    for found in expressions(release):
        kind, _, name = found.partition(".")
        if not (kind == "matrix" and all(name in row for row in rows) or found == "github.ref_name" or found == "github.token"):
            fail(f"release.yml: ${{{{ {found} }}}} is nothing")
    # An expression inside of a script would be code; only the matrix, which we write, may stand there.
    for step in action["runs"]["steps"]:
        if "${{" in step.get("run", ""):
            fail(f"action.yml: an expression in the script of {step['name']}")


def evaluate(text, inputs):
    def value(found):
        kind, _, name = found.group(1).partition(".")
        return {"inputs": lambda: inputs[name], "matrix": lambda: TARGET}.get(kind, lambda: f"<{name}>")()

    return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", value, text)


def run(step, inputs, folder, env, wanted=0):
    own = {key: evaluate(value, inputs) for key, value in step.get("env", {}).items()}
    # How the runner starts `shell: bash`.
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", evaluate(step["run"], inputs)]
    ended = subprocess.run(command, cwd=folder, env=os.environ | env | own, capture_output=True, text=True)
    if ended.returncode != wanted:
        fail(f"{step['name']} ended with {ended.returncode}, not {wanted}:\n{ended.stdout}{ended.stderr}")
    return ended.stdout + ended.stderr


def step_of(steps, name):
    return next(step for step in steps if step.get("name") == name)


names_are_known()
with tempfile.TemporaryDirectory() as scratch:
    scratch = Path(scratch)
    build = scratch / "build"
    (build / "target" / TARGET / "release").mkdir(parents=True)
    (build / "target" / TARGET / "release" / "twosource").symlink_to(program)
    for name in ("README.md", "NOTICE"):
        (build / name).write_bytes((root / name).read_bytes())
    run(step_of(release["jobs"]["build"]["steps"], "Archive"), {}, build, {"RUNNER_OS": "Linux"})
    archive = build / f"twosource-{TARGET}.tar.gz"
    held = subprocess.run(["tar", "-tzf", archive], capture_output=True, text=True, check=True).stdout
    for part in ("./twosource\n", "./man/twosource-check.1", "./completions/twosource.bash", "./NOTICE"):
        if part not in held:
            fail(f"the archive holds no {part.strip()}:\n{held}")

    # A `gh` that downloads the archive just made.
    tools = scratch / "tools"
    tools.mkdir()
    (tools / "gh").write_text(f'#!/bin/sh\nwhile [ $# -gt 0 ]; do [ "$1" = --dir ] && cp "{archive}" "$2"; shift; done\n', encoding="utf-8")
    (tools / "gh").chmod(0o755)

    inputs = {name: str(row.get("default", "")) for name, row in action["inputs"].items()} | {"version": "v0.1.0"}
    install, check = action["runs"]["steps"]
    for name, text, wanted in (
        ("clean", "The ferry stopped because of ice.", 0),
        ("planted", "The ferry stopped because of its engine.", 1),
        ("lost", None, 2),
    ):
        place = scratch / name
        (place / "rules").mkdir(parents=True)
        runner = {"RUNNER_TEMP": str(scratch / f"{name}-temp"), "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64"}
        runner |= {"GITHUB_PATH": str(scratch / f"{name}-path"), "GITHUB_OUTPUT": str(scratch / f"{name}-output")}
        Path(runner["RUNNER_TEMP"]).mkdir()
        (place / "rules/ferry.json").write_text(
            '{"format": 1, "id": "ferry", "event": {"seen-by": ["ferry"]}, "claims": [{"id": "cause", "ask": "What stopped it?", "choices": {"ice": ["ice"], "engine": ["engine"]}}]}',
            encoding="utf-8",
        )
        (place / "ours.txt").write_text("The ferry stopped because of ice.\n", encoding="utf-8")
        if text is not None:
            (place / "wire.txt").write_text(text + "\n", encoding="utf-8")
        (place / "twosource.json").write_text('{"format": 1, "groups": [{"articles": ["ours.txt", "wire.txt"]}]}', encoding="utf-8")
        run(install, inputs, place, runner | {"PATH": f"{tools}:{os.environ['PATH']}"})
        added = Path(runner["GITHUB_PATH"]).read_text(encoding="utf-8").strip()
        said = run(check, inputs | {"format": "github", "fail-on": "warning"}, place, runner | {"PATH": f"{added}:{os.environ['PATH']}"}, wanted)
        output = Path(runner["GITHUB_OUTPUT"]).read_text(encoding="utf-8")
        if output != f"exit-code={wanted}\n":
            fail(f"{name}: the output is {output!r}")
        if wanted == 1 and "::error file=ours.txt,line=1" not in said:
            fail(f"{name}: no annotation in {said}")
        print(f"ok  exit {wanted}  {name}")
