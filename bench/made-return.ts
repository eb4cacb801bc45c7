import {closeSync, mkdirSync, openSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {TABLES} from '../domain/ssda903/tables.ts'
import {episodeRow, headerRow, isFaulty, type Lives, livesOf, type Population} from './made-lives.ts'

export interface MadeReturn extends Population {
  /** Whether the rows of a child follow one another; else they stand as far apart as the file allows. */
  readonly together?: boolean
}

/** How many rows were written. */
export interface Written {
  readonly header: number
  readonly episodes: number
  /** Episodes with a fault of their own; those next to them in time may break a rule in turn. */
  readonly faulty: number
}

/**
 * Writes header.csv and episodes.csv of a return of any size, each row made of its child and number alone, so that
 * nothing is kept. Ten years of placements in a row for each child; about one episode in a hundred has a fault.
 */
export function writeReturn(folder: string, made: MadeReturn): Written {
  mkdirSync(folder, {recursive: true})
  const life = livesOf(made)
  const header = writeRows(join(folder, 'header.csv'), TABLES.Header, write => {
    for (let child = 0; child < made.children; child++) write(headerRow(child, life))
  })
  let faulty = 0
  const episodes = writeRows(join(folder, 'episodes.csv'), TABLES.Episodes, write => {
    for (const [child, number] of made.together ? childByChild(life) : roundByRound(life)) {
      if (isFaulty(child, number, life)) faulty++
      write(episodeRow(child, number, life))
    }
  })
  return {header, episodes, faulty}
}

const BUFFERED = 1 << 20

function writeRows(
  file: string,
  columns: readonly string[],
  writeAll: (write: (row: string) => void) => void,
): number {
  const descriptor = openSync(file, 'w')
  let text = `${columns.join(',')}\n`
  let rows = 0
  writeAll(row => {
    text += row
    rows++
    if (text.length < BUFFERED) return
    writeSync(descriptor, text)
    text = ''
  })
  writeSync(descriptor, text)
  closeSync(descriptor)
  return rows
}

function* childByChild({children, episodesOf}: Lives): Generator<readonly [child: number, number: number]> {
  for (let child = 0; child < children; child++)
    for (let number = 0; number < episodesOf(child); number++) yield [child, number]
}

function* roundByRound({children, episodesOf}: Lives): Generator<readonly [child: number, number: number]> {
  for (let number = 0; ; number++) {
    let any = false
    for (let child = 0; child < children; child++)
      if (number < episodesOf(child)) {
        any = true
        yield [child, number]
      }
    if (!any) return
  }
}
