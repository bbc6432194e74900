import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

import type { ReleaseManifest } from '../records/index.js';

@Entity({ tableName: 'release' })
export class ReleaseEntity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'datetime' })
  publishedAt!: Date;

  @Property({ type: 'text' })
  publishedBy!: string;

  @Property({ type: 'text' })
  fromMonth!: string;

  @Property({ type: 'text' })
  throughMonth!: string;

  @Property({ type: 'json' })
  manifest!: ReleaseManifest;
}

@Entity({ tableName: 'release_month' })
export class ReleaseMonthEntity {
  @PrimaryKey({ type: 'text' })
  releaseId!: string;

  @PrimaryKey({ type: 'text' })
  agencyId!: string;

  @PrimaryKey({ type: 'text' })
  month!: string;

  @Property({ type: 'text' })
  submissionId!: string;
}
