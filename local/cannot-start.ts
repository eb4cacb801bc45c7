/** Why the runtime will not start, in words for the person who typed the command, with a way on. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
}
