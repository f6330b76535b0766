import { closedUntil, pinFrom, withWrong } from '../../src/core/pins';
import type { Submission } from '../../src/core/book';
import { usesPin } from '../../src/core/senders';
import type { Settings } from '../../src/core/settings';
import { at, BALANG, envOf, OPERATOR, report, someSettings, VillageStory } from '../support/villageStory';

const seal = (text: string): string => `segel ${text}`;
const operator = { village: BALANG, name: 'Contoh', email: OPERATOR, whatsapp: '6281200000001' };

function pinSettings(more: Partial<Settings> = {}): Settings {
  return someSettings({
    senderMode: 'pin',
    operators: [{ ...operator, pin: seal(`pin|${BALANG}|4821`), until: '2026-08-10' }],
    officePin: seal('pin|63.11.06|7310'),
    ...more,
  });
}

const story = (settings = pinSettings()): VillageStory =>
  new VillageStory({ ...envOf([{ at: 0, settings }]), seal });

function sent(pin: string, time: string, more: Partial<Submission> = {}): Submission {
  const by = { sender: '', proof: 'typed' as const };
  const fact = report('activities', undefined, at('2026-08-03', time), {}, { ...by, ...more });
  return pin === '' ? fact : { ...fact, answers: { ...fact.answers, pin } };
}

const proofOf = (of: VillageStory, fact: Submission): string => of.version(fact).proof;

test.each([
  ['the operator’s', '4821', 'pin'],
  ['written with blanks and full-width digits', ' ４８ 21 ', 'pin'],
  ['the office’s', '7310', 'officePin'],
  ['nobody’s', '4822', 'wrongPin'],
  ['none', '', 'noPin'],
])('a PIN that is %s', (_what, pin, proof) => {
  const of = story();
  const fact = sent(pin, '09:00:00');
  of.arrive(fact);
  expect(proofOf(of, fact)).toBe(proof);
  expect(JSON.stringify(of.book())).not.toContain(pin === '' ? 'segel' : pin);
});

test('it counts as long as its operator, and in its own village', () => {
  const of = story();
  const late = { ...sent('4821', '09:00:00'), at: at('2026-08-11') };
  of.arrive(late);
  expect(proofOf(of, late)).toBe('wrongPin');
  const elsewhere = story(pinSettings({ operators: [{ ...operator, pin: seal('pin|63.11.06.2006|4821') }] }));
  const fact = sent('4821', '09:00:00');
  elsewhere.arrive(fact);
  expect(proofOf(elsewhere, fact)).toBe('wrongPin');
});

test('an address still counts where the form asks for no PIN yet', () => {
  const of = story();
  const fact = sent('', '09:00:00', { sender: OPERATOR, proof: 'verified' });
  of.arrive(fact);
  expect([proofOf(of, fact), of.version(fact).state]).toEqual(['verified', 'accepted']);
});

test('five wrong ones close an hour, in whatever order they are read', () => {
  const wrong = ['09:00:00', '09:10:00', '09:20:00', '09:30:00', '09:40:00'].map((time, n) =>
    sent(String(5000 + n), time),
  );
  const good = [sent('4821', '09:50:00'), sent('4821', '10:00:01')];
  const inOrder = story();
  for (const fact of [...wrong, ...good]) inOrder.arrive(fact);
  const late = story();
  late.arrive(...wrong.slice(1), ...good);
  expect(good.map((fact) => proofOf(late, fact))).toEqual(['pin', 'pin']);
  late.arrive(...wrong.slice(0, 1));
  expect(late.refolds).toBe(1);
  for (const of of [inOrder, late])
    expect(good.map((fact) => proofOf(of, fact))).toEqual(['unseenPin', 'pin']);
});

test('what a PIN proved holds where the answers are gone', () => {
  const of = story();
  const kept = sent('', '09:00:00', { proof: 'officePin' });
  of.arrive(kept);
  expect(of.state(kept)).toContain('byReviewer');
});

test('times of wrong PINs', () => {
  const hour = 3_600_000;
  expect(closedUntil([1, 2, 3, 4], 5)).toBeUndefined();
  expect(closedUntil([1, 2, 3, 4, 5], 6)).toBe(1 + hour);
  expect(closedUntil([1, 2, 3, 4, 5], 1 + hour)).toBeUndefined();
  expect(withWrong([1, 2, 3, 4, 5], 6)).toEqual([2, 3, 4, 5, 6]);
  expect(withWrong([1], 1 + hour)).toEqual([1 + hour]);
});

test.each([7, 821, 1111, 1234, 9876, 2026, 1998])(
  '%i makes no PIN: it is short or easily guessed',
  (number) => {
    expect(pinFrom(number)).toBeUndefined();
  },
);

test('most numbers make one, and none begins with 0', () => {
  const pins = Array.from({ length: 10_000 }, (_none, number) => pinFrom(number) ?? '').filter(Boolean);
  expect(pins.length).toBeGreaterThan(8_700);
  expect(pins.every((pin) => /^[1-9]\d{3}$/.test(pin))).toBe(true);
});

test('a village follows the sub-district unless its own line says otherwise', () => {
  const village = { code: BALANG, name: 'Balang', kind: 'desa' } as const;
  const mode = (own: Partial<Settings['villages'][number]>, all: Settings['senderMode']): boolean =>
    usesPin({ senderMode: all, villages: [{ ...village, ...own }] }, BALANG);
  expect([mode({}, 'account'), mode({}, 'pin')]).toEqual([false, true]);
  expect([mode({ senderMode: 'pin' }, 'account'), mode({ senderMode: 'account' }, 'pin')]).toEqual([
    true,
    false,
  ]);
});
