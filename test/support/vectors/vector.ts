import { readFileSync } from 'node:fs';

/** A file of reference numbers, made by R or by the published formulas, never by the code under test. */
export function vector<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Shape;
}
