import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

import type { SubmissionStatus } from '../records/index.js';

@Entity({ tableName: 'submission' })
export class SubmissionEntity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  agencyId!: string;

  @Property({ type: 'text' })
  contentSha256!: string;

  @Property({ type: 'text' })
  status!: SubmissionStatus;

  @Property({ type: 'datetime' })
  receivedAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  decidedAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Property({ type: 'integer' })
  rowsAccepted!: number;

  @Property({ type: 'integer' })
  rowsRejected!: number;

  @Property({ type: 'text', nullable: true })
  firstMonth!: string | null;

  @Property({ type: 'text', nullable: true })
  lastMonth!: string | null;

  @Property({ type: 'json' })
  notCollected!: readonly string[];
}
