// The service, run for a test on a free port of this machine, and ended by its own id.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {service} from './places.mjs';

// Starts it with these flags, on any free port if they name none; {address: 'http://127.0.0.1:…', port, stop()}.
export async function serve(...flags) {
  const port = flags.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(service, ['--quiet', ...port, ...flags], {stdio: ['ignore', 'pipe', 'pipe']});
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill());
  let said = '';
  let wrong = '';
  child.stderr.on('data', (bytes) => { wrong += bytes; });
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const found = /listens on (http:\S+?)\/?\s/.exec(said);
      if (found) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`the service ended at once: ${wrong}`)));
  });
  return {
    address,
    port: new URL(address).port,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}
