import { ROOT } from '../../../schema/catalogue/index.js';
import type { OutcomesQuestion, Selection } from '../../table/index.js';

import type { Lattice } from '../lattice.js';
import { coarserAxis } from './coarser-axis.js';
import type { Judged } from './judged.js';

/** The axes of areas, each within the next. */
export const AREA_AXES = ['AGENCY', 'COUNTY', 'STATE'] as const;
/** The places of a selection, from the smallest up: each holds those before it. */
const PLACE_KEYS = ['agencies', 'counties', 'states'] as const;

/** The axis of places one level coarser: agencies together by county, counties by state, states in one, as peer groups are. */
export function coarserPlace({ question }: Judged): OutcomesQuestion | null {
  const by = coarserAxis(question.by, AREA_AXES) ?? coarserAxis(question.by, ['PEER_GROUP']);
  return by === null ? null : { ...question, by };
}

/** Told apart by places, or by smaller ones: agencies that do not count alike are then not pooled. */
export function finerPlace({ question }: Judged): OutcomesQuestion | null {
  const { by, where } = question;
  if (by.includes('PEER_GROUP') || where.peerGroups !== undefined) return null;

  const finest = AREA_AXES.findIndex((axis) => by.includes(axis));
  if (finest === -1) return { ...question, by: ['STATE', ...by] };
  const finer = AREA_AXES[finest - 1];
  return finer === undefined
    ? null
    : { ...question, by: by.map((axis) => (axis === AREA_AXES[finest] ? finer : axis)) };
}

/** The places asked about, one level wider: a pool of more agencies hides each of them better. */
export function widerPlace({ question }: Judged, { geography }: Lattice): OutcomesQuestion | null {
  const finest = PLACE_KEYS.find((key) => question.where[key] !== undefined);
  if (finest === undefined) return withoutPeerGroups(question);

  const { [finest]: places = [], ...others } = question.where;
  const where: Selection = others;
  const wider = PLACE_KEYS[PLACE_KEYS.indexOf(finest) + 1];
  if (wider === undefined || where[wider] !== undefined) return { ...question, where };

  const around = new Set(places.map((place) => geography.parentOf(place) ?? ROOT));
  return { ...question, where: { ...where, [wider]: [...around] } };
}

function withoutPeerGroups(question: OutcomesQuestion): OutcomesQuestion | null {
  const { peerGroups, ...where } = question.where;
  return peerGroups === undefined ? null : { ...question, where };
}

/** The asker's own agency, where it is the only one that may be asked about. */
export function ownAgencyAlone({ question, ownAgency }: Judged): OutcomesQuestion | null {
  if (ownAgency === null) return null;
  const { where, except } = question;
  return { ...question, where: { nodes: where.nodes, agencies: [ownAgency] }, except: { nodes: except.nodes } };
}

/** Single agencies pooled with their peers, near or far; null where other places are asked about, or one has no peers. */
export function pooledPeers({ question }: Judged, { peers, peerGroupOf }: Lattice): OutcomesQuestion | null {
  const { where, except, by } = question;
  const asksAgencies = where.agencies !== undefined || by.includes('AGENCY');
  if (!asksAgencies || hasPlaces(except) || where.counties !== undefined || where.states !== undefined) return null;
  if (peers.childrenOf(ROOT).length === 0 || by.some((axis) => axis === 'COUNTY' || axis === 'STATE')) return null;

  const pooled = { ...question, by: by.map((axis) => (axis === 'AGENCY' ? 'PEER_GROUP' : axis)) };
  const groups = where.agencies?.map(peerGroupOf);
  if (groups === undefined) return pooled;
  const known = groups.filter((group) => group !== null);
  return known.length < groups.length
    ? null
    : { ...pooled, where: { nodes: where.nodes, peerGroups: [...new Set(known)].toSorted() } };
}

/** Peer groups without the places beside them. */
export function peerGroupsAlone({ question }: Judged): OutcomesQuestion {
  const { where, except, by } = question;
  const { nodes, peerGroups } = where;
  return {
    ...question,
    where: peerGroups === undefined ? { nodes } : { nodes, peerGroups },
    except: { nodes: except.nodes },
    by: by.filter((axis) => !AREA_AXES.some((area) => area === axis)),
  };
}

function hasPlaces({ nodes: _nodes, ...places }: Selection): boolean {
  return Object.keys(places).length > 0;
}

/** Nothing left out for its place: what is left of an area without one agency is a pool without it. */
export function withoutExceptedPlaces({ question }: Judged): OutcomesQuestion | null {
  const { except } = question;
  return hasPlaces(except) ? { ...question, except: { nodes: except.nodes } } : null;
}
