import { expect, test } from '@jest/globals'
import {
  boolean,
  duration,
  httpUrl,
  integer,
  oneOf,
  plainName,
  text,
  type ValueType,
} from '../../src/backends/value-types.ts'

const good = undefined

test.each<[string, ValueType, string, string | undefined]>([
  ['text', text, 'x', good],
  ['text', text, '', 'is empty'],
  ...['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'].map(
    (value): [string, ValueType, string, undefined] => ['boolean', boolean, value, good],
  ),
  ...['', 'yes', 'on', 'tRue', ' true', 'true\n', '01'].map((value): [string, ValueType, string, string] => [
    'boolean',
    boolean,
    value,
    'is not true or false',
  ]),
  ['oneOf', oneOf('min', 'max'), 'min', good],
  ['oneOf', oneOf('min', 'max'), 'Max', 'is not min or max'],
  ['oneOf', oneOf('a', 'b', 'c'), '', 'is not a, b or c'],
  ['integer', integer(0, 22), '0', good],
  ['integer', integer(0, 22), '22', good],
  ['integer', integer(0, 22), '23', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '-1', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '1.5', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '1e1', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), '', 'is not a whole number from 0 to 22'],
  ['integer', integer(0, 22), 'Infinity', 'is not a whole number from 0 to 22'],
  ['integer', integer(1), '999999', good],
  ['integer', integer(1), '1000000', 'is not a whole number from 1 to 999999'],
  ['integer', integer(1), '0', 'is not a whole number from 1 to 999999'],
  ...['0', '90s', '10m', '24h', '1h30m', '1.5h', '.5s', '5.s', '1ms', '2us', '2µs', '3ns'].map(
    (value): [string, ValueType, string, undefined] => ['duration', duration, value, good],
  ),
  ...['', '10', '10 m', '1d', '-1s', '+1s', 's', '.s', '1h 30m', '10M'].map(
    (value): [string, ValueType, string, string] => [
      'duration',
      duration,
      value,
      'is not a duration such as 90s, 10m or 24h',
    ],
  ),
  ['httpUrl', httpUrl, 'https://s3.example.org', good],
  ['httpUrl', httpUrl, 'http://127.0.0.1:9000/path', good],
  ...['https://s3-eu.example.org:9000', 'http://[::1]:9000/a//b', 'http://a'].map(
    (value): [string, ValueType, string, undefined] => ['httpUrl', httpUrl, value, good],
  ),
  ...[
    'https://',
    'https:///a',
    'https://.blob.core.windows.net',
    'https://s3..amazonaws.com',
    'http://:9000',
  ].map((value): [string, ValueType, string, string] => [
    ...(['httpUrl', httpUrl, value] as const),
    'is not an http or https URL; a part of it is empty: check the secret, variable or expression in it',
  ]),
  ...['', 's3.example.org', '//a', 'ftp://a', 'file:///a'].map(
    (value): [string, ValueType, string, string] => [
      'httpUrl',
      httpUrl,
      value,
      'is not an http or https URL',
    ],
  ),
  ...['https://me:pass@a', 'https://a?sig=x', 'https://a#b'].map(
    (value): [string, ValueType, string, string] => [
      'httpUrl',
      httpUrl,
      value,
      'is a URL with more than host and path',
    ],
  ),
  ['plainName', plainName, 'Feature/a b', good],
  ...['', 'a,b', 'a;b'].map((value): [string, ValueType, string, string] => [
    'plainName',
    plainName,
    value,
    'is not a name without "," or ";"',
  ]),
])('%s: %3$j', (_, kind, value, wrong) => {
  expect(kind.check(value)).toBe(wrong)
})

test.each([
  [text, 'a text'],
  [boolean, 'true or false'],
  [oneOf('a', 'b', 'c'), 'a, b or c'],
  [integer(0, 22), 'a whole number from 0 to 22'],
  [duration, 'a duration such as 90s, 10m or 24h'],
  [httpUrl, 'an http or https URL'],
])('its words for the documentation: %#', (kind, words) => {
  expect(kind.words).toBe(words)
})
