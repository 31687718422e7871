// Text with its blanks shown as such.
import {pieces} from '../text/blanks.js';

export const Blanks = ({text}) => pieces(text).map(({text: words, blank}, index) =>
  (blank ? <span key={index} class="blank">{words}</span> : words));
