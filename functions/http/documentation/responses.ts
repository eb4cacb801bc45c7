interface Reference {
  readonly $ref: string
}
/** A response of an operation: in full, or where among the shared ones it is. */
export type ResponseOr<Response> = Response | Reference

interface Contract<Response> {
  readonly components: {readonly responses: Readonly<Record<string, Response>>}
}

/** A response in full. Throws when it refers to one that there is not. */
export function responseIn<Response extends object>(
  {components}: Contract<Response>,
  response: ResponseOr<Response>,
): Response {
  if (!('$ref' in response)) return response
  const found = components.responses[response.$ref.replace('#/components/responses/', '')]
  if (found === undefined) throw new Error(`There is no ${response.$ref}.`)
  return found
}
