// node measure.mjs REPLIES.jsonl: prints "name seconds replies" for each neighbour, in process,
// start-up and reading excluded.
import { readFileSync } from "node:fs";
import alex from "alex";
import writeGood from "write-good";

const replies = readFileSync(process.argv[2], "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line).text);

function measure(name, check) {
  for (const reply of replies.slice(0, 200)) check(reply); // warm
  const begin = process.cpuUsage();
  let found = 0;
  for (const reply of replies) found += check(reply).length;
  const spent = process.cpuUsage(begin);
  const seconds = (spent.user + spent.system) / 1e6;
  console.log(`${name} ${seconds.toFixed(2)} ${replies.length} ${found}`);
}

measure("write-good", (text) => writeGood(text));
measure("alex", (text) => alex(text).messages);
