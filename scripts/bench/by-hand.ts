/** The aggregate behind `COLD_QUESTION` as a good hand would write it: one pass, the same rows of the same release. */
export const COUNTED = `
select left(e.month, 4) as year, e.response_model, e.call_type, e.disposition, count(*) as n
from release_month r
join encounter e using (agency_id, submission_id, epoch, month)
where r.release_id = (select id from release order by published_at desc limit 1)
  and r.month between '2024-01' and '2025-12'
group by 1, 2, 3, 4`;

/** The same with the record keys added up, as an answer needs them. */
export const KEYED = COUNTED.replace('as n', 'as n, mod(sum(e.rk), 281474976710656)::bigint as key_sum');
