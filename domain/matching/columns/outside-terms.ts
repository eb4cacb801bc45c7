import {SEXES} from '../../child/child.ts'
import {isApprovedForChild} from '../../household/approval.ts'
import type {ChildId} from '../../ids.ts'
import {REFERRAL_KINDS} from '../../referral/referral.ts'
import {isEmergency, type Party} from '../party.ts'
import type {Home} from '../shortlist.ts'
import {FOSTERING_KINDS} from '../terms.ts'

/** Terms of approval by row; sexes and kinds are masks of one bit a name, in the order of their lists. */
export interface PackedTerms {
  readonly places: Int32Array
  readonly ageFrom: Int32Array
  readonly ageTo: Int32Array
  readonly sexes: Uint8Array
  readonly kinds: Uint8Array
  /** 1 where children are named: strangers are not among them. */
  readonly forNamedAlone: Uint8Array
  /** 1 where terms can bend in an emergency. */
  readonly fostering: Uint8Array
}

/** A child whom no record names. */
const STRANGER = '' as ChildId

export function packTerms(homes: readonly Home[]): PackedTerms {
  const terms = homes.map(({household}) => household.approval.terms)
  return {
    places: Int32Array.from(terms, ({places}) => places),
    ageFrom: Int32Array.from(terms, ({ages}) => ages.from),
    ageTo: Int32Array.from(terms, ({ages}) => ages.to),
    sexes: Uint8Array.from(terms, ({sexes}) => maskOf(sexes, SEXES)),
    kinds: Uint8Array.from(terms, ({kinds}) => maskOf(kinds, REFERRAL_KINDS)),
    forNamedAlone: Uint8Array.from(homes, ({household}) => Number(!isApprovedForChild(household, STRANGER))),
    fostering: Uint8Array.from(homes, ({household}) => Number(household.kind === 'fostering')),
  }
}

const maskOf = <Name>(names: readonly Name[], all: readonly Name[]): number =>
  names.reduce((mask, name) => mask | (1 << all.indexOf(name)), 0)

/**
 * Marks rows whose terms stand against strangers: the question of `termsAgainst`, on numbers. In an emergency
 * those of a fostering household bend for age, sex and kinds of fostering.
 */
export function markOutsideTerms(packed: PackedTerms, party: Party, broken: Uint16Array, mark: number): void {
  const {places, ageFrom, ageTo, sexes, kinds, forNamedAlone, fostering} = packed
  const {seekers, referral} = party
  const ages = seekers.map(({age}) => age)
  const [youngest, oldest] = [Math.min(...ages), Math.max(...ages)]
  const wanted = maskOf(
    seekers.map(({child}) => child.sex),
    SEXES,
  )
  const kind = maskOf([referral.kind], REFERRAL_KINDS)
  const bends = Number(isEmergency(party))
  const kindBends = bends & Number(FOSTERING_KINDS.includes(referral.kind))
  for (let row = 0; row < broken.length; row++) {
    const unfit =
      Number(ageFrom[row]! > youngest) | Number(ageTo[row]! < oldest) | Number((wanted & ~sexes[row]!) !== 0)
    const unfitKind = Number((kinds[row]! & kind) === 0)
    const against =
      forNamedAlone[row]! |
      Number(places[row]! < seekers.length) |
      (unfit & ~(fostering[row]! & bends)) |
      (unfitKind & ~(fostering[row]! & kindBends))
    broken[row]! |= mark * against
  }
}
