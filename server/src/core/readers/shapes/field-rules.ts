import type { FieldRule } from './records.ts';

/** A title, a shortcut: read by agents who look for the reply. */
export const label = (key: string): FieldRule => ({ key, audience: 'label', markup: 'text' });

/** What agents tell each other. */
export const note = (key: string): FieldRule => ({ key, audience: 'internal', markup: 'seen' });

/** Paths of a list under one of these keys, of a bare list, and of a record alone. */
export const lists = (...names: string[]): string[] => [...names.map((name) => `${name}.*`), '*'];
export const listsOrOne = (...names: string[]): string[] => [...lists(...names), ''];
/** The path of a file that is one record. */
export const one = [''];
