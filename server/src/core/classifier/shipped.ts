import { Classifier } from './classifier.ts';
import { classifierData } from './generated/en.ts';

let english: Classifier | null = null;

/** What was learned of this language, loaded when it is first asked for; null where nothing was. */
export function classifierOf(locale: string): Classifier | null {
  return locale === 'en' ? (english ??= new Classifier(classifierData())) : null;
}
