// How the coach's page looks: one style sheet for screens, light and dark, and for paper.
// Nothing is told by colour alone: each severity has a line of its own under its words.
#pragma once

#include <string_view>

namespace amends::report {

inline constexpr std::string_view kCoachingStyle = R"css(
:root { color-scheme: light; --paper: #fbf9f4; --ink: #23272c; --soft: #59616a; --line: #ddd7ca;
  --card: #fff; --error: #ffdfd8; --error-ink: #86200e; --warning: #ffedc2; --warning-ink: #654400;
  --info: #dcebfb; --info-ink: #154a7d; --good: #1f6b3f; --accent: #235580; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #16181b; --ink: #e6e4df; --soft: #a8afb7; --line: #393e45;
    --card: #1e2125; --error: #53231b; --error-ink: #ffd0c6; --warning: #4a3a12;
    --warning-ink: #ffe4ac; --info: #1c3852; --info-ink: #d3e7fb; --good: #93d5ab;
    --accent: #a3cbef; } }
* { box-sizing: border-box; }
html { scroll-padding: 1.5rem; }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", "DejaVu Serif", serif;
  overflow-wrap: anywhere; }
h1, h2, summary, th, .meta, .number, .score, .steps dt, .steps b, .legend, sup {
  font-family: system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 2.6rem 0 .7rem; }
p { margin: .5rem 0; }
.soft, .meta, .legend { color: var(--soft); }
.meta, .legend { font-size: .85rem; }
.note { border-left: .25rem solid var(--line); padding-left: .8rem; color: var(--soft); }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; border-radius: .2rem; }
.good { list-style: none; padding: 0; }
.good li { margin: .45rem 0; padding-left: 1.5rem; text-indent: -1.5rem; }
.good li::before { content: "✓"; color: var(--good); display: inline-block; width: 1.5rem;
  text-indent: 0; }
.next { border-left: .3rem solid var(--good); background: var(--card); margin: 0;
  padding: .8rem 1.1rem; border-radius: 0 .5rem .5rem 0; }
.draft, .outline, .diff { background: var(--card); border: 1px solid var(--line);
  border-radius: .5rem; padding: 1rem 1.2rem; }
.draft, .diff { white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; }
.draft .quiet, .draft details { color: var(--soft); font-size: .92em; }
.draft summary { white-space: normal; }
.outline p { unicode-bidi: plaintext; text-align: start; }
.outline p:first-child { margin-top: 0; } .outline p:last-child { margin-bottom: 0; }
.words { unicode-bidi: isolate; }
mark { color: inherit; border-radius: .2rem; padding: .05em .1em; text-underline-offset: .22em;
  text-decoration: underline 1px; text-decoration-skip-ink: none;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
mark.error { background: var(--error); color: var(--error-ink); text-decoration-style: wavy; }
mark.warning { background: var(--warning); color: var(--warning-ink);
  text-decoration-style: dashed; }
mark.info, mark.hint { background: var(--info); color: var(--info-ink);
  text-decoration-style: dotted; text-decoration-thickness: 2px; }
sup { line-height: 0; font-size: .72em; white-space: nowrap; }
sup a { text-decoration: none; padding: .4em .3em; margin: 0 -.15em; }
.findings { list-style: none; padding: 0; margin: 1.2rem 0 0; }
.findings > li { position: relative; padding: .7rem .6rem .7rem 2.6rem;
  border-top: 1px solid var(--line); }
.findings > li:last-child { border-bottom: 1px solid var(--line); }
.findings > li:target { background: var(--card); }
.findings p { margin: 0; } .findings p + p { margin-top: .3rem; }
.number { position: absolute; left: 0; top: .85rem; min-width: 1.8rem; padding: .1rem .35rem;
  border-radius: .9rem; text-align: center; font-size: .85rem; line-height: 1.4;
  text-decoration: none; border: 1px solid currentColor; }
.error .number { background: var(--error); color: var(--error-ink); }
.warning .number { background: var(--warning); color: var(--warning-ink); }
.info .number, .hint .number { background: var(--info); color: var(--info-ink); }
sup:target { outline: .15rem solid var(--accent); border-radius: .2rem; }
.hears .words { font-style: italic; }
.steps { margin: 0; }
.steps dt { font-weight: 600; margin-top: .9rem; }
.steps dd { margin: .15rem 0 0; } .steps dd::first-letter { text-transform: uppercase; }
.steps b { font-size: .85rem; font-weight: 600; color: var(--soft); }
.score { font-size: 1.7rem; margin: 0 0 .4rem; line-height: 1.3; }
.score span { font-size: 1rem; color: var(--soft); }
summary { cursor: pointer; color: var(--accent); font-size: .95rem; padding: .2rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; margin-top: .4rem; }
th { font-size: .85rem; }
th, td { text-align: left; padding: .4rem .5rem; border-bottom: 1px solid var(--line);
  vertical-align: top; }
th:first-child, td:first-child { text-align: right; white-space: nowrap; width: 4rem; }
.blank { background: var(--info); color: var(--info-ink); border-radius: .2rem; padding: 0 .15em; }
.changed { text-decoration: underline 1px var(--soft); text-underline-offset: .2em;
  text-decoration-skip-ink: none; }
.diff del, .diff ins { display: block; text-decoration: none; padding: 0 .3rem;
  border-radius: .2rem; }
.diff del { color: var(--soft); } .diff ins { background: var(--info); color: var(--info-ink); }
@media (min-width: 62rem) { body { padding-top: 3.5rem; } h1 { font-size: 1.7rem; } }
@media (max-width: 24rem) { body { padding: 1.3rem .9rem 3rem; font-size: 1rem; }
  .draft, .outline, .diff { padding: .8rem .9rem; } }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #aaa; }
  body { max-width: none; padding: .5rem 0 0; font-size: 11pt; }
  h2 { break-after: avoid; } li, tr, dt, dd, .next { break-inside: avoid; }
  dt { break-after: avoid; }
  mark { text-decoration-thickness: 1.5px; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  details > summary { list-style: none; color: var(--soft); }
}
)css";

}  // namespace amends::report
