import type {Party, Seeker} from '../party.ts'
import type {Gap, Home} from '../shortlist.ts'
import {type Fit, meanFit} from './fit.ts'

/**
 * One consideration, made ready for a party: what is weighed of the children is worked out once, then asked
 * of home after home. The number is asked of every home, words and gaps only of homes that are shown.
 */
export interface Measure {
  readonly fit: (home: Home) => Fit
  readonly words: (home: Home) => string
  readonly gaps?: (home: Home) => readonly Gap[]
}

/** null: the consideration does not apply, and changes nothing. */
export type MeasureFor<Subject extends unknown[]> = (...subject: Subject) => Measure | null

/** A consideration about each child alone, averaged over the children to whom it applies. */
export function forEachChild(measureFor: MeasureFor<[Seeker, Party]>): MeasureFor<[Party]> {
  return party => {
    const each = party.seekers.flatMap(seeker => {
      const measure = measureFor(seeker, party)
      return measure ? [{seeker, measure}] : []
    })
    const [only] = each
    if (only === undefined) return null
    if (party.seekers.length === 1) return only.measure
    return {
      fit: home => meanFit(each, ({measure}) => measure.fit(home)),
      words: home => {
        const said = each.map(({seeker, measure}) => ({seeker, words: measure.words(home)}))
        const sameForAll =
          said.length === party.seekers.length && said.every(({words}) => words === said[0]?.words)
        return sameForAll ? only.measure.words(home) : said.map(sayFor).join('; ')
      },
      gaps: home => each.flatMap(({measure}) => measure.gaps?.(home) ?? []),
    }
  }
}

const sayFor = ({seeker: {age}, words}: {seeker: Seeker; words: string}): string =>
  `for the ${age < 1 ? 'baby' : `child aged ${age}`}: ${words}`
