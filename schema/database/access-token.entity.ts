import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

import type { Audience } from '../records/index.js';

/** A bearer token as the house knows it: its SHA-256, never itself. */
@Entity({ tableName: 'access_token' })
export class AccessTokenEntity {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text' })
  sha256!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  audience!: Audience;

  @Property({ type: 'text', nullable: true })
  agencyId!: string | null;

  @Property({ type: 'text', nullable: true })
  state!: string | null;
}
