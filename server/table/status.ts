/**
 * Why a value is there or not. SUPPRESSED never says which rule withheld it, and never tells none from few.
 * NOT_APPLICABLE: impossible by definition. NOT_COLLECTED: no contributing agency records it.
 * NOT_PERMITTED: the asker may not see this group; metadata alone decides.
 */
export type ValueStatus = 'SHOWN' | 'SUPPRESSED' | 'NOT_APPLICABLE' | 'NOT_COLLECTED' | 'NOT_PERMITTED';
