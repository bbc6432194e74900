import { dimensionOf } from '../../../schema/catalogue/index.js';
import type { AdjustedQuestion, OutcomesQuestion, Selection } from '../../table/index.js';

/** What is different about a question near another, in words that go on from "It is answered". */
export function changesBetween(asked: AdjustedQuestion, near: AdjustedQuestion): readonly string[] {
  return [
    ...changeOf(layout, asked, near),
    ...changeOf(span, asked, near),
    ...changeOf(area, asked, near),
    ...changeOf(leftOut, asked, near),
    ...changeOf(adjustment, asked, near),
    ...fewer('the filter on', filters(asked), filters(near)),
    ...fewer('the measure', asked.measures, near.measures),
    ...(asked.persons === true && near.persons !== true ? ['without persons'] : []),
  ];
}

function changeOf(
  told: (question: AdjustedQuestion) => string,
  asked: AdjustedQuestion,
  near: AdjustedQuestion,
): readonly string[] {
  return told(asked) === told(near) ? [] : [`${told(near)} instead of ${told(asked)}`];
}

function layout({ by }: OutcomesQuestion): string {
  return by.length === 0 ? 'in one row' : `by ${by.join(', ')}`;
}

function span({ period }: OutcomesQuestion): string {
  return period === null ? 'for every closed month' : `for ${period.from} to ${period.to}`;
}

function area({ where }: OutcomesQuestion): string {
  const places = placesOf(where);
  return places.length === 0 ? 'for the whole region' : `for ${places.join(', ')}`;
}

function leftOut({ except }: OutcomesQuestion): string {
  const places = placesOf(except);
  return places.length === 0 ? 'with no place left out' : `with ${places.join(', ')} left out`;
}

function adjustment({ adjustFor = [] }: AdjustedQuestion): string {
  return adjustFor.length === 0 ? 'crude' : `adjusted for ${adjustFor.join(', ')}`;
}

function placesOf({ agencies = [], counties = [], states = [], peerGroups = [] }: Selection): readonly string[] {
  return [...agencies, ...counties, ...states, ...peerGroups];
}

function filters({ where, except }: OutcomesQuestion): readonly string[] {
  return [
    ...Object.keys(where.nodes).map((code) => dimensionOf(code).label),
    ...Object.keys(except.nodes).map((code) => `what is left out of ${dimensionOf(code).label}`),
  ];
}

function fewer(what: string, asked: readonly string[], near: readonly string[]): readonly string[] {
  return asked.filter((one) => !near.includes(one)).map((one) => `without ${what} ${one}`);
}
