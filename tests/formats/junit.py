"""Reads JUnit files with junitparser, and checks that counts are true and that a failure holds two places."""

import re
import sys

from junitparser import Failure, JUnitXml

wrong = 0
for path in sys.argv[1:]:
    xml = JUnitXml.fromfile(path)
    suites = list(xml)
    cases = [case for suite in suites for case in suite]
    failures = [r for case in cases for r in case.result if isinstance(r, Failure)]
    if (xml.tests, xml.failures) != (len(cases), len(failures)):
        print(f"{path}: {xml.tests} tests and {xml.failures} failures are said, {len(cases)} and {len(failures)} are there")
        wrong += 1
    for failure in failures:
        # What one article alone says has one place; what the run says of itself is about no article.
        if failure.type.startswith(("only-in-one", "baseline.")):
            continue
        if len(re.findall(r":\d+:\d+[ :]", failure.text)) < 2:
            print(f"{path}: a failure without two places: {failure.text}")
            wrong += 1
    names = [(case.classname, case.name) for case in cases]
    if len(set(names)) != len(names):
        print(f"{path}: two test cases of one name")
        wrong += 1
    print(f"{path}: {len(suites)} suites, {len(cases)} cases, {len(failures)} failures")
sys.exit(1 if wrong else 0)
