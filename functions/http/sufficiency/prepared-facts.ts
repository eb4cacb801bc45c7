import type {Child} from '../../../domain/child/child.ts'
import {type Prepared, prepare} from '../../../domain/sufficiency/moment.ts'
import type {Asking} from '../../runtime/endpoint.ts'
import {loadFacts} from '../../sufficiency/load-facts.ts'

/** The caller's facts, ready to be asked for any day. */
export async function preparedFacts({
  table,
  gazetteer,
  caller,
}: Pick<Asking, 'table' | 'gazetteer' | 'caller'>): Promise<{
  readonly prepared: Prepared
  readonly children: readonly Child[]
}> {
  const {facts, children} = await loadFacts(table, gazetteer, caller.authorityId)
  return {prepared: prepare(facts), children}
}
