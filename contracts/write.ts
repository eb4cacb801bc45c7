import {readFileSync, writeFileSync} from 'node:fs'
import {openApi} from './openapi.ts'
import {tell} from './story.ts'

const file = new URL('generated/openapi.json', import.meta.url)
const contract = `${JSON.stringify(openApi(await tell()), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, contract)
else if (readFileSync(file, 'utf8') !== contract) {
  console.error(
    'contracts/generated/openapi.json is not what the routes and schemas say. Run: npm run contracts',
  )
  process.exitCode = 1
}
