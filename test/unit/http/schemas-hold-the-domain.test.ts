import {expect, expectTypeOf, it} from 'vitest'
import type * as z from 'zod'
import type {Child} from '../../../domain/child/child.ts'
import type {Household} from '../../../domain/household/household.ts'
import type {MatchingPolicy} from '../../../domain/matching/policy.ts'
import type {ShortlistAnswer} from '../../../domain/matching/shortlist.ts'
import type {Referral} from '../../../domain/referral/referral.ts'
import {child, childBody} from '../../../functions/http/schemas/child.ts'
import type {household, householdBody} from '../../../functions/http/schemas/household.ts'
import type {Located} from '../../../functions/http/schemas/location.ts'
import type {policyBody} from '../../../functions/http/schemas/policy.ts'
import type {referralBody} from '../../../functions/http/schemas/referral.ts'
import type {shortlist} from '../../../functions/http/schemas/shortlist.ts'

it('gives the domain what it asks for: children, households, referrals and policies as it types them', () => {
  expectTypeOf<Located<z.output<typeof childBody>>>().toExtend<Omit<Child, 'id'>>()
  expectTypeOf<Omit<Located<z.output<typeof householdBody>>, 'status'>>().toExtend<
    Omit<Household, 'id' | 'status'>
  >()
  expectTypeOf<z.output<typeof referralBody>>().toExtend<Omit<Referral, 'id'>>()
  expectTypeOf<z.output<typeof policyBody>>().toExtend<MatchingPolicy>()
})

it('answers with nothing less than the domain holds', () => {
  expectTypeOf<z.output<typeof child>>().toExtend<Child>()
  expectTypeOf<z.output<typeof household>>().toExtend<Omit<Household, 'home'>>()
  expectTypeOf<z.output<typeof shortlist>>().toExtend<ShortlistAnswer>()
  expect(Object.keys(childBody.shape)).toEqual(
    Object.keys(child.shape).filter(field => !['id', 'version', 'createdAt', 'updatedAt'].includes(field)),
  )
})
