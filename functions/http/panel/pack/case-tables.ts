import {dayInWords} from '../../../../domain/calendar.ts'
import type {CasePack} from '../../../../domain/panel/pack.ts'
import {pounds} from '../../../../domain/panel/words.ts'
import {type Html, html} from '../../documentation/html.ts'
import {others} from './few.ts'
import {GROUP_TITLES, money} from './words.ts'

export const historyTable = ({
  history: lines,
  caseId,
}: CasePack): Html => html`<h3 id="history-${caseId}">Placements</h3>
<div class="wide" role="region" aria-labelledby="history-${caseId}" tabindex="0"><table class="history" aria-labelledby="history-${caseId}">
<thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">Home</th><th scope="col">Code</th><th scope="col" class="n">A week</th><th scope="col">Why it ended</th></tr></thead>
<tbody>${lines.map(
  ({from, until, home, place, provider, weeklyCostPence, ended}) =>
    html`<tr><th scope="row">${dayInWords(from)}</th><td>${until === null ? 'now' : dayInWords(until)}</td><td>${home ?? '–'}</td><td>${place}${provider !== null && ` ${provider}`}</td><td class="n">${money(weeklyCostPence)}</td><td class="words">${ended ?? (until === null ? '' : '–')}</td></tr>`,
)}</tbody></table></div>${others(lines.length, 'earlier')}`

/** What would be lost stands before what would be saved. */
export const optionsTable = ({caseId, stepDown: {options}}: CasePack): Html =>
  options.length === 0
    ? html`<p>No home could take the child now.</p>`
    : html`<div class="wide" role="region" aria-labelledby="options-${caseId}" tabindex="0"><table aria-labelledby="options-${caseId}">
<thead><tr><th scope="col">Home</th><th scope="col">Whose</th><th scope="col">What would be lost</th><th scope="col" class="n">Suitability</th><th scope="col" class="n">Miles</th><th scope="col" class="n">A week</th><th scope="col" class="n">With overheads</th></tr></thead>
<tbody>${options.map(
        ({reference, group, wouldLose, suitability, distanceMiles, differencePenceAWeek: {marginal, full}}) =>
          html`<tr><th scope="row">${reference}</th><td>${GROUP_TITLES[group]}</td><td class="words">${wouldLose.join('; ')}</td><td class="n">${suitability.value}</td><td class="n">${distanceMiles ?? '–'}</td><td class="n">${difference(marginal)}</td><td class="n">${difference(full)}</td></tr>`,
      )}</tbody></table></div>`

function difference(pence: number | null): string {
  if (pence === null) return '–'
  if (pence === 0) return 'the same'
  return pence < 0 ? `${pounds(-pence)} less` : `${pounds(pence)} more`
}
