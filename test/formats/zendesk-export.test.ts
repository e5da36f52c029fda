import assert from 'node:assert/strict';
import { createLinter } from '../../server/src/core/index.ts';
import { secret, zendeskExport } from './zendesk-export.ts';

describe('a generated Zendesk export', () => {
  for (const seed of [1, 2]) {
    it(`is read whole, and nothing internal is reported (seed ${seed})`, () => {
      const { text, spoken } = zendeskExport(400, seed);
      const result = createLinter({ 'min-level': 'hint' }).lint({ path: 'export.json', text });
      assert.deepEqual([result.format, result.error, result.responses.length], ['zendesk-macros', null, spoken]);
      assert.ok(result.findings.length > 100);
      const customer = result.responses.flatMap((reply) => reply.segments).filter((segment) => segment.audience === 'customer');
      for (const finding of result.findings) {
        assert.ok(customer.some((segment) => segment.start <= finding.start && finding.end <= segment.end), JSON.stringify(finding));
        assert.ok(!finding.text.includes(secret), JSON.stringify(finding));
      }
      for (const segment of customer) assert.ok(!text.slice(segment.start, segment.end).includes(secret), text.slice(segment.start, segment.end));
    });
  }
});
