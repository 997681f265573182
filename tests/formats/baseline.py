"""Makes a folder whose check has a bit of everything: a discrepancy, an accepted one, an expired acceptance, a stale one, an
article that is not there (then nobody knows what is stale, so that one is in a configuration of its own).
Arguments: the program, a folder of rules, the folder to make."""

import json
import subprocess
import sys
from pathlib import Path

program, rules, folder = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3])
folder.mkdir(parents=True)
SAME = "Tram drivers in Velmar voted to strike on 5 March 2031, the Velmar Transport Union said. "
texts = {
    "ours.txt": SAME + "The ballot had a turnout of 64 percent. Anna Keller announced the result of the ballot. In the ballot 900 drivers voted in favour.",
    "theirs.txt": SAME + "The turnout in the ballot was 71 percent. The result of the ballot was announced by Omar Diallo. In the ballot 1,200 drivers voted in favour.",
}
for name, text in texts.items():
    (folder / name).write_text(text + "\n", encoding="utf-8")
config = {"format": 1, "groups": [{"id": "ballot", "articles": ["ours.txt", "theirs.txt"]}], "rules": [str(rules)], "accepted": []}


def write(name="twosource.json"):
    (folder / name).write_text(json.dumps(config, indent=2), encoding="utf-8")


write()
run = subprocess.run([program, "check", "--format", "json"], cwd=folder, capture_output=True, text=True)
findings = [f["fingerprint"] for f in json.loads(run.stdout)["groups"][0]["findings"] if f["claim"] in ("strike-ballot.turnout", "strike-ballot.announced-by") and f["verdict"] == "conflict"]
config["accepted"] = [
    {"fingerprint": findings[0], "reason": "the <desk> has \"seen\" it | and waits", "until": "2031-06-30"},
    {"fingerprint": findings[1], "reason": "the wire corrects it", "until": "2030-12-31"},
]
config["accepted"].append({"fingerprint": "00000000", "reason": "nothing has it any more"})
write()
config["groups"].append({"id": "lost", "articles": ["ours.txt", "gone/nowhere.txt"]})
write("lost.json")
