/** Markup that is safe to put into a page. */
export interface Html {
  readonly markup: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, mark => ENTITIES[mark]!)

type Part = Html | string | number | false | null | undefined | readonly Part[]

const markupOf = (part: Part): string => {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

/** A template in which everything but Html is escaped. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: texts.map((text, n) => text + markupOf(parts[n])).join(''),
})

/** The little Markdown that the contract's texts use: paragraphs, links, code, emphasis. */
export function prose(text: string): Html {
  const inline = (line: string) =>
    escaped(line)
      .replace(/`([^`]+)`/g, '<code>$1</code>')
      .replace(/\*([^*]+)\*/g, '<em>$1</em>')
      .replace(/\[([^\]]+)\]\((\/[^)\s]*)\)/g, '<a href="$2">$1</a>')
  return {
    markup: text
      .split(/\n\n+/)
      .map(paragraph => `<p>${inline(paragraph)}</p>`)
      .join('\n'),
  }
}
