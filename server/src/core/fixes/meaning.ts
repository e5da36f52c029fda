import { diffArrays } from 'diff';
import { BREAK, OPAQUE } from '../markup/inline.ts';

/** A rewrite as its reader meets it: the sentences it touches, before and after, in prose. */
export interface MeaningChange {
  readonly before: string;
  readonly after: string;
  /** The words of `before` that the rule itself names: they are the fault, so what they say may go. */
  readonly fault: string;
}

type Count = (text: string) => readonly string[];

/** `pattern` is met in small letters: to look for either case costs V8 twice the time to compile it. */
const find = (pattern: RegExp): Count => (text) => (text.toLowerCase().match(pattern) ?? []).map((found) => found.replace(/’/g, "'"));

const numbers: Count = (text) => (text.match(/[#$€£¥]?\d[\d.,:/%-]*/g) ?? []).map((found) => found.replace(/[.,:-]+$/, ''));
const placeholders = find(new RegExp(OPAQUE, 'g'));
const dates = find(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|yesterday|tonight|midnight|noon)\b/g);
const spelled = find(/\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|half|twice)\b/g);
const conditions = find(/\b(?:if|unless|until|provided|except|whenever|only|in the event|in case|had (?:you|we|it)|should you)\b/g);
/** Words for one decision count as one. */
const sameDecision: Readonly<Record<string, string>> = { reim: 'refu', deni: 'decl', deny: 'decl', reje: 'decl', dele: 'remo' };
const decisions: Count = (text) => find(/\b(?:refund|reimburs|replac|approv|declin|den(?:y|ied|ies)|reject|cancel|suspend|suspension|terminat|remov|delet|ban(?:s|ned)?\b|block|charg|exclud|eligib|qualif|grant|revok|dismiss|clos(?:e|es|ed|ing)\b)/g)(text).map((stem) => sameDecision[stem.slice(0, 4)] ?? stem.slice(0, 4));
const plainNegations = find(/\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot)\b|n['’]t\b/g);
/** Words that say no, or that something is not there. */
const negations = find(/\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|unable|impossible|unavailable|missing|lacks?|lacking|outstanding|incomplete|unless|refus\w+|fail\w*|forg[eo]t\w*|neglect\w*|omit\w*|declin\w+|den(?:y|ied|ies)|reject\w*|exclud\w*|prevent\w*|outside|beyond|yet|still|stops?|instead|rather|wrong\w*|incorrect\w*|errors?|mistakes?|mistaken\w*|mistyped)\b|n['’]t\b/g);
/** Those that no rewrite may bring: "still missing" only says what is to come. */
const hardNegations = find(/\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot|unable|impossible|unavailable|refus\w+|fail\w*|forg[eo]t\w*|neglect\w*|omit\w*|declin\w+|den(?:y|ied|ies)|reject\w*|exclud\w*|prevent\w*|wrong\w*|incorrect\w*|errors?|mistakes?|mistaken\w*)\b|n['’]t\b/g);
const refusals = find(/\b(?:can|could|will|would|shall|able|possible)\s*(?:not|n['’]t)\b|\bcannot\b|\bcan['’]t\b|\bwon['’]t\b|\bunable\b|\bimpossible\b|\bnot (?:be )?(?:able|possible)\b/g);
const promises = find(/\b(?:i|we)(?:['’]ll| will| shall| promise| guarantee)\b|\bguarantee[ds]?\b|\bpromise[ds]?\b|\byou(?:['’]ll| will) (?:get|receive|have)\b|\bwill (?:be|get) (?:\w+ )?(?:refunded|reimbursed|replaced|credited|resolved|fixed|sent|shipped|restored|back)\b|\b(?:immediately|for free|free of charge)\b/g);
const admissions = find(/\b(?:i|we)(?:['’]ve| have)? (?:failed|got (?:it|this|that) wrong|made (?:a|the|this) mistake|messed up|let you down|dropped the ball|should have|were wrong|caused)\b|\b(?:our|my) (?:mistake|fault|error|failure|negligence)\b/g);
const blame = find(/\byou(?:['’]ve| have)? (?:failed|forgot|neglected|ignored|should have|caused)\b|\byour (?:own )?(?:mistake|fault|error|failure|negligence)\b/g);
/** Capitalised words inside a sentence; the first word of a sentence says nothing. */
const names: Count = (text) => [...text.matchAll(/(?<=[a-z0-9\u00DF-\u00FF,;\uFFFC] )[A-Z\u00C0-\u00DE][A-Za-z0-9\u00C0-\u024F’'-]*/g)].map((found) => found[0]).filter((name) => !/^(?:I|This|That|These|The|We|You|Your|Our|It|If|In|As|Please|There|Here|Any|All|No|Not|To|For|With|Thank|Thanks)(?:['’][A-Za-z\u00C0-\u024F]+)?$/.test(name));

/** Where a line was wrapped says nothing. */
const flat = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ');

/** What of `from` is not in `to`, each as often as it is there. */
function without(from: readonly string[], to: readonly string[]): string[] {
  const left = [...to];
  return from.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Is the name there in other letters, or as the first word of a sentence? */
function saysAnyway(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}

/** Things that a customer could act on: none may go, none may come. */
const facts: readonly Count[] = [numbers, dates, spelled, names];

/**
 * The one gate that every fix passes: why a rewrite changes what the reply says, or null. The fault may go; what stands
 * around it stays, and nothing is promised, admitted or blamed that was not before.
 */
export function meaningLost(change: MeaningChange): string | null {
  const before = flat(change.before);
  const rewritten = flat(change.after);
  const fault = flat(change.fault);
  // What a gap will hold is for a person to say, and so is a promise that hangs on one.
  const isNew = (gap: string): boolean => !before.includes(gap);
  const after = rewritten.replace(/\[[^\][]*\]/g, (gap) => (isNew(gap) ? ' ' : gap));
  const said = rewritten.replace(/[^.!?]*(\[[^\][]*\])/g, (part, gap: string) => (isNew(gap) ? ' ' : part));
  if (count(before, BREAK) !== count(after, BREAK)) return 'It would join or part paragraphs.';
  if (placeholders(before).length !== placeholders(after).length) return 'It would lose or add a placeholder.';
  for (const fact of facts) {
    // What the rule itself names may go ("today" in a stock phrase), but no figure save "100%".
    const named = fact === names ? null : fact === numbers ? fact(fault).filter((figure) => figure === '100%') : fact(fault);
    const lost = without(fact(before), [...fact(after), ...(named ?? [])]).find((item) => fact !== names || !(saysAnyway(after, item) || saysAnyway(fault, item)));
    if (lost !== undefined) return `It would lose “${lost}”.`;
    const added = without(fact(after), fact(before)).find((item) => fact !== names || !saysAnyway(before, item));
    if (added !== undefined) return `It would add “${added}”.`;
  }
  const { gone, come } = wordChanges(before, after);
  if (gone.includes(OPAQUE)) return 'It would move a placeholder.';
  if (blame(come).length > 0) return 'It would add blame.';
  if (admissions(come).length > 0) return 'It would add an admission of fault.';
  if (promises(said).length > promises(before).length) return 'It would add a promise.';
  const [decided] = without(decisions(after), decisions(before));
  if (decided !== undefined && !conditions(fault).length) return 'It would add a decision.';
  for (const [says, what] of [[conditions, 'the condition'], [decisions, 'the decision'], [plainNegations, 'the word']] as const) {
    const [lost] = without(says(gone), says(fault));
    if (lost !== undefined && !without(says(before), says(fault)).every((word) => says(come).includes(word))) return `It would lose ${what} “${lost}”.`;
  }
  // A sentence that is all fault is said anew, and may be said with an "if".
  const allFault = wordsOf(before).length <= wordsOf(fault).length;
  const [condition] = without(conditions(after), conditions(before));
  if (condition !== undefined && !allFault && conditions(fault).length === 0) return `It would add the condition “${condition}”.`;
  return negationChanged(before, after, fault, allFault) ?? contentLost(before, after, fault, after !== rewritten);
}

/**
 * Words of content that are no part of the fault, gone without a trace: the line ignores its sentence. Where a gap asks for
 * them again, one more may go.
 */
function contentLost(before: string, after: string, fault: string, asksAgain: boolean): string | null {
  const left = new Set(wordsOf(after).map(stem));
  const named = new Set(wordsOf(fault).map(stem));
  const lost = wordsOf(before).filter((word) => word.length > 2 && !small.has(word) && !filler.has(word) && !named.has(stem(word)) && !left.has(stem(word)));
  return lost.length > (asksAgain ? 2 : 1) ? `It would lose what the sentence is about: “${lost.slice(0, 3).join(' … ')}”.` : null;
}

const stem = (word: string): string => word.replace(/(?:ies|ing|ed|es|s|e|y)$/, '').slice(0, 7);

/** The words that go and the words that come, each as a text. */
function wordChanges(before: string, after: string): { gone: string; come: string } {
  const words = (text: string): string[] => text.match(/[A-Za-z0-9\u00C0-\u024F’'$€£¥#%-]+|\uFFFC/g) ?? [];
  const parts = diffArrays(words(before), words(after), { comparator: (a, b) => a.toLowerCase() === b.toLowerCase() });
  const text = (which: 'removed' | 'added'): string => parts.filter((part) => part[which]).map((part) => part.value.join(' ')).join(' . ');
  return { gone: text('removed'), come: text('added') };
}

function negationChanged(before: string, after: string, fault: string, allFault: boolean): string | null {
  const kept = negations(before).length - negations(fault).length;
  const now = negations(after).length;
  if (now < kept) return 'It would lose a “not”.';
  if (now > 0 && !allFault && negations(fault).length === 0 && hardNegations(after).length > hardNegations(before).length) return 'It would add a “not”.';
  // A refusal stays a refusal, unless the sentence says nothing else.
  if (refusals(fault).length > 0 && now === 0 && !/\[[^\][]*\]/.test(fault) && contentWords(before) > bareRefusal) return 'It would take back the refusal.';
  return null;
}

/** The most words besides small ones that a sentence may have and be nothing but its refusal: "We can't help with that". */
const bareRefusal = 2;

const small = new Set("i we you it that this there here to do done be is are was can can't cannot could not will won't would able unable possible impossible help assist with at for the any further anything your our this request moment time unfortunately sorry but and afraid m re t ll ve s d simply just".split(' '));

/** Words that colour a sentence and carry nothing. */
const filler = new Set("really very quite truly just simply also well please kindly now then again already even ever still completely totally absolutely fully sincerely deeply extremely has have had been being were they them their what which who when where how than more most some such into from about over very must should would could may might need needs want wants get got make made going all any each every other others another both while whilst during however though although therefore thus hence too lot bit like own same further above below once take takes taking took give gives keep keeps kept put come comes came know knows see way re ve ll doesn didn isn aren wasn don haven hasn won".split(' '));

function contentWords(sentence: string): number {
  return wordsOf(sentence).filter((word) => !small.has(word)).length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[A-Za-z0-9\u00C0-\u024F\uFFFC]+/g) ?? [];
}

function count(text: string, what: string): number {
  return text.split(what).length;
}
