// An answer while it is being given, and as the service takes it. While it is given it is
// {marked: Set of words, chosen: number|null, ticked: Set, order: number[], texts: string[]}.
import {pieces} from '../text/blanks.js';
import {byteOf, wellFormed} from '../text/offsets.js';

export const isText = (kind) => ['question', 'rewrite', 'imitate'].includes(kind);
export const isChoice = (kind) => ['name', 'hears', 'choose'].includes(kind);

// The words of a text, [{from, to}] in UTF-16 units.
export const wordsOf = (text) =>
  [...text.matchAll(/\S+/g)].map(({index, 0: {length}}) => ({from: index, to: index + length}));

function firstTexts({kind, blanks, fields}) {
  if (kind === 'fill') return blanks.map(() => '');
  if (kind === 'record') return fields.map(() => '');
  return [''];
}

export const firstAnswer = (exercise) => ({
  marked: new Set(),  // numbers of words
  chosen: null,
  ticked: new Set(),
  order: exercise.sentences.map((_, index) => index),  // of those that are shown
  texts: firstTexts(exercise),
});

// Neighbours among the marked words are one mark; of its last word the stop or comma is left out.
export function marksOf(draft, marked) {
  const words = wordsOf(draft);
  const marks = [];
  words.forEach((word, index) => {
    if (!marked.has(index)) return;
    if (marked.has(index - 1)) marks.at(-1).to = word.to;
    else marks.push({...word});
  });
  return marks.map(({from, to}) => {
    const bare = draft.slice(from, to).replace(/[.,;:!?]+$/u, '');
    return {from, to: bare ? from + bare.length : to};
  });
}

// What is still to be done before it can be judged; empty if nothing is.
export function lacking({kind, blanks}, {marked, chosen, texts}) {
  if (kind === 'spot' && marked.size === 0) return 'Mark at least one word.';
  if (isChoice(kind) && chosen === null) return 'Choose one of them.';
  if (kind === 'fill' && texts.some((text) => !text.trim())) {
    return blanks.length === 1 ? 'Fill the blank.' : 'Fill every blank.';
  }
  if ((isText(kind) || kind === 'record') && texts.every((text) => !text.trim())) return 'Write something first.';
  return '';
}

export function answerFor({kind, draft}, {marked, chosen, ticked, order, texts}) {
  if (kind === 'spot') {
    const byte = byteOf(draft);
    return {marks: marksOf(draft, marked).map(({from, to}) => ({start: byte(from), end: byte(to)}))};
  }
  if (isChoice(kind)) return {choices: chosen === null ? [] : [chosen]};
  if (kind === 'checklist') return {choices: [...ticked].sort((a, b) => a - b)};
  if (kind === 'order') return {choices: order};
  return {texts: texts.map(wellFormed)};
}

// The text that the places of a judgement are in; empty where they are in none.
export function judgedText({kind, draft}, {texts}) {
  if (kind === 'spot') return draft;
  if (isText(kind)) return wellFormed(texts[0]);
  if (kind !== 'fill') return '';
  let blank = 0;
  return wellFormed(pieces(draft).map((piece) => (piece.blank && texts[blank++]) || piece.text).join(''));
}

export const countWords = (text) => text.trim().split(/\s+/).filter(Boolean).length;

// The numbers below `count` in an order that looks like none and is the same for the same `seed`.
export function shuffled(count, seed) {
  const key = (index) => [...`${seed}:${index}`].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  return [...Array(count).keys()].sort((a, b) => key(a) - key(b));
}
