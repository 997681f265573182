// Reads annotations as the Actions runner does: a command at the start of a line, properties, data; and expects no command
// but ours, whatever the articles and their names say. What the run says of itself (the baseline, what could not be checked) has one place.
import { readFileSync } from "node:fs";

const unescape = (text) => text.replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%0D/g, "\r").replace(/%0A/g, "\n").replace(/%25/g, "%");
let wrong = 0;
for (const file of process.argv.slice(2)) {
  const lines = readFileSync(file, "utf8").split(/\r\n|\r|\n/).filter((line) => line !== "");
  for (const line of lines) {
    const command = /^::(error|warning|notice) (file=[^:]*)::(.*)$/.exec(line);
    const properties = new Map((command?.[2] ?? "").split(",").map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
    const known = ["file", "line", "endLine", "col", "endColumn", "title"];
    const numbers = ["line", "endLine", "col", "endColumn"].every((name) => !properties.has(name) || /^[1-9]\d*$/.test(properties.get(name)));
    if (!command || !numbers || [...properties.keys()].some((name) => !known.includes(name))) {
      wrong += 1;
      console.error(`${file}: ${line}`);
      continue;
    }
    const title = unescape(properties.get("title") ?? "");
    const isOfRun = /^(unchecked|baseline\.)/.test(title);
    if (!isOfRun && !title.startsWith("only-in-one") && unescape(command[3]).split("\n").length < 4) {
      wrong += 1;
      console.error(`${file}: two places are missing: ${line}`);
    }
  }
  console.log(`${file}: ${lines.length} annotations`);
}
process.exit(wrong ? 1 : 0);
