// Checks SARIF files against the schema of the standard, as Microsoft's multitool carries it, and both places of each finding.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
const path = require.resolve(`@microsoft/sarif-multitool-${process.platform}/sarif-2.1.0.json`);
const schema = JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const valid = ajv.compile(schema);
let wrong = 0;
const complain = (file, text) => {
  wrong += 1;
  console.error(`${file}: ${text}`);
};
for (const file of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(file, "utf8"));
  if (!valid(log)) {
    for (const error of valid.errors) complain(file, `${error.instancePath} ${error.message}`);
  }
  const results = log.runs.flatMap((run) => run.results);
  for (const result of results) {
    if (result.locations.length !== 1) complain(file, "a result without exactly one location");
    const alone = result.properties.verdict === "only-in-one";
    if (!alone && result.relatedLocations.length === 0) complain(file, "the second place is missing");
    for (const place of result.relatedLocations) {
      if (!result.message.text.includes(`](${place.id})`)) complain(file, "a place without a link to it");
    }
  }
  console.log(`${file}: ${results.length} results`);
}
process.exit(wrong ? 1 : 0);
