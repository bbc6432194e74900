import { refused } from '../table/index.js';
import type { OutcomesQuestion, Refused } from '../table/index.js';

import { isGeographyAxis } from './axes.js';

/** Whether a question has peer groups beside other places: parts of a group, or what is left of an area without it. */
export function mixesPeerGroups({ where, except, by }: OutcomesQuestion): boolean {
  const asksGroups = where.peerGroups !== undefined || by.includes('PEER_GROUP');
  const otherPlaces = [where, except].flatMap(({ agencies, counties, states }) => agencies ?? counties ?? states ?? []);
  const otherAxes = by.filter((axis) => isGeographyAxis(axis) && axis !== 'PEER_GROUP');
  return except.peerGroups !== undefined || (asksGroups && otherPlaces.length + otherAxes.length > 0);
}

export function peerGroupMixed(): Refused {
  return refused({
    reason: 'PEER_GROUP_MIXED',
    because:
      'The table has peer groups beside other places, or leaves a group out. A peer group is a place of its own, because ' +
      'what is in both of two overlapping places could be told from their difference.',
    remedy: 'Ask for whole groups with `peerGroup` or by PEER_GROUP, without agencies, counties and states.',
  });
}
