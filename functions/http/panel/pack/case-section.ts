import {dayInEngland, dayInWords} from '../../../../domain/calendar.ts'
import {termInWords} from '../../../../domain/matching/considerations/wording.ts'
import type {CasePack} from '../../../../domain/panel/pack.ts'
import {spanInWords} from '../../../../domain/panel/words.ts'
import {type Html, html} from '../../documentation/html.ts'
import {historyTable, optionsTable} from './case-tables.ts'
import {few} from './few.ts'
import {dayOrDash, decisionInWords, money, savingInWords, URGENCY_TITLES} from './words.ts'

/** Characters of markup up to which a case fits on a sheet: in ordinary print, and in small print. Measured in DejaVu Sans, a wide font. */
const ORDINARY = 6_000
const SMALL = 7_500

/** One case on one sheet: `place` is its number on the agenda and the day of the meeting. */
export function caseSection(pack: CasePack, place: {number: number; of: number; date: string}): Html {
  const id = `case-${pack.caseId}`
  const {number, of, date} = place
  const body = html`${keyFacts(pack)}
${triggers(pack)}
${aboutChild(pack)}
${pair(wishes(pack), costs(pack))}
${historyTable(pack)}
${pair(decision(pack), actions(pack))}
${options(pack)}
${pair(nearlyPossible(pack), search(pack))}`
  const {length} = body.markup
  const print = length > SMALL ? 'case small cut' : length > ORDINARY ? 'case small' : 'case'
  return html`<section class="${print}" aria-labelledby="${id}">
<h2 id="${id}">${number}. ${pack.reference}: ${URGENCY_TITLES[pack.urgency]}</h2>
<p class="marking">OFFICIAL-SENSITIVE. Best Care panel of ${dayInWords(date)}, case ${number} of ${of}.${length > SMALL && html`<span class="others"> Cut to fit on this sheet; a screen shows all.</span>`}</p>
${body}
</section>
`
}

const pair = (one: Html, other: Html): Html =>
  html`<div class="pair"><div>${one}</div><div>${other}</div></div>`

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

const aboutChild = ({child: {needs, risks, schoolKept}, siblings}: CasePack): Html => {
  const homes = siblings.map(
    ({reference, sameHome}) =>
      `${reference} ${sameHome === null ? '(no home is known)' : sameHome ? 'in the same home' : 'elsewhere'}`,
  )
  return html`<h3>Needs and risks</h3>
<p>Needs: ${listed(needs?.map(({need, level}) => `${termInWords(need)} (${level})`))}.</p>
<p>Risks: ${risksInWords(risks)}.</p>
${homes.length > 0 && html`<p>Brothers and sisters: ${homes.join(', ')}.</p>`}
${schoolKept === true && html`<p>The plan is to stay at this school.</p>`}`
}

const wishes = ({child}: CasePack): Html => html`<h3>Wishes</h3>
${few(
  (child.wishes ?? []).map(({text, recordedOn}) => html`“${text}” (${dayInWords(recordedOn)})`),
  'None is recorded.',
)}`

/** A risk of level `none` was looked at and is not there. */
function risksInWords(risks: CasePack['child']['risks']): string {
  const absent = risks?.filter(({level}) => level === 'none') ?? []
  const present = risks?.filter(({level}) => level !== 'none')
  const words = listed(present?.map(({risk, level}) => `${termInWords(risk)} (${level})`))
  const noneOf = absent.map(({risk}) => termInWords(risk)).join(', ')
  return noneOf === '' ? words : `${words}; looked at and not there: ${noneOf}`
}

const listed = (items: readonly string[] | undefined): string =>
  items === undefined ? 'not known' : items.length === 0 ? 'none' : items.join(', ')

const costs = ({cost: {components, shares}}: CasePack): Html => html`<h3>What it costs a week</h3>
${few(
  components.map(({kind, label, penceAWeek}) => html`${money(penceAWeek)} ${label} (${kind})`),
  'No parts are recorded.',
)}
${shares.length > 0 && html`<p>Funded by ${shares.map(({funder, pence}) => `${termInWords(funder)} ${money(pence)}`).join(', ')}.</p>`}`

const decision = ({lastDecision, saving}: CasePack): Html => html`<h3>Last decision</h3>
<p class="told">${lastDecision === null ? 'None yet.' : decisionInWords(lastDecision)}</p>
${saving !== null && html`<p>${savingInWords(saving)}</p>`}`

/** What is still to be done comes first. */
const actions = ({actions: all}: CasePack): Html => html`<h3>Conditions and actions</h3>
${few(
  [...all.filter(({done}) => done === null), ...all.filter(({done}) => done !== null)].map(
    ({words, owner, dueOn, done}) =>
      html`${done === null ? 'Open' : `Done on ${dayInWords(done.on)}`}, due ${dayInWords(dueOn)} (${owner}): ${words}`,
  ),
  'None.',
)}`

const options = (pack: CasePack): Html => {
  const {stability, suitability} = pack.stepDown
  return html`<h3 id="options-${pack.caseId}">Other homes now</h3>
<p>The child ${stability.settled && 'is settled: '}${stability.words.join('; ')}.${suitability !== null && ` Suitability of this home: ${suitability.value} of 100.`}</p>
${optionsTable(pack)}`
}

const nearlyPossible = ({stepDown}: CasePack): Html => html`<h3>Nearly possible</h3>
${few(
  stepDown.nearlyPossible.map(({reference, words}) => html`${reference}: ${words}`),
  'None.',
)}`

const search = ({
  search: {shortlists, refusals, chosen},
}: CasePack): Html => html`<h3>The search that led here</h3>
${few(
  [
    ...(chosen === null ? [] : [choiceInWords(chosen)]),
    ...refusals.map(
      ({by, at, reason}) => html`No from ${by} on ${dayInWords(dayInEngland(at))}: ${termInWords(reason)}`,
    ),
    ...shortlists.map(
      ({at, options: count}) => html`Shortlist of ${dayInWords(dayInEngland(at))}: ${count} options`,
    ),
  ],
  'None is recorded.',
)}`

const choiceInWords = ({rank, reason}: NonNullable<CasePack['search']['chosen']>): Html =>
  html`Chosen: ${rank === null ? 'not among the options' : `option ${rank}`}${reason !== null && `, because: ${reason}`}`
