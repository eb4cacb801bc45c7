import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {given} from './a-borough.ts'
import {type APanel, APPROVAL, aPanel, MEMBER, recordCosts} from './a-panel.ts'

const DATE = '2026-12-15'

const pageOf = ({service}: APanel) =>
  service.call('getMeetingPack', {params: {date: DATE}, query: {}, claims: MEMBER})

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found)

const part = (n: number) => ({
  kind: 'add-on',
  label: `a second adult at night, as was agreed in week ${n}: ${'words '.repeat(20)}`,
  penceAWeek: 10_000,
  from: '2026-12-01',
})

test('a reader of any kind finds the way: language, title, headings in order, tables with names and scopes', async () => {
  const panel = await aPanel()
  await recordCosts(panel, {components: [part(1)]})
  const {text} = await pageOf(panel)
  expect(text).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(all(text, /<title>(.*?)<\/title>/g)).toEqual([
    'Best Care panel, E09000023, 15 December 2026 - Hearth',
  ])
  expect(text).toContain('<a class="skip" href="#content">')
  expect(all(text, /<h1>(.*?)<\/h1>/g)).toEqual(['Best Care panel'])
  const levels = all(text, /<h(\d)/g).map(Number)
  for (const [i, level] of levels.entries()) if (i > 0) expect(level - levels[i - 1]!).toBeLessThanOrEqual(1)
  expect(text.match(/<th(?! scope="(col|row)")[ >]/g)).toBeNull()
  const ids = all(text, /\sid="([^"]+)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  const named = all(text, /<(?:table|div class="wide" role="region")[^>]* aria-labelledby="([^"]+)"/g)
  expect(named).toHaveLength(2 * text.match(/<table/g)!.length)
  for (const target of [...named, ...all(text, /href="#([^"]+)"/g)]) expect(ids).toContain(target)
})

test('the one sheet of styles is the one that the policy allows', async () => {
  const {text, headers} = await pageOf(await aPanel())
  const [sheet, ...more] = all(text, /<style>(.*?)<\/style>/gs)
  expect(more).toEqual([])
  expect(headers['content-security-policy']).toContain(
    `style-src 'sha256-${createHash('sha256').update(sheet!).digest('base64')}'`,
  )
  expect(text).not.toMatch(/\sstyle=|\son[a-z]+=/i)
})

test('the agenda has each case with its number, and every sheet says which it is and that it is sensitive', async () => {
  const panel = await aPanel()
  const {text} = await pageOf(panel)
  expect(text).toContain(`<td class="n">1</td><th scope="row"><a href="#case-${panel.placementId}">`)
  expect(text).toContain('OFFICIAL-SENSITIVE. Best Care panel of 15 December 2026, case 1 of 1.')
})

test('a case of which little is recorded is printed whole', async () => {
  const panel = await aPanel()
  await recordCosts(panel, {components: [1, 2, 3].map(part)})
  const {text} = await pageOf(panel)
  expect(text).toContain('<section class="case" ')
  expect(text).not.toContain('not printed here')
})

test('a case of which much is recorded is printed small, and says what its sheet leaves out', async () => {
  const panel = await aPanel()
  await recordCosts(panel, {components: Array.from({length: 40}, (_, n) => part(n))})
  await panel.ask('decideCase', {...APPROVAL, reviewOn: DATE, reasons: 'It meets her needs. '.repeat(100)})
  const {text} = await pageOf(panel)
  expect(text).toContain('<section class="case small cut" ')
  expect(text).toContain('<p class="others">And 35 more, not printed here.</p>')
  expect(text.match(/as was agreed in week/g)!.length).toBeGreaterThanOrEqual(40)
})

test('what is still open stands before what is done', async () => {
  const panel = await aPanel()
  const action = (words: string, dueOn: string) =>
    panel.ask('addAction', {words, owner: 'placements', dueOn}) as Promise<{actions: {id: string}[]}>
  const {actions} = await action('Ask the school.', '2026-12-11')
  await panel.service.call('recordActionDone', {
    params: {...panel.inCase.params, actionId: actions[0]!.id},
    claims: panel.inCase.claims,
    body: {on: '2026-12-10'},
  })
  await action('Search again.', '2026-12-18')
  const {text} = await pageOf(panel)
  expect(text).toMatch(
    /Open, due 18 December 2026 \(placements\): Search again\.[\s\S]*Done on 10 December 2026/,
  )
})

test('a carer who said no is named as people name them, and an agency by its own name', async () => {
  const panel = await aPanel(600_000, async (service, referralId, householdId) => {
    for (const asked of [{householdId}, {agencyId: 'ifa-07'}]) {
      const {id} = await given(service, 'recordApproach', {params: {referralId}, body: asked})
      const body = {answer: 'no', reason: 'no-vacancy'}
      await given(service, 'answerApproach', {params: {approachId: id}, body})
    }
  })
  const {text} = await pageOf(panel)
  expect(all(text, /No from (\S+) on 23 November 2026: no vacancy/g).toSorted()).toEqual(['FC-1', 'ifa-07'])
})
