import { between, oneOf, type Random } from './random.ts';

const names = ['Robin', 'Ines', 'Tomasz', 'Grace', 'Yusuf', 'Chiara', 'Noah', 'Anjali', 'Freya', 'Mateo', 'Hana', 'Luc'];
const things = [
  'hiking boots', 'espresso machine', 'monthly plan', 'train ticket', 'garden table', 'language course', 'phone case', 'baby monitor', 'broadband router', 'yoga mat', 'hotel booking', 'reading glasses',
  'bike helmet', 'cloud storage', 'pet insurance', 'flower subscription', 'office chair', 'game console', 'wedding album', 'air purifier',
];
const troubles = [
  'came with a crack', 'never reached you', 'was billed two times', 'froze after the last release', 'asks for a password that it does not take', 'went to your former address', 'lacks the screws', 'looks different from the picture',
  'will not start on your tablet', 'was cancelled overnight', 'arrived a week late', 'was left with a neighbour', 'renewed before the date you chose', 'drops the connection every evening', 'was charged in dollars',
];
const deeds = [
  'post a new one this afternoon', 'return the whole price', 'put a credit on your account', 'ask the driver where it was left', 'start a trace with the carrier', 'add two free weeks', 'take the late fee off', 'bring your files back',
  'restart the line from here', 'book an engineer', 'correct the address', 'send a corrected invoice', 'upgrade the delivery for free', 'have it collected from your home', 'pause the plan', 'write down the steps for you', 'ring you when it suits you',
];
const dates = ['by noon tomorrow', 'within one working day', 'before Thursday evening', 'in about two hours', 'by 17:00 on Monday', 'within 48 hours', 'at the start of next week', 'once the depot has answered', 'within four working days'];
const people = ['payments team', 'courier', 'packing team', 'developers', 'booking desk', 'workshop', 'returns team'];
const cities = ['Ghent', 'Porto', 'Cardiff', 'Malmö', 'Boston', 'Tucson', 'York', 'Ottawa'];

/** One placeholder in twenty is of another platform, as happens when replies move house. */
const name = (random: Random): string => (random() < 0.05 ? '%{first_name}' : '{{ticket.requester.first_name | default: "there"}}');
const order = (random: Random): string => oneOf(random, ['{{ticket.id}}', '#{{ticket.id}}', '{{ticket.external_id}}']);

type Sentence = (random: Random) => string;

const openings: readonly Sentence[] = [
  (r) => `Hello ${name(r)},`,
  (r) => `Hi ${name(r)},`,
  (r) => `Dear ${name(r)},`,
  (r) => `Good afternoon ${name(r)},`,
  (r) => `Hi ${name(r)}, thanks for getting in touch.`,
];

const plain: readonly Sentence[] = [
  (r) => `Thanks for letting us know that your ${oneOf(r, things)} ${oneOf(r, troubles)}.`,
  (r) => `I'm sorry that your ${oneOf(r, things)} ${oneOf(r, troubles)}: you had plans for it, and we got in their way.`,
  (r) => `I opened order ${order(r)} and can see that it was packed on {{order.packed_at | date: "%d %B"}}.`,
  (r) => `Here is what happens now: I will ${oneOf(r, deeds)} ${oneOf(r, dates)}.`,
  (r) => `Our ${oneOf(r, people)} will ${oneOf(r, deeds)} ${oneOf(r, dates)}, and there is nothing left for you to do.`,
  (r) => `If you would rather have something else, I can also ${oneOf(r, deeds)}.`,
  (r) => `A message with all the details reaches you ${oneOf(r, dates)}.`,
  (r) => `We return £${between(r, 4, 310)}.${between(r, 10, 99)} to the card that you paid with, and most banks show it after ${between(r, 2, 7)} days.`,
  () => 'That was our slip, and I would like to put it right.',
  (r) => `Could you send a picture of the ${oneOf(r, things)} and of the sticker on the parcel? It shows our ${oneOf(r, people)} where to look.`,
  (r) => `There is a short guide with pictures at https://support.example.org/guides/${between(r, 10_000, 99_999)} for the first steps.`,
  (r) => `The parcel was scanned in ${oneOf(r, cities)} at ${between(r, 1, 22)}:${between(r, 10, 59)}, and the ${oneOf(r, people)} plans to bring it ${oneOf(r, dates)}.`,
  (r) => `The guarantee of your ${oneOf(r, things)} still runs, so the repair is free for you.`,
  (r) => `I spoke to our ${oneOf(r, people)}, and they have agreed to ${oneOf(r, deeds)}.`,
  (r) => `Until then the ${oneOf(r, things)} goes on working as it did, and all that is in your account stays there.`,
  () => '{% if customer.tier == "gold" %}Gold members get this with free next-day delivery.{% endif %}',
  () => 'I left a note on your account, so whoever helps you next knows the story and you need not tell it again.',
  () => 'Which version of the app do you have, and what did the screen show just before it stopped?',
  (r) => `Thanks for waiting while we ${oneOf(r, ['went through the logs', 'rang the courier', 'tried the new version', 'counted what is in stock', 'compared both bills'])}.`,
  (r) => `We changed a setting for your team this morning, and the ${oneOf(r, things)} should open now.`,
  (r) => `${oneOf(r, names)} from our ${oneOf(r, people)} has approved the refund, and its reference is ${between(r, 100_000_000, 999_999_999)}.`,
];

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const bad: readonly ((random: Random, phrase: string) => string)[] = [
  (r, phrase) => `${upper(phrase)} ${oneOf(r, ['with this order', 'as things stand', 'and so the request was closed', `about the ${oneOf(r, things)}`])}.`,
  (r, phrase) => `Our ${oneOf(r, people)} looked at it and ${phrase} ${oneOf(r, ['this time', 'here', `for the ${oneOf(r, things)}`])}.`,
  (r, phrase) => `${upper(phrase)}, which is why the ${oneOf(r, things)} cannot be exchanged.`,
  (r, phrase) => `READ THIS FIRST!!! ${upper(phrase)} ${oneOf(r, ['now', 'once more', 'in your case'])}.`,
];

const closings: readonly Sentence[] = [
  () => 'What else can I do for you today?',
  (r) => `Kind regards,\n${oneOf(r, names)}`,
  (r) => `Best wishes,\n${oneOf(r, names)}, customer care`,
  () => 'All the best,\n{{agent.name}}',
  () => 'Thank you for {{customer.years}} years with us.',
];

/** A title such as "Billing: train ticket was billed two times". */
export function title(random: Random): string {
  return `${oneOf(random, ['Delivery', 'Billing', 'Returns', 'Account', 'Fault', 'Complaint', 'Sales', 'Welcome'])}: ${oneOf(random, things)} ${oneOf(random, troubles)}`;
}

/** The words of one reply, 62 to 98 before its end; in 15 of 100 replies one to three sentences are made of a bad phrase. */
export function body(random: Random, phrases: readonly string[]): string {
  const sentences: string[] = [];
  const wanted = between(random, 62, 98);
  for (let words = 2; words < wanted;) {
    const sentence = oneOf(random, plain)(random);
    words += sentence.split(' ').length;
    sentences.push(sentence);
  }
  if (random() < 0.15) {
    for (let left = between(random, 1, 3); left > 0; left--) sentences.splice(between(random, 0, sentences.length), 0, oneOf(random, bad)(random, oneOf(random, phrases)));
  }
  const cut = between(random, 1, Math.max(1, sentences.length - 1));
  const rest = sentences.slice(cut);
  const second = rest.length > 2 && random() < 0.2 ? rest.map((sentence) => `- ${sentence}`).join('\n') : rest.join(' ');
  return [oneOf(random, openings)(random), sentences.slice(0, cut).join(' '), second, oneOf(random, closings)(random)].filter((part) => part !== '').join('\n\n');
}
