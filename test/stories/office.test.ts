import type { CommandResult } from '../../src/flows/dialog';
import { beginEach } from '../support/beginEach';
import { HandOver, NEXT } from '../support/handOver';
import { openStory, type Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import { KASI, OPENING, OWNER } from '../support/threeVillages';

jest.setTimeout(120_000);

let story: Story;
let hand: HandOver;

beginEach(async () => {
  story = await openStory();
  hand = new HandOver(story);
  story.workspace.people.others.push(NEXT);
  await story.pass('2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

const log = (): string =>
  story
    .rows('Log')
    .map((row) => row.join(' '))
    .join('\n');

describe('Serah terima akun', () => {
  test('goes from account to account: files, triggers, settings, mail, and each report once', async () => {
    expect((await hand.open('Serah terima akun…', OWNER)).action).toBe('Bagikan berkas');
    const files = hand.owners[OWNER] ?? 0;
    expect((await hand.give()).text).toContain(`Semua berkas sudah dibagikan ke ${NEXT}.`);
    expect(hand.creators).toEqual([OWNER]);
    expect((await hand.open('Ambil alih…', NEXT)).action).toBe('Ambil alih');
    const taken = await hand.take();
    expect(taken.text).toContain(`${NEXT} memegang semua sejak 3 Agustus 2026`);
    expect(taken.lines?.[0]).toBe(`✓ Semua berkas milik ${NEXT}.`);
    expect(hand.owners).toEqual({ [NEXT]: files });
    expect(hand.left).toMatchObject({ keeper: NEXT, setting: NEXT, by: NEXT, isInForce: true });
    expect(log()).toContain(`Akun kantor diambil alih   ${OWNER} ${NEXT} oleh akun yang ditunjuk`);
    expect(story.mails.at(-1)).toMatchObject({ from: NEXT, to: [NEXT] });

    // Both accounts' triggers fire once more; the old account's remove themselves.
    expect(hand.creators).toEqual([NEXT, OWNER].sort());
    const before = story.mails.length;
    const { executions } = await story.submit('other', { answers: { closingMale: OPENING.male + 9 } });
    expect(executions.map((one) => one.user).sort()).toEqual([NEXT, OWNER].sort());
    expect(hand.creators).toEqual([NEXT]);
    expect(hand.versions('Kalahiang')).toBe(1);
    expect(story.mails.slice(before).map((mail) => mail.from)).toEqual([NEXT]);
    await story.pass('2026-08-06T09:14');
    expect(log()).toContain('Serah terima akun selesai');
    expect(await story.health(NEXT)).not.toContain('!');
    expect(new Set(story.mails.slice(before).map((mail) => mail.from))).toEqual(new Set([NEXT]));
    const order = await story.command('recap', { period: 'Juli 2026' }, OWNER);
    expect(order.text).toContain('bukan peninjau');
  });

  test('wrong account, wrong order, wrong address: a sentence, and nothing changes', async () => {
    const before = storyState(story);
    const refusals: [CommandResult, string][] = [
      [await hand.take(OWNER), 'sudah akun kantor'],
      [await hand.take(NEXT), 'Serah terima belum dimulai'],
      [await hand.take(NEXT, 'akun lama terkunci'), 'belum dapat mengubah semua yang diperlukan'],
      [await hand.take(KASI, 'coba'), 'belum dapat mengubah semua yang diperlukan'],
      [await hand.give({}, KASI), `hanya dapat dijalankan dengan akun kantor ${OWNER}`],
      [await hand.give({ email: 'kantor' }), 'Tertulis "kantor"'],
      [await hand.give({ email: OWNER.toUpperCase() }), 'sudah akun kantor'],
      [await hand.give({ email: 'budi.contoh@contoh.id' }), 'tampak seperti akun pribadi'],
      [await story.command('giveOwnership', {}, KASI), 'tidak punya berkas'],
      [await story.command('tidak ada', {}), 'tidak dikenal'],
    ];
    for (const [answer, words] of refusals) {
      expect(answer).toMatchObject({ done: false });
      expect(answer.text).toContain(words);
      expect(answer.text).toContain('Data tidak berubah.');
    }
    story.workspace.switches.noAccount.push('kantor.tiada@contoh.id');
    expect((await hand.give({ email: 'kantor.tiada@contoh.id' })).text).toContain('Google menolak');
    story.workspace.switches.noAccount.length = 0;
    expect(differenceOf(before, storyState(story))).toEqual([]);
    expect((await hand.open('Serah terima akun…', KASI)).action).toBe('');
    await hand.give();
    expect((await hand.open('Serah terima akun…', NEXT)).action).toBe('');
    expect((await hand.take(KASI)).text).toContain(`Serah terima ini ditujukan ke ${NEXT}`);
    expect(await hand.give({ email: 'budi.contoh@contoh.id', sure: 'ya' })).toMatchObject({ done: true });
    expect((await hand.take(NEXT)).text).toContain('ditujukan ke budi.contoh@contoh.id');
    // Nobody takes it up.
    await story.pass('2026-08-08T09:00');
    expect(story.rows('Beranda').flat().join('\n')).toContain(
      'budi.contoh@contoh.id belum menekan Ambil alih',
    );
  });

  test('an old account that is out of reach: the new one works, and what is still foreign is told', async () => {
    await hand.give();
    for (const id of story.workspace.store.ids('file')) {
      const one = story.workspace.store.get('file', id);
      if (one !== undefined) delete one.pendingOwner;
    }
    await story.command('recap', { period: 'Juli 2026' });
    const taken = await hand.take();
    expect(taken.links?.[0]?.url).toContain('pendingowner');
    expect(taken.lines?.join('\n')).toContain('berkas masih milik akun lama');
    hand.project.triggers = hand.project.triggers.filter((one) => one.creator === NEXT);
    await story.submit('other', {});
    expect(hand.versions('Kalahiang')).toBe(1);
    // The recap's file of the old account cannot be thrown away by the new one.
    expect(await story.command('recap', { period: 'Juli 2026' }, NEXT)).toMatchObject({ done: true });
    await story.pass('2026-08-05T09:00');
    expect(story.rows('Beranda').flat().join('\n')).toContain(`berkas masih milik ${OWNER}`);
    // The old account is found again after all.
    expect((await hand.open('Serah terima akun…', OWNER)).action).toBe('Serahkan kepemilikan');
    expect((await story.command('giveOwnership', {}, OWNER)).text).toContain('berkas ditawarkan');
    expect((await hand.open('Ambil alih…', NEXT)).action).toBe('Terima kepemilikan');
    expect((await hand.take()).lines?.[0]).toBe(`✓ Semua berkas milik ${NEXT}.`);
    expect(hand.owners[OWNER]).toBeUndefined();
    expect((await hand.take(OWNER)).text).toContain(`Akun kantor sudah ${NEXT}`);
  });

  test('interrupted and done again it ends in the same place', async () => {
    const tried = await hand.interrupted((all) => all.filter((at) => at % 24 === 7));
    expect(tried.wrong).toEqual({});
    expect(tried.points).toBeGreaterThan(3);
  });
});
