// One bundle for every stub function: which part it plays is the handler that the template names.

const aws = async (target, input) => {
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
    method: 'POST',
    headers: {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.0',
      authorization: `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/20260101/eu-west-2/x/aws4_request`,
    },
    body: JSON.stringify(input),
  })
  return {status: answer.status, ...(await answer.json())}
}

/** Answers with what it was given. */
exports.echo = async event => ({statusCode: 200, body: JSON.stringify(event)})

/** Makes the call to AWS that the body asks for, and answers with AWS's answer. */
exports.call = async event => {
  const {target, input} = JSON.parse(event.body)
  return {statusCode: 200, body: JSON.stringify(await aws(target, input))}
}

exports.fail = async () => {
  throw new Error('a fault')
}
exports.never = () => new Promise(() => {})
exports.odd = async () => ({statusCode: 'soon'})
exports.exit = async () => process.exit(3)

/** Publishes each record's key as an event of its own; cannot take one that is called poison. */
exports.publish = async ({Records}) => {
  for (const {dynamodb} of Records) {
    const pk = dynamodb.NewImage.pk.S
    if (pk.startsWith('poison')) return {batchItemFailures: [{itemIdentifier: dynamodb.SequenceNumber}]}
    const Entries = [
      {Source: 'stub', DetailType: 'Written', Detail: JSON.stringify({pk}), EventBusName: process.env.BUS},
    ]
    await aws('AWSEvents.PutEvents', {Entries})
  }
}

/** Notes how often it was given an event, and when first; cannot take one that is called bad. */
exports.react = async ({detail}) => {
  if (detail.pk.startsWith('bad')) throw new Error('cannot take it')
  await aws('DynamoDB_20120810.UpdateItem', {
    TableName: process.env.TABLE,
    Key: {pk: {S: `seen ${detail.pk}`}, sk: {S: 'x'}},
    UpdateExpression: 'SET firstAt = if_not_exists(firstAt, :now) ADD times :one',
    ExpressionAttributeValues: {
      ':one': {N: '1'},
      ':now': {N: String(performance.timeOrigin + performance.now())},
    },
  })
}
