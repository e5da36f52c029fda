import fc from 'fast-check';

/** Words, and all that has ever broken a reader: what begins something in some syntax, blanks, line ends, and characters of more than one unit. */
const bits = [
  'We', 'can', 'help', 'you', 'Sorry', 'true', 'null', '12', '0x1F', '~', ' ', ' ', ' ', '  ', '   ', '\t', '\n', '\n', '\n\n', '\n\n\n', '\n  ', ' \n', '\r\n', '\r',
  ': ', ':', ' #', '# ', '#', '- ', '-', '! ', '!', '& ', '&', '* ', '*', '? ', '?', '| ', '|', '>', '<', '%', '@', '`', '=', '+', '.', ',', ';', '[', ']', '{', '}', '---', '...', '\n- ', '\n# ', '\n---\n',
  "'", "''", '"', '""', '\\', '\\n', '\\u00e9', '/', '{{x}}', '{{ a.b }}', '{name}', '{% if a > 1 %}', '{% endif %}', '{{', '%}', '<b>', '</p>', '<br>', '<!--', ']]>', '&amp;', '&copy', '&#10;',
  'é', 'e\u0301', '😀', '👩‍💻', '🇬🇧', 'ß', '。', '\u0085', '\u2028', '\u2029', '\u00a0', '\u200b', '\ufeff', 'שלום', '\u202e', '\u2067', 'مرحبا', '\u0007',
];

/** A very long line, so that writers that fold have something to fold. */
const long = fc.integer({ min: 20, max: 120 }).map((count) => 'on and on '.repeat(count).trimEnd());

/** Any text, from the empty one to a very long line. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.array(fc.constantFrom(...bits), { minLength: 0, maxLength: 12, size: 'max' }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...bits), long, fc.constantFrom(...bits)).map((parts) => parts.join('')) },
);

const faults = ['Per our policy, we close at five.', 'Calm down.', 'You failed to add the date.', 'We apologize for any inconvenience.', "You can't return it, as stated before.", 'Please be patient!!', 'You must call us.'];
const joints = [' ', ' ', ' ', '\n', '\n\n', ' “', '” ', ' (', ') ', ' 😀 ', ' {{x}} ', " 'so' ", ' "so" ', ': ', ' & ', ' <3 ', ' e\u0301 ', ' שלום ', '  ', ' \\ ', ' #1 ', ', '];

/** Texts in which several things are worth rewriting, with awkward characters between them. */
export const faultyTexts: fc.Arbitrary<string> = fc.array(fc.tuple(fc.constantFrom(...faults, 'Your parcel is here.'), fc.constantFrom(...joints)), { minLength: 1, maxLength: 4, size: 'max' })
  .map((parts) => `Hello, ${parts.map((part) => part.join('')).join('').trimEnd()}`);
