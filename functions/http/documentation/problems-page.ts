import {PROBLEM_KINDS} from '../../runtime/problem-kinds.ts'
import {html} from './html.ts'
import {page} from './page.ts'

const kinds = Object.entries(PROBLEM_KINDS).toSorted(([, a], [, b]) => a.status - b.status)

/** Every problem type at the fragment that its URI names. */
export const problemsPage = page(
  'Problems',
  html`
<p>When a request is not done, the answer is an RFC 9457 problem document (<code>application/problem+json</code>). Its
<code>type</code> leads to one of these; <code>instance</code> is the id of the request. There is never a fact about a child in it.</p>
<nav aria-label="Problems"><ul>
${kinds.map(([kind, {status, title}]) => html`<li><a href="#${kind}">${status} ${title}</a></li>\n`)}</ul></nav>
${kinds.map(
  ([kind, {status, title, meaning, whatToDo}]) => html`
<h2 id="${kind}">${title}</h2>
<p class="hint">Status ${status}, type <code>/problems#${kind}</code></p>
<p>${meaning}</p>
<p><strong>What to do:</strong> ${whatToDo}</p>
`,
)}`,
)
