import type { Incoming, Range } from '../model.ts';
import type { Vocabulary } from '../prose/vocabulary.ts';
import { Words } from '../prose/words.ts';
import type { RuleFinder, Sightings } from '../rules/finder.ts';
import { Gist, shared } from './words.ts';

/** What is read in a customer's message: data of a locale. */
export interface IncomingSource {
  readonly warnings: readonly { readonly id: string; readonly title: string; readonly cue: string }[];
  readonly questions: readonly { readonly id: string; readonly asked: string; readonly answered: readonly string[] }[];
  readonly kin: readonly (readonly string[])[];
  readonly plain: readonly string[];
}

/** A text with its words and what was seen in it. */
interface Read {
  readonly text: string;
  readonly words: Words;
  readonly seen: Sightings;
}

/** The fewest words that the opening shares with the message where it names its matter. One is little, but a false alarm costs more than a miss. */
const leastEcho = 1;

/** A question with fewer words of its own is not called unanswered for want of them. */
const leastTelling = 4;

/** Where one question ends and the next begins inside a sentence. */
const nextQuestion = /(?:,\s*(?:and|or|but)?|\s+and|\s+or|;|:)\s+(?=(?:also\s+)?(?:can|could|do|does|did|is|are|was|were|will|would|should|who|what|when|where|why|how|which|may|must|am|has|have)\b[^,.;]*\b(?:i|you|it|we|they|he|she|my|our|your|the|this|that|there|somebody|someone|anyone|anybody|pays?|is|are)\b)/i;
const asksAloud = /^(?:(?:and|so|but|also|if so|please|ok|okay|well|then|in that case|just),?\s+)*(?:(?:what|when|where|why|how|who|which)\b|(?:can|could|do|does|did|is|are|was|were|will|would|should|am|has|have|may|must)(?:n['’]t)? (?:i|you|we|they|he|she|it|there|this|that|these|those|the|a|an|my|our|your|their|somebody|someone|anybody|anyone)\b)/i;
const asksPolitely = /\b(?:(?:could|can|would|will) (?:you|somebody|someone|anyone)(?: please)? (?:tell|say|let|confirm|explain|check)|(?:i|we)(?:'d| would)? (?:also )?(?:like|want|need|love) to know|wonder(?:ing)? (?:if|whether|when|what|how|why)|let (?:me|us) know (?:if|whether|when|what|how|why|who|where))\b/i;

/** Reads messages and the replies to them. */
export class IncomingReader {
  private readonly source: IncomingSource;
  private readonly gist: Gist;
  private readonly finder: RuleFinder;
  private readonly vocabulary: Vocabulary;

  constructor(source: IncomingSource, finder: RuleFinder, vocabulary: Vocabulary) {
    this.source = source;
    this.gist = new Gist(source.kin, source.plain);
    this.finder = finder;
    this.vocabulary = vocabulary;
  }

  /** `reply` is prose; `opening` its first two sentences after the salutation. */
  hold(message: string, reply: string, opening: Range): Incoming {
    const asked = this.read(message);
    const said = this.read(reply);
    return {
      warnings: this.warnings(asked),
      questions: this.questions(asked).map((text) => ({ text, answered: this.isAnswered(text, message, said) })),
      echoed: shared(this.gist.of(reply.slice(opening.start, opening.end)), this.gist.of(message)) >= leastEcho,
    };
  }

  private read(text: string): Read {
    const words = new Words().read(text, this.vocabulary);
    return { text, words, seen: this.finder.look(words) };
  }

  private warnings({ text, words, seen }: Read): Incoming['warnings'] {
    return this.source.warnings.flatMap(({ id, title, cue }) => {
      const shown = this.finder.shown(seen, cue)[0];
      return shown ? [{ id, title, words: text.slice(words.start[shown.first], words.end[shown.last - 1]) }] : [];
    });
  }

  /** What the customer wants to be told, with or without a question mark. */
  private questions({ text, words }: Read): string[] {
    const found: string[] = [];
    for (const { start, end, mark } of words.sentences) {
      const sentence = text.slice(start, end).trim();
      const clauses = splitQuestions(sentence);
      clauses.forEach((clause, index) => {
        const isLast = index === clauses.length - 1;
        const question = withoutAfterthought(clause);
        if (asksPolitely.test(clause) || (asksAloud.test(clause) && (mark === '?' || (mark === '' && isLast) || (clauses.length > 1 && !/^(?:who|which)\b/i.test(clause)) || /^(?:what|why|how|when)\b/i.test(clause)))) found.push(question);
        else if (mark === '?' && isLast) found.push(question);
      });
    }
    return found;
  }

  private isAnswered(question: string, message: string, reply: Read): boolean {
    const { seen } = this.read(question);
    const kind = this.source.questions.find(({ asked }) => this.finder.cue(seen, asked).length > 0);
    const shows = kind?.answered.some((cue) => this.finder.cue(reply.seen, cue).length > 0) ?? false;
    const own = this.gist.of(question);
    const rest = this.gist.of(message.replace(question, ' '));
    // What only the question speaks of tells best whether it was heard.
    const telling = new Set([...own].filter((each) => !rest.has(each)));
    const said = this.gist.of(reply.text);
    const amounts = [...telling].filter((each) => /\d/.test(each));
    // A sum or a number that nobody takes up is passed over, unless money is given back.
    if (amounts.length > 0 && !amounts.some((each) => said.has(each)) && !said.has(this.gist.one('refund'))) return false;
    const heard = shared(telling, said) > 0;
    switch (kind?.id) {
      case 'when': return shows;
      case 'why': return shows || heard;
      // A question that hangs on few words may well be answered in others.
      default: return shows || heard || telling.size < leastTelling;
    }
  }
}

/** A question without what is told after it: “is it step-free, my husband uses a wheelchair”. */
function withoutAfterthought(clause: string): string {
  const cut = /^(?:\S+\s+){3,}?\S+?(?=,\s+(?:my|our|we|i|as|since|because|so|he|she)\b)/i.exec(clause);
  return cut ? cut[0] : clause;
}

function splitQuestions(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  for (let cut = nextQuestion.exec(rest); cut; cut = nextQuestion.exec(rest)) {
    parts.push(rest.slice(0, cut.index).trim());
    rest = rest.slice(cut.index + cut[0].length);
  }
  return [...parts, rest.trim()].filter((part) => part !== '');
}
