import { subjectBefore } from './subject.ts';

/** A verb's forms: "take", "takes", "took", "taken", "taking". */
export type Paradigm = readonly [base: string, s: string, past: string, done: string, ing: string];

/** Names of the forms, in the order of a paradigm: `{what:ing}`. */
export const formNames = ['base', 's', 'past', 'done', 'ing'] as const;
export type FormName = (typeof formNames)[number];

/** Verbs whose forms say what form a rewrite needs, whatever the pattern. */
const auxiliaries: readonly Paradigm[] = [['be', 'is', 'was', 'been', 'being'], ['have', 'has', 'had', 'had', 'having'], ['do', 'does', 'did', 'done', 'doing']];
const otherForms: Readonly<Record<string, FormName>> = { am: 'base', are: 'base', were: 'past' };
/** After these a verb stands in its base form. */
const wantsBase = /(?:^|[^A-Za-z])(?:to|can|could|will|would|shall|should|may|might|must|do|does|did|cannot|not|please|['’]ll|let us|let['’]s)\s*(?:(?:also|now|always|just|only|not|then)\s+)*$/i;
/** After these it stands as it does in "have taken". */
const wantsDone = /(?:^|[^A-Za-z])(?:have|has|had|having|be|is|are|was|were|been|being|am|get|got|['’](?:ve|s|re|m))\s+(?:(?:been|not|also|now|already|always|just|only|then|being)\s+)*$/i;

const wordsOf = (text: string): string[] => text.toLowerCase().replace(/’/g, "'").match(/[a-z\u00DF-\u00FF]+(?:-[a-z]+)*/g) ?? [];

/** The form of a verb that is written as `word`; `done` or `past` where both are written alike, as what stands before asks. */
function formIn(paradigm: Paradigm, word: string, before: string): FormName | null {
  if (paradigm[0] === 'be' && Object.hasOwn(otherForms, word)) return otherForms[word]!;
  if (paradigm[2] === word && paradigm[3] === word) return wantsDone.test(before) ? 'done' : 'past';
  const at = paradigm.indexOf(word);
  return at < 0 ? null : formNames[at]!;
}

/**
 * The form that a verb of a rewrite needs: that of the word of `pattern` (verbs that the pattern inflects) which it replaces,
 * else that of an auxiliary there, else what the words before it in the rewritten sentence (`now`) ask for.
 */
export function neededForm(replaced: string, before: string, pattern: readonly Paradigm[], now: string): FormName {
  for (const paradigms of [pattern, auxiliaries]) {
    let stood = before;
    for (const word of wordsOf(replaced)) {
      for (const paradigm of paradigms) {
        const form = formIn(paradigm, word, stood);
        if (form) return form;
      }
      stood += ` ${word} `;
    }
  }
  if (wantsBase.test(now) || now.trim() === '') return 'base';
  if (wantsDone.test(now)) return 'done';
  return subjectBefore(now) === 'it' ? 's' : 'base';
}

/** A verb in a form, agreeing with the subject before it. */
export function inForm(paradigm: Paradigm, form: FormName, before: string): string {
  if (paradigm[0] !== 'be') return paradigm[formNames.indexOf(form)]!;
  if (form === 'base' && (wantsBase.test(before) || before.trim() === '')) return 'be';
  const subject = subjectBefore(before);
  if (form === 'base' || form === 's') return subject === 'I' ? 'am' : subject === 'they' ? 'are' : 'is';
  if (form === 'past') return subject === 'they' ? 'were' : 'was';
  return paradigm[formNames.indexOf(form)]!;
}

/** A capture with its first word in another form; null where that word is no verb that we know. */
export function withForm(text: string, form: FormName, find: (word: string) => Paradigm | null): string | null {
  const first = /^[A-Za-z]+(?:-[A-Za-z]+)*/.exec(text)?.[0];
  const paradigm = first === undefined ? null : find(first.toLowerCase());
  if (first === undefined || !paradigm) return null;
  return paradigm[formNames.indexOf(form)]! + text.slice(first.length);
}
