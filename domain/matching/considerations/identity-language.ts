import type {Language} from '../../child/child.ts'
import {languageName, primaryLanguage} from '../../child/language.ts'
import type {Gap, Home} from '../shortlist.ts'
import {exactly, type Fit, NOT_KNOWN, standing} from './fit.ts'
import {forEachChild} from './measure.ts'
import {listInWords} from './wording.ts'

/** The share of these languages that the household speaks. */
export function languageFit(languages: readonly Language[], spoken: readonly Language[] | undefined): Fit {
  if (spoken === undefined) return NOT_KNOWN
  return exactly(languages.filter(language => speaks(spoken, language)).length / languages.length)
}

const speaks = (spoken: readonly Language[], language: Language): boolean =>
  spoken.some(tag => primaryLanguage(tag) === language)

/**
 * Language. Children Act 1989 s.22(5)(c): due consideration to linguistic background; NMS 15. It never
 * excludes or delays. Applies when the child needs a language other than English.
 */
export const identityLanguage = forEachChild(({child}) => {
  const own = (child.languages ?? []).map(primaryLanguage)
  const languages = firstThenByTag([...new Set(own)]).filter(language => language !== 'en')
  if (languages.length === 0) return null
  const named = languages.map(
    language => `${languageName(language)}${language === own[0] ? ", the child's first language" : ''}`,
  )
  const fitOf = ({household}: Home): Fit => languageFit(languages, household.languages)
  const words = ({household: {languages: spoken}}: Home): string => {
    if (spoken === undefined) return `not known: whether anyone speaks ${listInWords(named)}`
    const heard = named.filter((_, i) => speaks(spoken, languages[i] ?? ''))
    const missing = named.filter(name => !heard.includes(name))
    if (heard.length === 0) return `does not speak ${listInWords(missing)}`
    return `speaks ${listInWords(heard)}${missing.length > 0 ? `; does not speak ${listInWords(missing)}` : ''}`
  }
  return {
    fit: fitOf,
    words,
    gaps: (home): readonly Gap[] => {
      const fit = standing(fitOf(home))
      return fit === 'met' ? [] : [{about: 'identity.language', fit, words: words(home)}]
    },
  }
})

/** The order says which is the first language, and nothing more. */
const firstThenByTag = ([first = 'en', ...others]: readonly Language[]): readonly Language[] => [
  first,
  ...others.toSorted(),
]
