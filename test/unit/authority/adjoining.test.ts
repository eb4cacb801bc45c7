import {describe, expect, it} from 'vitest'
import {adjoiningAuthorities} from '../../../domain/authority/adjoining.ts'
import {authorityName, KNOWN_AUTHORITIES} from '../../../domain/authority/authorities.ts'
import type {AuthorityId} from '../../../domain/ids.ts'
import {BEXLEY, LEWISHAM} from '../../support/matching.ts'

const namesAround = (id: AuthorityId) => adjoiningAuthorities(id).map(authorityName).toSorted()

describe('authorities that adjoin', () => {
  it('says that Lewisham adjoins Bromley, Greenwich, Southwark and, across the Thames, Tower Hamlets', () => {
    expect(namesAround(LEWISHAM)).toEqual(['Bromley', 'Greenwich', 'Southwark', 'Tower Hamlets'])
  })

  it('does not take Bexley, two boroughs away, for a neighbour of Lewisham', () => {
    expect(adjoiningAuthorities(LEWISHAM)).not.toContain(BEXLEY)
  })

  it.each(KNOWN_AUTHORITIES)('%s is a neighbour of each of its neighbours, and not of itself', id => {
    const neighbours = adjoiningAuthorities(id)
    expect(neighbours).not.toContain(id)
    for (const neighbour of neighbours) {
      expect(adjoiningAuthorities(neighbour)).toContain(id)
      expect(authorityName(neighbour)).not.toBe(neighbour)
    }
  })

  it('holds all 33 authorities of London, each with its neighbours', () => {
    const london = KNOWN_AUTHORITIES.filter(id => id.startsWith('E09'))
    expect(london).toHaveLength(33)
    expect(london.filter(id => adjoiningAuthorities(id).length === 0)).toEqual([])
  })

  it('knows no neighbours of an authority that it does not hold, and calls it by its code', () => {
    const unknown = 'E10009999' as AuthorityId
    expect(adjoiningAuthorities(unknown)).toEqual([])
    expect(authorityName(unknown)).toBe('E10009999')
  })
})
