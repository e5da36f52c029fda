import fc from 'fast-check';

/** The styles in which YAML can write a text. */
export const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

const bits = [
  'We', 'can', 'help', 'you', 'Sorry', 'true', 'null', '12', '{{x}}', '{name}', ' ', '  ', ' ', '\n', '\n\n', '\n  ', '\t', ': ', ':', ' #', '#', '- ', '-', "'", '"', '\\', '{', '}', '[', ']',
  ',', '|', '>', '&', '*', '!', '%', '@', '`', '?', '=', '~', '---', '...', '<b>', '&amp;', 'é', 'e\u0301', '😀', '👩‍💻', '\u0085', '\u2028', '\u00a0', '。', 'ß', '\u0007',
];

/** Texts made of what is awkward to hold in a file. */
export const awkwardText = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
