/** The file cannot be read; the message says why to the person who sent it, and nothing of what stands in it. */
export class Refused extends Error {
  override readonly name: string = 'Refused'
}

/** `1,234` */
export const count = (n: number): string => n.toLocaleString('en-GB')

/** `4 GB`, `100 kB` */
export function bytes(n: number): string {
  if (n >= 1e9) return `${count(n / 1e9)} GB`
  return n >= 1e6 ? `${count(n / 1e6)} MB` : `${count(n / 1e3)} kB`
}
