/** Says what is wrong with a value, in words that end the sentence `"x" …`; undefined where nothing is. */
export type Check = (value: string) => string | undefined

export const text: Check = (value) => (value === '' ? 'is empty' : undefined)

/** What Go's strconv.ParseBool takes; anything else BuildKit would take for false in silence. */
export const boolean: Check = (value) =>
  /^(1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value) ? undefined : 'is not true or false'

export const oneOf = (...allowed: string[]): Check => {
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
  return (value) => (allowed.includes(value) ? undefined : `is not ${list}`)
}

export const integer = (least: number, most: number): Check => {
  return (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `is not a whole number from ${least} to ${most}`
}
