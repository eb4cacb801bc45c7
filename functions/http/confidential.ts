import type {Household} from '../../domain/household/household.ts'
import type {Caller} from '../runtime/caller.ts'
import type {Stored} from '../store/stored.ts'
import {resource} from './resource.ts'

/** Where a confidential household stands is for those who have the scope for it. */
export const mayKnowHome = ({confidential = false}: Household, {scopes}: Caller): boolean =>
  !confidential || scopes.has('confidential')

/** A household as the API shows it to a caller: its address, or null where the caller must not know it. */
export const householdResource = (
  stored: Stored<Household>,
  caller: Caller,
  knowsHome = mayKnowHome(stored.value, caller),
) => ({
  ...resource(stored),
  confidential: stored.value.confidential ?? false,
  home: knowsHome ? stored.value.home : null,
})
