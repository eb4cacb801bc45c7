import type {Model} from '../../support/linearizability.ts'

export type Asked = 'hold' | 'release' | 'read'
export type Heard = 'held' | 'full' | 'released' | 'nothing held' | number

/** A household with so many places, of which nobody holds any at first; reading tells how many are held. */
export const household = (places: number): Model<number, Asked, Heard> => ({
  initial: 0,
  step(held, asked) {
    if (asked === 'read') return {state: held, output: held}
    if (asked === 'hold')
      return held < places ? {state: held + 1, output: 'held'} : {state: held, output: 'full'}
    return held > 0 ? {state: held - 1, output: 'released'} : {state: held, output: 'nothing held'}
  },
})
