import {type Html, html} from '../../documentation/html.ts'

/** So many items of a list are printed of a case that is long, so that it fits on a sheet; a screen shows all. */
export const PRINTED = 5

/** A list, and in print what it leaves out. */
export const few = (items: readonly Html[], none: string): Html =>
  items.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="few">${items.map(item => html`<li><span>${item}</span></li>`)}</ul>${others(items.length, 'more')}`

export const others = (count: number, what: string): Html | false =>
  count > PRINTED && html`<p class="others">And ${count - PRINTED} ${what}, not printed here.</p>`
