// The service, as it is started by hand. It ends with the test, however that ends.
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';
import {command} from './places.mjs';

// Starts `amends serve` on a free port over the rules that come with it. url is its address
// without a slash at the end; stop() waits until it is gone.
export async function serve(...flags) {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, 'serve', '--quiet', '--port', '0', ...flags],
                      {stdio: ['ignore', 'pipe', 'inherit']});
  const gone = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise((resolve, reject) => {
    createInterface({input: child.stdout}).once('line', (line) => resolve(/http:\S+(?=\/)/.exec(line)[0]));
    child.once('error', reject);
    gone.then((code) => reject(new Error(`amends serve ended with ${code}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await gone;
      if (code !== 0) throw new Error(`amends serve ended with ${code}`);
    },
  };
}
