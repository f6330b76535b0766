import { html } from 'hono/html';
import type { Runtime } from '../services/runtime';
import type { Tab } from '../services/spreadsheet/document';
import { columnName } from '../state/a1';
import type { ChartState } from '../state/spreadsheet';
import { chartData, type ChartData } from './chartData';
import { chartColors, drawChart, type ChartLook } from './chartDrawing';
import { dataTable } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import { numberText } from './times';
import type { Words } from './words';

/** Kinds that a drawing shows; any other is shown as the table of its numbers. */
const DRAWN = new Set([
  'COLUMN',
  'BAR',
  'LINE',
  'AREA',
  'SCATTER',
  'PIE',
  'COMBO',
  'STEPPED_AREA',
  'HISTOGRAM',
]);

/** The charts of a tab under its grid: a drawing, a legend, and the numbers as a table for whoever cannot see it. */
export function tabCharts(runtime: Runtime, tab: Tab, words: Words): Markup {
  const { charts } = tab.sheet;
  if (charts.length === 0) return nothing;
  return html`<section class="charts" aria-labelledby="charts-title">
    <h2 id="charts-title">${words.say('charts')} (${charts.length})</h2>
    ${charts.map((chart) => figure(runtime, tab, chart, words))}
  </section>`;
}

function option(chart: ChartState, name: string): string {
  const value = chart.options[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function figure(runtime: Runtime, tab: Tab, chart: ChartState, words: Words): Markup {
  const data = chartData(runtime, tab, chart);
  const title = option(chart, 'title') || words.say('chart');
  const stack = chart.options.isStacked;
  const look: ChartLook = {
    kind: chart.type,
    colors: chartColors(chart.options.colors),
    isStacked: stack === true || (typeof stack === 'string' && stack !== '' && stack !== 'false'),
    text: (value) => numberText(value, words.language),
  };
  const isEmpty = data.series.every(({ values }) => values.every((value) => value === null));
  const place = `${columnName(chart.position.column - 1)}${chart.position.row}`;
  const isDrawn = !isEmpty && DRAWN.has(chart.type);
  const axis = [option(chart, 'hAxis.title'), option(chart, 'vAxis.title')].filter(Boolean).join(' · ');
  return html`<figure>
    <figcaption>
      <strong>${title}</strong>
      <span class="faint">${words.say('chartAt', place)}${axis === '' ? '' : ` · ${axis}`}</span>
    </figcaption>
    ${isDrawn ? html`${drawChart(data, look)}${legend(data, look)}` : nothing}
    ${isEmpty ? html`<p>${words.say('chartEmpty')}</p>` : numbers(data, title, words, isDrawn)}
  </figure>`;
}

/** Slices of a pie by their labels, series by their names. */
function legend(data: ChartData, look: ChartLook): Markup {
  const names = look.kind === 'PIE' ? data.labels : data.series.map(({ name }) => name);
  if (names.length < 2 && look.kind !== 'PIE') return nothing;
  return html`<ul class="legend">
    ${names.map(
      (name, at) =>
        html`<li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect width="10" height="10" fill="${look.colors[at % look.colors.length]}" />
          </svg>
          ${name}
        </li>`,
    )}
  </ul>`;
}

function numbers(data: ChartData, title: string, words: Words, folded: boolean): Markup {
  const table = dataTable(
    title,
    [words.say('name'), ...data.series.map(({ name }, at) => name || words.say('seriesNumber', at + 1))],
    data.labels.map(
      (label, place) =>
        html`<tr>
          <th scope="row">${label}</th>
          ${data.series.map(({ values }) => {
            const value = values[place] ?? null;
            return html`<td class="n">${value === null ? '' : numberText(value, words.language)}</td>`;
          })}
        </tr>`,
    ),
  );
  return folded
    ? html`<details>
        <summary>${words.say('chartNumbers')}</summary>
        ${table}
      </details>`
    : table;
}
