import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

import type { Opening } from '../records/index.js';

@Entity({ tableName: 'program' })
export class ProgramEntity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  agencyId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  responseModel!: string;

  @Property({ type: 'text' })
  startedOn!: string;

  @Property({ type: 'text', nullable: true })
  endedOn!: string | null;

  @Property({ type: 'text' })
  hours!: string;

  @Property({ type: 'text' })
  area!: string;

  @Property({ type: 'json', nullable: true })
  openings!: readonly Opening[] | null;

  @Property({ type: 'text', nullable: true })
  serves!: string | null;
}
