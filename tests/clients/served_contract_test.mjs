// The contract of contract_test.mjs, kept by the service itself.
import {spawn} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {after} from "node:test";

const folder = mkdtempSync(join(tmpdir(), "amends-contract-"));
const service = spawn(process.env.AMENDS_COMMAND,
                      ["serve", "--port", "0", "--quiet", "--overrides", join(folder, "overrides")],
                      {stdio: ["ignore", "pipe", "inherit"]});
const [line] = await new Promise((resolve, reject) => {
  createInterface({input: service.stdout}).once("line", (...lines) => resolve(lines));
  service.once("exit", (code) => reject(new Error(`the service ended with ${code}`)));
});
process.env.AMENDS_URL = /http:\S+?(?=\/?$)/.exec(line)[0];
delete process.env.AMENDS_TOKEN;

after(() => {
  service.kill();
  rmSync(folder, {recursive: true, force: true});
});

await import("./contract_test.mjs");
