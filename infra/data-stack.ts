import {RemovalPolicy, Stack, type StackProps} from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type CfnGlobalTable,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import {AnyPrincipal, Effect, PolicyDocument, PolicyStatement} from 'aws-cdk-lib/aws-iam'
import {type CfnKey, Key} from 'aws-cdk-lib/aws-kms'
import type {Construct} from 'constructs'

/** The one index: sparse, so that only items with a `relatedTo` are on it. */
export const RELATED_INDEX = 'related'

/** Whatever a role may: no entry of the audit is changed or deleted, until somebody changes this policy. */
const ENTRIES_STAY = new PolicyStatement({
  sid: 'EntriesStay',
  effect: Effect.DENY,
  principals: [new AnyPrincipal()],
  actions: [
    'dynamodb:BatchWriteItem',
    'dynamodb:DeleteItem',
    'dynamodb:PartiQLDelete',
    'dynamodb:PartiQLUpdate',
    'dynamodb:UpdateItem',
  ],
  resources: ['*'],
})

/**
 * What must never be lost: the tables and their key. Nothing here is deleted with the stack, the tables can be
 * restored to any second of the last 35 days, and the logical ids are fixed, because changing one would replace
 * the resource behind it.
 */
export class DataStack extends Stack {
  readonly key: Key
  readonly table: TableV2
  /** Who read and wrote which record. */
  readonly audit: TableV2
  readonly gazetteer: TableV2

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, {...props, terminationProtection: true})
    this.key = new Key(this, 'DataKey', {
      description: 'Hearth: children, households, referrals and their events',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const key = this.key.node.defaultChild as CfnKey
    key.overrideLogicalId('DataKey')
    this.table = this.keptTable('HearthTable', {
      partitionKey: {name: 'pk', type: AttributeType.STRING},
      sortKey: {name: 'sk', type: AttributeType.STRING},
      globalSecondaryIndexes: [
        {
          indexName: RELATED_INDEX,
          partitionKey: {name: 'relatedTo', type: AttributeType.STRING},
          sortKey: {name: 'relatedAt', type: AttributeType.STRING},
        },
      ],
      timeToLiveAttribute: 'expiresAt',
      dynamoStream: StreamViewType.NEW_IMAGE,
    })
    this.audit = this.keptTable('AuditTable', {
      partitionKey: {name: 'pk', type: AttributeType.STRING},
      sortKey: {name: 'sk', type: AttributeType.STRING},
      resourcePolicy: new PolicyDocument({statements: [ENTRIES_STAY]}),
    })
    this.gazetteer = this.keptTable('GazetteerTable', {
      partitionKey: {name: 'pk', type: AttributeType.STRING},
    })
  }

  private keptTable(logicalId: string, shape: TablePropsV2): TableV2 {
    const table = new TableV2(this, logicalId, {
      ...shape,
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: {pointInTimeRecoveryEnabled: true},
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const resource = table.node.defaultChild as CfnGlobalTable
    resource.overrideLogicalId(logicalId)
    return table
  }
}
