import type {PolicyChange} from '../../store/policies.ts'
import type {Stored} from '../../store/stored.ts'

/** A version of the policy as the API shows it. */
export const policyResource = ({value: {policy, ...change}, ...record}: Stored<PolicyChange>) => ({
  id: 'policy' as const,
  ...record,
  ...change,
  ...policy,
})
