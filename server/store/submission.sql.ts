/** Every property of a submission, by its name in the records. */
export const SUBMISSION = `
select id, agency_id as "agencyId", content_sha256 as "contentSha256", status, received_at as "receivedAt",
       decided_at as "decidedAt", rows_accepted as "rowsAccepted", rows_rejected as "rowsRejected",
       first_month as "firstMonth", last_month as "lastMonth", not_collected as "notCollected",
       array(
         select distinct earlier.id
         from submission_month own
         join submission_month same using (month)
         join submission earlier on earlier.id = same.submission_id
         where own.submission_id = submission.id
           and earlier.agency_id = submission.agency_id and earlier.status = 'ACCEPTED' and earlier.id <> submission.id
           and earlier.decided_at < coalesce(submission.decided_at, 'infinity')
         order by earlier.id
       ) as replaces
from submission`;
