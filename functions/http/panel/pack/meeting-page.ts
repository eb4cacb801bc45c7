import {dayInEngland, dayInWords, type Instant} from '../../../../domain/calendar.ts'
import {termInWords} from '../../../../domain/matching/considerations/wording.ts'
import type {Changed} from '../../../../domain/panel/meeting.ts'
import type {MeetingPack} from '../../../panel/meeting-pack.ts'
import {type Html, html} from '../../documentation/html.ts'
import {caseSection} from './case-section.ts'
import {STYLE} from './style.ts'
import {dayOrDash, money, URGENCY_TITLES} from './words.ts'

/** A pack as it is shown: when it was published, and what has changed since. */
export interface ShownPack extends MeetingPack {
  readonly published: {readonly at: Instant; readonly fingerprint: string} | null
  readonly changed: readonly Changed[]
}

/** The pack as one page that needs nothing but itself: each case on a sheet of paper of its own. */
export function meetingPage(pack: ShownPack): string {
  const {authorityId, date, cases} = pack
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Best Care panel, ${authorityId}, ${dayInWords(date)} - Hearth</title>
<style>${{markup: STYLE}}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><p>Hearth</p></header>
<main id="content">
<h1>Best Care panel</h1>
<p class="lead">Authority ${authorityId}, meeting of ${dayInWords(date)}</p>
<p><strong>OFFICIAL-SENSITIVE. Not for publication.</strong> A dash (–) stands for what is not known.</p>
${standing(pack)}
${attendance(pack)}
<section aria-labelledby="agenda">
<h2 id="agenda">Agenda</h2>
${cases.length === 0 ? html`<p>No case is to be looked at.</p>` : agendaTable(pack)}
</section>
${cases.map((each, index) => caseSection(each, {number: index + 1, of: cases.length, date}))}
</main>
</body>
</html>
`.markup
}

function standing({published, changed, cases, at}: ShownPack): Html {
  if (published === null)
    return html`<p>Not published yet: made on ${dayInWords(dayInEngland(at))}, and anew each time it is opened.</p>`
  return html`<p>Published on ${dayInWords(dayInEngland(published.at))}, and as it was then. Fingerprint ${published.fingerprint.slice(0, 16)}.</p>
${
  changed.length > 0 &&
  html`<div class="changed"><h2>Changed since it was published</h2><ul>${changed.map(
    ({caseId, how}) =>
      html`<li>${cases.find(each => each.caseId === caseId)?.reference ?? `Case ${caseId}`}: ${termInWords(how)}</li>`,
  )}</ul></div>`
}`
}

const attendance = ({
  members,
  apologies,
  conflicts,
  quorum,
}: ShownPack): Html => html`<section aria-labelledby="members">
<h2 id="members">Members</h2>
<p>${members.length === 0 ? 'No members are recorded.' : `${members.join(', ')}.`} Quorum: ${quorum}.</p>
${apologies.length > 0 && html`<p>Apologies: ${apologies.join(', ')}.</p>`}
${
  conflicts.length > 0 &&
  html`<p>Conflicts of interest:</p><ul>${conflicts.map(({member, words}) => html`<li>${member}: ${words}</li>`)}</ul>`
}
</section>`

const agendaTable = ({cases}: ShownPack): Html =>
  html`<div class="wide" role="region" aria-labelledby="agenda" tabindex="0"><table aria-labelledby="agenda">
<thead><tr><th scope="col" class="n">No.</th><th scope="col">Case</th><th scope="col" class="n">Age</th><th scope="col">Most urgent</th><th scope="col" class="n">A week</th><th scope="col">Review due</th><th scope="col">Last decision</th></tr></thead>
<tbody>${cases.map(
    ({caseId, reference, child, urgency, cost, reviewDueOn, lastDecision}, index) =>
      html`<tr><td class="n">${index + 1}</td><th scope="row"><a href="#case-${caseId}">${reference}</a></th><td class="n">${child.age}</td><td>${URGENCY_TITLES[urgency]}</td><td class="n">${money(cost.penceAWeek)}</td><td>${dayOrDash(reviewDueOn)}</td><td>${lastDecision === null ? 'none' : dayInWords(lastDecision.on)}</td></tr>`,
  )}</tbody></table></div>`
