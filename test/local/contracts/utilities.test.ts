import { generateKeyPairSync, verify } from 'node:crypto';
import { cleanUp } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const WHEN = "new Date('2026-08-06T05:04:03.002Z')";

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const PEM = JSON.stringify(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const FOX = "'The quick brown fox jumps over the lazy dog'";
const hex = (bytes: string): string =>
  `${bytes}.map(function (b) { return ((b + 256) % 256 + 256).toString(16).slice(1); }).join('')`;

const UTILITIES: Case[] = [
  ["Utilities.base64Encode(Utilities.base64DecodeWebSafe('-_8='))", '+/8='],
  // The examples of RFC 2104's article and of every library.
  [
    hex(`Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_MD5, ${FOX}, 'key')`),
    '80070713463e7749b90c2dc24911e275',
  ],
  [
    hex(`Utilities.computeHmacSha256Signature(${FOX}, 'key')`),
    'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
  ],
  ['Utilities.jsonParse(\'{"a":[1]}\')', { a: [1] }],
  ['Utilities.jsonStringify({ a: [1, null] })', '{"a":[1,null]}'],
  // formatDate: java.text.SimpleDateFormat (google.md section 4, Dates)
  [`Utilities.formatDate(${WHEN}, 'Asia/Makassar', 'yyyy-MM-dd HH:mm:ss.SSS')`, '2026-08-06 13:04:03.002'],
  [
    `Utilities.formatDate(${WHEN}, 'GMT', "EEEE, d MMM yyyy 'pukul' h:mm a")`,
    'Thursday, 6 Aug 2026 pukul 5:04 AM',
  ],
  [`Utilities.formatDate(${WHEN}, 'Asia/Jayapura', "yyyy-MM-dd'T'HH:mm:ssXXX")`, '2026-08-06T14:04:03+09:00'],
  [`Utilities.formatDate(${WHEN}, 'UTC', "yy D u w 'o''clock' Z")`, "26 218 4 32 o'clock +0000"],
  [`Utilities.formatDate(${WHEN}, 'GMT+7', 'HH:mm')`, '12:04'],
  [`Utilities.formatDate(${WHEN}, 'Nowhere', 'HH')`, '05'],
  [
    "Utilities.formatDate('2026', 'GMT', 'yyyy')",
    "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
  ],
  [
    "Utilities.parseDate('06/08/2026 13:04', 'Asia/Makassar', 'dd/MM/yyyy HH:mm').toISOString()",
    '2026-08-06T05:04:00.000Z',
  ],
  // formatString
  ["Utilities.formatString('%s|%5d|%-4s|%05.1f|%%', 'a', 42, 'b', 3.14159)", 'a|   42|b   |003.1|%'],
  // base64
  ["Utilities.base64Encode('Désa')", 'RMOpc2E='],
  ['Utilities.base64Encode([-1, 0, 1])', '/wAB'],
  ['Utilities.base64EncodeWebSafe([-5, -1])', '-_8='],
  ["Utilities.base64Decode('/wAB')", [-1, 0, 1]],
  ["Utilities.newBlob(Utilities.base64Decode('RMOpc2E=')).getDataAsString()", 'Désa'],
  ["Utilities.base64Decode('*')", 'Exception: Could not decode string.'],
  // digests
  ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a').slice(0, 4)", [12, -63, 117, -71]],
  [
    "Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a'))",
    'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=',
  ],
  [
    "Utilities.base64Encode(Utilities.computeHmacSha256Signature('v', 'k'))",
    expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
  ],
  ["Utilities.computeRsaSha256Signature('v', 'k')", 'Exception: Invalid argument: key'],
  // csv
  [
    `Utilities.parseCsv('a,"b ""c""\\nd",\\r\\n1,2,3\\n')`,
    [
      ['a', 'b "c"\nd', ''],
      ['1', '2', '3'],
    ],
  ],
  ["Utilities.parseCsv('a;b', ';')", [['a', 'b']]],
  // compression
  [
    "Utilities.ungzip(Utilities.gzip(Utilities.newBlob('halo', 'text/plain', 'h.txt'))).getDataAsString()",
    'halo',
  ],
  ["Utilities.gzip(Utilities.newBlob('halo', 'text/plain', 'h.txt')).getName()", 'h.txt.gz'],
  [
    "Utilities.unzip(Utilities.zip([Utilities.newBlob('satu', 'text/plain', 'a.txt'), Utilities.newBlob('dua', 'text/plain', 'map/b.csv')])).map(function (b) { return [b.getName(), b.getContentType(), b.getDataAsString()]; })",
    [
      ['a.txt', 'text/plain', 'satu'],
      ['map/b.csv', 'text/csv', 'dua'],
    ],
  ],
  ["Utilities.getUuid().length + (Utilities.getUuid() === Utilities.getUuid() ? 'same' : '')", '36'],
  [
    "Utilities.sleep('lama')",
    "Exception: The parameters (String) don't match the method signature for Utilities.sleep.",
  ],
];

describe('Utilities (reference, Class Utilities)', () => {
  test.each(UTILITIES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test.each([
    ['RSA-SHA1', `Utilities.computeRsaSha1Signature('v', ${PEM})`],
    ['RSA-SHA256', `Utilities.computeRsaSha256Signature('v', ${PEM})`],
    ['RSA-SHA256', `Utilities.computeRsaSignature(Utilities.RsaAlgorithm.RSA_SHA_256, 'v', ${PEM})`],
  ])('a signature by %s is one', (algorithm, expression) => {
    const signature = Buffer.from(String(evaluate(`Utilities.base64Encode(${expression})`)), 'base64');
    expect(verify(algorithm, Buffer.from('v'), publicKey, signature)).toBe(true);
  });

  test('every member is called', () => {
    expect(
      uncalled('Utilities', [
        ...[...UTILITIES, ...BLOBS].map(([expression]) => expression),
        '.computeRsaSha1Signature(',
        '.computeRsaSignature(',
      ]),
    ).toEqual([]);
  });
});

const BLOBS: Case[] = [
  ["Utilities.newBlob('é').getBytes()", [-61, -87]],
  ["Utilities.newBlob('a').getContentType()", 'text/plain'],
  [
    "Utilities.newBlob([97], 'text/plain', 'x.csv').setContentTypeFromExtension().getContentType()",
    'text/csv',
  ],
  ["Utilities.newBlob([-23]).getDataAsString('ISO-8859-1')", 'é'],
  ["Utilities.newBlob('a', 'text/plain', 'n').copyBlob().setName('m').getName()", 'm'],
  [
    "Utilities.newBlob('a').getAs('image/png')",
    'Exception: Converting from text/plain to image/png is not supported.',
  ],
];

describe('blobs (reference, Class Blob)', () => {
  test.each(BLOBS)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));
});
