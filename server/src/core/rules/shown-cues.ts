/** A cue that is shown: its sentence, and the words `[first, last)` that show it. */
export interface Shown {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

const width = 4;

/** Where cues are shown in one text, as rows of numbers: a text shows dozens of cues, and is asked for a few of them. */
export class ShownCues {
  /** Cue, sentence, first word, and the word after the last one. */
  private readonly rows: number[] = [];

  add(cue: number, sentence: number, first: number, last: number): void {
    this.rows.push(cue, sentence, first, last);
  }

  /** Where a cue is shown, ascending. */
  of(cue: number): Shown[] {
    const { rows } = this;
    const shown: Shown[] = [];
    for (let row = 0; row < rows.length; row += width) {
      if (rows[row] === cue) shown.push({ sentence: rows[row + 1]!, first: rows[row + 2]!, last: rows[row + 3]! });
    }
    return shown.length < 2 ? shown : shown.sort((a, b) => a.first - b.first);
  }

  /** The sentences that show a cue, ascending, each once. */
  sentences(cue: number): number[] {
    const { rows } = this;
    const sentences: number[] = [];
    // Sentence after sentence is read, so that each sentence's rows stand together.
    for (let row = 0; row < rows.length; row += width) {
      if (rows[row] === cue && sentences.at(-1) !== rows[row + 1]) sentences.push(rows[row + 1]!);
    }
    return sentences;
  }

  /** Does one of the sentences `from` to `to` show the cue? */
  isShown(cue: number, from: number, to: number): boolean {
    const { rows } = this;
    for (let row = 0; row < rows.length; row += width) {
      if (rows[row] === cue && rows[row + 1]! >= from && rows[row + 1]! <= to) return true;
    }
    return false;
  }

  /** The same without what touches one of these stretches of words. */
  apartFrom(stretches: readonly Pick<Shown, 'first' | 'last'>[]): ShownCues {
    if (stretches.length === 0) return this;
    const { rows } = this;
    const apart = new ShownCues();
    for (let row = 0; row < rows.length; row += width) {
      const [cue, sentence, first, last] = [rows[row]!, rows[row + 1]!, rows[row + 2]!, rows[row + 3]!];
      if (!stretches.some((one) => first < one.last && one.first < last)) apart.add(cue, sentence, first, last);
    }
    return apart;
  }
}
