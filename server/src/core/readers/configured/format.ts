import type { FormatSetting } from '../../config/config.ts';
import { compileGlobs } from '../../config/globs.ts';
import type { PlaceholderPair } from '../../model.ts';
import { syntaxOf } from '../data-formats.ts';
import { jsonSyntax } from '../json/json-syntax.ts';
import type { Candidate, Format, Reader } from '../reader.ts';
import { shapeReader } from '../shapes/shape-reader.ts';
import { configuredShape } from './shape.ts';
import { configuredTable } from './table.ts';

const id = 'configured';

/** What the config says of files: formats of its own, and the placeholders that it declares for any. */
export interface ConfiguredFormats {
  /** To be asked before all others. */
  readonly own: readonly Format[];
  /** True for files whose replies the config itself points out: one that cannot be read is worth a word. */
  describes(path: string): boolean;
  /** The same format, whose fields know the placeholders declared for the file. */
  withPlaceholders(format: Format): Format;
}

export function configuredFormats(settings: readonly FormatSetting[]): ConfiguredFormats {
  const known = settings.map((setting) => ({ setting, matches: compileGlobs(setting.files) })).reverse();
  const own = known.filter(({ setting }) => setting.customer !== undefined).map(({ setting, matches }): Format => ({
    id,
    recognise: (file) => (matches(file.path) ? readerFor(file, setting) : null),
  }));
  return {
    own,
    describes: (path) => known.some(({ setting, matches }) => setting.customer !== undefined && matches(path)),
    withPlaceholders: (format) => ({
      id: format.id,
      recognise(file) {
        const pairs = known.flatMap(({ setting, matches }) => (setting.placeholders?.length && matches(file.path) ? setting.placeholders : []));
        const reader = format.recognise(file);
        return reader === null || pairs.length === 0 ? reader : knowing(reader, pairs);
      },
    }),
  };
}

function knowing(reader: Reader, placeholders: readonly PlaceholderPair[]): Reader {
  return {
    ...reader,
    read(source, item) {
      const { reply, problems } = reader.read(source, item);
      return { reply: reply && { ...reply, fields: reply.fields.map((field) => ({ ...field, placeholders })) }, problems };
    },
  };
}

function readerFor(file: Candidate, setting: FormatSetting): Reader | null {
  const syntax = syntaxOf(file.path) ?? (/^\s*[[{]/.test(file.text) ? jsonSyntax : null);
  if (syntax === null) return configuredTable(file, setting) ?? emptyReader('This file has no column that "customer" in your settings names; please compare the two.');
  const reader = shapeReader(syntax, configuredShape(setting), file.path);
  return {
    ...reader,
    items(text) {
      const { items, problems } = reader.items(text);
      if (items.length > 0 || problems.length > 0) return { items, problems };
      return { items, problems: [{ message: `Nothing lies at "${setting.records ?? ''}" in this file, where your settings look for replies.`, offset: 0 }] };
    },
  };
}

function emptyReader(message: string): Reader {
  return {
    format: id,
    items: () => ({ items: [], problems: [{ message, offset: 0 }] }),
    read: () => ({ reply: null, problems: [] }),
    isStillOneItem: () => false,
  };
}
