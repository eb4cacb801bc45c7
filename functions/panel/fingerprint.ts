import {createHash} from 'node:crypto'
import type {Fingerprint} from '../../domain/panel/meeting.ts'

/** SHA-256 of a text, in hexadecimal. */
export const fingerprintOf = (text: string): Fingerprint => createHash('sha256').update(text).digest('hex')
