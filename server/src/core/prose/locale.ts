import { hashOf } from './vocabulary.ts';
import { Flag, type Words } from './words.ts';

/**
 * The small words by which a language shows itself. A library that weighs letter triples needs more text than a canned
 * reply has; the question here is only whether a reply is in a language that has rules.
 */
const smallWords: Readonly<Record<string, string>> = {
  en: 'the a an and or but no yes to of in on for with is are was be been this that it we i you your our my have has will can if not as at by from please thank thanks hi hello dear sorry so do did get any all more about',
  de: 'der die das und oder aber zu von mit ist sind war wir ich sie ihr ihre ihnen nicht haben wird kann wenn auf für bei aus ein eine einen bitte danke hallo liebe sehr geehrte uns unsere leider vielen dass',
  fr: 'le la les des du et ou mais de en dans pour avec est sont nous vous votre vos je ne pas avez une un ce cette sur par plus merci bonjour cher chère que qui nos notre être',
  es: 'el la los las y o pero de en para con es son nosotros usted su sus yo no ha un una este esta por más gracias hola estimado que nuestro nuestra le lo se del al tu si',
  pt: 'o os as e ou mas de em para com são nós você seu sua eu não um uma este esta por mais obrigado obrigada olá que nosso nossa do da no na se ao',
  it: 'il lo gli le e o ma di in per con è sono noi lei suo sua io non un una questo questa più grazie ciao gentile che nostro nostra del della se al la',
  nl: 'de het een en of maar van in op voor met is zijn was wij we ik u uw jij je niet hebben wordt kan als bij uit dank hallo beste geachte dat onze ons graag naar',
  pl: 'i lub ale w na do z jest są nie my pan pani twój się to że dziękujemy dzień dobry witaj proszę o po od dla za przez państwa',
  sv: 'och eller men i på för med är var vi jag du din ditt inte har kan om av en ett tack hej att som det den från till',
  da: 'og eller men i på for med er var vi jeg du din dit ikke har kan hvis af en et tak hej at som det den fra til',
  fi: 'ja tai mutta on ovat ei me minä sinä te kun jos kiitos hei että joka tämä se voi olla sekä',
  cs: 'a nebo ale v na do z je jsou ne my vy váš se to že děkujeme dobrý den prosím o po od pro za při',
  tr: 've veya ama bir bu için ile değil biz siz sizin merhaba teşekkür lütfen olarak da de ne',
  id: 'dan atau tetapi di ke dari untuk dengan adalah kami anda tidak ini itu yang terima kasih halo silakan akan bisa',
};

const names = Object.keys(smallWords);
/** Per small word its languages, one bit each: an index into `names`. */
const languages = new Map<string, number>();
for (const [language, words] of Object.entries(smallWords)) for (const word of words.split(' ')) languages.set(word, (languages.get(word) ?? 0) | (1 << names.indexOf(language)));
const english = names.indexOf('en');

/** The plain ones, in slots by the hash of their letters: no string is made of the words of a text, of which most are in no slot. */
const slots: ({ readonly word: string; readonly hash: number; readonly of: number } | undefined)[] = new Array(2048).fill(undefined);
const slotOf = (hash: number): number => {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== undefined && slots[slot]!.hash !== hash) slot = (slot + 1) & (slots.length - 1);
  return slot;
};
for (const [word, of] of languages) if (/^[a-z]+$/.test(word)) slots[slotOf(hashOf(word))] = { word, hash: hashOf(word), of };

/** Besides its languages: it is in a script that none of them is written in. */
const otherScript = 1 << 30;

/** The languages of a word, as bits; -1 where it has no letters. */
function languagesOf(words: Words, w: number): number {
  const [start, end] = [words.start[w]!, words.end[w]!];
  if (words.flags[w]! & Flag.plain) {
    const known = slots[slotOf(words.hash[w]!)];
    if (known === undefined || known.word.length !== end - start) return 0;
    return words.text.startsWith(known.word, start) || words.text.slice(start, end).toLowerCase() === known.word ? known.of : 0;
  }
  const word = words.text.slice(start, end).toLowerCase();
  if (!/[a-z\u00aa-\uffef]/.test(word)) return -1;
  return (languages.get(word) ?? 0) | (!/[a-z]/.test(word) && /[^\u0000-\u024f\u2018\u2019]/.test(word) ? otherScript : 0);
}

/**
 * Which words stand in a name as far as capitals show it: "De Las Casas", "Ana da Silva", "Mr Das". A capital at the
 * start of a sentence shows nothing, unless another one follows.
 */
function inNames(words: Words): boolean[] {
  const named = new Array<boolean>(words.count).fill(false);
  const capital = (w: number): boolean => (words.flags[w]! & Flag.capitalised) !== 0;
  for (const sentence of words.sentences) {
    for (let first = sentence.first; first < sentence.last; first++) {
      if (!capital(first)) continue;
      let last = first;
      for (let w = first + 1; w < sentence.last && !(words.flags[w]! & Flag.comma); w++) {
        if (capital(w)) last = w;
        else if (!languages.has(words.text.slice(words.start[w], words.end[w]))) break;
      }
      if (first > sentence.first || last > first) named.fill(true, first, last + 1);
      first = last;
    }
  }
  return named;
}

/** How often each language shows, the first to show first. */
class Counts {
  private readonly by = new Int32Array(names.length);
  private readonly order: number[] = [];

  /** `of` has a bit for each language of a word. */
  add(of: number): void {
    for (let language = 0; of !== 0; language++, of >>>= 1) if (of & 1 && this.by[language]!++ === 0) this.order.push(language);
  }

  of(language: number): number { return this.by[language]!; }

  /** The language that shows most often; -1 where none does. */
  leader(): number {
    let leader = -1;
    for (const language of this.order) if (leader < 0 || this.by[language]! > this.by[leader]!) leader = language;
    return leader;
  }

  /** Languages and how often they show, most first. */
  ranked(): (readonly [string, number])[] {
    return this.order.map((language) => [names[language]!, this.by[language]!] as const).sort((a, b) => b[1] - a[1]);
  }
}

/**
 * The language of a text, as a BCP 47 primary tag. English where there is too little to go by and nothing speaks
 * against it; `und` where the script or the words are of no language known here.
 */
export function detectLocale(words: Words): string {
  const counts = new Counts();
  let known = 0;
  let total = 0;
  let foreign = 0;
  for (let w = 0; w < words.count; w++) {
    const of = languagesOf(words, w);
    if (of < 0) continue;
    total++;
    if (of === 0) continue;
    if (of & otherScript) foreign++;
    if (of & ~otherScript) {
      known++;
      counts.add(of & ~otherScript);
    }
  }
  if (foreign * 2 > total) return 'und';
  const inEnglish = counts.of(english);
  /** Where hardly a word is known to be English, it is none. */
  const fewOrEnglish = inEnglish * 20 < total && total >= 12 ? 'und' : 'en';
  if (counts.leader() === english) return fewOrEnglish;
  const [first, second] = counts.ranked();
  if (first && !spokenBeside(words, inEnglish)) return 'en';
  if (!first || total < 4) return first && first[1] >= 2 && inEnglish === 0 ? first[0] : 'en';
  if (inEnglish >= first[1] * 0.8) return fewOrEnglish;
  if (first[1] >= 2 && first[1] > (second?.[1] ?? 0) * 0.99 && inEnglish * 2 <= first[1]) return first[0];
  if (known * 20 < total) return 'und';
  return inEnglish * 2 > first[1] ? 'en' : first[0];
}

/** Is there a language that shows about as often as English, without the words in names? "Calm down, De Las Casas" is no Spanish. */
function spokenBeside(words: Words, inEnglish: number): boolean {
  const spoken = new Counts();
  const named = inNames(words);
  for (let w = 0; w < words.count; w++) {
    const of = languagesOf(words, w);
    if (of > 0 && !named[w]) spoken.add(of & ~otherScript);
  }
  return spoken.ranked().some(([language, count]) => count * 0.8 > inEnglish && language !== 'en');
}
