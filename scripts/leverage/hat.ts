import { Matrix, pseudoInverse } from 'ml-matrix';

/**
 * How much of its noise variance every published cell keeps for who combines all of them in the best linear way.
 *
 * The diagonal of the hat matrix A(AᵀA)⁺Aᵀ: with independent noise of one variance V, the variance of the best linear
 * unbiased estimate of a cell, in V. 1 where nothing else tells of the cell. Source: Gauss-Markov; disclosure policy,
 * section 3.2.
 *
 * @param cells for each cell, which of the finest sets it is made of: 0 or 1.
 */
export function varianceKept(cells: readonly (readonly number[])[]): readonly number[] {
  const relations = new Matrix(cells.map((cell) => [...cell]));
  const known = relations.transpose().mmul(relations);
  const reached = relations.mmul(pseudoInverse(known));
  return cells.map((cell, row) => cell.reduce((sum, value, column) => sum + value * reached.get(row, column), 0));
}
