import { label } from './field-rules.ts';
import { recordShape } from './records.ts';
import type { Shape } from './shape.ts';
import { placesAt } from './paths.ts';
import { at, wordAt, type Tree } from './tree.ts';

const isVariable = (type: string) => (variable: Tree): boolean => wordAt(variable, 'type') === type;

const matches = recordShape({
  format: 'espanso', paths: ['matches.*'], has: [], prose: true,
  when: (record) => (at(record, 'trigger') ?? at(record, 'triggers') ?? at(record, 'regex')) !== null
    && ['replace', 'form', 'markdown', 'html'].some((key) => at(record, key) !== null),
  title: ['label', 'trigger', 'triggers.*', 'regex'],
  fields: [
    label('label'), { key: 'replace', markup: 'text' }, { key: 'form', markup: 'text' }, { key: 'markdown', markup: 'markdown' }, { key: 'html', markup: 'html' },
    { each: 'form_fields.{}', key: 'default', markup: 'text' }, { each: 'form_fields.{}.values.*', key: '', markup: 'text' },
    { each: 'vars.*', when: isVariable('echo'), key: 'params.echo', markup: 'text' },
    { each: 'vars.*.params.choices.*', key: '', markup: 'text' },
    { each: 'vars.*', when: isVariable('form'), key: 'params.layout', audience: 'internal', markup: 'text' },
    { each: 'vars.*.params.fields.{}', key: 'default', markup: 'text' }, { each: 'vars.*.params.fields.{}.values.*', key: '', markup: 'text' },
  ],
});

const variables = recordShape({
  format: 'espanso', paths: ['global_vars.*'], has: ['name', 'type'], prose: true, title: ['name'],
  fields: [{ key: 'params.echo', markup: 'text' }, { each: 'params.choices.*', key: '', markup: 'text' }],
});

/** Files of espanso; what a match runs, and the keys that set it off, are no text. */
const espanso: Shape = {
  ...matches,
  find(root, path) {
    const found = matches.find(root, path);
    return found && [...found, ...placesAt(root, 'global_vars.*')].sort((a, b) => a.start - b.start);
  },
  read: (held, around) => matches.read(held, around) ?? (wordAt(held, 'type') === 'echo' || wordAt(held, 'type') === 'random' ? variables.read(held, around) : null),
};

/** Programs that write a text where somebody types a short word. */
export const expanderShapes: readonly Shape[] = [
  espanso,
  recordShape({
    format: 'alfred', paths: ['alfredsnippet'], has: ['snippet', 'name'], id: ['uid'],
    title: ['name'], fields: [{ key: 'snippet', markup: 'text' }, label('name'), label('keyword')],
  }),
];
