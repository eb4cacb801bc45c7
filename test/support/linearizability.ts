import {isDeepStrictEqual} from 'node:util'

/**
 * What one caller asked, when, and what it heard when. `return: null` is a reply that was lost: what was asked may
 * have happened at any time after the call, or never. Times are of one clock.
 */
export type Operation<Input, Output> = {readonly call: number; readonly input: Input} & (
  | {readonly return: number; readonly output: Output}
  | {readonly return: null}
)

/** The same thing with one caller at a time. States are plain data; equal ones have equal JSON. */
export interface Model<State, Input, Output> {
  readonly initial: State
  readonly step: (state: State, input: Input) => {readonly state: State; readonly output: Output}
}

/**
 * Whether one order of the operations explains every reply: one in which each takes place at once, some time between
 * its call and its return. Wing and Gong, "Testing and verifying concurrent objects" (1993), with the memory of Lowe,
 * "Testing for linearizability" (2017): no (set of operations taken, state) is tried twice. Times that are equal count
 * as overlapping.
 */
export function isLinearizable<State, Input, Output>(
  history: readonly Operation<Input, Output>[],
  model: Model<State, Input, Output>,
): boolean {
  const pending = pendingOf(history.toSorted((a, b) => a.call - b.call))
  const tried = new Set<string>()
  const path = [{taken: -1, steps: stepsFrom(pending, model, model.initial)}]
  while (pending.unexplained > 0) {
    const last = path.at(-1)
    if (last === undefined) return false
    const step = last.steps.next()
    if (step.done) {
      path.pop()
      if (last.taken >= 0) pending.putBack(last.taken)
      continue
    }
    const {index, state} = step.value
    pending.take(index)
    const here = `${pending.key()} ${JSON.stringify(state)}`
    if (tried.has(here)) pending.putBack(index)
    else path.push({taken: index, steps: stepsFrom(pending, model, state)})
    tried.add(here)
  }
  return true
}

interface Step<State> {
  readonly index: number
  readonly state: State
}

/**
 * What may have taken place next. An operation that explains its reply and changes nothing may as well come first:
 * what is possible after it was possible before. So there is no other choice beside it, and many callers who are
 * turned away in any order do not make as many orders to try. Of those who asked and heard the same, the first to
 * return may as well come first: exchanging the two breaks nothing.
 */
function* stepsFrom<State, Input, Output>(
  pending: Pending<Input, Output>,
  {step}: Model<State, Input, Output>,
  state: State,
): Generator<Step<State>> {
  const changes = new Map<string, Step<State>>()
  for (const index of pending.next()) {
    const operation = pending.operations[index]!
    const after = step(state, operation.input)
    const isLost = operation.return === null
    if (!isLost && !isDeepStrictEqual(after.output, operation.output)) continue
    if (!isDeepStrictEqual(after.state, state)) {
      const alike = JSON.stringify([operation.input, isLost ? null : [operation.output]])
      const other = changes.get(alike)
      if (other === undefined || returnOf(operation) < returnOf(pending.operations[other.index]!))
        changes.set(alike, {index, state: after.state})
    } else if (!isLost) return yield {index, state}
  }
  yield* changes.values()
}

const returnOf = (operation: Operation<unknown, unknown>): number =>
  operation.return ?? Number.POSITIVE_INFINITY

interface Pending<Input, Output> {
  readonly operations: readonly Operation<Input, Output>[]
  /** Operations with a reply that have not been taken. */
  readonly unexplained: number
  /** Those that nothing else pending must come before, in the order of their calls. */
  next(): Iterable<number>
  take(index: number): void
  putBack(index: number): void
  /** The set of operations taken: as far as which, and those left out before it. */
  key(): string
}

/** Operations in the order of their calls, as a linked list that remembers what was taken out of it. */
function pendingOf<Input, Output>(operations: readonly Operation<Input, Output>[]): Pending<Input, Output> {
  const end = operations.length
  // The head of the list is at the end, which makes it a ring.
  const after = Int32Array.from({length: end + 1}, (_, index) => (index === end ? 0 : index + 1))
  const before = Int32Array.from({length: end + 1}, (_, index) => (index === 0 ? end : index - 1))
  const furthest = [-1]
  let unexplained = operations.filter(operation => operation.return !== null).length
  return {
    operations,
    get unexplained() {
      return unexplained
    },
    *next() {
      let firstReturn = Number.POSITIVE_INFINITY
      for (let index = after[end]!; index !== end; index = after[index]!) {
        const operation = operations[index]!
        if (operation.call > firstReturn) return
        yield index
        firstReturn = Math.min(firstReturn, returnOf(operation))
      }
    },
    take(index) {
      after[before[index]!] = after[index]!
      before[after[index]!] = before[index]!
      furthest.push(Math.max(furthest.at(-1)!, index))
      if (operations[index]!.return !== null) unexplained -= 1
    },
    putBack(index) {
      after[before[index]!] = index
      before[after[index]!] = index
      furthest.pop()
      if (operations[index]!.return !== null) unexplained += 1
    },
    key() {
      const as = furthest.at(-1)!
      const left: number[] = []
      for (let index = after[end]!; index < as; index = after[index]!) left.push(index)
      return `${as}-${left}`
    },
  }
}
