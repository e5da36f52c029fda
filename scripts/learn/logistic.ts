/**
 * Logistic regression over sparse features with a penalty on the squares of the weights, by L-BFGS. The libraries for it keep
 * dense matrices, which thousands of features of thousands of sentences do not fit.
 */

/** A sentence: its features (one that occurs twice stands there twice), and what each of them counts. */
export interface Row {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

export interface Model {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** The logarithm of the odds. */
export function margin({ weights, bias }: Model, { features, values }: Row): number {
  let sum = bias;
  for (let i = 0; i < features.length; i++) sum += weights[features[i]!]! * values[i]!;
  return sum;
}

/** So many steps are remembered to guess the next from. */
const remembered = 8;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** The weights that explain best which rows are positive; `trust`: how much the rows count beside the penalty. */
export function fit(rows: readonly Row[], positive: ArrayLike<number>, strength: ArrayLike<number>, size: number, trust: number, steps = 60): Model {
  // The bias is the last weight, and pays no penalty.
  const at = (w: Float64Array): { loss: number; slope: Float64Array } => {
    const slope = w.slice();
    slope[size] = 0;
    let loss = (dot(w, w) - w[size]! ** 2) / 2;
    for (let r = 0; r < rows.length; r++) {
      const { features, values } = rows[r]!;
      let sum = w[size]!;
      for (let i = 0; i < features.length; i++) sum += w[features[i]!]! * values[i]!;
      const signed = positive[r] ? sum : -sum;
      const factor = trust * strength[r]!;
      loss += factor * (signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed);
      const error = (factor * (positive[r] ? -1 : 1)) / (1 + Math.exp(signed));
      for (let i = 0; i < features.length; i++) slope[features[i]!]! += error * values[i]!;
      slope[size]! += error;
    }
    return { loss, slope };
  };
  let w = new Float64Array(size + 1);
  let here = at(w);
  const past: { step: Float64Array; turn: Float64Array; product: number }[] = [];
  for (let n = 0; n < steps; n++) {
    const direction = here.slope.slice();
    const shares: number[] = [];
    for (const { step, turn, product } of past.toReversed()) {
      const part = dot(step, direction) / product;
      shares.push(part);
      for (let i = 0; i < direction.length; i++) direction[i]! -= part * turn[i]!;
    }
    const last = past.at(-1);
    const scale = last ? last.product / dot(last.turn, last.turn) : 1 / Math.sqrt(dot(direction, direction));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
    for (const { step, turn, product } of past) {
      const part = shares.pop()! - dot(turn, direction) / product;
      for (let i = 0; i < direction.length; i++) direction[i]! += part * step[i]!;
    }
    const down = dot(direction, here.slope);
    let [next, there] = [w, here];
    for (let length = 1; length > 1e-6; length /= 2) {
      next = w.map((value, i) => value - length * direction[i]!);
      there = at(next);
      if (there.loss <= here.loss - 1e-4 * length * down) break;
    }
    const step = next.map((value, i) => value - w[i]!);
    const turn = there.slope.map((value, i) => value - here.slope[i]!);
    const product = dot(step, turn);
    const gain = here.loss - there.loss;
    [w, here] = [next, there];
    if (gain < 1e-5 * Math.abs(here.loss)) break;
    if (product > 1e-12) past.push({ step, turn, product });
    if (past.length > remembered) past.shift();
  }
  return { weights: w.slice(0, size), bias: w[size]! };
}
