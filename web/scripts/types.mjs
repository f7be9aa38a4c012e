// Makes src/api/schema.ts from docs/reference/openapi.json: one TypeScript type a schema, nothing else.
import { readFileSync, writeFileSync } from 'node:fs'

const document = JSON.parse(readFileSync(new URL('../../docs/reference/openapi.json', import.meta.url), 'utf8'))
const name = (ref) => ref.split('/').pop()

function type(s) {
  if (!s || Object.keys(s).length === 0) return 'unknown'
  if (s.$ref) return name(s.$ref)
  if (s.const !== undefined) return JSON.stringify(s.const)
  if (s.enum) return s.enum.map((v) => JSON.stringify(v)).join(' | ')
  for (const [key, glue] of [['oneOf', ' | '], ['anyOf', ' | '], ['allOf', ' & ']]) {
    if (s[key]) return `(${s[key].map(type).join(glue)})`
  }
  if (Array.isArray(s.type)) return s.type.map((t) => type({ ...s, type: t })).join(' | ')
  switch (s.type) {
    case 'null': return 'null'
    case 'string': return 'string'
    case 'boolean': return 'boolean'
    case 'integer':
    case 'number': return 'number'
    case 'array': {
      if (s.prefixItems) return `[${s.prefixItems.map(type).join(', ')}]`
      const item = type(s.items)
      if (s.minItems && s.minItems === s.maxItems && s.minItems <= 4) return `[${Array(s.minItems).fill(item).join(', ')}]`
      return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`
    }
    case 'object': return object(s)
    default: return 'unknown'
  }
}

function object(s) {
  if (!s.properties) return s.additionalProperties ? `Record<string, ${type(s.additionalProperties)}>` : 'Record<string, unknown>'
  const must = new Set(s.required ?? [])
  const fields = Object.entries(s.properties).map(([key, p]) => {
    const about = p.description ? `  /** ${p.description.replace(/\s+/g, ' ')} */\n` : ''
    return `${about}  ${/^\w+$/.test(key) ? key : JSON.stringify(key)}${must.has(key) ? '' : '?'}: ${type(p)}`
  })
  return `{\n${fields.join('\n')}\n}`
}

const types = Object.entries(document.components.schemas).map(([key, s]) => `export type ${key} = ${type(s)}`)
const head = '// Made from docs/reference/openapi.json by `npm run types`; do not edit.\n\n'
writeFileSync(new URL('../src/api/schema.ts', import.meta.url), head + types.join('\n\n') + '\n')
