// Where things are. ctest tells: AMENDS_COMMAND is the command, AMENDS_LANGUAGETOOL_BUILD the
// folder that holds node_modules.
import {createRequire} from 'node:module';
import path from 'node:path';

function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this test by ctest -L clients`);
  return value;
}

export const command = told('AMENDS_COMMAND');

// The packages of package.json, which are in the build folder and not beside this file.
export const packages = createRequire(path.join(told('AMENDS_LANGUAGETOOL_BUILD'), 'package.json'));
