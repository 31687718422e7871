// Drafts that a coach's page has to stand up to: {name, file}.
import {readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {buildFolder, source} from './support/places.mjs';

const complaint = 'My parcel came open and the lamp in it is broken.';
const sorry = "We're sorry if this caused you any inconvenience.";
const round = (n) => `Customer, message ${n}:\nThe parcel is still not here. I have asked twice, and ` +
  'nobody could tell me where it is or when it will come.\n';

// Written here because no file of the corpora is like them.
const made = {
  'hostile-markup': {
    text: 'Dear <b>Ms Lee</b>,\n\n</div></main><script>alert("taken over")</script>\n' +
      `<img src="https://example.com/x.png" onerror="alert(1)">We're sorry if "this" & <i>that</i> ` +
      'upset you.\n<style>body{display:none}</style> <!-- Our policy is <a href="javascript:alert(2)">' +
      'that we cannot help</a>. -->\n&lt;b&gt; &amp;amp; \u202Ereversed\u202C \u0007 [[a blank]]\n\nJo',
  },
  'hostile-width': {
    text: `Dear Customer,\n\n${sorry} Please see https://example.com/${'a'.repeat(400)}?${'b=c&'.repeat(60)} ` +
      `and quote ${'W'.repeat(300)}.\n\n${'='.repeat(200)}\n\tCol\tCol\t${'x '.repeat(90)}\n\nJo`,
  },
  'no-word': {text: '...'},
  'one-word': {text: 'Sorry!'},
  'nothing-to-say': {
    kind: 'internal', text: 'The lift is in order again.', facts: {failure: false},
  },
  'right-to-left': {
    text: `שלום רב,\n\n${sorry} החבילה שלך (FW-20418) אבדה. Your order "مصباح أحمر" cannot be refunded ` +
      'due to our policy.\n\nمع التحية،\nJo',
  },
  'emoji': {
    text: `Hi 👋🏽 Zoë!\n\n${sorry} 😔😔 Did you plug it in? 🔌 We value your feedback 🙏🏻❤️‍🔥👩‍👩‍👧‍👦🇬🇧. ` +
      'Z̷a̷l̷g̷o̷ ñandú ﬁne.\n\nJo 🌈',
  },
  'long-thread': {
    context: Array.from({length: 30}, (_, n) => ({role: n % 2 ? 'agent' : 'customer', text: round(n)})),
    text: `Hello,\n\n${sorry} Unfortunately our policy is that a search can only be opened after ten days. ` +
      `Somebody will look into it and get back to you soon.\n\nJo\n\nOn Mon, 9 Mar 2026, Ines wrote:\n` +
      Array.from({length: 40}, (_, n) => `${'>'.repeat(1 + n % 6)} ${round(n).replaceAll('\n', ' ')}`).join('\n'),
  },
  'many-findings': {
    text: 'Dear Customer,\n\n' + Array.from({length: 12}, (_, n) =>
      `${sorry} Our policy is that item ${n} cannot be returned. Did you plug in number ${n}? ` +
      'Somebody will get back to you soon.').join('\n\n') + '\n\nThe Team',
  },
};

function recordFile(folder, name, record) {
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify({channel: 'email', context: [{role: 'customer', text: complaint}],
                                      ...record}));
  return {name, file, text: record.text};
}

// Those written here have `text`, the whole of the draft.
export function drafts() {
  const corpus = path.join(source, 'corpora/drafts');
  const golden = path.join(source, 'tests/golden');
  const folder = buildFolder('drafts');
  return [
    ...readdirSync(corpus).filter((name) => !name.endsWith('.expect')).sort()
      .map((name) => ({name: path.parse(name).name, file: path.join(corpus, name)})),
    ...readdirSync(golden).filter((name) => name.startsWith('coach-')).sort()
      .flatMap((name) => readdirSync(path.join(golden, name))
        .filter((file) => file.startsWith('reply.'))
        .map((file) => ({name, file: path.join(golden, name, file)}))),
    ...Object.entries(made).map(([name, record]) => recordFile(folder, name, record)),
  ];
}
