/** Milliseconds of each run, sorted. */
export type Times = readonly number[]

export const at = (times: Times, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
export const median = (times: Times): number => at(times, 0.5)

/** `median [min..max]`, in milliseconds. */
export const spread = (times: Times): string =>
  `${digits(median(times))} ms [${digits(times[0] ?? 0)}..${digits(times.at(-1) ?? 0)}]`
export const digits = (ms: number): string =>
  ms >= 100 ? ms.toFixed(0) : ms >= 1 ? ms.toFixed(1) : ms.toFixed(3)

/** So many runs by so many callers at once, each beginning its next when the last has ended. */
export async function timesOf(
  runs: number,
  callers: number,
  run: () => Promise<unknown> | unknown,
): Promise<Times> {
  const times: number[] = []
  let left = runs
  const caller = async () => {
    while (left-- > 0) {
      const since = performance.now()
      await run()
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({length: callers}, caller))
  return times.toSorted((a, b) => a - b)
}
