import { Migration } from '@mikro-orm/migrations';

/**
 * What is counted once, when a release is published: the encounters of every agency and month, and the persons with so
 * many of them that their class has no end.
 */
export class Migration20261124WeighOnce extends Migration {
  override up(): void {
    for (const statement of WEIGH_ONCE) this.addSql(statement);
  }
}

/** The statements of this migration, in order. */
export const WEIGH_ONCE: readonly string[] = [
  `alter table release_month add column encounters integer`,
  `update release_month r set encounters = (
    select count(*) from encounter e
    where (e.agency_id, e.submission_id, e.epoch, e.month) = (r.agency_id, r.submission_id, r.epoch, r.month)
  )`,
  `alter table release_month alter column encounters set not null`,
  `alter table release drop column most_encounters, add column frequent_persons bigint[] not null default '{}'`,
  `with person as (
    select r.release_id, e.pk
    from release_month r join encounter e using (agency_id, submission_id, epoch, month)
    where e.pk <> e.rk
    group by 1, 2 having count(*) >= 48
  )
  update release set frequent_persons = array(select pk from person where release_id = id)`,
  `drop table release_repeat`,
];
