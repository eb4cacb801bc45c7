import {startHearth} from '../../../local/runtime.ts'
import {postcodesAlone} from '../../../local/seed.ts'

// The local runtime as a process of its own, to be killed: runtime-process.ts <data> <assembly> <authority>

const [dataDir = '', assembly = '', authorityId = ''] = process.argv.slice(2)
const {url, issuer, databaseUrl} = await startHearth({
  dataDir,
  assembly,
  authorityId,
  port: 0,
  seed: postcodesAlone,
})
process.send!({url, issuer: {url: issuer.url, secret: issuer.secret}, databaseUrl})
