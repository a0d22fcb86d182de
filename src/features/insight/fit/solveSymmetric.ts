/** Below this a pivot is taken for a repeated input: it moves nothing. */
const leastPivot = 1e-12;

/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix, of which the lower half is read, row by row (Cholesky; Golub & Van
 * Loan, Matrix Computations, §4.2). The matrix is overwritten.
 */
export function solveSymmetric(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const cell = (row: number, column: number): number => matrix[row * size + column] as number;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = cell(row, column);
      for (let index = 0; index < column; index++) sum -= cell(row, index) * cell(column, index);
      const isPivot = row === column;
      const pivot = isPivot ? Math.sqrt(Math.max(sum, leastPivot)) : cell(column, column);
      matrix[row * size + column] = isPivot ? pivot : sum / pivot;
    }
  }
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = found[row] as number;
    for (let index = 0; index < row; index++) sum -= cell(row, index) * (found[index] as number);
    found[row] = sum / cell(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = found[row] as number;
    for (let index = row + 1; index < size; index++) sum -= cell(index, row) * (found[index] as number);
    found[row] = sum / cell(row, row);
  }
  return found;
}
