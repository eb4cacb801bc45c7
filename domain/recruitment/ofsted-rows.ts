import type {Day} from '../calendar.ts'

export const OFSTED_KINDS = ['mainstream', 'kinship', 'short-break'] as const
/** Ofsted's kinds of fostering household. */
export type OfstedKind = (typeof OFSTED_KINDS)[number]

/** One number of Ofsted's fostering data set, for a year that ends on 31 March. */
export interface OfstedRow {
  readonly section: 'households' | 'places' | 'applications' | 'left'
  readonly field: string
  readonly kind: OfstedKind
  /** Why, where the field asks for it. */
  readonly reason: string | null
  readonly count: number
  /** The households, places or applications that are counted. */
  readonly members: readonly string[]
}

export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface Counted {
  readonly kind: OfstedKind
  readonly reason: string | null
  readonly member: string
}

/** One row for each kind and reason; a field that nobody falls under has rows of nought. */
export function rowsOf(
  section: OfstedRow['section'],
  field: string,
  counted: readonly Counted[],
): readonly OfstedRow[] {
  return OFSTED_KINDS.flatMap(kind => {
    const ofKind = counted.filter(each => each.kind === kind)
    const reasons = [...new Set(ofKind.map(({reason}) => reason))].toSorted()
    return (reasons.length === 0 ? [null] : reasons).map(reason => {
      const members = ofKind.filter(each => each.reason === reason).map(({member}) => member)
      return {section, field, kind, reason, count: members.length, members: members.toSorted()}
    })
  })
}
