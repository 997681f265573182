"""Writes articles whose names and texts attack every format: markup, workflow commands, terminal escapes, bidi controls."""

import json
import sys
from pathlib import Path

ATTACKS = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> ]]> &amp; \"quoted\" 'single' `code` | cell | **bold** [link](javascript:alert(3)) "
    "{0} 100% %0A::error::forged $x$ @everyone #1 \\ \x1b[31mred\x1b[0m \u202egnp.exe\u202c zero\u200bwidth \u2028line \u0085next \ufffe end"
)
TEXTS = [
    f"Lightning {ATTACKS}.\n\n::error file=x::forged\n\nThe blaze was put out {ATTACKS}.\n",
    f"A faulty cable {ATTACKS}.\n\n## Heading\n\nHours later the blaze was still burning {ATTACKS}.\n",
]
NAMES = [
    "a,line=1::b%0A.txt",
    "x\n::error::forged\r\u202e\x1b[31m<b>&\"'|`[0](1).txt",
]

if sys.argv[1] == "--groups":
    groups = []
    for number in range(3):
        articles = [{"id": name, "title": f"Lightning? {ATTACKS}", "text": text} for name, text in zip(NAMES, TEXTS)]
        groups.append({"id": f"group {number} <i>&\n::error::", "articles": articles})
    Path(sys.argv[2]).write_text("".join(json.dumps(group) + "\n" for group in groups), encoding="utf-8")
else:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True)
    for name, text in zip(NAMES, TEXTS):
        (folder / name).write_text(text, encoding="utf-8", newline="")
