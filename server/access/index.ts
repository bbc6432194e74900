export {
  mayAskOwn,
  mayDecide,
  mayDeclare,
  mayErase,
  mayKeepRegistry,
  mayReadWholeLedger,
  mayRelease,
  maySubmitFor,
  recordsSeenBy,
} from './permissions.js';
export { agencyLevelFor, lensNameFor } from './sight.js';
export { authenticate, newToken, tokenSha256 } from './token.js';
