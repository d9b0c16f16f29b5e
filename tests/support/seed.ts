import process from 'node:process';
import fc from 'fast-check';

/**
 * Property tests draw from one seed, so that one commit gives one verdict. `PROPERTY_SEED=random`
 * looks further; a failure names the seed and path that show it again.
 */
const wanted = process.env['PROPERTY_SEED'] ?? '20200413';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
