// Training by keyboard in a real terminal, tmux: from nothing to the third exercise, every kind
// of exercise, a small window, and what is left after a kill.
import assert from "node:assert/strict";
import {execFileSync, spawnSync} from "node:child_process";
import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync}
  from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {command, root} from "./amends_command.mjs";

const kCorpus = join(root, "corpora/exercises");
const kPatience = 30_000;  // milliseconds

let folder;
let kinds;  // of each kind its shortest exercise

before(() => {
  folder = mkdtempSync(join(tmpdir(), "amends-tmux-"));
  mkdirSync(join(folder, "own"));
  kinds = shortestOfEachKind();
  writeFileSync(join(folder, "own/all.json"),
                JSON.stringify({exercises: Object.values(kinds)}));
  copyFileSync(join(kCorpus, "tempers.json"), join(folder, "own/tempers.json"));
});

after(() => rmSync(folder, {recursive: true}));

function allExercises() {
  return readdirSync(kCorpus).flatMap(
    (name) => JSON.parse(readFileSync(join(kCorpus, name), "utf8")).exercises ?? []);
}

function shortestOfEachKind() {
  const shortest = {};
  for (const each of allExercises()) {
    const other = shortest[each.kind];
    if (!other || JSON.stringify(each).length < JSON.stringify(other).length) {
      shortest[each.kind] = each;
    }
  }
  return shortest;
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A terminal in which one program runs; what it shows stays when the program is gone. */
class Terminal {
  keys = 0;

  constructor(data, line, {columns = 100, rows = 60} = {}) {
    this.socket = `amends-${process.pid}-${Math.random().toString(36).slice(2)}`;
    this.config = join(folder, "tmux.conf");
    writeFileSync(this.config, "set -g remain-on-exit on\nset -sg escape-time 0\n");
    this.tmux("new-session", "-d", "-x", `${columns}`, "-y", `${rows}`,
              `XDG_DATA_HOME='${data}' USER=ana exec ${line}`);
  }

  tmux(...args) {
    return execFileSync("tmux", ["-L", this.socket, "-f", this.config, ...args],
                        {encoding: "utf8"});
  }

  press(...keys) {
    this.keys += keys.length;
    this.tmux("send-keys", ...keys);
  }

  type(text) {
    for (const [i, line] of text.split("\n").entries()) {
      if (i > 0) this.press("Enter");
      if (line) this.tmux("send-keys", "-l", "--", line);
      this.keys += [...line].length;
    }
  }

  shown() { return this.tmux("capture-pane", "-p"); }
  pid() { return Number(this.tmux("display-message", "-p", "#{pane_pid}")); }

  // The program in it is gone. (What tmux writes of that may be drawn over.)
  async ended() {
    const end = Date.now() + kPatience;
    while (this.tmux("display-message", "-p", "#{pane_dead}").trim() !== "1") {
      if (Date.now() > end) throw new Error("the program has not ended");
      await sleep(50);
    }
  }

  async until(pattern) {
    const end = Date.now() + kPatience;
    let shown = "";
    while (Date.now() < end) {
      shown = this.shown();
      if (pattern.test(shown)) return shown;
      await sleep(20);
    }
    assert.fail(`${pattern} has not come:\n${shown}`);
  }

  close() { spawnSync("tmux", ["-L", this.socket, "kill-server"]); }
}

async function inTerminal(data, line, size, use) {
  const terminal = new Terminal(data, line, size);
  try {
    return await use(terminal);
  } finally {
    terminal.close();
  }
}

function amends(data, ...args) {
  return execFileSync(command, ["train", ...args],
                      {encoding: "utf8", env: {...process.env, XDG_DATA_HOME: data}});
}

const answersIn = (data) => JSON.parse(amends(data, "export")).persons[0].answers;

test("from nothing to the third exercise", async (t) => {
  const data = join(folder, "nothing");
  await inTerminal(data, `${command} train`, {columns: 80, rows: 24}, async (terminal) => {
    const began = Date.now();
    await terminal.until(/What shall I call you\? \(Enter: ana\)/);
    terminal.press("Enter");
    for (const number of [1, 2]) {
      const shown = await terminal.until(new RegExp(`Exercise ${number}: `));
      const exercise = exerciseShown(shown);
      await kAnswers[exercise.kind](terminal, exercise);
      await terminal.until(/That holds/);
      // The first may be to read on.
      terminal.press("Enter");
      await sleep(300);
      if (!new RegExp(`Exercise ${number + 1}: `).test(terminal.shown())) terminal.press("Enter");
    }
    await terminal.until(/Exercise 3: /);
    const seconds = (Date.now() - began) / 1000;
    t.diagnostic(`${terminal.keys} key presses, ${seconds.toFixed(1)} s to the third exercise`);
    assert.ok(terminal.keys < 60, `${terminal.keys} key presses`);
    terminal.press("F2");
    await terminal.until(/2 answers, /);
  });
  assert.match(amends(data, "people"), /^ana {2}2 answers, /);
});

/** The exercise whose situation stands on the screen. */
function exerciseShown(shown) {
  const text = shown.replace(/\s+/g, " ");
  return allExercises().find(({situation}) => text.includes(situation.slice(0, 60)));
}

/** Where the words of a mark are among all words of the draft: the first, and how many. */
function wordsOf(draft, words) {
  const at = draft.indexOf(words);
  const count = (text) => text.split(/\s+/).filter(Boolean).length;
  const first = count(draft.slice(0, at).replace(/\S+$/, ""));
  return {first, last: first + count(words) - 1};
}

async function putInOrder(terminal, sentences) {
  const shownFirst = () => {
    const shown = terminal.shown().replace(/\s+/g, " ");
    return sentences.map((text, i) => ({i, at: shown.lastIndexOf(text.slice(0, 40))}))
      .sort((a, b) => a.at - b.at).map(({i}) => i);
  };
  for (let place = 0; place < sentences.length; ++place) {
    await sleep(200);
    const from = shownFirst().indexOf(place);
    if (from === place) continue;
    terminal.press("Home", ...Array(from).fill("Down"), "Space",
                   ...Array(from - place).fill("Up"), "Space");
  }
  terminal.press("Enter");
}

const kAnswers = {
  async spot(terminal, {draft, marks}) {
    let at = 0;
    for (const {words} of marks) {
      const {first, last} = wordsOf(draft, words);
      terminal.press(...Array(first - at).fill("Right"), "Space",
                     ...Array(last - first).fill("Right"), "Space");
      at = last;
    }
    terminal.press("Enter");
  },
  async name(terminal, {options, answer}) { terminal.press(`${options.indexOf(answer) + 1}`); },
  async hears(terminal, {options}) {
    terminal.press(`${options.findIndex((each) => each.right) + 1}`);
  },
  async choose(terminal, {options}) {
    terminal.press(...Array(options.findIndex((each) => each.right)).fill("Down"), "Enter");
  },
  async checklist(terminal, {items}) {
    for (const [i, {right}] of items.entries()) if (right) terminal.press(`${i + 1}`);
    terminal.press("Enter");
  },
  async order(terminal, {sentences}) { await putInOrder(terminal, sentences); },
  async question(terminal, {model}) {
    terminal.type(model);
    terminal.press("C-d");
  },
  async rewrite(terminal, {model}) {
    terminal.type(model);
    terminal.press("F10");
  },
  async imitate(terminal, {model}) {
    terminal.type(model);
    terminal.press("C-d");
  },
  async fill(terminal, {model}) {
    for (const [i, text] of model.entries()) {
      await terminal.until(new RegExp(`${i + 1} of ${model.length}: `));
      terminal.type(text);
      terminal.press("Enter");
    }
  },
  async record(terminal, {fields, model}) {
    for (const [i, field] of fields.entries()) {
      await terminal.until(new RegExp(`${i + 1} of ${fields.length}: `));
      terminal.type(model[field]);
      terminal.press("C-d");
    }
  },
  async "role-play"(terminal, {good}) {
    for (const [i, text] of good.entries()) {
      await terminal.until(new RegExp(`Your reply, ${i + 1} of`));
      terminal.type(text);
      terminal.press("C-d");
    }
  },
};

const own = () => `--only-own --exercises ${join(folder, "own")}`;

for (const [kind, answer] of Object.entries(kAnswers)) {
  test(`${kind} by keyboard alone`, async () => {
    const data = join(folder, `kind-${kind}`);
    const line = `${command} train --name Ana --count 1 ${own()} --kind ${kind}`;
    await inTerminal(data, line, undefined, async (terminal) => {
      await terminal.until(/Exercise 1: /);
      await answer(terminal, kinds[kind]);
      if (kind === "role-play") {
        // The page of a whole talk is long, and begins with how it ended.
        await terminal.until(/It ended well: they leave content\.[^]*Turn by turn:[^]*Helped: /);
      } else {
        await terminal.until(/That holds\./);
      }
      for (let i = 0; i < 5 && !/1 answer, 1 passed\./.test(terminal.shown()); ++i) {
        terminal.press("Enter");
        await sleep(300);
      }
      await terminal.until(/1 answer, 1 passed\./);
    });
    const answers = answersIn(data);
    assert.equal(answers.length, 1);
    assert.equal(answers[0].kind, kind);
    assert.equal(answers[0].exercise, kinds[kind].id);
  });
}

test("a small window, and back", async () => {
  const data = join(folder, "small");
  const line = `${command} train --name Ana --count 1 ${own()} --kind rewrite`;
  const {model} = kinds.rewrite;
  const half = model.indexOf(" ", model.length / 2);
  await inTerminal(data, line, {columns: 80, rows: 24}, async (terminal) => {
    await terminal.until(/Exercise 1: /);
    terminal.type(model.slice(0, half));
    terminal.tmux("resize-window", "-x", "40", "-y", "12");
    await terminal.until(/Ctrl-D done/);
    const last = model.slice(0, half).split(/\s+/).at(-1);
    await terminal.until(new RegExp(`${last}\\n[^]*Ctrl-D done`));
    for (const row of terminal.shown().split("\n")) assert.ok([...row].length <= 40, row);
    terminal.press("F1");
    await terminal.until(/Hint 1 of/);
    terminal.press("PageUp");
    await terminal.until(/PgDn more/);
    terminal.press("PageDown");
    terminal.type(model.slice(half));
    terminal.tmux("resize-window", "-x", "80", "-y", "24");
    await sleep(300);
    terminal.press("C-l", "F10");
    await terminal.until(/That holds\./);
    terminal.press("Escape", "Escape");
    await terminal.until(/1 answer, 1 passed\./);
  });
  assert.equal(answersIn(data)[0].hints, 1);
});

test("what was told is there after a kill, and the terminal is as it was after an end", async () => {
  const data = join(folder, "kill");
  const line = `${command} train --name Ana ${own()} --kind choose`;
  await inTerminal(data, line, undefined, async (terminal) => {
    await terminal.until(/Exercise 1: /);
    terminal.press("1");
    await terminal.until(/That holds|Not quite there yet/);
    process.kill(terminal.pid(), "SIGKILL");
    await terminal.ended();
  });
  assert.equal(answersIn(data).length, 1);

  for (const [signal, code] of [["SIGTERM", 143], ["SIGHUP", 129]]) {
    const shell = `bash -c '${line} --level 1; echo "code $?"; stty -a; read -r'`;
    await inTerminal(data, shell, undefined, async (terminal) => {
      await terminal.until(/Exercise 1: |Nothing is due/);
      const child = execFileSync("pgrep", ["-P", `${terminal.pid()}`], {encoding: "utf8"});
      process.kill(Number(child), signal);
      const shown = await terminal.until(/code \d+[^]* echo /);
      assert.match(shown, new RegExp(`code ${code}`));
      assert.match(shown, / icanon /);
    });
  }
  assert.equal(answersIn(data).length, 1);
});

test("no colour where none is wanted", async () => {
  const data = join(folder, "plain");
  const line = `env NO_COLOR=1 LC_ALL=C LANG=C ${command} train --name Ana ${own()} --kind choose`;
  await inTerminal(data, line, undefined, async (terminal) => {
    await terminal.until(/Exercise 1: /);
    assert.doesNotMatch(terminal.tmux("capture-pane", "-p", "-e"), /\x1b\[[0-9;]*3[0-7]m/);
    assert.match(terminal.shown(), /’|“|—/);
  });
  const dumb = `env TERM=dumb ${command} train --name Ana ${own()} --kind choose`;
  await inTerminal(data, dumb, undefined, async (terminal) => {
    await terminal.until(/Type the number \[\? hint, skip, quit\]:/);
    terminal.type("quit\n");
    await terminal.until(/See you again/);
  });
});
