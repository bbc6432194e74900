import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

import type { Agency } from '../records/index.js';

@Entity({ tableName: 'agency' })
export class AgencyEntity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  kind!: Agency['kind'];

  @Property({ type: 'text' })
  state!: string;

  @Property({ type: 'text' })
  county!: string;

  @Property({ type: 'text' })
  mode!: Agency['mode'];

  @Property({ type: 'boolean' })
  isSynthetic!: boolean;
}
