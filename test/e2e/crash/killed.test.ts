import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {hearth} from '../service.ts'
import {crash} from './crash.ts'

it('the service is killed while children are placed, three times: nothing is lost, doubled or half done', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hearth-crash-'))
  try {
    const {faults, kills, unanswered, stored} = await crash({
      dataDir,
      assembly: join(hearth.dataDir, 'cdk.out'),
      authorityId: 'E09000023',
      rounds: 3,
      callers: 6,
      writes: 60,
      seed: 1,
    })
    expect(faults).toEqual([])
    expect(kills).toBe(3)
    expect(unanswered).toBeGreaterThan(0)
    expect(stored['placement']).toBeGreaterThan(0)
  } finally {
    rmSync(dataDir, {recursive: true})
  }
})
