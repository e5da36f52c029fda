import type { CheckedFile, Report, Summary } from '../checked.ts';
import type { Output } from '../streams.ts';

/** The machine-readable form; one file a line, so that a large result can be looked at. */
export function jsonReport(out: Output): Report {
  const files: string[] = [];
  return {
    file({ result, fixed }: CheckedFile): void {
      files.push(JSON.stringify(fixed > 0 ? { ...result, fixed } : result));
    },
    end({ files: count, responses, error, warning, info, hint, unreadable, fixed }: Summary): void {
      const summary = JSON.stringify({ files: count, responses, error, warning, info, hint, unreadable, fixed });
      out.write(`{"version":1,"summary":${summary},"files":[`);
      files.forEach((file, i) => out.write(`${i === 0 ? '' : ','}\n${file}`));
      out.write(`${files.length === 0 ? '' : '\n'}]}\n`);
    },
  };
}
