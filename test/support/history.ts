import type {Operation} from './linearizability.ts'

/** What several callers asked of one thing and heard from it, in the order of their returns. */
export interface History<Input, Output> {
  readonly operations: readonly Operation<Input, Output>[]
  /** Asks, and notes the call before and the return after; null is a reply that never came. */
  record(input: Input, ask: () => Promise<Output | null>): Promise<Output | null>
}

/** One clock for all callers; by default that of this process, in milliseconds. */
export function history<Input, Output>(
  clock: () => number = () => performance.now(),
): History<Input, Output> {
  const operations: Operation<Input, Output>[] = []
  return {
    operations,
    async record(input, ask) {
      const call = clock()
      const output = await ask()
      operations.push(output === null ? {call, input, return: null} : {call, input, return: clock(), output})
      return output
    },
  }
}

/** So many callers at once, each taking the next task when it is done with its last. */
export async function byCallers<Task>(
  callers: number,
  tasks: readonly Task[],
  run: (task: Task, index: number) => Promise<unknown>,
): Promise<void> {
  const queue = tasks.entries()
  const caller = async () => {
    for (const [index, task] of queue) await run(task, index)
  }
  await Promise.all(Array.from({length: callers}, caller))
}
