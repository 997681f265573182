// Fails if the multitool's report on a SARIF file holds a finding. Arguments: Cargo.toml, reports.
import { readFileSync } from "node:fs";

const repository = /^repository *=/m.test(readFileSync(process.argv[2], "utf8"));
let wrong = 0;
for (const file of process.argv.slice(3)) {
  const report = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  const all = report.runs.flatMap((run) => run.results ?? []);
  // A page about the program is named as soon as Cargo.toml names a repository.
  const results = all.filter((result) => repository || result.message.id !== "Warning_ProvideToolnformationUri");
  for (const result of results) {
    const place = result.locations?.[0]?.physicalLocation?.region?.startLine;
    console.error(`${file}: line ${place}: ${result.ruleId} ${result.level ?? "warning"} ${result.message.id} ${JSON.stringify(result.message.arguments)}`);
  }
  wrong += results.length;
  console.log(`${file}: ${results.length} findings`);
}
process.exit(wrong ? 1 : 0);
