// The command, run on a draft as a user would, with no configuration file in its way.
import {execFileSync} from 'node:child_process';
import {command} from './places.mjs';

// What `amends ARGUMENTS` writes. Exit code 1, findings, is no failure.
export function amends(...words) {
  try {
    return execFileSync(command, words, {encoding: 'utf8', maxBuffer: 1 << 26,
                                         stdio: ['ignore', 'pipe', 'pipe']});
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(`amends ${words.join(' ')}: ${error.stderr ?? error.message}`);
  }
}

export const check = (file) => JSON.parse(amends('check', '--no-config', '--format', 'json', file));
export const coach = (file) => amends('coach', '--no-config', '--format', 'html', file);
