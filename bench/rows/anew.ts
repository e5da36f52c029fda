import type { InProcess } from '../measure/contender.ts';

/** Ours with a linter that is new in each run, so that one can see what remembering sentences gives. */
export const anew = (file: string): InProcess => ({ name: 'ReplyLint, a new linter each time', file: 'lint.mjs', args: [file, 'anew'] });

/** What must be said beside a speed of ours. */
export const remembers = 'ReplyLint matches a sentence once as long as it remembers it; the corpus is made of few sentences, and a run that is not the first has met them all. With a new linter nothing is remembered from the run before, and what a linter builds when it is first needed is built again.';
