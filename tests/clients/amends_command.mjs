// The built command, as the tests of the clients run it.
import {spawnSync} from "node:child_process";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

export const command = process.env.AMENDS_COMMAND ?? join(root, "build/release/amends");

/** Runs `amends MODE` on a record; its JSON, and its exit code. Throws if it wrote none. */
export function amends(mode, record) {
  const options = mode === "check" ? ["--input", "record", "--no-config"] : ["--input", "record"];
  const run = spawnSync(command, [mode, ...options, "--format", "json", "-"],
                        {input: JSON.stringify(record), encoding: "utf8"});
  if (run.error) throw run.error;
  try {
    return {code: run.status, result: JSON.parse(run.stdout)};
  } catch {
    throw new Error(`amends ${mode} exited with ${run.status}: ${run.stderr}`);
  }
}
