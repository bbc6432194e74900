/**
 * Largest share of the tables a lens offers that one asker is answered without an alert.
 * Source: disclosure policy, section 2.15.
 */
export const COVERAGE_MAX = 0.3;

/** Most questions of one asker refused for their shape within a minute without an alert. Source: ditto. */
export const REFUSED_PER_MINUTE_MAX = 5;

/**
 * Most different filters of one asker along one axis, all else equal, without an alert: one fewer than the median dimension
 * has leaves, so that whoever compares a few categories by hand is let be. A decision of this house.
 */
export const SIBLINGS_MAX = 5;

/** Within how many minutes the filters of a walk are asked. A decision of this house: an hour at the desk. */
export const WALK_MINUTES = 60;
