import { spelledOut, spellsOut } from './contractions.ts';
import { type FormName, formNames, inForm, neededForm, type Paradigm, withForm } from './forms.ts';
import { spelledLike } from './spelling.ts';
import { asWe, speaksAsWe } from './voice.ts';

/** What a template's `{name}` stands for, its placeholders marked; null where the capture took no part. */
export type CaptureText = (name: string) => string | null;

/** What a rewrite's words depend on besides its captures. */
export interface Wording {
  /** The words that go. */
  readonly replaced: string;
  /** What stands before them in their sentence. */
  readonly before: string;
  /** The whole text that the rewrite is for: who speaks in it, and how it is spelled. */
  readonly reply: string;
  /** `own` where the template's "I" or "we" stays as it is. */
  readonly voice?: 'own' | undefined;
  /** The template's own verbs (`refund~`), by base form. */
  readonly verbs: Readonly<Record<string, Paradigm>>;
  /** Verbs that the pattern inflects. */
  readonly pattern: readonly Paradigm[];
  /** Any verb that we know, by any of its forms; for `{what:ing}`. */
  readonly find: (word: string) => Paradigm | null;
}

/**
 * A template filled: captures put in, verbs inflected, "I" or "we", contractions and spelling as in the reply. Null where a capture took no
 * part or has no such form.
 */
export function fillTemplate(template: string, capture: CaptureText, wording: Wording): string | null {
  let missing = false;
  const spoken = wording.voice !== 'own' && speaksAsWe(wording.reply) ? asWe(template) : template;
  const spelled = spelledLike(spellsOut(wording.reply) ? spelledOut(spoken) : spoken, wording.reply);
  const inflected = spelled.replace(/([A-Za-z]+)~/g, (_, word: string, at: number) => {
    const paradigm = Object.hasOwn(wording.verbs, word.toLowerCase()) ? wording.verbs[word.toLowerCase()]! : null;
    if (!paradigm) return word;
    const ownWords = spelled.slice(0, at).replace(/\{[^{}]*\}/g, ' ');
    const before = `${wording.before} ${ownWords} `;
    const form = inForm(paradigm, neededForm(wording.replaced, wording.before, wording.pattern, before), before);
    return /^[A-Z]/.test(word) ? form[0]!.toUpperCase() + form.slice(1) : form;
  });
  const text = inflected.replace(/\{([a-z][a-z0-9-]*)(?::([a-z]+))?\}/g, (_, name: string, form: string | undefined, at: number) => {
    const said = capture(name);
    const value = said !== null && form !== undefined ? withForm(said, form as FormName, wording.find) : said;
    if (value === null) missing = true;
    if (at === 0 || value === null) return value ?? '';
    return /[.!?]\s*$/.test(inflected.slice(0, at)) ? withCapital(value) : withoutCapital(value, wording.find);
  });
  return missing ? null : text;
}

/** What is wrong with a template's forms, for who writes one; null where nothing is. */
export function templateProblem(template: string): string | null {
  const odd = [...template.matchAll(/\{[a-z][a-z0-9-]*:([a-z]+)\}/g)].map((found) => found[1]!).find((form) => !(formNames as readonly string[]).includes(form));
  return odd === undefined ? null : `there is no form "${odd}"; there are ${formNames.join(', ')}`;
}

/** Words that are written with a capital only where they open a sentence. */
const common = new Set('we you your our the this that these those it there please if to as in on for my a an all any no not when once after before since because while until unless do did is are was were have has can could will would should may'.split(' '));

const withCapital = (text: string): string => text.replace(/^[a-z\u00DF-\u00FF]/, (letter) => letter.toUpperCase());

/** A capture that opened its sentence, for a place inside another. "Mark" and "Bill" may be people. */
function withoutCapital(text: string, find: Wording['find']): string {
  const first = /^[A-Z][a-z]*(?![A-Za-z\u00C0-\u024F])/.exec(text)?.[0].toLowerCase() ?? '';
  const lower = common.has(first) || (find(first)?.[0] === first && !/^(?:mark|bill|grant|drew|hope|rob|sue|pat|frank)$/.test(first));
  return lower ? text[0]!.toLowerCase() + text.slice(1) : text;
}
