/** Every property of a submission, by its name in the records. */
export const SUBMISSION = `
select id, agency_id as "agencyId", content_sha256 as "contentSha256", status, received_at as "receivedAt",
       decided_at as "decidedAt", rows_accepted as "rowsAccepted", rows_rejected as "rowsRejected",
       first_month as "firstMonth", last_month as "lastMonth", not_collected as "notCollected"
from submission`;
