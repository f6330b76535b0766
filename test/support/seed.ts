import fc from 'fast-check';

/**
 * Property tests draw the same cases every day, so that a build fails for what changed; `SEED=<number>` draws others,
 * `SEED=acak` new ones each time.
 */
const { SEED = '20260801' } = process.env;
if (SEED !== 'acak') fc.configureGlobal({ seed: Number(SEED) });
