import { describedFields } from './described-fields.mjs';
import { mintProtected } from './mint-protected.mjs';
import { noClock } from './no-clock.mjs';
import { noProcessEnv } from './no-process-env.mjs';
import { noRandom } from './no-random.mjs';
import { rawStaysShut } from './raw-stays-shut.mjs';

/** Invariants of the house as lint rules. Each has good and bad examples in its test. */
export const houseRules = {
  rules: {
    'described-fields': describedFields,
    'mint-protected': mintProtected,
    'no-clock': noClock,
    'no-process-env': noProcessEnv,
    'no-random': noRandom,
    'raw-stays-shut': rawStaysShut,
  },
};
