// web/dist, which is served, is what web/ builds: byte for byte, with the packages of its lock file.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {buildFolder, source} from './support/places.mjs';

const from = path.join(source, 'web');
const folder = buildFolder('web');

const filesOf = (dist) => Object.fromEntries(readdirSync(dist, {recursive: true}).sort()
  .map((name) => [name, readFileSync(path.join(dist, name)).toString('base64')]));

const npm = (...words) => execFileSync('npm', words, {cwd: folder, stdio: ['ignore', 'ignore', 'inherit']});

test('what is served is what the sources build', {timeout: 300_000}, () => {
  for (const name of ['src', 'dist']) rmSync(path.join(folder, name), {recursive: true, force: true});
  for (const name of ['package.json', 'package-lock.json', 'build.mjs', 'src']) {
    cpSync(path.join(from, name), path.join(folder, name), {recursive: true});
  }
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
  npm('run', 'build');
  const [built, served] = [filesOf(path.join(folder, 'dist')), filesOf(path.join(from, 'dist'))];
  assert.deepEqual(Object.keys(built), Object.keys(served));
  for (const name of Object.keys(built)) {
    assert.ok(built[name] === served[name], `web/dist/${name} is old: npm run build in web/, and build the service`);
  }
});
