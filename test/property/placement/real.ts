import type {Places, Until} from './plain-model.ts'
import * as domain from './world.ts'

export type Somewhere = Omit<Places, 'house'> & {readonly house: number | null}

/** Whatever keeps homes and children: each answers whether it was done. Ids are the model's. */
export interface Real {
  wait(hours: number): void
  hold(id: string, places: Places, hours: number): Promise<boolean>
  release(id: string): Promise<boolean>
  start(id: string, places: Somewhere, from: {readonly holdId: string | null}): Promise<boolean>
  /** Of the child of another stay. */
  respite(id: string, of: string, places: Places): Promise<boolean>
  move(from: string, id: string, next: Omit<Places, 'children'>): Promise<boolean>
  end(id: string, on: number): Promise<boolean>
  correct(id: string, from: number, until: Until): Promise<boolean>
  stayPut(id: string, on: number, until: Until): Promise<boolean>
  leave(id: string, on: number): Promise<boolean>
  /** Lapsed holds are cleared away. */
  tidy(): Promise<void>
  /** The records as they stand. */
  seen(): Promise<domain.World>
}

/** The decisions alone, over records that nobody else changes. */
export function decisions(places: readonly number[]): Real {
  const world = domain.emptyWorld(places)
  return {
    wait(hours) {
      world.now += hours
    },
    hold: async (id, asked, hours) => domain.hold(world, id, asked, hours),
    release: async id => domain.release(world, id),
    start: async (id, asked, from) => domain.start(world, id, asked, from),
    respite: async (id, _, asked) => domain.start(world, id, asked, {aside: true}),
    move: async (from, id, next) => domain.move(world, from, id, next),
    end: async (id, on) => domain.end(world, id, on),
    correct: async (id, from, until) => domain.correct(world, id, from, until),
    stayPut: async (id, on, until) => domain.putStaying(world, id, on, until),
    leave: async (id, on) => domain.leave(world, id, on),
    tidy: async () => domain.tidy(world),
    seen: async () => world,
  }
}
