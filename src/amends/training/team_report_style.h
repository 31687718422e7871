// How the report for trainers looks, on screens, light and dark, and on paper. Nothing is
// told by colour alone: each cell holds its number, each line has a stroke of its own.
#pragma once

#include <string_view>

namespace amends::training {

inline constexpr std::string_view kTeamReportStyle = R"css(
:root { color-scheme: light; --paper: #fbf9f4; --ink: #23272c; --soft: #59616a; --line: #ddd7ca;
  --card: #fff; --accent: #235580; --good: #1f6b3f; --track: #ece7db;
  --h0: #f5bd72; --h1: #fbdfb0; --h2: #f0ede2; --h3: #cfe7d9; --h4: #9bd1b4; --h-ink: #1c2024; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #16181b; --ink: #e6e4df; --soft: #a8afb7; --line: #393e45;
    --card: #1e2125; --accent: #a3cbef; --good: #93d5ab; --track: #2c3036;
    --h0: #7a4c10; --h1: #544020; --h2: #33373c; --h3: #22483a; --h4: #176043; --h-ink: #f4f2ec; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 2rem 1.1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.55 Georgia, "Noto Serif", "DejaVu Serif", serif;
  overflow-wrap: anywhere; }
h1, h2, h3, h4, summary, table, .meta, figcaption, .key, .count, .states, .axis {
  font-family: system-ui, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 .3rem; padding-top: .9rem;
  border-top: 2px solid var(--line); }
h3 { font-size: 1.08rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h4 { font-size: 1.08rem; line-height: 1.35; margin: 0; }
p { margin: .4rem 0; max-width: 44rem; }
.soft, .meta, figcaption, .key { color: var(--soft); }
.meta, figcaption, .key, .states { font-size: .87rem; line-height: 1.45; }
.note { border-left: .25rem solid var(--line); padding-left: .8rem; color: var(--soft); }
:focus-visible { outline: .15rem solid var(--accent); outline-offset: .15rem; border-radius: .2rem; }
code { font: .86em/1.5 ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace; }
.bars, .helps { list-style: none; margin: 0; padding: 0; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 15rem);
  column-gap: 1.6rem; padding: .6rem 0; border-top: 1px solid var(--line); align-items: start; }
.bars p { margin: 0; max-width: none; }
.bar { display: block; width: 100%; height: .8rem; margin: .4rem 0 .2rem; }
.bar .track { fill: var(--track); } .bar .part { fill: var(--accent); }
.count { font-size: .87rem; line-height: 1.4; }
.heat { border-collapse: separate; border-spacing: .2rem; width: 100%; font-size: .85rem;
  line-height: 1.3; margin-left: -.2rem; }
.heat th { text-align: left; font-weight: 600; padding: .3rem .3rem; vertical-align: middle; }
.heat thead th { font-weight: 400; color: var(--soft); vertical-align: bottom; text-align: center;
  font-size: .78rem; padding: .2rem .1rem; overflow-wrap: normal; }
.heat th:first-child { min-width: 8rem; text-align: left; }
.heat td { text-align: center; padding: .45rem .2rem; border-radius: .25rem; color: var(--soft); }
.h0, .h1, .h2, .h3, .h4 { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.heat .h0, .heat .h1, .heat .h2, .heat .h3, .heat .h4 { color: var(--h-ink); }
.h0 { background: var(--h0); } .h1 { background: var(--h1); } .h2 { background: var(--h2); }
.h3 { background: var(--h3); } .h4 { background: var(--h4); }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; list-style: none; padding: 0;
  margin: .6rem 0 0; }
.key i { display: inline-block; width: 1.1rem; height: .8rem; border-radius: .2rem;
  margin-right: .4rem; }
.person { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: 1.1rem 1.3rem; margin: 1rem 0; }
.person > .both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 20rem);
  column-gap: 2rem; align-items: start; }
.person > .alone { display: block; }
.states { margin: .1rem 0 .6rem; color: var(--soft); }
.helps li { padding: .55rem 0; border-top: 1px solid var(--line); }
.helps p { margin: 0; } .helps .meta { margin-top: .1rem; }
figure { margin: .4rem 0 0; }
figure svg { display: block; width: 100%; height: auto; max-width: 26rem; }
.grid { stroke: var(--line); stroke-width: 1; fill: none; }
.met { stroke: var(--soft); stroke-width: 1.6; stroke-dasharray: 4 3; fill: none; }
.mastered { stroke: var(--good); stroke-width: 2.6; fill: none; stroke-linejoin: round; }
.dot { fill: var(--good); }
.axis { margin: 0; color: var(--soft); font-size: .78rem; line-height: 1.5; max-width: 26rem; }
.ends { display: flex; justify-content: space-between; gap: 1rem; }
figcaption svg { display: inline-block; width: 1.6rem; height: .6rem; vertical-align: middle; }
summary { cursor: pointer; color: var(--accent); font-size: .92rem; padding: .3rem 0; }
.rows { border-collapse: collapse; width: 100%; font-size: .87rem; line-height: 1.4;
  margin: .2rem 0 .6rem; }
.rows th, .rows td { text-align: right; padding: .35rem .3rem; border-bottom: 1px solid var(--line);
  vertical-align: top; }
.rows th { font-weight: 600; } .rows thead th { font-weight: 400; color: var(--soft); }
.rows th:first-child { text-align: left; padding-left: 0; }
.rows .word { text-align: left; }
.rows td, .rows thead th { overflow-wrap: normal; }
@media (min-width: 62rem) { body { padding-top: 3.5rem; } h1 { font-size: 1.7rem; } }
@media (max-width: 60rem) {
  .person > .both { grid-template-columns: minmax(0, 1fr); }
  .heat, .heat tbody, .heat tr, .heat th, .heat td { display: block; }
  .heat { margin: 0; }
  .heat thead th, .heat thead th:first-child { position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; }
  .heat tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(7.4rem, 1fr));
    gap: .25rem; padding: .6rem 0; border-top: 1px solid var(--line); }
  .heat thead tr { display: block; padding: 0; border: 0; }
  .heat tbody th:first-child { grid-column: 1 / -1; padding: 0; }
  .heat td { display: flex; justify-content: space-between; padding: .3rem .5rem; gap: .4rem; }
  .heat td::before { content: attr(data-family); } }
@media (max-width: 40rem) { .bars li { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 24rem) { body { padding: 1.3rem .9rem 3rem; font-size: 1rem; }
  .person { padding: .9rem; }
  .rows, .rows thead, .rows tbody { display: block; }
  .rows tr { display: grid; grid-template-columns: 1fr 3.6rem 4.2rem 4.4rem; padding: .3rem 0;
    border-bottom: 1px solid var(--line); }
  .rows tr th:first-child { grid-column: 1 / -1; }
  .rows th, .rows td { border: 0; padding: .05rem 0; } }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #aaa; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; } li, tr, figure { break-inside: avoid; }
  .person { padding: .6rem .8rem; }
  .bar .track, .bar .part { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details:not([open]) { display: none; }
  details > summary { list-style: none; color: var(--soft); }
}
)css";

}  // namespace amends::training
