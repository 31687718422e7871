// What the page does with texts, before any browser: places, blanks, proposals.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {blankAfter, blankBefore, blanksIn, pieces} from '../../../web/src/text/blanks.js';
import {unitOf, wellFormed} from '../../../web/src/text/offsets.js';
import {placeFor} from '../../../web/src/text/place.js';
import {proposal} from '../../../web/src/text/proposal.js';

const texts = ['', 'Sorry.', 'It’s “fine” – I’m sorry', '😀 sorry 👩‍👩‍👧 you', 'שלום, sorry', '\u0000a\u007fb\n\n', 'a😀'.repeat(500)];

for (const text of texts) {
  test(`each character of ${JSON.stringify(text.slice(0, 20))} is found by its byte`, () => {
    const unit = unitOf(text);
    let at = 0;
    for (const character of text) {
      const byte = Buffer.byteLength(text.slice(0, at));
      for (let i = 0; i < Buffer.byteLength(character); ++i) assert.equal(unit(byte + i), at);
      at += character.length;
    }
    assert.equal(unit(Buffer.byteLength(text)), text.length);
    assert.equal(unit(Buffer.byteLength(text) + 9), text.length);
  });
}

const halves = [
  {text: 'a\ud83d', sent: 'a\ufffd'},
  {text: '\ude00b', sent: '\ufffdb'},
  {text: '\ude00\ud83d', sent: '\ufffd\ufffd'},
  {text: '😀\ud83d😀', sent: '😀\ufffd😀'},
  {text: 'whole 😀', sent: 'whole 😀'},
];

for (const {text, sent} of halves) {
  test(`half a character is sent as a replacement: ${JSON.stringify(text)}`, () => {
    assert.equal(wellFormed(text), sent);
    assert.equal(wellFormed(text).length, text.length);
  });
}

const blanks = [
  {text: 'none', found: []},
  {text: 'I [[did]] it', found: ['[[did]]']},
  {text: '[[a]][[b]]', found: ['[[a]]', '[[b]]']},
  {text: 'open [[ and ]] [x] [[]]', found: ['[[ and ]]', '[[]]']},
  {text: 'over [[a\nline]]', found: []},
  {text: '[[[a]]]', found: ['[[a]]']},
];

for (const {text, found} of blanks) {
  test(`blanks of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(blanksIn(text).map(({from, to}) => text.slice(from, to)), found);
    assert.equal(pieces(text).map((piece) => piece.text).join(''), text);
    assert.deepEqual(pieces(text).filter(({blank}) => blank).map((piece) => piece.text), found);
  });
}

test('from blank to blank, and none behind the last or before the first', () => {
  const all = blanksIn('x [[a]] y [[b]]');
  const [a, b] = all;
  const rows = [
    {selection: {from: 0, to: 0}, next: a, before: undefined},
    {selection: {from: 2, to: 2}, next: a, before: undefined},
    {selection: a, next: b, before: undefined},
    {selection: {from: 4, to: 4}, next: b, before: undefined},
    {selection: b, next: undefined, before: a},
    {selection: {from: 15, to: 15}, next: undefined, before: b},
  ];
  for (const {selection, next, before} of rows) {
    assert.deepEqual(blankAfter(all, selection), next, JSON.stringify(selection));
    assert.deepEqual(blankBefore(all, selection), before, JSON.stringify(selection));
  }
});

const wordsOf = (parts) => parts.map(({text, kind}) => (kind === 'kept' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('');
const long = `${'word '.repeat(40)}end.`;

const proposals = [
  {what: 'a word', text: 'Hello. We’re sorry about it. Bye.', cut: 'We’re', insert: 'I’m', shown: '+I’m+ sorry about it.'},
  {what: 'a sentence', text: 'One. Two is here. Three.', cut: 'Two is here.', insert: 'Two.', shown: '+Two.+'},
  {what: 'words that go', text: 'I am truly sorry.', cut: 'truly ', insert: '', shown: 'I am -truly -sorry.'},
  {what: 'on its line', text: 'Hi\nWe can’t do it\nBye', cut: 'can’t', insert: 'can', shown: 'We +can+ do it'},
  {what: 'a question', text: 'Did you check? Thanks.', cut: 'Did you', insert: 'Could you', shown: '+Could you+ check?'},
];

for (const {what, text, cut, insert, shown} of proposals) {
  test(`a proposal shows the sentence around ${what}`, () => {
    const from = text.indexOf(cut);
    assert.equal(wordsOf(proposal(text, [{from, to: from + cut.length, insert}])), shown);
  });
}

test('of a long sentence a proposal shows the part around the edit', () => {
  const shown = wordsOf(proposal(long, [{from: 100, to: 104, insert: 'new'}]));
  assert.match(shown, /^… word.*\+new\+.* …$/);
  assert.ok(shown.length < 180, shown);
});

const lines = [
  {kind: 'kept', text: 'Dear Ann,', paragraph: false},
  {kind: 'blank', text: 'That was [[my]] mistake.', paragraph: true},
  {kind: 'kept', text: 'I’m sorry.', paragraph: false},
  {kind: 'blank', text: 'I will [[do it]].', paragraph: true},
  {kind: 'kept', text: 'Regards\nTom', paragraph: true},
];

const places = [
  {index: 1, draft: 'Dear Ann,\n\nI’m sorry.\n\nRegards\nTom', becomes: 'Dear Ann,\n\nThat was [[my]] mistake.\n\nI’m sorry.\n\nRegards\nTom'},
  {index: 3, draft: 'Dear Ann,\n\nI’m sorry.\n\nRegards\nTom', becomes: 'Dear Ann,\n\nI’m sorry.\n\nI will [[do it]].\n\nRegards\nTom'},
  {index: 1, draft: 'I’m sorry.', becomes: 'That was [[my]] mistake. I’m sorry.'},
  {index: 3, draft: 'Regards\nTom', becomes: 'I will [[do it]].\n\nRegards\nTom'},
  {index: 3, draft: 'Something else.\n', becomes: 'Something else.\n\nI will [[do it]].'},
  {index: 3, draft: '', becomes: 'I will [[do it]].'},
];

for (const {index, draft, becomes} of places) {
  test(`a sentence goes where the outline has it: ${JSON.stringify(becomes)}`, () => {
    const {from, to, insert} = placeFor(draft, lines, index);
    assert.equal(draft.slice(0, from) + insert + draft.slice(to), becomes);
  });
}
