/** Whole numbers from 0 on, as narrow as they may be. */
export type Numbers = Uint8Array | Uint16Array | Int32Array;

const kinds = [Uint8Array, Uint16Array, Int32Array] as const;

/** The numbers in the narrowest array that holds them all. */
export function narrow(numbers: ArrayLike<number>): Numbers {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i]!);
  return most < 0x100 ? Uint8Array.from(numbers) : most < 0x10000 ? Uint16Array.from(numbers) : Int32Array.from(numbers);
}

/** Where each of some stretches begins that stand one after the other, and last where they all end. */
export function startsOf(lengths: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  let sum = 0;
  for (let i = 0; i < lengths.length; i++) starts[i + 1] = sum += lengths[i]!;
  return starts;
}

/** Lists one after the other, and how long each is. */
export function laidOut(lists: readonly ArrayLike<number>[]): { lengths: Numbers; all: Numbers } {
  return { lengths: narrow(lists.map(({ length }) => length)), all: narrow(lists.flatMap((list) => Array.from(list))) };
}

/** The UTF-16 units of a text. */
export function unitsOf(text: string): Numbers {
  return narrow(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
}

/** The text of UTF-16 units. */
export function textOf(units: Numbers, start = 0, end = units.length): string {
  let text = '';
  // As many at once as a call may have arguments.
  for (let at = start; at < end; at += 8192) text += String.fromCharCode.apply(null, units.subarray(at, Math.min(at + 8192, end)) as unknown as number[]);
  return text;
}

/**
 * Named arrays of numbers in one piece of bytes, which are read where they lie: nothing is decoded or copied. What is not
 * asked for costs nothing. Numbers lie with their lowest byte first, as on every machine that runs JavaScript.
 */
export class Sections {
  private readonly bytes: Uint8Array;
  private readonly places: Readonly<Record<string, readonly [kind: number, start: number, length: number]>>;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const [head] = new Int32Array(this.bytes.buffer, this.bytes.byteOffset, 1);
    this.places = JSON.parse(textOf(this.bytes, 4, 4 + head!)) as Sections['places'];
  }

  /** @throws RangeError where there is no such section. */
  numbers(name: string): Numbers {
    const place = this.places[name];
    if (!place) throw new RangeError(`There is no section "${name}".`);
    const [kind, start, length] = place;
    return new kinds[kind]!(this.bytes.buffer as ArrayBuffer, this.bytes.byteOffset + start, length);
  }

  text(name: string): string { return textOf(this.numbers(name)); }
}

/** The bytes that `Sections` reads. */
export function writeSections(sections: Readonly<Record<string, Numbers>>): Uint8Array {
  const rounded = (bytes: number): number => Math.ceil(bytes / 4) * 4;
  const all = Object.entries(sections);
  const headFor = (from: number): string => {
    let at = from;
    return JSON.stringify(Object.fromEntries(all.map(([name, numbers]) => {
      const place = [kinds.findIndex((kind) => numbers instanceof kind), at, numbers.length];
      at += rounded(numbers.byteLength);
      return [name, place];
    })));
  };
  // The places stand in the head, whose own length moves them: room for the largest numbers first.
  const from = rounded(4 + headFor(0x7fffffff - 1e9).length);
  const head = headFor(from);
  const bytes = new Uint8Array(from + all.reduce((sum, [, { byteLength }]) => sum + rounded(byteLength), 0));
  bytes.set(new Uint8Array(Int32Array.of(head.length).buffer));
  bytes.set(unitsOf(head), 4);
  let at = from;
  for (const [, numbers] of all) {
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at);
    at += rounded(numbers.byteLength);
  }
  return bytes;
}
