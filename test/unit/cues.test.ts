import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileRules } from '../../server/src/core/rules/compile.ts';
import { RuleFinder } from '../../server/src/core/rules/finder.ts';
import type { CueSource, LexiconSource } from '../../server/src/core/rules/rule.ts';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Words } from '../../server/src/core/prose/words.ts';
import { inflect } from '../../server/src/morphology/english.ts';

const server = join(import.meta.dirname, '../../server');
const read = <T>(folder: string): T[] => readdirSync(join(server, folder)).sort().map((name) => parse(readFileSync(join(server, folder, name), 'utf8')) as T);

describe('cues', () => {
  const cues = read<CueSource>('cues/en');
  const vocabulary = new Vocabulary();
  const finder = new RuleFinder(compileRules('en', [], cues, read<LexiconSource>('lexicons/en'), inflect, vocabulary), vocabulary);
  const shows = (text: string, cue: string): boolean => finder.cue(finder.look(new Words().read(inlineLayer('markdown').toProse(text).text, vocabulary)), cue).length > 0;

  for (const { id, examples = [], near = [] } of cues) {
    it(`${id} is shown by its examples, and by none of its near misses`, () => {
      for (const text of examples) assert.ok(shows(text, id), `"${text}" shows ${id}`);
      for (const text of near) assert.ok(!shows(text, id), `"${text}" does not show ${id}`);
    });
  }
});
