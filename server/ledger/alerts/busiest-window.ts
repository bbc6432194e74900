import type { AskedQuestion } from './asked-question.js';

const MINUTE_MS = 60_000;

/** Questions asked within a while, and how many different ones they count for. */
interface Window {
  readonly asked: readonly AskedQuestion[];
  readonly different: number;
}

/**
 * The questions within so many minutes that are the most different ones; of equals, the first.
 *
 * @param nameOf questions of one name count once; each for itself when absent.
 */
export function busiestWindow(
  asked: readonly AskedQuestion[],
  { minutes, nameOf = (of) => of }: { minutes: number; nameOf?: (of: AskedQuestion) => unknown },
): Window {
  const counts = new Map<unknown, number>();
  const add = (of: AskedQuestion, count: 1 | -1): void => {
    const left = (counts.get(nameOf(of)) ?? 0) + count;
    if (left === 0) counts.delete(nameOf(of));
    else counts.set(nameOf(of), left);
  };

  let busiest = { first: 0, last: -1, different: 0 };
  let first = 0;
  for (const [last, question] of asked.entries()) {
    add(question, 1);
    for (let oldest = asked[first]; oldest !== undefined && !isWithin(minutes, oldest, question);) {
      add(oldest, -1);
      oldest = asked[(first += 1)];
    }
    if (counts.size > busiest.different) busiest = { first, last, different: counts.size };
  }
  return { asked: asked.slice(busiest.first, busiest.last + 1), different: busiest.different };
}

function isWithin(minutes: number, one: AskedQuestion, other: AskedQuestion): boolean {
  return other.askedAt.getTime() - one.askedAt.getTime() < minutes * MINUTE_MS;
}
