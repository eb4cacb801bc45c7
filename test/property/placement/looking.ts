import type {Call, ServedRoute} from '../../../contracts/in-memory-service.ts'

export interface Shown {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly placements?: readonly {readonly id: string; readonly childId: string}[]
}

/** What was answered; null: it was refused. Any other answer is a fault of the service or of the test. */
export type Ask = (route: ServedRoute, call: Call) => Promise<Shown | null>

export interface Referral {
  readonly id: string
  readonly children: readonly number[]
  readonly asked: object
}

/** A child is looked for in one referral at a time: whoever looks anew withdraws the one before. */
export function looking(ask: Ask, childIds: readonly string[]) {
  const lookedFor = new Map<number, Referral>()

  async function withdrawOthers(those: readonly number[], but: Referral | null): Promise<void> {
    const others = new Set(those.flatMap(child => lookedFor.get(child) ?? []))
    for (const referral of others) if (referral !== but) await change(referral, 'open', 'withdrawn')
  }

  async function change(referral: Referral, from: string, status: string): Promise<void> {
    const params = {referralId: referral.id}
    const found = (await ask('getReferral', {params}))!
    if (found.status !== from) return
    const headers = {'if-match': `"${found.version}"`}
    await ask('changeReferral', {params, headers, body: {...referral.asked, status}})
  }

  const remember = (referral: Referral): Referral => {
    for (const child of referral.children) lookedFor.set(child, referral)
    return referral
  }

  return {
    async lookFor(those: readonly number[], nights: object): Promise<Referral | null> {
      await withdrawOthers(those, null)
      const children = those.map(child => childIds[child]!)
      const asked = {children, urgency: 'planned', kind: 'short-term', ...nights}
      const opened = await ask('openReferral', {body: asked})
      return opened && remember({id: opened.id, children: those, asked})
    },
    async lookAgain(referral: Referral): Promise<Referral> {
      await withdrawOthers(referral.children, referral)
      await change(referral, 'withdrawn', 'open')
      return remember(referral)
    },
  }
}
