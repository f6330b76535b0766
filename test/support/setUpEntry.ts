import { startFromDialog, continueFromDialog, subdistrictLines } from '../../src/flows/setUpDialog';
import { nextSetUpSlice, startInstall, startPrepare } from '../../src/flows/setUp';

/** Entry points of set-up alone, for tests that need no more of the product. */
const whole = globalThis as unknown as Record<string, unknown>;
whole['prepare'] = (subdistrict: string, profile: string) => startPrepare({ subdistrict, profile });
whole['install'] = () => startInstall();
whole['takeNextSlice'] = () => nextSetUpSlice();
whole['onReportSubmit'] = () => undefined;
whole['onMasterEdit'] = () => undefined;
whole['everyHour'] = () => undefined;
whole['pageStartSetUp'] = startFromDialog;
whole['pageContinueSetUp'] = continueFromDialog;
whole['pageSubdistricts'] = subdistrictLines;
