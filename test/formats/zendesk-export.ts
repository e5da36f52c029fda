// Writes a Zendesk export of any size: npx tsx test/formats/zendesk-export.ts 5000 > export.json
import { pathToFileURL } from 'node:url';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Marks every text that no customer sees: nothing that is found may hold it. */
export const secret = 'zzinternal';

const greetings = ['Hi {{ticket.requester.first_name}},', 'Hello,', 'Dear {{ticket.requester.name}},', 'Thanks for writing to us.'];
const good = ['Your parcel left our depot on Monday.', 'You can send it back within 30 days.', 'We have added the voucher to your account 😀.', 'Here is the form: https://example.com/form?a=1&b=2.', 'The price is 5 < 10 “euros”.'];
const bad = ['Per our policy, we close this case today.', 'Calm down.', 'You failed to add the date.', 'We apologize for any inconvenience.', 'As stated before, this is final!!'];
const closings = ['Kind regards,\n{{current_user.name}}', 'Take care.', '{% if ticket.via == "Mail" %}Reply to this mail.{% endif %}'];

export interface Made {
  readonly text: string;
  /** How many macros say something, to the customer or to the team. */
  readonly spoken: number;
}

/** An export of `count` macros: public and internal, plain and HTML, by channel, with twins, with holes and odd values in between. */
export function zendeskExport(count: number, seed = 1): Made {
  const number = numbers(seed);
  const one = <T>(list: readonly T[]): T => list[number(list.length)]!;
  const html = (text: string): string => text.split('\n\n').map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`).join('');
  let spoken = 0;
  const macros = Array.from({ length: count }, (_, id) => {
    const isPrivate = number(4) === 0;
    const rude = isPrivate ? [`${secret}: the idiot wrote again, calm down!!! Per our policy, you failed to pay.`] : [one(good), ...(number(2) ? [one(bad)] : [])];
    const body = [one(greetings), ...rude, one(closings)].join('\n\n');
    const actions: unknown[] = [{ field: 'status', value: one(['open', 'pending', 'solved']) }, { field: 'current_tags', value: `${secret} calm_down` }];
    const kind = number(7);
    if (kind === 0) actions.push({ field: 'comment_value', value: body });
    if (kind === 1) actions.push({ field: 'comment_value', value: ['channel:all', body] });
    if (kind === 2) actions.push({ field: 'comment_value_html', value: html(body) });
    if (kind === 3) actions.push({ field: 'comment_value', value: ['channel:web', body] }, { field: 'comment_value', value: ['channel:chat', one(isPrivate ? rude : good)] });
    if (kind === 4) actions.push({ field: 'comment_value_html', value: html(body) }, { field: 'comment_value', value: body });
    if (kind === 5) actions.push({ field: 'comment_value', value: one([null, 7, [], {}, true, ['channel:all'], [null, 3]]) });
    if (kind === 6) actions.push(one<unknown>([null, 'x', [], { field: null, value: body }, { value: body }, { field: 'comment_value' }]));
    if (kind <= 4) spoken++;
    if (isPrivate) actions.splice(number(actions.length + 1), 0, { field: 'comment_mode_is_public', value: one<unknown>([false, 'false']) });
    else if (number(2)) actions.push({ field: 'comment_mode_is_public', value: one<unknown>([true, 'true']) });
    return {
      id: 360000 + id, title: `${one(['Billing', 'Parcel', 'Account'])}::${secret} ${id}!!!`, active: number(5) > 0,
      description: one([null, `${secret}: per our policy, calm down!!!`]), actions, restriction: one([null, { type: 'Group', id: 9, ids: [9] }]), position: id,
    };
  });
  return { text: JSON.stringify({ macros, next_page: null, count }, null, number(2) * 2), spoken };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write(zendeskExport(Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 1)).text);
