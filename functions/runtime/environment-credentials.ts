/**
 * Where a function finds its credentials: Lambda puts those of its role into the environment, and nowhere else.
 * Bundles have this in place of the SDK's chain, which would look in files, on the instance, at a process and over
 * the network as well: 130 KB and 11 ms of every cold start for places that must not be looked in.
 */
export const defaultProvider = () => async () => ({
  accessKeyId: given('AWS_ACCESS_KEY_ID'),
  secretAccessKey: given('AWS_SECRET_ACCESS_KEY'),
  ...(process.env['AWS_SESSION_TOKEN'] && {sessionToken: process.env['AWS_SESSION_TOKEN']}),
})

function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not in the environment`)
  return value
}
