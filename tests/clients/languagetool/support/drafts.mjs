// Drafts that every client shows: what is underlined in them, and what the first thing offered
// for it is. Clients count in UTF-16, so most have letters that other countings trip over.

const policy = {
  rule: 'AMENDS_POLICY_ITS_POLICY',
  words: "It's our policy not to refund sale items.",
  best: 'What I can do is [[what you can offer]]. [[The reason behind the limit]].',
};
const blame = {
  rule: 'AMENDS_BLAME_SHOULD_HAVE',
  words: 'You should have read the manual.',
  best: 'To get this moving, [[the next step]].',
};
const regret = {
  rule: 'AMENDS_FAKE_APOLOGY_REGRET_ONLY',
  words: 'We regret the delay.',
  best: "I'm sorry for the delay.",
};
const upset = {
  rule: 'AMENDS_BLAME_CALM_DOWN',
  words: 'Please calm down 📦📦 now.',
  best: "I'd be upset too: [[what it cost you]]. Let me [[what you will do now]].",
};

export const drafts = [
  {name: 'a sentence', paragraphs: [policy.words], findings: [policy]},
  {name: 'two emoji before it', paragraphs: [`😀😀 ${policy.words}`], findings: [policy]},
  {name: 'a joined emoji before it', paragraphs: [`👩‍👩‍👧 ${policy.words}`], findings: [policy]},
  {name: 'emoji behind it', paragraphs: [`${policy.words} 👩‍👩‍👧😀`], findings: [policy]},
  {name: 'emoji in it', paragraphs: [`😢 The box is here. ${upset.words}`], findings: [upset]},
  {name: 'a flag and a skin tone before it', paragraphs: [`🇬🇧 👍🏽 ${policy.words}`], findings: [policy]},
  {name: 'a letter with an umlaut', paragraphs: [`Grüße! ${blame.words}`], findings: [blame]},
  {name: 'a letter and its umlaut apart', paragraphs: [`Gru\u0308\u00dfe! ${blame.words}`], findings: [blame]},
  {name: 'letters beyond the basic plane', paragraphs: [`𝒥. Smith 𐐏𐐐. ${blame.words}`], findings: [blame]},
  {name: 'a second paragraph', paragraphs: ['Hello Ms Lee,', policy.words], findings: [policy]},
  {name: 'emoji in the paragraph before', paragraphs: ['Hello Ms Lee 😀,', `Grüße! ${blame.words}`], findings: [blame]},
  {name: 'one in each paragraph', paragraphs: [`👩‍👩‍👧 ${regret.words}`, `😢 ${policy.words}`, 'Bye 😢'],
   findings: [regret, policy]},
  {name: 'two in one paragraph', paragraphs: [`😢 ${regret.words} 😢 ${policy.words}`], findings: [regret, policy]},
  {name: 'none', paragraphs: ['Hello Ms Lee 😢,', 'The parcel leaves today, at 5 £.'], findings: []},
];

// The paragraphs when the first thing offered has been taken everywhere.
export function mended({paragraphs, findings}) {
  return paragraphs.map((paragraph) =>
    findings.reduce((text, {words, best}) => text.replace(words, () => best), paragraph));
}
