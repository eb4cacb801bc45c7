import {dayInEngland, dayInWords} from '../../../../domain/calendar.ts'
import type {CasePack} from '../../../../domain/panel/pack.ts'
import {spanInWords} from '../../../../domain/panel/words.ts'
import {type Html, html} from '../../documentation/html.ts'
import {dayOrDash, decisionInWords, money, savingInWords, URGENCY_TITLES} from './words.ts'

/** One case on one page. */
export const caseSection = (
  pack: CasePack,
): Html => html`<section class="case" aria-labelledby="case-${pack.caseId}">
<h2 id="case-${pack.caseId}">${pack.reference}: ${URGENCY_TITLES[pack.urgency]}</h2>
${keyFacts(pack)}
${triggers(pack)}
${aboutChild(pack)}
${history(pack)}
${costs(pack)}
${decisions(pack)}
${options(pack)}
${search(pack)}
</section>
`

const fact = (name: string, value: string): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const keyFacts = ({child, cost, distanceMiles, reviewDueOn, daysPastStepDown, stepDown}: CasePack): Html =>
  html`<dl class="facts">
${fact('Age', String(child.age))}
${fact('A week', money(cost.penceAWeek))}
${fact('A year at this rate', money(cost.yearPence))}
${fact('So far', `${money(cost.soFar.pence)}${cost.soFar.notKnownNights > 0 ? `, ${cost.soFar.notKnownNights} nights not known` : ''}`)}
${fact('To 18 at this rate', money(cost.toEighteen.pence))}
${fact('Lived here', spanInWords(stepDown.stability.nights))}
${fact('From home', distanceMiles === null ? '–' : `${distanceMiles} miles`)}
${fact('Review due', dayOrDash(reviewDueOn))}
${daysPastStepDown !== null && fact('Past step-down', `${daysPastStepDown} days`)}
${fact('Contract ends', dayOrDash(cost.contractEndsOn))}
</dl>`

const triggers = ({triggers: held}: CasePack): Html =>
  held.length === 0
    ? html`<p>It meets no trigger any more, and waits for a person to close it.</p>`
    : html`<p>Why it is here: ${held.map(({words}) => words).join('; ')}.</p>`

const aboutChild = ({
  child: {needs, risks, wishes, schoolKept},
  siblings,
}: CasePack): Html => html`<h3>Needs and wishes</h3>
<ul>
<li>Needs: ${listed(needs?.map(({need, level}) => `${need} (${level})`))}</li>
<li>Risks: ${listed(risks?.map(({risk, level}) => `${risk} (${level})`))}</li>
${(wishes ?? []).map(({text, recordedOn}) => html`<li>“${text}” (${dayInWords(recordedOn)})</li>`)}
${schoolKept === true && html`<li>The plan is to stay at this school.</li>`}
${siblings.map(
  ({reference, sameHome}) =>
    html`<li>Brother or sister ${reference}: ${sameHome === null ? 'no home is known' : sameHome ? 'lives in the same home' : 'lives elsewhere'}</li>`,
)}
</ul>`

const listed = (items: readonly string[] | undefined): string =>
  items === undefined ? 'not known' : items.length === 0 ? 'none' : items.join(', ')

const history = ({history: lines, caseId}: CasePack): Html => html`<h3 id="history-${caseId}">Placements</h3>
<div class="wide" role="region" aria-labelledby="history-${caseId}" tabindex="0"><table>
<thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">Home</th><th scope="col">Code</th><th scope="col" class="n">A week</th><th scope="col">Why it ended</th></tr></thead>
<tbody>${lines.map(
  ({from, until, home, place, provider, weeklyCostPence, ended}) =>
    html`<tr><th scope="row">${dayInWords(from)}</th><td>${until === null ? 'now' : dayInWords(until)}</td><td>${home ?? '–'}</td><td>${place}${provider !== null && ` ${provider}`}</td><td class="n">${money(weeklyCostPence)}</td><td>${ended ?? (until === null ? '' : '–')}</td></tr>`,
)}</tbody></table></div>`

const costs = ({cost: {components, shares}}: CasePack): Html => html`<h3>What it costs a week</h3>
${
  components.length === 0
    ? html`<p>No parts are recorded.</p>`
    : html`<ul>${components.map(({kind, label, penceAWeek}) => html`<li>${label} (${kind}): ${money(penceAWeek)}</li>`)}</ul>`
}
${shares.length > 0 && html`<p>Funded by ${shares.map(({funder, pence}) => `${funder} ${money(pence)}`).join(', ')}.</p>`}`

const decisions = ({lastDecision, actions, saving}: CasePack): Html => html`<h3>Last decision</h3>
<p>${lastDecision === null ? 'None yet.' : decisionInWords(lastDecision)}</p>
${saving !== null && html`<p>${savingInWords(saving)}</p>`}
${
  actions.length > 0 &&
  html`<ul>${actions.map(
    ({words, owner, dueOn, done}) =>
      html`<li>${words} (${owner}, by ${dayInWords(dueOn)}): ${done === null ? 'open' : `done on ${dayInWords(done.on)}`}</li>`,
  )}</ul>`
}`

const options = ({
  stepDown: {stability, options: homes, nearlyPossible, suitability},
}: CasePack): Html => html`<h3>Other homes now</h3>
<p>The child ${stability.words.join(', ')}.${suitability !== null && ` Suitability of this home: ${suitability.value} of 100.`}</p>
${
  homes.length === 0
    ? html`<p>No home could take the child now.</p>`
    : html`<ol>${homes.map(({group, reference, words}) => html`<li>${reference} (${group}): ${words}</li>`)}</ol>`
}
${
  nearlyPossible.length > 0 &&
  html`<p>Nearly possible:</p><ul>${nearlyPossible.map(({reference, words}) => html`<li>${reference}: ${words}</li>`)}</ul>`
}`

const search = ({
  search: {shortlists, refusals, chosen},
}: CasePack): Html => html`<h3>The search that led here</h3>
<ul>
${shortlists.map(({at, options: count}) => html`<li>Shortlist of ${dayInWords(dayInEngland(at))}: ${count} options</li>`)}
${chosen !== null && html`<li>Chosen: ${chosen.rank === null ? 'not among the options' : `option ${chosen.rank}`}${chosen.reason !== null && `, because: ${chosen.reason}`}</li>`}
${refusals.map(({by, at, reason}) => html`<li>No from ${by} on ${dayInWords(dayInEngland(at))}: ${reason}</li>`)}
${shortlists.length + refusals.length === 0 && html`<li>None is recorded.</li>`}
</ul>`
