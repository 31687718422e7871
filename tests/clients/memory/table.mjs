// Prints tests/unit/training/memory.txt:
//   AMENDS_MEMORY_BUILD=build/dev/memory node tests/clients/memory/table.mjs
import {grades, randomFrom, remember, sequence} from './sequences.mjs';

const fixed = [
  ...[1, 2, 3, 4].map(grade => [{days: 0, grade}]),
  // Every pair of answers, on one day and on two.
  ...[0.5, 1, 10].flatMap(days => [1, 2, 3, 4].flatMap(first => [1, 2, 3, 4].map(
    grade => [{days: 0, grade: first}, {days, grade}]))),
  // As far as numbers go.
  [1, 2, 3, 4].flatMap(grade => Array.from({length: 12}, () => ({days: 0, grade}))),
  Array.from({length: 12}, (_, i) => ({days: i * 0.99, grade: 1})),
  Array.from({length: 12}, (_, i) => ({days: i === 0 ? 0 : 36500, grade: 4})),
  Array.from({length: 12}, (_, i) => ({days: i === 0 ? 0 : 36500, grade: 1})),
  // What is answered when it is due.
  Array.from({length: 10}, (_, i) => ({days: [0, 2, 11, 46, 163, 498, 1350, 3300, 7500, 15800][i], grade: 3})),
];
const random = randomFrom(2026);
const sequences = [...fixed, ...Array.from({length: 80}, () => sequence(random))];

console.log('# What ts-fsrs 5.4.2 remembers; made by tests/clients/memory/table.mjs. A line an answer:');
console.log('# days since the one before, grade, recall just before, stability, difficulty, days to 0.9 and 0.8');
for (const answers of sequences) {
  console.log();
  for (const {days, grade, recall, stability, difficulty, interval90, interval80} of remember(answers)) {
    console.log([days, grades[grade - 1], recall, stability, difficulty, interval90.toFixed(6),
      interval80.toFixed(6)].join(' '));
  }
}
