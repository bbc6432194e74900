/** HEADWATERS_ATTACKS=all runs those attacks too that take their time. */
export const isEveryAttack = process.env['HEADWATERS_ATTACKS'] === 'all';

/** How many regions the real build is attacked in; the weakened ones are broken in the first. */
export const ATTACK_SEEDS = Number(process.env['HEADWATERS_SEEDS'] ?? 1);
