// How grave something is, by a word and a sign.
import {severities} from '../words.js';

export const Grade = ({severity}) => <span class={`grade ${severity}`}>{severities[severity] ?? severity}</span>;
