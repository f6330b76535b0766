import { html } from 'hono/html';
import type { ChartData } from './chartData';
import { stacked, valueScale, type Scale } from './chartScale';
import type { Markup } from './markup';
import { nothing, safeColor } from './markup';

const WIDTH = 640;
const HEIGHT = 320;
const LEFT = 64;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 48;
/** Distinct on white and from each other, for eyes that mix red and green too. */
const COLORS = ['#1a56b0', '#c2410c', '#1b6e3c', '#7c3aed', '#a16207', '#0e7490', '#be185d', '#475569'];
const MOST_LABELS = 12;

/** How a chart looks, out of its kind and options. */
export interface ChartLook {
  kind: string;
  colors: string[];
  isStacked: boolean;
  /** A number as the page writes it. */
  text(value: number): string;
}

/** Own colours of a chart first, then those of the page. */
export function chartColors(given: unknown): string[] {
  const own = Array.isArray(given)
    ? given.flatMap((one: unknown) => (typeof one === 'string' ? (safeColor(one) ?? []) : []))
    : [];
  return [...own, ...COLORS.slice(own.length)];
}

interface Plot {
  data: ChartData;
  look: ChartLook;
  scale: Scale;
  /** Pixels of a value on the axis of values, and of a place on the other. */
  valueAt(value: number): number;
  placeAt(place: number): number;
  /** Pixels that one place has. */
  step: number;
}

const colorOf = ({ colors }: ChartLook, at: number): string => colors[at % colors.length] ?? '#1a56b0';

/** The chart as an SVG image without text of its own for readers: the table beside it says the same. */
export function drawChart(data: ChartData, look: ChartLook): Markup {
  const inner = look.kind === 'PIE' ? pie(data, look) : onAxes(data, look);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" class="chart" aria-hidden="true" focusable="false">
    ${inner}
  </svg>`;
}

function onAxes(data: ChartData, look: ChartLook): Markup {
  const lying = look.kind === 'BAR';
  const bars = stacked(data.series.map(({ values }) => values)).flat();
  const values = look.isStacked
    ? bars.flatMap(({ from, to }) => [from, to])
    : data.series.flatMap((one) => one.values.flatMap((value) => value ?? []));
  const scale = valueScale(values);
  const places = Math.max(1, data.labels.length);
  const [width, height] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  const step = (lying ? height : width) / places;
  const part = (value: number): number => (value - scale.low) / (scale.high - scale.low);
  const plot: Plot = {
    data,
    look,
    scale,
    step,
    valueAt: (value) => round(lying ? LEFT + part(value) * width : TOP + (1 - part(value)) * height),
    placeAt: (place) => round((lying ? TOP : LEFT) + (place + 0.5) * step),
  };
  const marks = lying
    ? columns(plot, true)
    : look.kind === 'LINE' || look.kind === 'AREA' || look.kind === 'SCATTER'
      ? lines(plot)
      : columns(plot, false);
  return html`${gridLines(plot, lying)}${marks}${labels(plot, lying)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function gridLines({ scale, valueAt, look }: Plot, lying: boolean): Markup {
  return html`${scale.ticks.map((tick) => {
    const at = valueAt(tick);
    const stroke = tick === 0 ? '#525c69' : '#d5dae1';
    return lying
      ? html`<path d="M${at} ${TOP}V${HEIGHT - BOTTOM}" stroke="${stroke}" /><text
            x="${at}"
            y="${HEIGHT - BOTTOM + 16}"
            text-anchor="middle"
            >${look.text(tick)}</text
          >`
      : html`<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="${stroke}" /><text
            x="${LEFT - 6}"
            y="${at + 4}"
            text-anchor="end"
            >${look.text(tick)}</text
          >`;
  })}`;
}

/** Bars beside or upon each other; `lying` turns them. */
function columns({ data, look, valueAt, placeAt, step }: Plot, lying: boolean): Markup {
  const upon = stacked(data.series.map(({ values }) => values));
  const count = look.isStacked ? 1 : Math.max(1, data.series.length);
  const thick = Math.min(64, (step * 0.76) / count);
  return html`${data.series.map((one, at) =>
    one.values.map((value, place) => {
      if (value === null) return nothing;
      const { from, to } = (look.isStacked ? upon[at]?.[place] : undefined) ?? { from: 0, to: value };
      const begin = placeAt(place) - (thick * count) / 2 + (look.isStacked ? 0 : at * thick);
      const [a, b] = [valueAt(from), valueAt(to)];
      const [along, length] = [round(Math.min(a, b)), round(Math.abs(a - b))];
      const [x, y, w, h] = lying
        ? [along, round(begin), length, round(thick)]
        : [round(begin), along, round(thick), length];
      return html`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colorOf(look, at)}" />`;
    }),
  )}`;
}

function lines({ data, look, valueAt, placeAt }: Plot): Markup {
  const upon = stacked(data.series.map(({ values }) => values));
  return html`${data.series.map((one, at) => {
    const color = colorOf(look, at);
    const points = one.values.flatMap((value, place) => {
      const shown = look.isStacked ? (upon[at]?.[place]?.to ?? value) : value;
      return value === null || shown === null ? [] : [{ x: placeAt(place), y: valueAt(shown) }];
    });
    const path = points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    const ends = [points[0]?.x ?? 0, points[points.length - 1]?.x ?? 0];
    const area = `${path}L${ends[1]} ${valueAt(0)}L${ends[0]} ${valueAt(0)}Z`;
    return html`${look.kind === 'AREA' && points.length > 1 ? html`<path d="${area}" fill="${color}" fill-opacity="0.25" />` : nothing}${
      look.kind === 'SCATTER' || points.length < 2
        ? nothing
        : html`<path d="${path}" fill="none" stroke="${color}" stroke-width="2.5" />`
    }${points.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="3.5" fill="${color}" />`)}`;
  })}`;
}

function labels({ data, placeAt }: Plot, lying: boolean): Markup {
  const every = Math.ceil(data.labels.length / MOST_LABELS);
  const room = lying
    ? 9
    : Math.max(5, Math.floor(90 / Math.min(MOST_LABELS, Math.max(1, data.labels.length))));
  return html`${data.labels.map((text, place) => {
    if (place % every !== 0) return nothing;
    const short = text.length > room + 1 ? `${text.slice(0, room)}…` : text;
    return lying
      ? html`<text x="${LEFT - 6}" y="${placeAt(place) + 4}" text-anchor="end">${short}</text>`
      : html`<text x="${placeAt(place)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${short}</text>`;
  })}`;
}

/** The first series in slices; what is not above zero has none. */
function pie({ series }: ChartData, look: ChartLook): Markup {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const [x, y, radius] = [WIDTH / 2, HEIGHT / 2, HEIGHT / 2 - 14];
  let turn = -Math.PI / 2;
  const point = (angle: number): string =>
    `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
  return html`${values.map((value, at) => {
    if (value === 0) return nothing;
    const fill = colorOf(look, at);
    if (value === total) return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" />`;
    const from = turn;
    turn += (value / total) * Math.PI * 2;
    const large = turn - from > Math.PI ? 1 : 0;
    return html`<path
      d="M${x} ${y}L${point(from)}A${radius} ${radius} 0 ${large} 1 ${point(turn)}Z"
      fill="${fill}"
      stroke="#fff"
      stroke-width="1.5"
    />`;
  })}`;
}
