/** Pieces come as small as need be: so many of them put together that they hold at least `least`, but for the last. */
export async function* together<T>(
  pieces: AsyncIterable<readonly T[]>,
  least: number,
): AsyncIterable<readonly T[]> {
  let all: T[] = []
  for await (const piece of pieces) {
    for (const each of piece) all.push(each)
    if (all.length < least) continue
    yield all
    all = []
  }
  if (all.length > 0) yield all
}
