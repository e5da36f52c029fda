import { styleText } from 'node:util';

const styles = ['bold', 'underline', 'dim', 'red', 'yellow', 'green', 'cyan'] as const;

/** Text as a terminal shows it in a style, by the style's name. */
export type Paint = Readonly<Record<(typeof styles)[number], (text: string) => string>>;

/** Paints, or leaves every text as it is where there is to be no colour. */
export function paintFor(colour: boolean): Paint {
  // Whether there is to be colour has been asked already: Node need not build a stream to ask again.
  const as = (style: (typeof styles)[number]) => (text: string): string => (colour ? styleText(style, text, { validateStream: false }) : text);
  return Object.fromEntries(styles.map((style) => [style, as(style)])) as unknown as Paint;
}
