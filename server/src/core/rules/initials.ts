import { OPAQUE, type ProseText } from '../markup/inline.ts';
import { Flag, type Sentence, type Words } from '../prose/words.ts';
import { abbreviations, type Detected } from './detectors.ts';
import { everyday } from './loud-words.ts';

/** Initials that many people outside a trade have met, besides the abbreviations that are no shouting. */
const met = new Set(
  ('NGO BBC CNN NBA NFL FBI CIA GPA PHD MBA DIY AKA ISP SIM APK EXE ZIP RAR PNG JPG JPEG GIF SVG MP3 MP4 HDMI DVD RGB LCD BMI DNA ISO ISBN ' +
    'HIV AIDS MRI ECG EKG ADHD OCD PTSD COVID NATO UNO WHO UEFA FIFA GCSE MOT RAC AAA BMW RSVP TBA POV LOL OMG IMO FTW NSFW HOA PTA YMCA RSPCA NHL MLB UFC LGBT LGBTQ ' +
    'CPR ICU EOF CLI GUI NPM CMS SSH FTP SMTP IMAP CORS UTF UUID CDN AWS GCP IDE TTY REST CRUD YOU AND THE FOR NOT ARE WAS HAS').split(' '),
);

/** Initials that belong to one trade: each of them alone shuts an outsider out. */
const trade = new Set(
  ('EDD OOS EHCP POD AWB NDR RTO WISMO BOPIS NSF CNP FNOL TPA UIM ACV RCV LTV DTI UCC SAR DSAR TAT FCR AHT RCA UAT POC BAU PTP ONT CPE DSLAM PSTN ' +
    'PNR GDS IROPS MCT SSR EMD PIR LRA SSP NTC PRN TID QID DME MRN NPI SCIM EOL MOQ ARN AVS MCC CDD DOL NOI NOA RFE LCL FCL BOL CBM ERP WMS OMS').split(' '),
);

/** Initials in one sentence from which on an outsider no longer follows. */
const several = 2;

/** Sentences that lean on several initials, or on one of a trade, which the text spells out nowhere: from the first of them to the last. */
export function findInitials(prose: ProseText, words: Words): Detected[] {
  if (!(words.present & Flag.capitals)) return [];
  const explained = new Set<string>();
  for (let w = 0; w < words.count; w++) if (isInitials(words, w) && isExplained(words, w)) explained.add(textOf(words, w));
  return words.sentences.flatMap((sentence) => {
    const found = range(sentence).filter((w) => isInitials(words, w) && !explained.has(textOf(words, w)));
    if (found.length === 0) return [];
    // What is said in plain words once stands for the sentence.
    if (range(sentence).some((w) => isInitials(words, w) && awaitsWords(words, w)) || /^.?\s*In plain words:/.test(words.text.slice(words.end[sentence.last - 1]!, words.end[sentence.last - 1]! + 24))) return [];
    const written = new Set(found.map((w) => textOf(words, w)));
    if ((written.size < several && (![...written].some((initials) => trade.has(initials)) || range(sentence).some((w) => explained.has(textOf(words, w))))) || range(sentence).every((w) => words.flags[w]! & Flag.capitals)) return [];
    const start = words.start[found[0]!]!;
    const end = words.end[found.at(-1)!]!;
    const text = prose.text.slice(start, end);
    const rest = prose.text.slice(start, sentence.body);
    // One gap after the sentence says more than one beside each of several initials.
    if (sentence.mark === '.' && !rest.includes(OPAQUE)) return [{ start, end: sentence.body, rewrites: [`${rest}. In plain words: [what that means]`] }];
    return [{ start, end, rewrites: text.includes(OPAQUE) ? [] : [`${text} ([in plain words])`] }];
  });
}

/** In brackets after what they stand for, or in front of brackets that tell it. */
function isExplained(words: Words, word: number): boolean {
  const before = words.text.slice(Math.max(0, words.start[word]! - 2), words.start[word]);
  return /[(]\s*$/.test(before) || /^[*_]*\s?[(]/.test(words.text.slice(words.end[word], words.end[word]! + 4));
}

/** In front of a gap in brackets, for what it means. */
function awaitsWords(words: Words, word: number): boolean {
  return /^[*_]*\s?[(]/.test(words.text.slice(words.end[word], words.end[word]! + 4)) && words.text.slice(words.end[word], words.end[word]! + 5).includes(OPAQUE);
}

/** Part of a proper name, as in HUB International or Smith & Sons LLP? */
function isInName(words: Words, word: number): boolean {
  const next = word + 1 < words.count && words.sentence(word + 1) === words.sentence(word) ? textOf(words, word + 1) : '';
  return /^(?:International|Group|Holdings|Bank|Insurance|Services|Ltd|Limited|Inc|Corporation|University|Foundation|Trust)$/.test(next);
}

const textOf = (words: Words, word: number): string => words.text.slice(words.start[word], words.end[word]);

function range({ first, last }: Sentence): number[] {
  return Array.from({ length: last - first }, (_, i) => first + i);
}

function isInitials(words: Words, word: number): boolean {
  const flags = words.flags[word]!;
  if (!(flags & Flag.capitals) || flags & (Flag.quoted | Flag.digit | Flag.joined)) return false;
  // Capitals side by side are shouted.
  if (word > 0 && words.flags[word - 1]! & Flag.capitals && !(flags & Flag.comma)) return false;
  if (word + 1 < words.count && words.flags[word + 1]! & Flag.capitals && !(words.flags[word + 1]! & Flag.comma)) return false;
  const written = textOf(words, word);
  if (isInName(words, word)) return false;
  return /^[A-Z]{3,5}$/.test(written) && !abbreviations.has(written) && !met.has(written) && !everyday.has(written);
}
