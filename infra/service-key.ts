import {ArnFormat, Stack} from 'aws-cdk-lib'
import {PolicyStatement, ServicePrincipal} from 'aws-cdk-lib/aws-iam'
import {Key} from 'aws-cdk-lib/aws-kms'
import type {Construct} from 'constructs'

/** For logs, the bus and alarms: what is said about the work, apart from the records themselves. */
export function serviceKey(scope: Construct): Key {
  const stack = Stack.of(scope)
  const key = new Key(scope, 'ServiceKey', {
    description: 'Hearth: logs, events and alarms',
    enableKeyRotation: true,
  })
  const logGroups = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  key.addToResourcePolicy(
    new PolicyStatement({
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      resources: ['*'],
      conditions: {ArnLike: {'kms:EncryptionContext:aws:logs:arn': logGroups}},
    }),
  )
  return key
}
