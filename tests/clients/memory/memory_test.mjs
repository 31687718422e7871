// Ours and ts-fsrs, which its authors publish: https://www.npmjs.com/package/ts-fsrs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {parameters, randomFrom, remember, sequence, wholeDays} from './sequences.mjs';

const ours = input => {
  const run = spawnSync(process.env.AMENDS_MEMORY, {input, encoding: 'utf8', maxBuffer: 1 << 28});
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.split('\n').filter(Boolean).map(line => line.split(' ').map(Number));
};

// ts-fsrs rounds to eight places after each step.
const near = (a, b) => Math.abs(a - b) <= 1e-6 + 1e-5 * Math.abs(b);

const seed = Number(process.env.AMENDS_MEMORY_SEED ?? Date.now() % 1e9);
const random = randomFrom(seed);
const sequences = Array.from({length: 5000}, () => sequence(random));

test('parameters are those that are published', () => {
  assert.deepEqual(ours('parameters\n'), [[...parameters]]);
});

test(`the same is remembered after random answers (AMENDS_MEMORY_SEED=${seed})`, () => {
  const input = sequences.map(answers => answers.map(({days, grade}) => `${days} ${grade}`).join(' ')).join('\n');
  const rows = ours(`${input}\n`);
  let at = 0;
  for (const answers of sequences) {
    for (const step of remember(answers)) {
      const [recall, stability, difficulty, interval90, interval80] = rows[at++];
      const told = JSON.stringify({answers, step, ours: rows[at - 1]});
      assert.ok(near(recall, step.recall), told);
      assert.ok(near(stability, step.stability), told);
      assert.ok(near(difficulty, step.difficulty), told);
      assert.ok(near(interval90, step.interval90), told);
      assert.ok(near(interval80, step.interval80), told);
      wholeDays(step.stability).forEach((days, i) => {
        const exact = [interval90, interval80][i];
        const rounded = Math.min(Math.max(Math.round(exact), 1), 36500);
        const half = Math.abs(exact % 1 - 0.5) < 0.01 + exact * 1e-5;  // either way
        assert.ok(rounded === days || (half && Math.abs(rounded - days) === 1), told);
      });
    }
  }
  assert.equal(at, rows.length);
});
