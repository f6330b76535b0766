import type { SenderProof } from '../core/book';
import type { Intake } from './intake';
import { writeVillage, type VillageRow } from './registry';
import { withProof } from './villageForms';
import type { Run } from './run';

/** The village's row where that form has begun or ceased to collect verified addresses; else as it was. */
function rowNow({ desk }: Run, row: VillageRow, { source, form }: Intake): VillageRow {
  const verified = form.collectsVerified() ?? desk.settings.emailsVerified;
  const proof: SenderProof = verified === true ? 'verified' : 'typed';
  return verified === undefined || proof === source.proof ? row : withProof(row, source, proof, desk.now);
}

/**
 * Notices forms that collect verified addresses now, or do so no more: somebody set it in the form, or says so in
 * `Pengaturan` where Google does not tell. What was sent before it was noticed keeps what it proved.
 */
export function noticeProofs(run: Run, intakes: readonly Intake[]): void {
  const { master, registry } = run.desk;
  for (const row of new Set(intakes.map((one) => one.row))) {
    const own = intakes.filter((one) => one.row === row);
    const now = own.reduce((changed, one) => rowNow(run, changed, one), row);
    if (now === row) continue;
    run.afterwards(() => {
      writeVillage(master, registry.villages.indexOf(row), now);
    });
  }
}
