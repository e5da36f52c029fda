const mayBeOther = /^(?:[-+.0-9~]|[nN]u|NU|[tT]r|TR|[fF]a|FA)/;
const nothing = /^(?:~|[Nn]ull|NULL)$/;
const truth = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const whole = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const unbounded = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What a text without quotation marks means in YAML 1.2 (its core schema): a number, true or false, nothing, or itself. */
export function plainValue(text: string): string | number | boolean | null {
  if (!mayBeOther.test(text)) return text;
  if (nothing.test(text)) return null;
  if (truth.test(text)) return text[0] === 't' || text[0] === 'T';
  if (whole.test(text)) return text[1] === 'o' ? parseInt(text.slice(2), 8) : text[1] === 'x' ? parseInt(text.slice(2), 16) : parseInt(text, 10);
  if (unbounded.test(text)) return /nan$/i.test(text) ? NaN : text[0] === '-' ? -Infinity : Infinity;
  return decimal.test(text) ? parseFloat(text) : text;
}
