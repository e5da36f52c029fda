import { fold, hashOf, hashStart, hashStep, OPAQUE_WORD } from '../prose/vocabulary.ts';
import { Flag, type Words } from '../prose/words.ts';

/** What stands at a place of a sentence besides words, as the names of features write it. */
const signs = { begin: '^', placeholder: '{}', number: '0', name: 'Name', pause: ',', '.': '.', '!': '!', '?': '?', ':': ':', ';': ';', none: '$' } as const;

/** No word has such a hash but by chance: words hold no control characters. */
const signKey = (sign: string): number => hashOf(`\u0001${sign}`);
const key = Object.fromEntries(Object.entries(signs).map(([name, sign]) => [name, signKey(sign)])) as Record<keyof typeof signs, number>;

/** Sentences with more tokens are read so far and no further. */
const mostTokens = 80;
/** A word is paired with so many of those behind the next one. */
const reach = 3;

/** Sentences of at most so many words are told apart by their length. */
const lengths = [3, 7, 15, 27];
/** What is said of a sentence as a whole: words in capitals, its length, its place, the length of its reply. */
export const shapeNames = [
  ...[0, 1, 2, 3].map((n) => `#capitals-${n}`), ...[0, 1, 2, 3, 4].map((n) => `#length-${n}`),
  '#first', '#second', '#last-but-one', '#last', ...[0, 1, 2, 3, 4].map((n) => `#reply-${n}`),
];
const shapes = shapeNames.map((name) => signKey(name));
const shape = { capitals: 0, length: 4, first: 9, second: 10, lastButOne: 11, last: 12, reply: 13 } as const;

function sideBySide(a: number, b: number): number { return (Math.imul(a ^ 0x5bd1e995, 0x2c1b3c6d) ^ (b + 0x7f4a7c15)) | 0; }
function apart(a: number, b: number): number { return (Math.imul(a ^ 0x297a2d39, 0x1b873593) ^ (b + 0x3c6ef372)) | 0; }

/** Pieces of a word, its ends marked: three to five characters. */
const pieces = [3, 4, 5] as const;
const edge = 0x7c;
/** Longer words are read so far. */
const mostLetters = 24;

/** What stands between two words that are not side by side, in the name of their feature. */
export const gap = '…';
export const marks: ReadonlySet<string> = new Set(Object.values(signs));

/** The key of one token as names write it: a folded word, or a sign. */
export function keyOfToken(token: string): number {
  if (marks.has(token)) return signKey(token);
  const letters = new Uint16Array(mostLetters + 2);
  return /^[a-z]+$/.test(token) ? hashOfLetters(letters, spell(token, 0, token.length, letters)) : hashOf(token);
}

/**
 * The key of a feature by its name: one to three tokens with spaces between them, two words around a gap, a piece of a word
 * behind `*`, its ends written `|`, or `#` and what is said of the whole sentence.
 */
export function keyOfFeature(name: string): number {
  if (name.startsWith('#')) return signKey(name);
  if (name.startsWith('*')) return pieceKey(Array.from(name.slice(1), (sign) => sign.charCodeAt(0)), 0, name.length - 1);
  const tokens = name.split(' ');
  if (tokens[1] === gap) return apart(keyOfToken(tokens[0]!), keyOfToken(tokens[2]!));
  return tokens.slice(1).reduce((sum, token) => sideBySide(sum, keyOfToken(token)), keyOfToken(tokens[0]!));
}

function pieceKey(codes: ArrayLike<number>, from: number, to: number): number {
  let hash = hashStart ^ 0x3ade68b1;
  for (let i = from; i < to; i++) hash = hashStep(hash, codes[i]!);
  return hash;
}

/**
 * Spells the word at `[start, end)`, of plain letters, into `letters`, its ends marked, and answers how many these are: British
 * and American spelling alike (colour, centre, organise, cancelled, programme, catalogue, licence).
 */
function spell(text: string, start: number, end: number, letters: Uint16Array): number {
  letters[0] = edge;
  let size = 1;
  for (let i = start; i < end && size <= mostLetters; i++) {
    let code = fold(text.charCodeAt(i));
    const before = letters[size - 1]!;
    if (code === z) code = s;
    if (code === before && (code === l || code === m)) continue;
    if (code === r && end - start > 4 && before === u && letters[size - 2] === o) size--;
    letters[size++] = code;
  }
  const ends = (...codes: number[]): boolean => size > codes.length + 2 && codes.every((code, i) => letters[size - codes.length + i] === code);
  if (ends(t, r, e)) [letters[size - 2], letters[size - 1]] = [e, r];
  else if (ends(o, g, u, e)) size -= 2;
  else if (ends(r, a, m, e)) size--;
  else if (ends(n, c, e)) letters[size - 2] = s;
  letters[size++] = edge;
  return size;
}

const [a, c, e, g, l, m, n, o, r, s, t, u, z] = Array.from('aceglmnorstuz', (letter) => letter.charCodeAt(0)) as [number, number, number, number, number, number, number, number, number, number, number, number, number];

/** The hash of the word that was spelt with so many letters. */
function hashOfLetters(letters: Uint16Array, size: number): number {
  let hash = hashStart;
  for (let i = 1; i < size - 1; i++) hash = hashStep(hash, letters[i]!);
  return hash;
}

/** Words that are one here: whoever a reply speaks of, whichever courtesy its country asks with, and however it spells, the sentence sounds the same. */
const same = new Map([
  ['kindly', 'please'], ['learnt', 'learned'], ['misspelt', 'misspelled'], ['tyre', 'tire'], ['jewellery', 'jewelry'], ['cheque', 'check'], ['grey', 'gray'], ['enquiry', 'inquiry'], ['practise', 'practice'],
  ['he', 'they'], ['she', 'they'], ['him', 'them'], ['her', 'them'], ['his', 'their'], ['hers', 'theirs'], ['himself', 'themselves'], ['herself', 'themselves'],
].map(([from, to]) => [keyOfToken(from!), keyOfToken(to!)]));
const capitalI = hashOf('i');

/** What such words stand for. */
const standsFor = new Set(same.values());

/** Small words inside a name: "Ana de la Cruz". */
const particles = new Set(['de', 'la', 'del', 'da', 'dos', 'das', 'di', 'van', 'von', 'der', 'den', 'bin', 'ibn', 'al', 'el', 'le', 'y', 'e'].map(keyOfToken));

/** The tokens of one sentence: keys, and the word behind each (-1 where there is none). The arrays are used again. */
export class Tokens {
  readonly key = new Int32Array(mostTokens + 2);
  readonly word = new Int32Array(mostTokens + 2);
  count = 0;
  /** The letters of each word that has pieces, and how many they are (0 where it has none). */
  private readonly letters = Array.from({ length: mostTokens + 2 }, () => new Uint16Array(mostLetters + 2));
  private readonly size = new Uint8Array(mostTokens + 2);

  read(words: Words, index: number): this {
    const sentence = words.sentences[index]!;
    this.count = 0;
    this.push(key.begin, -1);
    for (let w = sentence.first; w < sentence.last && this.count < mostTokens; w++) {
      const flags = words.flags[w]!;
      if (flags & Flag.comma && w > sentence.first) this.push(key.pause, -1);
      const token = this.tokenKey(words, w, w === sentence.first);
      const isInName = this.key[this.count - 1] === key.name;
      // However many words a name has, it is one.
      if (isInName && (token === key.name || (particles.has(token) && goesOn(words, w + 1, sentence.last)))) continue;
      this.push(token, w);
    }
    this.push(endKey(words, index), -1);
    return this;
  }

  /** A second key of the word behind a token, made of the same letters in another way; 0 where it has no pieces. */
  check(token: number): number {
    const letters = this.letters[token]!;
    let sum = 0;
    for (let i = 0; i < this.size[token]!; i++) sum = Math.imul(sum, 0x01000193) ^ letters[i]!;
    return this.size[token]! > 0 ? sum | 1 : 0;
  }

  /** Visits each piece of the word behind a token. */
  eachPiece(token: number, visit: (key: number) => void): void {
    const letters = this.letters[token]!;
    const size = this.size[token]!;
    for (const length of pieces) for (let from = 0; from + length <= size; from++) visit(pieceKey(letters, from, from + length));
  }

  private push(of: number, word: number): void {
    if (this.count >= this.key.length) return;
    if (word < 0) this.size[this.count] = 0;
    this.key[this.count] = of;
    this.word[this.count++] = word;
  }

  /** The key of a word, which is spelt where the next token will stand. */
  private tokenKey(words: Words, w: number, isFirst: boolean): number {
    const at = Math.min(this.count, this.size.length - 1);
    this.size[at] = 0;
    // Words in quotation marks are mentioned: they sound like nothing.
    if (words.id[w] === OPAQUE_WORD || words.flags[w]! & Flag.quoted) return key.placeholder;
    if (words.flags[w]! & Flag.digit) return key.number;
    if (!isFirst && isName(words, w)) return key.name;
    if (!(words.flags[w]! & Flag.plain)) return same.get(words.hash[w]!) ?? words.hash[w]!;
    const letters = this.letters[at]!;
    const size = spell(words.text, words.start[w]!, words.end[w]!, letters);
    const spelt = hashOfLetters(letters, size);
    const stands = same.get(spelt) ?? spelt;
    // A word that stands for others is known as a whole.
    if (!standsFor.has(stands)) this.size[at] = size;
    return stands;
  }
}

/** Does a name go on at this word, or behind one more small one? */
function goesOn(words: Words, w: number, last: number): boolean {
  if (w < last && particles.has(words.hash[w]!)) w++;
  return w < last && isName(words, w);
}

/** A word with a capital, but for the first of a sentence. */
function isName(words: Words, w: number): boolean {
  return (words.flags[w]! & (Flag.capitalised | Flag.capitals | Flag.joined)) === Flag.capitalised && words.hash[w] !== capitalI;
}

/** How a sentence ends: its mark, or what stands behind its last word. */
function endKey(words: Words, index: number): number {
  const { mark, last } = words.sentences[index]!;
  if (mark === '.' || mark === '!' || mark === '?') return key[mark];
  const sign = words.text[words.end[last - 1]!];
  return sign === ',' ? key.pause : sign === ':' ? key[':'] : sign === ';' ? key[';'] : key.none;
}

/** Visits each feature of a sentence: its key, and the tokens that it was made of, both ends included (-1 for one of the whole sentence). */
export function eachFeature(words: Words, index: number, tokens: Tokens, visit: (key: number, first: number, last: number) => void): void {
  eachOfTokens(words, index, tokens, visit);
  eachOfPlace(words, index, visit);
  for (let i = 0; i < tokens.count; i++) tokens.eachPiece(i, (piece) => { visit(piece, i, i); });
}

/** The same without the pieces of words, and without the sentence's place. */
export function eachOfTokens(words: Words, index: number, tokens: Tokens, visit: (key: number, first: number, last: number) => void): void {
  const { key: keys, word, count } = tokens.read(words, index);
  let [capitals, plain] = [0, 0];
  for (let i = 0; i < count; i++) {
    const one = keys[i]!;
    visit(one, i, i);
    if (i + 1 < count) {
      const two = sideBySide(one, keys[i + 1]!);
      visit(two, i, i + 1);
      if (i + 2 < count) visit(sideBySide(two, keys[i + 2]!), i, i + 2);
    }
    const w = word[i]!;
    if (w < 0) continue;
    plain++;
    if (words.flags[w]! & Flag.capitals && words.end[w]! - words.start[w]! > 2) capitals++;
    for (let j = i + 2, seen = 0; j < count && seen < reach; j++) {
      if (word[j]! < 0) continue;
      visit(apart(one, keys[j]!), i, j);
      seen++;
    }
  }
  visit(shapes[shape.capitals + Math.min(capitals, 3)]!, -1, -1);
  visit(shapes[shape.length + step(plain)]!, -1, -1);
}

/** Visits the features that depend on where in its reply a sentence stands, and on nothing in it. */
export function eachOfPlace(words: Words, index: number, visit: (key: number, first: number, last: number) => void): void {
  const all = words.sentences.length;
  const say = (nth: number): void => visit(shapes[nth]!, -1, -1);
  if (index === 0) say(shape.first);
  if (index === 1) say(shape.second);
  if (index === all - 2) say(shape.lastButOne);
  if (index === all - 1) say(shape.last);
  say(shape.reply + Math.min(4, Math.floor(all / 3)));
}

function step(count: number): number {
  let n = 0;
  while (n < lengths.length && count > lengths[n]!) n++;
  return n;
}
