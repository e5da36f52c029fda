import { BREAK, type ProseText } from '../markup/inline.ts';
import type { Words } from '../prose/words.ts';
import type { Detected } from './detectors.ts';

/** So many sentences fill a paragraph where people read in a small window. */
const most = 3;

/** The sentence with which each paragraph becomes too long. */
export function findLongParagraphs(prose: ProseText, words: Words): Detected[] {
  const found: Detected[] = [];
  let sentences = 0;
  let end = 0;
  for (const sentence of words.sentences) {
    const [start, stop] = [words.start[sentence.first]!, words.end[sentence.last - 1]!];
    sentences = sentences === 0 || prose.text.slice(end, start).includes(BREAK) || /\n\s*\n/.test(prose.text.slice(end, start)) ? 1 : sentences + 1;
    if (sentences === most + 1) found.push({ start, end: stop, rewrites: [] });
    end = stop;
  }
  return found;
}
