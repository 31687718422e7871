// What `amends train xapi` writes, judged by the validation of Learning Locker, a learning record store:
// a simulated team, and people whose names and answers are odd.
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';

const command = process.env.AMENDS_COMMAND;
const packages = createRequire(path.join(process.env.AMENDS_XAPI_BUILD, 'package.json'));
const {default: warningsAbout} = packages('@learninglocker/xapi-validation');

const folder = mkdtempSync(path.join(tmpdir(), 'amends-xapi-'));
after(() => rmSync(folder, {recursive: true, force: true}));

const amends = (...words) => execFileSync(command, words, {encoding: 'utf8', maxBuffer: 1 << 28});

function simulated() {
  const file = path.join(folder, 'team.sqlite');
  execFileSync(path.join(path.dirname(command), 'amends-simulated-team'), [file, '3']);
  return file;
}

function imported(name, contents) {
  const json = path.join(folder, `${name}.json`);
  const file = path.join(folder, `${name}.sqlite`);
  writeFileSync(json, JSON.stringify({schema: 1, sets: [], ...contents}));
  amends('train', 'import', json, '--progress', file);
  return file;
}

const statementsOf = (file, ...flags) =>
  JSON.parse(amends('train', 'xapi', '--no-config', '--progress', file, ...flags));

function isValid(statements) {
  for (const statement of statements) {
    assert.deepEqual(warningsAbout(statement).map(({path: at}) => at.join('.')), [], JSON.stringify(statement));
  }
}

test('the judge does judge', () => {
  const [statement] = statementsOf(simulated());
  isValid([statement]);
  rmSync(path.join(folder, 'team.sqlite'));
  for (const spoil of [
    (it) => { it.id = 'a1'; },
    (it) => { delete it.actor; },
    (it) => { it.verb.id = 'answered'; },
    (it) => { it.result.score.scaled = 1.5; },
    (it) => { it.result.score.raw = 101; },
    (it) => { it.result.duration = '95 s'; },
    (it) => { it.object.definition.interactionType = 'essay'; },
    (it) => { it.context.extensions = {hints: 1}; },
    (it) => { it.timestamp = 'yesterday'; },
    (it) => { it.more = 1; },
  ]) {
    const spoilt = structuredClone(statement);
    spoil(spoilt);
    assert.notDeepEqual(warningsAbout(spoilt), [], String(spoil));
  }
});

test('a team of five over three weeks', () => {
  const file = simulated();
  const statements = statementsOf(file);
  assert.ok(statements.length > 400, `${statements.length}`);
  isValid(statements);
  assert.equal(new Set(statements.map(({id}) => id)).size, statements.length);
  assert.deepEqual(statementsOf(file), statements);
  const since = statementsOf(file, '--since', '2026-10-12');
  assert.ok(since.length > 0 && since.length < statements.length);
  const noor = statementsOf(file, '--person', 'Noor Haddad', '--names', '--home-page', 'https://people.example.com/');
  isValid(noor);
  assert.deepEqual(noor[0].actor, {objectType: 'Agent', name: 'Noor Haddad',
                                   account: {homePage: 'https://people.example.com/', name: 'Noor Haddad'}});
  assert.ok(!JSON.stringify(statements).includes('Noor'));
});

const kinds = ['spot', 'name', 'hears', 'choose', 'order', 'question', 'rewrite', 'fill', 'imitate', 'record',
               'checklist', 'role-play', 'of-tomorrow'];

test('odd names, every kind, the least and the most of everything', () => {
  const names = ['😀👩‍👩‍👧', '"; DROP TABLE', "O’Brien \\ 'x'", 'שלום', 'Ｗ'.repeat(66), '<b>&amp;</b>', '{}', '{0}'];
  const set = {id: 'a_set-1', name: '“Week” 😀 "1"', exercises: ['gone/away'], created: 0, teams: [], persons: []};
  const persons = names.map((name, person) => ({
    id: `p-${person}_X`, name, created: 0,
    answers: kinds.map((kind, n) => ({
      id: `${person}_${n}`, exercise: n % 2 ? 'gone/away' : 'tone/once-more', kind,
      at: [0, 1_791_200_000, 253_402_300_799][n % 3], passed: n % 2 === 0, points: [0, 33, 100][n % 3],
      hints: n % 2 ? 0 : 100, seconds: [0, 1, 10_000_000][n % 3], ...(n % 2 ? {set: set.id} : {}),
      grades: n % 4 ? {'tone/as-i-said': 'good', 'gone/too': 'again'} : {}}))}));
  const file = imported('odd', {persons, sets: [set]});
  for (const flags of [[], ['--names'], ['--home-page', 'https://münchen.example/leute']]) {
    const statements = statementsOf(file, ...flags);
    assert.equal(statements.length, names.length * kinds.length);
    isValid(statements);
  }
  const actors = new Set(statementsOf(file, '--names').map(({actor}) => actor.name));
  assert.deepEqual(actors, new Set(names));
});

test('what cannot be exported is told', () => {
  const person = (id, team) => ({id, name: 'Kim', team, created: 0, answers: []});
  const file = imported('twins', {persons: [person('k1', 'A'), person('k2', 'B')]});
  const run = (...flags) => spawnSync(command, ['train', 'xapi', '--no-config', '--progress', file, ...flags],
                                      {encoding: 'utf8'});
  assert.match(run('--names').stderr, /several “Kim”/);
  assert.equal(run('--names').status, 2);
  assert.equal(run('--names', '--team', 'A').stdout, '[\n]\n');
  assert.match(run('--home-page', 'people').stderr, /no address/);
  assert.match(run('--since', 'May').stderr, /no day/);
  assert.match(run('--person', 'Kin').stderr, /did you mean “Kim”/);
});
