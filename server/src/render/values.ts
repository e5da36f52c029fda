import { soundsLikeName, variableOf } from '../core/platforms/names.ts';
import type { Platform } from '../core/platforms/platform.ts';

/** What variables of any platform usually print, by the last words of their names. */
const usual: readonly (readonly [RegExp, string])[] = [
  [/first_?name$|given_?name$|^name$|(?:user|customer|contact|client|author|recipient|requester)[._]?(?:name)?$/i, 'Sam'],
  [/last_?name$|surname$|family_?name$/i, 'Rivera'],
  [/full_?name$|display_?name$|name$/i, 'Sam Rivera'],
  [/e?mail(?:_?address)?$/i, 'sam@example.com'],
  [/(?:url|link|website|href)$/i, 'https://example.com/status'],
  [/(?:date|time|_at|_on|day)$/i, '3 March'],
  [/(?:price|total|amount|cost|fee|balance)$/i, '25.00'],
  [/(?:number|id|code|reference|no)$/i, '10423'],
  [/(?:count|quantity|qty|days|hours)$/i, '2'],
  [/phone|mobile/i, '555 0100'],
  [/city|town/i, 'Leeds'],
  [/(?:product|item|title|subject)/i, 'blue lamp'],
];

/** So many characters has a value that somebody did not think of. */
const longest = 60;

/** What a variable prints: the platform's own example, else what such names usually stand for. */
export function exampleOf(name: string, platform: Platform | null): string {
  const known = platform && variableOf(platform, name);
  if (known?.example) return known.example;
  const plain = name.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/\[[^\]]*\]/g, '');
  return usual.find(([pattern]) => pattern.test(plain))?.[1] ?? 'example';
}

/** The same, as long as it gets. */
export function longExampleOf(name: string, platform: Platform | null): string {
  const one = exampleOf(name, platform);
  const sign = /[\s]/.test(one) || /^[A-Za-z]+$/.test(one) ? ' ' : '';
  return `${one}${sign}`.repeat(Math.ceil(longest / (one.length + sign.length))).slice(0, longest).replace(/ $/, one.at(-1)!);
}

/** What the platform prints where there is no value: mostly nothing. */
export function emptyOf(platform: Platform | null): string {
  if (platform === null) return '';
  return /prints “([^”]{1,3})”/.exec(platform.empty)?.[1] ?? /sent as (\[\[[^\]]+\]\])/.exec(platform.empty)?.[1] ?? '';
}

/** Values that are there whenever a reply is sent: addresses, ids, the helpdesk's own names, today, what something costs, what the code counts. */
const alwaysThere = /(?:^|[._])(?:id|url|link|now|today|date|current_?user|agent|assignee|brand|account|shop|store|site|company|inbox|mailbox|app|amount|price|total|subtotal|ticket|case|conversation|issue)(?:[._](?:id|number|status|title|subject|priority|url|link|created\w*))?$|(?:^|[._])(?:current_?user|agent|assignee|brand|shop|store|site|app)[._]|(?:url|link|_id|price|amount)$|^t\s|^dc[.\s]|^\W*\d/i;

/** May a reply be sent without this value, as far as its name tells? */
export function mayBeMissing(name: string, platform: Platform | null): boolean {
  if (platform && (platform['own-names'] || /always known/.test(platform.empty))) return false;
  return !alwaysThere.test(plainName(name));
}

/** What a helpdesk does not know of every customer. */
const oftenUnknown = /order|tracking|invoice|parcel|shipment|delivery|refund|booking|reservation|product|organi[sz]ation|phone|address|street|city|birthday|plan\b/i;

/**
 * How sure it is that customers meet a hole. A name in a greeting is what is missing most. Of other values it is likely on
 * a helpdesk, whose agents send a reply whatever is filled in, and where the template itself asks whether there is one;
 * in a program's own templates, and in words that an agent puts in, it is a guess.
 */
export function certainty(name: string, { greeting, platform, byProgram, asked }: { readonly greeting: boolean; readonly platform: Platform | null; readonly byProgram: boolean; readonly asked: boolean }): 'warning' | 'info' | 'hint' {
  const known = platform && variableOf(platform, name);
  if (greeting && known?.['person-name']) return 'warning';
  if (asked) return 'info';
  if (!/[a-z]/.test(name)) return 'hint';
  if (greeting && (known !== null || soundsLikeName(name) || /^(?:user|customer|client|author|reporter|contact|recipient|first)\b/i.test(name))) return 'info';
  return !byProgram && (platform !== null || oftenUnknown.test(plainName(name))) ? 'info' : 'hint';
}

function plainName(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1_$2');
}
