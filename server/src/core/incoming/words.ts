/** Small words that no message is about. */
const small = new Set(`a an the and or but if so as at by for from in into of on onto out over to too with without about after before than then there here it its i me my mine we us our you your he she
they them their his her this that these those what when where which who whom whose why how is are was were be been being am do does did done have has had can could will would shall should may might must not no
yes nor only also any all some each both more most other such very own same again under while until because through during between s t re ve ll d m don isn aren wasn weren doesn didn hasn haven hadn won
wouldn couldn shouldn can't cannot`.split(/\s+/));

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Words as stems: what a reply may share with a message, however it is inflected. Words that say the same thing have one stem. */
export class Gist {
  private readonly canon = new Map<string, string>();
  private readonly plain: ReadonlySet<string>;

  /** `kin` are groups of words that say the same thing; `plain` words carry nothing here. */
  constructor(kin: readonly (readonly string[])[], plain: readonly string[]) {
    for (const group of kin) for (const word of group) if (!this.canon.has(stem(word))) this.canon.set(stem(word), stem(group[0]!));
    this.plain = new Set(plain.map(stem));
  }

  /** The stem of one word. */
  one(word: string): string {
    return this.canon.get(stem(word)) ?? stem(word);
  }

  /** The stems that carry what a text is about; numbers are among them. */
  of(text: string): Set<string> {
    const words = text.toLowerCase().replace(/\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g, (word) => String(numbers.indexOf(word) + 2)).replace(/[’‘]/g, "'").match(/[£$€]?\d[\d.,]*\d|\d|[a-z\u00C0-\u024F]+(?:'[a-z]+)?/g) ?? [];
    const stems = words.map((word) => word.replace(/'(?:s|re|ve|ll|d|m|t)$|n't$/, '')).filter((word) => !small.has(word) && (word.length > 2 || /\d/.test(word))).map(stem);
    return new Set(stems.filter((each) => !this.plain.has(each)).map((each) => this.canon.get(each) ?? each));
  }
}

function stem(word: string): string {
  if (/^[£$€]?\d/.test(word)) return word.replace(/^[£$€]|[.,]$/g, '');
  return word.toLowerCase().replace(/(?:ations?|ments?|ings?|ied|ies|ed|es|ly|s|e|y)$/, (ending, at: number) => (at < 3 ? ending : '')).replace(/(.)\1$/, '$1').slice(0, 8);
}

/** How many stems two texts have in common. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count++;
  return count;
}
