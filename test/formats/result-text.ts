import type { FileResult } from '../../server/src/core/index.ts';

/** A result as plain data: all of it, or without what is worked out when it is read, which costs most. */
export function resultText(result: FileResult, whole: boolean): string {
  if (whole) return JSON.stringify(result);
  const { format, error, responses, findings } = result;
  return JSON.stringify([
    format, error,
    responses.map(({ id, title, kind, purpose, channel, locale, start, end, segments }) => [id, title, kind, purpose, channel, locale, start, end, segments]),
    findings.map(({ ruleId, level, message, line, column, endLine, endColumn, start, end, text, responseId, also }) => [ruleId, level, message, line, column, endLine, endColumn, start, end, text, responseId, also]),
  ]);
}
