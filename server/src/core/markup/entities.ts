import { Tokenizer } from 'htmlparser2';

/** The names that mail and help desks write; all others are looked up by the HTML tokenizer. */
const common = new Map(Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', ndash: '–', mdash: '—', hellip: '…', bull: '•',
}));

export interface Entity {
  readonly text: string;
  readonly end: number;
}

/** The character reference whose `&` stands at `at`, closed by `;`; null where it is just an ampersand. */
export function entityAt(text: string, at: number, end: number): Entity | null {
  const stop = Math.min(end, at + 34);
  let i = at + 1;
  for (; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (code === 59) break;
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code === 35 && i === at + 1))) return null;
  }
  if (i >= stop || i < at + 3) return null;
  const known = common.get(text.slice(at + 1, i)) ?? lookUp(text.slice(at, i + 1));
  return known === undefined || known === '' ? null : { text: known, end: i + 1 };
}

function lookUp(reference: string): string | undefined {
  let found: string | undefined;
  let end = 0;
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer({ decodeEntities: true }, {
    ontextentity: (code, index) => { found = (found ?? '') + String.fromCodePoint(code); end = index; },
    ontext: nothing, onattribdata: nothing, onattribend: nothing, onattribentity: nothing, onattribname: nothing, oncdata: nothing, onclosetag: nothing,
    oncomment: nothing, ondeclaration: nothing, onend: nothing, onopentagend: nothing, onopentagname: nothing, onprocessinginstruction: nothing, onselfclosingtag: nothing,
  });
  tokenizer.write(reference);
  tokenizer.end();
  return end >= reference.length - 1 ? found : undefined;
}
