import {authorityName} from '../../../../domain/authority/authorities.ts'
import {dayInWords} from '../../../../domain/calendar.ts'
import type {
  Column,
  Definition,
  Headline,
  Report,
  ReportTable,
  WaitsFor,
} from '../../../../domain/sufficiency/report-tables/table.ts'
import {type Html, html} from '../../documentation/html.ts'
import {type Chart, chartSvg} from './chart.ts'
import {chartOf} from './charts.ts'
import {figureInWords, heading, shown} from './shown.ts'
import {STYLE} from './style.ts'

/** The report as one page that needs nothing but itself: to read with any tool, to print, to keep. */
export function reportHtml(report: Report): string {
  const {authorityId, asAt, audience, tables, definitions} = report
  const name = authorityName(authorityId)
  const titles = new Map(definitions.map(({id, title}) => [id, title]))
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sufficiency of homes for children, ${name}, ${dayInWords(asAt)} - Hearth</title>
<style>${{markup: STYLE}}</style>
</head>
<body class="${audience}">
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><p>Hearth</p></header>
<main id="content">
<h1>Sufficiency of homes for children</h1>
<p class="lead">${name}, as at ${dayInWords(asAt)}</p>
${aboutReaders(report)}
<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>${tables.map(({id, title}) => html`<li><a href="#table-${id}">${title}</a></li>`)}</ol>
<p><a href="#headlines">Headline figures</a> · <a href="#definitions">Definitions</a></p>
</nav>
${headlineList(report.headlines)}
${tables.map(table => section(table, titles))}
${definitionList(definitions)}
</main>
</body>
</html>
`.markup
}

const aboutReaders = ({audience}: Report): Html =>
  audience === 'public'
    ? html`<p>For publication. <strong>c</strong> stands for a number that is not shown, because it is from 1 to 5 or would give away one that is. A dash (–) stands for what is not known.</p>`
    : html`<p><strong>Not for publication: small numbers are shown.</strong> A dash (–) stands for what is not known.</p>`

const headlineList = (headlines: readonly Headline[]): Html => html`<section aria-labelledby="headlines">
<h2 id="headlines">Headline figures</h2>
<dl class="figures">
${headlines.map(
  ({id, title, unit, value}) => html`<div>
<dt><a href="#definition-${id}">${title}</a></dt>
<dd>${figureInWords(value, unit)}</dd>
</div>
`,
)}</dl>
</section>`

function section(table: ReportTable, titles: ReadonlyMap<string, string>): Html {
  const {id, number, title, says, notes, source, indicators} = table
  const chart = chartOf(table)
  return html`<section aria-labelledby="table-${id}">
<h2 id="table-${id}">${number}. ${title}</h2>
<p class="says">${says}</p>
${chart && figureOf(chart)}
${bodyOf(table)}
<div class="note">
${notes.length > 0 && html`<ul>${notes.map(note => html`<li>${note}</li>`)}</ul>`}
<p>Source: ${source}.</p>
${
  indicators.length > 0 &&
  html`<p>Definitions: ${indicators.map((each, i) => [i > 0 && ', ', link(each, titles.get(each) ?? each)])}.</p>`
}
</div>
</section>
`
}

const link = (indicator: string, text: string): Html => html`<a href="#definition-${indicator}">${text}</a>`

const linked = (indicator: string | null, text: string): Html =>
  indicator === null ? html`${text}` : link(indicator, text)

const figureOf = (chart: Chart): Html => html`<figure>
<figcaption id="${chart.id}-caption">${chart.title}</figcaption>
<div class="wide" role="region" aria-labelledby="${chart.id}-caption" tabindex="0">${chartSvg(chart)}</div>
</figure>`

const AWAITED: Readonly<Record<WaitsFor, string>> = {
  panel: 'Which of them stand before the panel is not recorded here.',
  recruitment: 'Nothing is recorded here yet: the figures come from recruitment.',
  forecast: 'Nothing is worked out here yet: the figures come from the demand forecast.',
  people: 'Write in it by hand, or keep it where the board keeps its actions.',
}
const BLANK_ROWS = 6
/** With more columns the print is smaller, so that A4 holds it. */
const MANY = 9
/** With more still, the heads of the columns are turned. */
const TURNED = 12

function bodyOf(table: ReportTable): Html {
  const {id, waitsFor, rows} = table
  const awaited = waitsFor !== null && html`<p class="empty">${AWAITED[waitsFor]}</p>`
  if (rows.length === 0 && waitsFor !== 'people') return html`${awaited}`
  return html`${awaited}<div class="wide" role="region" aria-labelledby="caption-${id}" tabindex="0">${tableOf(table)}</div>`
}

function tableOf({id, number, title, columns, rows, rowIndicators}: ReportTable): Html {
  const last = rows.at(-1)?.[0]
  return html`<table id="data-${id}"${columns.length > MANY && html` class="many${columns.length > TURNED && ' turned'}"`}>
<caption id="caption-${id}"><span>Table ${number}: ${title}</span></caption>
<thead><tr>${columns.map(headingCell)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
    r,
  ) => html`<tr${r === rows.length - 1 && String(last).startsWith('All') && html` class="sum"`}>${row.map(
    (cell, c) =>
      c === 0
        ? html`<th scope="row">${linked(rowIndicators[r] ?? null, String(cell))}</th>`
        : html`<td class="n">${shown(cell, columns[c]!.unit)}</td>`,
  )}</tr>
`,
)}${
  rows.length === 0 &&
  Array.from(
    {length: BLANK_ROWS},
    () => html`<tr class="blank">${columns.map(() => html`<td></td>`)}</tr>
`,
  )
}</tbody>
</table>`
}

const headingCell = (column: Column): Html =>
  html`<th scope="col"${column.unit !== null && html` class="n"`}>${linked(
    column.indicator,
    heading(column),
  )}</th>`

const definitionList = (
  definitions: readonly Definition[],
): Html => html`<section aria-labelledby="definitions">
<h2 id="definitions">Definitions</h2>
<dl class="definitions">
${definitions.map(
  ({id, title, definition, source}) => html`<div>
<dt id="definition-${id}">${title} <code>${id}</code></dt>
<dd>${coded(definition)}</dd>
<dd>Source: ${coded(source)}.</dd>
</div>
`,
)}</dl>
</section>`

/** What stands between backticks is code. */
const coded = (text: string): readonly (string | Html)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))
