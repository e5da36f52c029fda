/** The library's token kinds and scan errors; it declares them as `const enum`, which cannot be imported one file at a time. */
export const Token = {
  OpenBrace: 1, CloseBrace: 2, OpenBracket: 3, CloseBracket: 4, Comma: 5, Colon: 6,
  Null: 7, True: 8, False: 9, String: 10, Number: 11, End: 17,
} as const;

export const StringError = { Unclosed: 2, Unicode: 4, Escape: 5, Character: 6 } as const;
