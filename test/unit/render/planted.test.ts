import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { createLinter } from '../../../server/src/core/index.ts';
import { type RenderedFinding, renderFile } from '../../../server/src/render/index.ts';

const linter = createLinter();
/** Sentences that are right wherever they stand. */
const fine = [
  'Your parcel is on its way.', 'The new lamp is in the box.', 'It reaches you on Monday.', 'The refund is in your account.', 'The form is open until Friday.',
  'The repair is done.', 'Your seats are booked.', 'The map is below.', 'The courier rings the bell.', 'The key is at the desk.',
];
/** Sentences with a fault, in two pieces: what is found begins in the first and ends in the second. */
const faulty: readonly (readonly [first: string, second: string])[] = [
  ['You failed', ' to add the date.'], ['Please calm', ' down.'], ['Per our', ' policy, the box stays shut.'], ['There is nothing', ' we can do.'], ['Mistakes', ' were made.'], ['As I already', ' said, it ships on Monday.'],
];

/** A small generator of numbers, so that each case is the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) % 2 ** 32;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** How a language writes a choice between two texts, by a condition of its own. */
type Choose = (name: string, one: string, other: string, form: number) => string;
const languages: Readonly<Record<string, Choose>> = {
  liquid: (name, one, other, form) => [
    `{% if ${name} %}${one}{% else %}${other}{% endif %}`,
    `{% unless ${name} %}${other}{% else %}${one}{% endunless %}`,
    `{% case ${name} %}{% when 'late' %}${one}{% else %}${other}{% endcase %}`,
    `{% if ${name} == 'sent' %}${fine[0]}{% elsif ${name} == 'late' %}${one}{% else %}${other}{% endif %}`,
  ][form]!,
  handlebars: (name, one, other, form) => [
    `{{#if ${name}}}${one}{{else}}${other}{{/if}}`,
    `{{#unless ${name}}}${other}{{else}}${one}{{/unless}}`,
    `{{#${name}}}${one}{{/${name}}}{{^${name}}}${other}{{/${name}}}`,
    `{{#if ${name}sent}}${fine[0]}{{else if ${name}}}${one}{{else}}${other}{{/if}}`,
  ][form]!,
  jinja: (name, one, other, form) => [
    `{% if ${name} %}${one}{% else %}${other}{% endif %}`,
    `{% if not ${name} %}${other}{% else %}${one}{% endif %}`,
    `{% if ${name} is defined and ${name} == 'late' %}${one}{% else %}${other}{% endif %}`,
    `{% if ${name} == 'sent' %}${fine[0]}{% elif ${name} == 'late' %}${one}{% else %}${other}{% endif %}`,
  ][form]!,
};

/** How a file holds a template. */
const files: Readonly<Record<string, (language: string, template: string) => { path: string; text: string }>> = {
  json: (_, body) => ({ path: 'replies.json', text: JSON.stringify([{ title: 'Other', body: fine[1] }, { title: 'This', body }], null, 2) }),
  yaml: (_, body) => ({ path: 'replies.yaml', text: stringify([{ title: 'Other', body: fine[1] }, { title: 'This', body }], { lineWidth: 0 }) }),
  html: (language, template) => ({ path: `emails/late.html.${endings[language]!}`, text: `<html><body>\n<p>${template}</p>\n</body></html>\n` }),
  text: (language, template) => ({ path: `emails/late.txt.${endings[language]!}`, text: `${template}\n` }),
};
const endings: Readonly<Record<string, string>> = { liquid: 'liquid', handlebars: 'hbs', jinja: 'j2' };

/** A template of choices in choices; `fault` stands in one branch only, or, with `meets`, its second piece stands in the branch and the first right before the choice. */
function template(choose: Choose, seed: number, fault: readonly [string, string] | null, meets: boolean): string {
  const number = numbers(seed);
  const depth = 1 + number(3);
  const sentence = (): string => fine[number(fine.length)]!;
  const inner = meets ? `${fault ? fault[1] : ' it is here.'} ${sentence()}` : `${sentence()} ${fault ? fault.join('') : ''} ${sentence()}`;
  let text = inner;
  for (let level = depth; level > 0; level--) {
    const other = meets ? ' is how we see it.' : sentence();
    const swap = number(2) === 1;
    const chosen = choose(`c${level}`, swap ? other : text, swap ? text : other, number(4) % (meets ? 3 : 4));
    text = meets ? chosen : `${sentence()} ${chosen} ${sentence()}`;
  }
  return `Hi there. ${choose('greets', sentence(), sentence(), number(4))} ${meets && fault ? fault[0] : meets ? 'Here' : ''}${text} ${sentence()}`;
}

const found = (path: string, text: string): readonly RenderedFinding[] => {
  const { errors, findings } = renderFile(linter, { path, text, named: true });
  assert.deepEqual(errors, []);
  return findings;
};

describe('faults planted into one branch of a template', () => {
  for (const [language, choose] of Object.entries(languages)) {
    for (const [kind, write] of Object.entries(files)) {
      it(`${language} in ${kind}: all of 18 are found where they stand, and nothing else`, () => {
        for (let i = 0; i < 18; i++) {
          const seed = i * 31 + language.length * 7 + kind.length;
          const fault = faulty[i % faulty.length]!;
          const meets = i >= 12;
          const clean = write(language, template(choose, seed, null, meets));
          assert.deepEqual(found(clean.path, clean.text).map(({ text }) => text), [], clean.text);
          const { path, text } = write(language, template(choose, seed, fault, meets));
          const alone = linter.lint({ path: 'x.reply.txt', text: fault.join(''), named: true }).findings;
          assert.equal(alone.length, 1);
          const start = text.indexOf(fault[0]) + alone[0]!.start;
          const end = text.indexOf(fault[1]) + alone[0]!.end - fault[0].length;
          const seen = found(path, text);
          assert.deepEqual(seen.map((finding) => [finding.ruleId, finding.start, finding.end]), [[alone[0]!.ruleId, start, end]], text);
          assert.match(seen[0]!.when ?? '', /c1|c2|c3/, text);
        }
      });
    }
  }
});
