import {expect, test} from 'vitest'
import {AUTHORITY, coreOf, importing} from '../../support/importing.ts'

const ROWS = 150_000

test('a large table of which no row names a child is quarantined row by row', async () => {
  const at = importing()
  const text = `${coreOf(2026)['header.csv']!.split('\n')[0]}\n${',F,02/06/2014,BAFR,UN3,0,\n'.repeat(ROWS)}`
  const body = {year: 2026, files: [{name: 'header.csv', bytes: text.length}]}
  const {id} = await at.given<{id: string}>('requestImport', {body})
  at.service.files.set(`uploads/${AUTHORITY}/${id}/1`, Buffer.from(text))
  await at.given('startImport', {params: {importId: id}, body: {}})
  await at.work(id)
  const done = await at.look(id)
  expect(done.tables).toMatchObject([{read: ROWS, loaded: 0, quarantined: ROWS}])
  expect(done.findings.errors).toBeGreaterThanOrEqual(ROWS)
}, 60_000)
