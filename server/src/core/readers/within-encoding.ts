import { unencodable, type Encoding } from '../text/encoding.ts';
import type { Field, Format, Reader } from './reader.ts';

const names: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' };

/** The same formats for a file in this encoding: a field refuses what its bytes cannot spell. */
export function withinEncoding(formats: readonly Format[], encoding: Encoding): readonly Format[] {
  if (encoding !== 'windows-1252') return formats;
  return formats.map((format) => ({
    ...format,
    recognise(file) {
      const reader = format.recognise(file);
      return reader && limited(reader, encoding);
    },
  }));
}

function limited(reader: Reader, encoding: Encoding): Reader {
  return {
    format: reader.format,
    items: (text) => reader.items(text),
    isStillOneItem: (source, item, before) => reader.isStillOneItem(source, item, before),
    read(source, item) {
      const { reply, problems } = reader.read(source, item);
      if (reply === null) return { reply, problems };
      const fields = new Map(reply.fields.map((field) => [field, limitedField(field, encoding)]));
      return { reply: { ...reply, fields: [...fields].map(([{ twinOf }, field]) => (twinOf ? { ...field, twinOf: fields.get(twinOf)! } : field)) }, problems };
    },
  };
}

function limitedField(field: Field, encoding: Encoding): Field {
  return {
    ...field,
    write(start, end, newText) {
      const written = field.write(start, end, newText);
      if ('refused' in written) return written;
      for (const edit of written) {
        const missing = unencodable(edit.newText, encoding);
        if (missing !== null) return { refused: `The file is in ${names[encoding]}, which has no “${missing}”. Save it as UTF-8, and this can be written.` };
      }
      return written;
    },
  };
}
