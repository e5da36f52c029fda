import type { FormatSetting } from '../config/config.ts';
import { compileGlobs } from '../config/globs.ts';
import type { Format } from '../readers/reader.ts';
import { platformOfFormat } from './shipped.ts';

/** The same formats, whose replies know their platform: as they say themselves, else as the config says of the file, else as the format tells. */
export function knowingPlatform(settings: readonly FormatSetting[]): (format: Format) => Format {
  const known = settings.flatMap(({ files, platform }) => (platform === undefined ? [] : [{ platform, matches: compileGlobs(files) }])).reverse();
  return (format) => ({
    id: format.id,
    recognise(file) {
      const reader = format.recognise(file);
      const platform = reader && (known.find(({ matches }) => matches(file.path))?.platform ?? platformOfFormat(reader.format));
      if (!reader || !platform) return reader;
      return {
        format: reader.format,
        items: (text) => reader.items(text),
        isStillOneItem: (source, item, before) => reader.isStillOneItem(source, item, before),
        read(source, item) {
          const { reply, problems } = reader.read(source, item);
          return { reply: reply && { ...reply, declared: { platform, ...reply.declared } }, problems };
        },
      };
    },
  });
}
