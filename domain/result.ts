/** An expected outcome: the value, or a refusal that the caller must look at. Faults are thrown instead. */
export type Result<T, E> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly error: E}

export const ok = <T>(value: T): Result<T, never> => ({ok: true, value})
export const refuse = <E>(error: E): Result<never, E> => ({ok: false, error})
