import type { Construct } from './constructs.ts';

const directives = new Set((
  'if elseif else endif unless endunless isset endisset empty endempty auth endauth guest endguest switch case break default endswitch for endfor ' +
  'foreach endforeach forelse endforelse while endwhile continue include includeif includewhen includeunless includefirst each extends section ' +
  'endsection show stop parent yield stack push endpush prepend endprepend once endonce component endcomponent slot endslot props aware php endphp ' +
  'csrf method error enderror env endenv production endproduction class style checked selected disabled readonly required lang choice json verbatim endverbatim inject use'
).split(' '));
const printing = new Set(['lang', 'choice', 'yield', 'json', 'include', 'each']);
const alternatives = new Set(['else', 'elseif', 'case', 'default', 'empty']);

/** The Blade directive (`@if (…)`, `@php … @endphp`) at `at`, null where the sign is just an "at". */
export function directiveAt(text: string, at: number): Construct | null {
  if (at > 0 && /[\w@]/.test(text[at - 1]!)) return null;
  const name = /^[A-Za-z]+/.exec(text.slice(at + 1, at + 24))![0].toLowerCase();
  if (!directives.has(name)) return null;
  const after = at + 1 + name.length;
  const open = /^[ \t]*\(/.exec(text.slice(after, after + 8));
  const close = open ? closingBracket(text, after + open[0].length) : -1;
  const end = open && close !== -1 ? close + 1 : after;
  if (name === 'php' && !open) {
    const over = text.indexOf('@endphp', end);
    const stop = over === -1 ? text.length : over + 7;
    return { kind: 'unseen', start: at, end: stop, inner: { start: at, end: stop } };
  }
  return { kind: alternatives.has(name) ? 'apart' : printing.has(name) ? 'value' : 'control', start: at, end, inner: { start: at, end } };
}

/** Index of the bracket that closes what opened before `from`, quoted ones not counted; -1 within 2,000 characters of none. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  let quote = '';
  for (let i = from; i < Math.min(text.length, from + 2000); i++) {
    const sign = text[i]!;
    if (sign === '\\') i++;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return i;
  }
  return -1;
}
