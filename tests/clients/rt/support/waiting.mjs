// Waiting for programs.

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// Until `holds()` is true; what it throws counts as false. Fails after two minutes.
export async function until(what, holds) {
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    if (await Promise.resolve().then(holds).catch(() => false)) return;
    await pause(100);
  }
  throw new Error(`In vain waited until ${what}`);
}

// Ends a process that we started, and waits for it.
export async function ends(process) {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise((resolve) => { process.once('exit', resolve); });
  process.kill('SIGTERM');
  await gone;
}
