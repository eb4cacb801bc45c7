import {isAtLeast, isUnder} from '../age.ts'
import type {Episode} from '../episode.ts'
import {isFostering, isPlacedForAdoption} from '../placement-kinds.ts'
import type {Rule} from '../rule.ts'

const isAdopted = ({rec}: Episode) => rec === 'E11' || rec === 'E12'

export const LEAVING_RULES: readonly Rule[] = [
  {
    rule: '386',
    severity: 'W',
    words: 'Nobody is adopted (E11, E12) at 18 or over',
    reads: ['DEC', 'REC', 'DOB'],
    broken: {Episodes: (episode, child) => isAdopted(episode) && isAtLeast(18, episode.dec, child)},
  },
  {
    rule: '387',
    severity: 'W',
    words: 'A child under 14 does not leave to live independently (E5, E6)',
    reads: ['DEC', 'REC', 'DOB'],
    broken: {Episodes: ({rec, dec}, child) => (rec === 'E5' || rec === 'E6') && isUnder(14, dec, child)},
  },
  {
    rule: '389',
    severity: 'W',
    words: 'A child under 16 does not move to adult social care (E7)',
    reads: ['DEC', 'REC', 'DOB'],
    broken: {Episodes: ({rec, dec}, child) => rec === 'E7' && isUnder(16, dec, child)},
  },
  {
    rule: '460',
    severity: 'W',
    words: 'A child under 18 does not leave care to stay with the carers (E17)',
    reads: ['DEC', 'REC', 'DOB'],
    broken: {Episodes: ({rec, dec}, child) => rec === 'E17' && isUnder(18, dec, child)},
  },
  {
    rule: '390',
    severity: 'W',
    words: 'Adoption (E11, E12) ends a placement for adoption (A3 to A6)',
    reads: ['PLACE', 'REC'],
    broken: {Episodes: episode => isAdopted(episode) && !isPlacedForAdoption(episode.place)},
  },
  {
    rule: '516',
    severity: 'W',
    words: 'Special guardianship of a former foster carer (E45, E46) ends a foster placement (U1 to U6)',
    reads: ['PLACE', 'REC'],
    broken: {Episodes: ({rec, place}) => (rec === 'E45' || rec === 'E46') && !isFostering(place)},
  },
]
