/** HEADWATERS_ATTACKS=all runs those attacks too that take their time. */
export const isEveryAttack = process.env['HEADWATERS_ATTACKS'] === 'all';
