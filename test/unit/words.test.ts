import assert from 'node:assert/strict';
import { inlineLayer } from '../../server/src/core/markup/index.ts';
import { Vocabulary } from '../../server/src/core/prose/vocabulary.ts';
import { Flag, Words } from '../../server/src/core/prose/words.ts';
import { detectLocale } from '../../server/src/core/prose/locale.ts';

const read = (text: string): Words => new Words().read(inlineLayer('text').toProse(text).text, new Vocabulary());

/** `marked` is a text with a bar after each sentence. */
function check(marked: string): void {
  const words = read(marked.replaceAll('|', ''));
  const text = words.text;
  assert.deepEqual(words.sentences.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ').trim()), marked.split('|').map((s) => s.replace(/^\s*- /, '').replace(/\s+/g, ' ').trim()).filter((s) => s !== ''));
}

describe('sentences', () => {
  it('end at a full stop, question mark or exclamation mark before a space', () => check('We sent it.| Did it come?| Great!| Bye.|'));
  it('do not end inside numbers, addresses and abbreviations', () => check('Version 3.5 costs £3.50, e.g. for Mr. Shah, see no. 7 of the list.| Done.|'));
  it('end with the paragraph and with each list item', () => check('Please send\n\n|- the date|\n- the place|'));
  it('go on over a hard-wrapped line', () => check('This is a long line that somebody wrapped by hand because\nit would not fit.| Next.|'));
  it('take closing quotation marks along', () => check('She said "no."| We agreed.|'));
  it('go on after a full stop and a small letter', () => check('It ended... or so we thought.| Yes.|'));
});

describe('words', () => {
  const quoted = (text: string): string[] => {
    const words = read(text);
    return Array.from({ length: words.count }, (_, w) => w).filter((w) => words.flags[w]! & Flag.quoted).map((w) => words.text.slice(words.start[w], words.end[w]));
  };
  it('know that they are mentioned and not used', () => assert.deepEqual(quoted('Never write "calm down" to “angry people” here.'), ['calm', 'down', 'angry', 'people']));
  it('are used where the whole reply stands in quotation marks', () => assert.deepEqual(quoted('"Please calm down."'), []));
});

describe('the language of a reply', () => {
  const cases: [string, string][] = [
    ['en', "We're sorry about the delay. Your parcel leaves tomorrow."],
    ['en', 'Done!'],
    ['en', 'Calm down, Ana da Silva.'],
    ['en', 'No problem, Mr De Las Casas.'],
    ['es', 'Hola, Ana de la Cruz, no podemos cancelar el pedido.'],
    ['de', 'Die Rechnung für Ihre Bestellung ist bezahlt.'],
    ['de', 'Leider können wir Ihnen die Ware nicht erstatten, da die Frist abgelaufen ist.'],
    ['fr', 'Nous sommes désolés, votre commande a été annulée et vous serez remboursé.'],
    ['es', 'Lamentamos informarle que su pedido no se puede cancelar.'],
    ['pt', 'Infelizmente não podemos processar o seu pedido de reembolso.'],
    ['und', 'ご不便をおかけして申し訳ございません。'],
    ['nl', 'Helaas kunnen we uw bestelling niet meer annuleren.'],
    ['pl', 'Niestety nie możemy zwrócić pieniędzy za to zamówienie, ponieważ minął termin.'],
  ];
  for (const [locale, text] of cases) it(`is ${locale}: ${text}`, () => assert.equal(detectLocale(read(text)), locale));
});
