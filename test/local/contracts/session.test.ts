import { cleanUp, KASI, OWNER } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const CASES: Case[] = [
  ['Session.getEffectiveUser().getEmail()', OWNER],
  ['Session.getActiveUser().getEmail()', OWNER],
  ['Session.getUser().getEmail()', OWNER],
  ['Session.getScriptTimeZone()', 'Asia/Makassar'],
  ['Session.getTimeZone()', 'Asia/Makassar'],
  ['Session.getActiveUserLocale()', 'id'],
  ['Session.getTemporaryActiveUserKey() === Session.getTemporaryActiveUserKey()', true],
];

describe('Session (google.md section 5; reference, Class Session)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'Session',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('the language is the account’s, the zone the manifest’s', () => {
    expect(evaluate('Session.getActiveUserLocale()', { options: { switches: { language: 'en' } } })).toBe(
      'en',
    );
    expect(evaluate('Session.getScriptTimeZone()', { manifest: { timeZone: 'Asia/Jakarta' } })).toBe(
      'Asia/Jakarta',
    );
  });

  test('another person has another key, and says no address', () => {
    const key = (user: string): unknown => evaluate('Session.getTemporaryActiveUserKey()', { user });
    expect(key(KASI)).not.toBe(key(OWNER));
    expect(String(key(KASI))).not.toContain('@');
  });

  test('without the scope nobody is known, and asking who the run is of is refused', () => {
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] };
    expect(evaluate('Session.getActiveUser().getEmail()', { manifest })).toBe('');
    expect(evaluate('Session.getEffectiveUser().getEmail()', { manifest })).toMatch(
      /Session\.getEffectiveUser.*userinfo\.email/,
    );
  });
});
