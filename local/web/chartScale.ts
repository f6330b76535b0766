/** Ends and steps of an axis of values: round numbers that hold all of them, and zero. */
export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** At most seven steps of 1, 2 or 5 times a power of ten. */
export function valueScale(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const raw = span / 6;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? 0, high: ticks[ticks.length - 1] ?? 1, ticks };
}

/** Values of all series at one place on top of each other, in the order of the series; a missing one adds nothing. */
export function stacked(series: readonly (readonly (number | null)[])[]): { from: number; to: number }[][] {
  const [first = []] = series;
  const up = first.map(() => 0);
  const down = first.map(() => 0);
  return series.map((values) =>
    values.map((value, at) => {
      const side = (value ?? 0) < 0 ? down : up;
      const from = side[at] ?? 0;
      const to = from + (value ?? 0);
      side[at] = to;
      return { from, to };
    }),
  );
}
