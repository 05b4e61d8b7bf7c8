import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { warnOfOtherWork } from './machine.ts';
import type { Results } from './results.ts';
import { shade } from './shade.ts';

/** The colours of the page, by day and by night. */
const COLOURS = {
  surface: { light: '#ffffff', dark: '#1a1f29' },
  text: { light: '#1b2130', dark: '#e7eaf1' },
  muted: { light: '#5a6375', dark: '#a2abbc' },
  line: { light: '#e3e6ed', dark: '#363e4d' },
  bar: { light: '#93b1f0', dark: '#4467b5' },
} as const;

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
// Vega cannot measure text here and takes it to be far wider than it is: so the room for it is fixed.
const ROOM = { left: 250, right: 16, top: 84, bottom: 52 };
const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/**
 * Draws the requests per second of each stage: a bar for the median, a line from the lowest to the highest run.
 * @param results what was measured
 * @returns an SVG with text as text, which follows the colour scheme of whoever looks at it
 */
export async function drawChart(results: Results): Promise<string> {
  const { spec } = compile(describeChart(results));
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return shade(await view.toSVG(), Object.values(COLOURS), describeInWords(results));
  } finally {
    view.finalize();
  }
}

/** One sentence for whoever does not see the chart. */
export function describeInWords({ stages }: Results): string {
  const parts = stages.map(({ stage, requestsPerSecond, ratio }) => {
    const share = ratio.median === 1 ? '' : ` (${percent(ratio.median)})`;
    return `${stage} ${NUMBER.format(requestsPerSecond.median)}${share}`;
  });
  return `Requests per second for a list of 20 tasks: ${parts.join(', ')}.`;
}

function describeChart({ stages, machine, load, measured }: Results): TopLevelSpec {
  const values = stages.map(({ stage, title, requestsPerSecond, ratio }, at) => ({
    name: `${stage.split('-')[0]} · ${title}`,
    ...requestsPerSecond,
    label: `${NUMBER.format(requestsPerSecond.median)}${at === 0 ? '' : ` · ${percent(ratio.median)}`}`,
  }));
  const otherWork = warnOfOtherWork(machine) === undefined ? '' : ', which had other work, too';
  const first = stages[0]?.stage.split('-')[0];
  const most = Math.max(...stages.map(({ requestsPerSecond }) => requestsPerSecond.highest));
  const y = { field: 'name', type: 'nominal', sort: null, title: null } as const;
  const scale = { domain: [0, most * 1.3], nice: false };
  const x = { field: 'median', type: 'quantitative', title: 'requests per second', scale } as const;
  return {
    data: { values },
    width: 494,
    height: { step: 44 },
    padding: ROOM,
    autosize: 'none',
    background: COLOURS.surface.light,
    title: {
      text: 'The same list of 20 tasks, a layer at a time',
      subtitle: [
        `Medians of ${load.rounds} runs with the lowest and the highest; percentages of ${first} in the same round.`,
        `${load.connections} connections; server, database and load on ${machine.cores} cores${otherWork}. ${measured}.`,
      ],
    },
    layer: [
      { mark: { type: 'bar', color: COLOURS.bar.light, height: 20, cornerRadiusEnd: 3 }, encoding: { y, x } },
      {
        mark: { type: 'rule', color: COLOURS.text.light, strokeWidth: 1.5 },
        encoding: { y, x: { ...x, field: 'lowest' }, x2: { field: 'highest' } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 8, fontWeight: 600, color: COLOURS.text.light },
        encoding: { y, x: { ...x, field: 'highest' }, text: { field: 'label', type: 'nominal' } },
      },
    ],
    config: {
      font: FONT,
      view: { stroke: null },
      text: { fontSize: 13 },
      title: {
        anchor: 'start',
        frame: 'group',
        color: COLOURS.text.light,
        fontSize: 16,
        fontWeight: 600,
        subtitleColor: COLOURS.muted.light,
        subtitleFontSize: 12,
        subtitlePadding: 6,
        subtitleLineHeight: 17,
        dx: 16 - ROOM.left,
        offset: 16,
      },
      axis: {
        domain: false,
        ticks: false,
        gridColor: COLOURS.line.light,
        labelColor: COLOURS.text.light,
        labelFontSize: 13,
        labelLimit: 0,
        labelPadding: 8,
        titleColor: COLOURS.muted.light,
        titleFontSize: 12,
        titleFontWeight: 'normal',
      },
      axisX: { labelColor: COLOURS.muted.light, labelFontSize: 12, tickCount: 5, format: ',d' },
      axisY: { grid: false },
    },
  };
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(ratio < 0.095 ? 1 : 0)} %`;
}
