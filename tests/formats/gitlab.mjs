// Checks what GitLab asks of a code quality report: a list of issues with these fields, fingerprints told apart.
import { readFileSync } from "node:fs";

const severities = ["info", "minor", "major", "critical", "blocker"];
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const issues = JSON.parse(readFileSync(file, "utf8"));
  const seen = new Set();
  for (const issue of issues) {
    const path = issue.location.path;
    const fits =
      [issue.description, issue.check_name, issue.fingerprint, path].every((t) => typeof t === "string" && t !== "") &&
      severities.includes(issue.severity) &&
      Number.isInteger(issue.location.lines.begin) &&
      !path.startsWith("./") &&
      !seen.has(issue.fingerprint);
    if (!fits) {
      wrong += 1;
      console.error(`${file}: ${JSON.stringify(issue)}`);
    }
    seen.add(issue.fingerprint);
  }
  console.log(`${file}: ${issues.length} issues`);
}
process.exit(wrong ? 1 : 0);
