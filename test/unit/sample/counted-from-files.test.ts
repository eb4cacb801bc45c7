import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {makeBorough} from '../../../sample/borough.ts'
import {returnFiles} from '../../../sample/return/return-files.ts'
import {measure} from '../../../sample/summary.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearth-shares-'))
afterAll(() => rmSync(folder, {recursive: true}))

const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), {recursive: true})
  writeFileSync(join(folder, path), text)
}

/** What the plain script counts: it shares no code with the service or with the sample. */
function count(folders: readonly string[], asAt: string): Record<string, number | string | null> {
  const args = ['--as-at', asAt, '--authority', 'E09000023', '--postcodes', join(folder, 'postcodes.csv')]
  const paths = folders.map(path => join(folder, path))
  return JSON.parse(
    execFileSync(process.execPath, ['tools/count-shares.ts', ...paths, ...args], {encoding: 'utf8'}),
  )
}

describe('the sample borough, counted from its return', () => {
  const borough = makeBorough({seed: 7, children: 470, today: '2026-11-23'})
  const years = Array.from({length: 11}, (_, index) => `returns/${2017 + index}`)
  const shareOf = (name: string) => measure(borough).find(each => each.name === name)?.count
  beforeAll(() => {
    for (const [path, text] of returnFiles(borough)) write(path, text)
    const rows = borough.postcodes.map(
      ({postcode, authorityId, easting, northing}) => `${postcode},${authorityId},${easting},${northing}`,
    )
    write('postcodes.csv', `${['pcds,oslaua,oseast1m,osnrth1m', ...rows].join('\n')}\n`)
  })

  it('has the shares that it was made with: 136 in-house and 193 with agencies, of 470', () => {
    expect(count(years, borough.today)).toMatchObject({
      'children-looked-after': 470,
      'own-provision-foster': 136,
      'in-house-foster': 85,
      'kinship-foster': 51,
      'all-ifa-foster': 193,
      'inside-authority': 160,
      'over-20-miles': 80,
      'distance-unknown': 47,
      uasc: 47,
      supported: 42,
      'with-parents': 14,
    })
  })

  it('has them as the summary of its records says, from the running return alone', () => {
    const counted = count(['returns/2027'], borough.today)
    expect(counted['own-provision-foster']).toBe(shareOf('in-house fostering'))
    expect(counted['all-ifa-foster']).toBe(shareOf('IFA fostering'))
    expect(counted['inside-authority']).toBe(shareOf('inside the authority'))
    expect(counted['over-20-miles']).toBe(shareOf('over 20 miles'))
    const homes = borough.placements.filter(({code}) => ['K1', 'K2'].includes(code.place))
    expect(counted['childrens-homes']).toBe(homes.length)
    const adoption = borough.placements.filter(({code}) => code.place.startsWith('A'))
    expect(counted['placed-for-adoption']).toBe(adoption.length)
  })

  it('says that stability cannot be told from one year, and tells it from eleven', () => {
    expect(count(['returns/2027'], borough.today)['long-term-stability']).toBeNull()
    expect(count(years, borough.today)['long-term-stability']).toBeGreaterThan(0)
  })

  it('had a year like those that are published: 8% with three placements or more, two thirds stable, a mean SDQ of 14.7', () => {
    const counted = count(years, '2026-03-31')
    const [children, stable, longTerm] = [
      counted['children-looked-after'] as number,
      counted['long-term-stability'] as number,
      counted['long-term-children'] as number,
    ]
    expect(children).toBeGreaterThan(420)
    expect(children).toBeLessThan(520)
    expect((counted['three-or-more-placements'] as number) / children).toBeGreaterThan(0.06)
    expect((counted['three-or-more-placements'] as number) / children).toBeLessThan(0.11)
    expect(stable / longTerm).toBeGreaterThan(0.6)
    expect(stable / longTerm).toBeLessThan(0.75)
    const [scores, mean] = [counted['sdq-scores'] as number, counted['sdq-mean'] as number]
    expect(scores).toBeGreaterThan(120)
    expect(Math.abs(mean / scores - 14.7)).toBeLessThan(1.5)
    expect((counted['sdq-concern'] as number) / scores).toBeGreaterThan(0.34)
    expect((counted['sdq-concern'] as number) / scores).toBeLessThan(0.5)
    expect(counted['starts-in-year']).toBeGreaterThan(150)
    expect(counted['starts-in-year']).toBeLessThan(230)
    expect(counted['ceased-in-year']).toBeGreaterThan(150)
    expect(counted['ceased-in-year']).toBeLessThan(210)
  })
})

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

/** A return of one child, ten years old, from `DECOM RNE LS PLACE DEC REC PL_POST` of each episode. */
function countOf(...episodes: readonly string[]) {
  const rows = episodes.map(episode => {
    const [decom, rne, ls, place, dec, rec, post] = episode.split(' ').map(cell => (cell === '-' ? '' : cell))
    const provider = place!.startsWith('T') ? '' : 'PR1'
    return `C1,${decom},${rne},${ls},N1,${place},${provider},${dec},${rec},,HOME,${post},`
  })
  write('one/header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,M,15/05/2015,WBRI,UN1,,\n')
  write('one/uasc.csv', 'CHILD,SEX,DOB,DUC\n')
  write('one/episodes.csv', `${[EPISODES, ...rows].join('\n')}\n`)
  write(
    'postcodes.csv',
    'pcds,oslaua,oseast1m,osnrth1m\nHOME,E09000023,500000,200000\nNEAR,E09000023,500000,200100\n' +
      'TWENTY,E09000004,532186,200000\nOVER,E09000004,532300,200000\n',
  )
  return count(['one'], '2026-03-31')
}

describe('the rules of counting, each in one history', () => {
  it('has the scores of the health table alone of who was looked after all year', () => {
    write('one/oc2.csv', 'CHILD,DOB,SDQ_SCORE,SDQ_REASON\nC1,15/05/2015,17,\n')
    const concern = (began: string) => countOf(`${began} S C2 U6 - - NEAR`)
    expect(concern('01/04/2025')).toMatchObject({'sdq-mean': 17, 'sdq-concern': 1, 'sdq-unknown': 0})
    expect(concern('02/04/2025')).toMatchObject({'sdq-mean': 0, 'sdq-concern': 0, 'sdq-scores': 0})
    write('one/oc2.csv', 'CHILD,DOB,SDQ_SCORE,SDQ_REASON\nC1,15/05/2015,,SDQ1\n')
    expect(concern('01/04/2025')).toMatchObject({'sdq-scores': 0, 'sdq-unknown': 1})
  })

  it('counts no change of legal status or of code as a placement, and no temporary move with its return', () => {
    const counted = countOf(
      '01/05/2025 S C1 U6 01/06/2025 X1 NEAR',
      '01/06/2025 L C2 U6 01/07/2025 X1 NEAR',
      '01/07/2025 P C2 T1 10/07/2025 X1 OVER',
      '10/07/2025 P C2 U6 01/10/2025 X1 NEAR',
      '01/10/2025 T C2 U4 01/02/2026 X1 NEAR',
      '01/02/2026 P C2 U6 - - TWENTY',
    )
    expect(counted['three-or-more-placements']).toBe(0)
  })

  it('counts three homes, one of which the year began in', () => {
    const counted = countOf(
      '01/05/2024 S C2 U6 01/06/2025 X1 NEAR',
      '01/06/2025 P C2 U6 01/07/2025 X1 TWENTY',
      '01/07/2025 B C1 U6 - - NEAR',
    )
    expect(counted['three-or-more-placements']).toBe(1)
    expect(counted['starts-in-year']).toBe(0)
  })

  it('does not count who left on the day, nor who stays for short breaks', () => {
    const gone = countOf('01/05/2025 S C2 U6 31/03/2026 E4A NEAR')
    expect(gone).toMatchObject({'children-looked-after': 0, 'starts-in-year': 1, 'ceased-in-year': 1})
    expect(countOf('01/05/2025 S V4 U6 - - NEAR')).toMatchObject({
      'children-looked-after': 0,
      'starts-in-year': 0,
    })
  })

  it('takes 20.1 miles for over 20, and 20.0 not', () => {
    expect(countOf('01/05/2025 S C2 U6 - - TWENTY')['over-20-miles']).toBe(0)
    expect(countOf('01/05/2025 S C2 U6 - - OVER')['over-20-miles']).toBe(1)
  })

  it('counts a child in a temporary place where they will go back to', () => {
    const counted = countOf('01/05/2025 S C2 U6 20/03/2026 X1 NEAR', '20/03/2026 P C2 T1 - - OVER')
    expect(counted).toMatchObject({'in-house-foster': 1, 'inside-authority': 1, 'over-20-miles': 0})
  })

  it('takes two years in one home for stable, adoption by the same carer included', () => {
    const home = '01/05/2023 S E1 U5 01/09/2025 X1 NEAR'
    expect(countOf(home, '01/09/2025 T E1 A5 - - NEAR')).toMatchObject({
      'long-term-children': 1,
      'long-term-stability': 1,
    })
    expect(countOf(home, '01/09/2025 P E1 A6 - - OVER')['long-term-stability']).toBe(1)
    expect(countOf(home, '01/09/2025 P E1 U6 - - OVER')['long-term-stability']).toBe(0)
  })
})
