import { checkAllFixes, checkEachFix, checkFindings, checkReading } from './check-format.ts';
import { fixtures, withCrlf } from './fixture.ts';

for (const fixture of fixtures().flatMap((fixture) => [fixture, ...withCrlf(fixture)])) {
  describe(`the fixture ${fixture.name}`, () => {
    it('is read field by field', () => checkReading(fixture));
    it('has the findings that are marked, and no others', () => checkFindings(fixture));
    it('lets each fix change its own reply alone', () => checkEachFix(fixture));
    it('takes all fixes together', () => checkAllFixes(fixture));
  });
}
