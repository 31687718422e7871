// Where things are. ctest tells: AMENDS_COMMAND is the command, AMENDS_SERVE the service,
// AMENDS_BROWSER_BUILD the folder that holds node_modules and takes what the tests write.
import {mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this test by ctest -L clients`);
  return value;
}

export const source = fileURLToPath(new URL('../../../../', import.meta.url));
export const command = told('AMENDS_COMMAND');
export const service = told('AMENDS_SERVE');
const build = told('AMENDS_BROWSER_BUILD');

// A folder of the build folder, made if it is not there.
export function buildFolder(...names) {
  const folder = path.join(build, ...names);
  mkdirSync(folder, {recursive: true});
  return folder;
}

// The packages of package.json, which are in the build folder and not beside this file.
export const packages = createRequire(path.join(build, 'package.json'));
