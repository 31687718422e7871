// Sequences of answers as ts-fsrs remembers them: with its default parameters, without fuzz.
import {createRequire} from 'node:module';
import path from 'node:path';

const installed = process.env.AMENDS_MEMORY_BUILD ?? '.';
const {FSRSAlgorithm, default_w} = createRequire(path.resolve(installed, 'x.js'))('ts-fsrs');

export const parameters = default_w;
export const grades = ['again', 'hard', 'good', 'easy'];

const models = [0.9, 0.8].map(request_retention => new FSRSAlgorithm(
  {enable_fuzz: false, enable_short_term: true, request_retention}));

// The same numbers for the same seed (mulberry32).
export const randomFrom = seed => () => {
  seed = (seed + 0x6D2B79F5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

// [{days, grade}]: days since the answer before, below 1 for the same day, sometimes years.
export const sequence = random => {
  const length = 1 + Math.floor(random() * 14);
  const lenient = random();
  return Array.from({length}, (_, i) => {
    const kind = random();
    const days = i === 0 ? 0 :
      kind < 0.25 ? random() * 0.99 : kind < 0.85 ? 1 + random() * 40 : 1 + random() ** 3 * 4000;
    const grade = random() < lenient * 0.8 ? 3 + Math.floor(random() * 2) : 1 + Math.floor(random() * 4);
    return {days: Number(days.toFixed(4)), grade};
  });
};

// What is remembered after each answer; `recall` is the chance of knowing just before it.
export const remember = answers => {
  let memory = null;
  return answers.map(({days, grade}) => {
    const recall = memory ? models[0].forgetting_curve(days, memory.stability) : 0;
    memory = models[0].next_state(memory, days < 1 ? 0 : days, grade);
    const [interval90, interval80] = models.map(model => memory.stability * model.interval_modifier);
    return {days, grade, recall, ...memory, interval90, interval80};
  });
};

// Whole days until the next question, as ts-fsrs gives them.
export const wholeDays = stability => models.map(model => model.next_interval(stability, 0));
