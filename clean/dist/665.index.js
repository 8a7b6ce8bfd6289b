export const id = 665;
export const ids = [665,768];
export const modules = {

/***/ 1665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  azblobFolders: () => (/* binding */ azblobFolders),
  azblobObjects: () => (/* binding */ azblobObjects)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __webpack_require__(7659);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/stores/head.ts
var stores_head = __webpack_require__(4594);
;// CONCATENATED MODULE: ./src/stores/azblob.ts




const VERSION = '2020-12-06';
/**
 * The manifest of a scope is one blob. Without the account's key in the spec, the builder authenticates in its own way.
 */
const askAzblob = async (attributes, { env }) => {
    const signed = signBlob(attributes, { method: 'HEAD', headers: {}, length: 0 });
    return signed && head(signed.url, signed.headers, env);
};
/** A signed request to the manifest of a scope; undefined without the account's key in the spec. */
function signBlob(attributes, request) {
    const { secret_access_key: key } = attributes;
    if (key === undefined)
        return undefined;
    const url = blobUrl(attributes);
    const type = request.method === 'PUT' ? { 'x-ms-blob-type': 'BlockBlob' } : {};
    const unsigned = { ...request, url, headers: { ...request.headers, ...type } };
    return { url, headers: signedHeaders(unsigned, { account: accountOf(attributes, url), key }, new Date()) };
}
/** The account's name, taken from its URL if unset. */
function accountOf({ account_name: name }, url) {
    return name ?? url.hostname.split('.')[0] ?? '';
}
/** Where BuildKit finds the manifest (cache/remotecache/azblob/utils.go): prefixes are joined as paths. */
function blobUrl(attributes) {
    const { account_url: account = '', container = 'buildkit-cache', name = '' } = attributes;
    const { prefix = '', manifests_prefix: manifests = 'manifests' } = attributes;
    const blob = external_node_path_.posix.join(prefix, manifests, name).split('/').map(encodeURIComponent).join('/');
    return new URL(`${(0,trailing_slashes/* withoutTrailingSlashes */.A)(account)}/${container}/${blob}`);
}
/** The headers of a request with the account's own key ("Authorize with Shared Key" of Azure Storage). */
function signedHeaders({ method, url, headers: given, length }, { account, key }, now) {
    const headers = {
        ...given,
        'x-ms-date': now.toUTCString(),
        'x-ms-version': VERSION,
    };
    const has = (name) => headers[name] ?? '';
    const text = [
        method,
        ...['content-encoding', 'content-language'].map(has),
        length === 0 ? '' : `${length}`,
        ...['content-md5', 'content-type', 'date', 'if-modified-since', 'if-match', 'if-none-match'].map(has),
        ...['if-unmodified-since', 'range'].map(has),
        ...Object.keys(headers)
            .filter((name) => name.startsWith('x-ms-'))
            .sort()
            .map((name) => `${name}:${headers[name]}`),
        `/${account}${url.pathname}`,
        ...[...url.searchParams].sort().map(([name, value]) => `${name}:${value}`),
    ].join('\n');
    const signature = (0,external_node_crypto_.createHmac)('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
    return { ...headers, authorization: `SharedKey ${account}:${signature}` };
}

// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var clean_ask = __webpack_require__(8639);
// EXTERNAL MODULE: ./src/clean/s3.ts + 2 modules
var s3 = __webpack_require__(1768);
// EXTERNAL MODULE: ./src/clean/xml.ts
var clean_xml = __webpack_require__(7264);
;// CONCATENATED MODULE: ./src/clean/azblob.ts






/** The folders of a spec, as BuildKit joins them (cache/remotecache/azblob/utils.go): as paths. */
function azblobFolders(attributes) {
    const { prefix = '', manifests_prefix: manifests, blobs_prefix: blobs } = attributes;
    const folder = (path) => `${external_node_path_.posix.join(prefix, path).replace(/^\/+|\/+$/g, '')}/`;
    return {
        manifests: folder(manifests ?? 'manifests'),
        blobs: folder(blobs ?? 'blobs'),
        mayShare: (0,s3.sharing)(manifests, blobs),
    };
}
/** The container of a spec, accessed with the account's key in it. */
function azblobObjects(attributes, ask) {
    const { secret_access_key: key } = attributes;
    const root = (0,trailing_slashes/* withoutTrailingSlashes */.A)(blobUrl({ ...attributes, prefix: '', manifests_prefix: '', name: '' }).href);
    const account = accountOf(attributes, new URL(root));
    const send = (method, name, query = {}, headers = {}) => ask(() => {
        if (key === undefined)
            throw new clean_ask/* NoAnswer */.W_('secret_access_key is missing in the spec', 0, false);
        const path = name.split('/').map(encodeURIComponent).join('/');
        const url = new URL(name === '' ? root : `${root}/${path}`);
        for (const [field, value] of Object.entries(query))
            url.searchParams.set(field, value);
        const signed = signedHeaders({ method, url, headers, length: 0 }, { account, key }, new Date());
        return { url, shown: url.pathname, method, headers: signed };
    });
    const remove = async (name, etag) => {
        const answer = await send('DELETE', name, {}, { 'if-match': `"${etag}"` });
        if (answer.status === 202)
            return 'gone';
        if (answer.status === 404 || answer.status === 412)
            return 'changed';
        return answer;
    };
    return {
        pages: async function* (prefix) {
            let marker = '';
            do {
                const query = { restype: 'container', comp: 'list', prefix, ...(marker === '' ? {} : { marker }) };
                const answer = await send('GET', '', query);
                // No build has created the container yet.
                if (answer.status === 404 && (0,clean_xml/* element */.ND)(answer.text, 'Code') === 'ContainerNotFound')
                    return;
                if (answer.status !== 200)
                    throw refused(answer, 'listing');
                const page = readPage(answer.text);
                yield page.objects.filter(({ name }) => name.startsWith(prefix));
                if (page.marker !== '' && page.marker === marker)
                    throw garbage();
                marker = page.marker;
            } while (marker !== '');
        },
        read: async (name) => {
            const answer = await send('GET', name);
            if (answer.status === 404)
                return undefined;
            if (answer.status !== 200)
                throw refused(answer, 'reading');
            return answer.text;
        },
        removeOne: async ({ name, etag }) => {
            const result = await remove(name, etag);
            if (typeof result !== 'string')
                throw refused(result, 'deleting');
            return result === 'gone';
        },
        removeSome: async (objects) => {
            const left = [];
            for (const { name, etag } of objects) {
                const result = await remove(name, etag);
                if (typeof result !== 'string' && result.status === 403)
                    throw refused(result, 'deleting');
                if (result !== 'gone')
                    left.push(name);
            }
            return left;
        },
    };
}
/** One page of List Blobs; throws if it is not one, or incomplete. */
function readPage(given) {
    const xml = given.replace(/^\ufeff/, '');
    if (!/<EnumerationResults[\s>]/.test(xml) || !xml.trimEnd().endsWith('</EnumerationResults>'))
        throw garbage();
    const objects = (0,clean_xml/* elements */.Yt)(xml, 'Blob').map((it) => {
        const [name, etag] = [(0,clean_xml/* element */.ND)(it, 'Name'), (0,clean_xml/* element */.ND)(it, 'Etag')];
        const size = Number((0,clean_xml/* element */.ND)(it, 'Content-Length'));
        const modified = Date.parse((0,clean_xml/* element */.ND)(it, 'Last-Modified') ?? '');
        // A name that XML cannot represent is encoded: it is not one of the action's.
        if (/<Name Encoded/i.test(it))
            return { name: '', size: 0, modified: 0, etag: '' };
        if (name === undefined || etag === undefined || !Number.isFinite(size) || !Number.isFinite(modified))
            throw garbage();
        return { name, size, modified, etag: etag.replaceAll('"', '') };
    });
    return { objects: objects.filter(({ name }) => name !== ''), marker: (0,clean_xml/* element */.ND)(xml, 'NextMarker') ?? '' };
}
const garbage = () => new clean_ask/* NoAnswer */.W_('its list of blobs does not match the documentation of Azure', 200, true);
function refused({ status, text }, what) {
    const code = (0,clean_xml/* element */.ND)(text, 'Code');
    const said = code !== undefined && /^\w{1,60}$/.test(code) ? `${status} ${code}` : `${status}`;
    if (status === 403)
        return new clean_ask/* NoAnswer */.W_(`${what} is not allowed (${said}); check secret_access_key`, status, false);
    return new clean_ask/* NoAnswer */.W_(`${what} returned ${said}`, status, status >= 500);
}


/***/ }),

/***/ 1768:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPage: () => (/* binding */ readPage),
  s3Folders: () => (/* binding */ s3Folders),
  s3Objects: () => (/* binding */ s3Objects),
  sharing: () => (/* binding */ sharing)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./node_modules/aws4fetch/dist/aws4fetch.esm.mjs
/**
 * @license MIT <https://opensource.org/licenses/MIT>
 * @copyright Michael Hart 2024
 */
const encoder = new TextEncoder();
const HOST_SERVICES = {
  appstream2: 'appstream',
  cloudhsmv2: 'cloudhsm',
  email: 'ses',
  marketplace: 'aws-marketplace',
  mobile: 'AWSMobileHubService',
  pinpoint: 'mobiletargeting',
  queue: 'sqs',
  'git-codecommit': 'codecommit',
  'mturk-requester-sandbox': 'mturk-requester',
  'personalize-runtime': 'personalize',
};
const UNSIGNABLE_HEADERS = new Set([
  'authorization',
  'content-type',
  'content-length',
  'user-agent',
  'presigned-expires',
  'expect',
  'x-amzn-trace-id',
  'range',
  'connection',
]);
class AwsClient {
  constructor({ accessKeyId, secretAccessKey, sessionToken, service, region, cache, retries, initRetryMs }) {
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.service = service;
    this.region = region;
    this.cache = cache || new Map();
    this.retries = retries != null ? retries : 10;
    this.initRetryMs = initRetryMs || 50;
  }
  async sign(input, init) {
    if (input instanceof Request) {
      const { method, url, headers, body } = input;
      init = Object.assign({ method, url, headers }, init);
      if (init.body == null && headers.has('Content-Type')) {
        init.body = body != null && headers.has('X-Amz-Content-Sha256') ? body : await input.clone().arrayBuffer();
      }
      input = url;
    }
    const signer = new AwsV4Signer(Object.assign({ url: input.toString() }, init, this, init && init.aws));
    const signed = Object.assign({}, init, await signer.sign());
    delete signed.aws;
    try {
      return new Request(signed.url.toString(), signed)
    } catch (e) {
      if (e instanceof TypeError) {
        return new Request(signed.url.toString(), Object.assign({ duplex: 'half' }, signed))
      }
      throw e
    }
  }
  async fetch(input, init) {
    for (let i = 0; i <= this.retries; i++) {
      const fetched = fetch(await this.sign(input, init));
      if (i === this.retries) {
        return fetched
      }
      const res = await fetched;
      if (res.status < 500 && res.status !== 429) {
        return res
      }
      await new Promise(resolve => setTimeout(resolve, Math.random() * this.initRetryMs * Math.pow(2, i)));
    }
    throw new Error('An unknown error occurred, ensure retries is not negative')
  }
}
class AwsV4Signer {
  constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
    if (url == null) throw new TypeError('url is a required option')
    if (accessKeyId == null) throw new TypeError('accessKeyId is a required option')
    if (secretAccessKey == null) throw new TypeError('secretAccessKey is a required option')
    this.method = method || (body ? 'POST' : 'GET');
    this.url = new URL(url);
    this.headers = new Headers(headers || {});
    this.body = body;
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    let guessedService, guessedRegion;
    if (!service || !region) {
[guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
    }
    this.service = service || guessedService || '';
    this.region = region || guessedRegion || 'us-east-1';
    this.cache = cache || new Map();
    this.datetime = datetime || new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    this.signQuery = signQuery;
    this.appendSessionToken = appendSessionToken || this.service === 'iotdevicegateway';
    this.headers.delete('Host');
    if (this.service === 's3' && !this.signQuery && !this.headers.has('X-Amz-Content-Sha256')) {
      this.headers.set('X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD');
    }
    const params = this.signQuery ? this.url.searchParams : this.headers;
    params.set('X-Amz-Date', this.datetime);
    if (this.sessionToken && !this.appendSessionToken) {
      params.set('X-Amz-Security-Token', this.sessionToken);
    }
    this.signableHeaders = ['host', ...this.headers.keys()]
      .filter(header => allHeaders || !UNSIGNABLE_HEADERS.has(header))
      .sort();
    this.signedHeaders = this.signableHeaders.join(';');
    this.canonicalHeaders = this.signableHeaders
      .map(header => header + ':' + (header === 'host' ? this.url.host : (this.headers.get(header) || '').replace(/\s+/g, ' ')))
      .join('\n');
    this.credentialString = [this.datetime.slice(0, 8), this.region, this.service, 'aws4_request'].join('/');
    if (this.signQuery) {
      if (this.service === 's3' && !params.has('X-Amz-Expires')) {
        params.set('X-Amz-Expires', '86400');
      }
      params.set('X-Amz-Algorithm', 'AWS4-HMAC-SHA256');
      params.set('X-Amz-Credential', this.accessKeyId + '/' + this.credentialString);
      params.set('X-Amz-SignedHeaders', this.signedHeaders);
    }
    if (this.service === 's3') {
      try {
        this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, ' '));
      } catch (e) {
        this.encodedPath = this.url.pathname;
      }
    } else {
      this.encodedPath = this.url.pathname.replace(/\/+/g, '/');
    }
    if (!singleEncode) {
      this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, '/');
    }
    this.encodedPath = encodeRfc3986(this.encodedPath);
    const seenKeys = new Set();
    this.encodedSearch = [...this.url.searchParams]
      .filter(([k]) => {
        if (!k) return false
        if (this.service === 's3') {
          if (seenKeys.has(k)) return false
          seenKeys.add(k);
        }
        return true
      })
      .map(pair => pair.map(p => encodeRfc3986(encodeURIComponent(p))))
      .sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0)
      .map(pair => pair.join('='))
      .join('&');
  }
  async sign() {
    if (this.signQuery) {
      this.url.searchParams.set('X-Amz-Signature', await this.signature());
      if (this.sessionToken && this.appendSessionToken) {
        this.url.searchParams.set('X-Amz-Security-Token', this.sessionToken);
      }
    } else {
      this.headers.set('Authorization', await this.authHeader());
    }
    return {
      method: this.method,
      url: this.url,
      headers: this.headers,
      body: this.body,
    }
  }
  async authHeader() {
    return [
      'AWS4-HMAC-SHA256 Credential=' + this.accessKeyId + '/' + this.credentialString,
      'SignedHeaders=' + this.signedHeaders,
      'Signature=' + (await this.signature()),
    ].join(', ')
  }
  async signature() {
    const date = this.datetime.slice(0, 8);
    const cacheKey = [this.secretAccessKey, date, this.region, this.service].join();
    let kCredentials = this.cache.get(cacheKey);
    if (!kCredentials) {
      const kDate = await hmac('AWS4' + this.secretAccessKey, date);
      const kRegion = await hmac(kDate, this.region);
      const kService = await hmac(kRegion, this.service);
      kCredentials = await hmac(kService, 'aws4_request');
      this.cache.set(cacheKey, kCredentials);
    }
    return buf2hex(await hmac(kCredentials, await this.stringToSign()))
  }
  async stringToSign() {
    return [
      'AWS4-HMAC-SHA256',
      this.datetime,
      this.credentialString,
      buf2hex(await hash(await this.canonicalString())),
    ].join('\n')
  }
  async canonicalString() {
    return [
      this.method.toUpperCase(),
      this.encodedPath,
      this.encodedSearch,
      this.canonicalHeaders + '\n',
      this.signedHeaders,
      await this.hexBodyHash(),
    ].join('\n')
  }
  async hexBodyHash() {
    let hashHeader = this.headers.get('X-Amz-Content-Sha256') || (this.service === 's3' && this.signQuery ? 'UNSIGNED-PAYLOAD' : null);
    if (hashHeader == null) {
      if (this.body && typeof this.body !== 'string' && !('byteLength' in this.body)) {
        throw new Error('body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header')
      }
      hashHeader = buf2hex(await hash(this.body || ''));
    }
    return hashHeader
  }
}
async function hmac(key, string) {
  const cryptoKey = await crypto.subtle.importKey(
    'raw',
    typeof key === 'string' ? encoder.encode(key) : key,
    { name: 'HMAC', hash: { name: 'SHA-256' } },
    false,
    ['sign'],
  );
  return crypto.subtle.sign('HMAC', cryptoKey, encoder.encode(string))
}
async function hash(content) {
  return crypto.subtle.digest('SHA-256', typeof content === 'string' ? encoder.encode(content) : content)
}
const HEX_CHARS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
function buf2hex(arrayBuffer) {
  const buffer = new Uint8Array(arrayBuffer);
  let out = '';
  for (let idx = 0; idx < buffer.length; idx++) {
    const n = buffer[idx];
    out += HEX_CHARS[(n >>> 4) & 0xF];
    out += HEX_CHARS[n & 0xF];
  }
  return out
}
function encodeRfc3986(urlEncodedStr) {
  return urlEncodedStr.replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase())
}
function guessServiceRegion(url, headers) {
  const { hostname, pathname } = url;
  if (hostname.endsWith('.on.aws')) {
    const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
    return match != null ? ['lambda', match[1] || ''] : ['', '']
  }
  if (hostname.endsWith('.r2.cloudflarestorage.com')) {
    return ['s3', 'auto']
  }
  if (hostname.endsWith('.backblazeb2.com')) {
    const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
    return match != null ? ['s3', match[1] || ''] : ['', '']
  }
  const match = hostname.replace('dualstack.', '').match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
  let service = (match && match[1]) || '';
  let region = match && match[2];
  if (region === 'us-gov') {
    region = 'us-gov-west-1';
  } else if (region === 's3' || region === 's3-accelerate') {
    region = 'us-east-1';
    service = 's3';
  } else if (service === 'iot') {
    if (hostname.startsWith('iot.')) {
      service = 'execute-api';
    } else if (hostname.startsWith('data.jobs.iot.')) {
      service = 'iot-jobs-data';
    } else {
      service = pathname === '/mqtt' ? 'iotdevicegateway' : 'iotdata';
    }
  } else if (service === 'autoscaling') {
    const targetPrefix = (headers.get('X-Amz-Target') || '').split('.')[0];
    if (targetPrefix === 'AnyScaleFrontendService') {
      service = 'application-autoscaling';
    } else if (targetPrefix === 'AnyScaleScalingPlannerFrontendService') {
      service = 'autoscaling-plans';
    }
  } else if (region == null && service.startsWith('s3-')) {
    region = service.slice(3).replace(/^fips-|^external-1/, '');
    service = 's3';
  } else if (service.endsWith('-fips')) {
    service = service.slice(0, -5);
  } else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) {
[service, region] = [region, service];
  }
  return [HOST_SERVICES[service] || service, region || '']
}



// EXTERNAL MODULE: ./src/lib/go-boolean.ts
var go_boolean = __webpack_require__(5860);
// EXTERNAL MODULE: ./src/lib/sha256.ts
var sha256 = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __webpack_require__(7659);
// EXTERNAL MODULE: ./src/stores/head.ts
var stores_head = __webpack_require__(4594);
;// CONCATENATED MODULE: ./src/stores/s3.ts





/**
 * The manifest of a scope is one object. Only keys in the environment are used, not those that buildx finds in a
 * profile or by a role. Without permission to list, S3 answers 403 for a missing object.
 */
const askS3 = async (attributes, { env }) => {
    const signed = await signObject(attributes, env, { method: 'HEAD', headers: {}, body: '' });
    return signed && head(signed.url, signed.headers, env);
};
/** A signed request to the manifest of a scope; undefined if the environment has no keys. */
function signObject(attributes, env, request) {
    return signRequest(attributes, env, { ...request, key: nameOf(attributes), query: {} });
}
/** The same for any object of the bucket; `key`: its name, empty for the bucket itself. */
async function signRequest(attributes, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, ...env }, { method, headers, body = '', hash = (0,sha256/* sha256 */.s)(body), key, query, }) {
    if (!accessKeyId || !secretAccessKey)
        return undefined;
    const sessionToken = env.AWS_SESSION_TOKEN;
    const signer = new AwsV4Signer({
        method,
        url: urlIn(attributes, key, query),
        service: 's3',
        region: attributes.region ?? '',
        accessKeyId,
        secretAccessKey,
        ...(sessionToken ? { sessionToken } : {}),
        headers: { ...headers, 'x-amz-content-sha256': hash },
    });
    return signer.sign();
}
/** Where BuildKit finds the manifest (cache/remotecache/s3/s3.go): prefixes are joined as plain text. */
function objectUrl(attributes) {
    return urlIn(attributes, nameOf(attributes));
}
function nameOf(attributes) {
    const { name = '', prefix = '', manifests_prefix: manifests = 'manifests/' } = attributes;
    return `${prefix}${manifests}${name}`;
}
/** The URL of an object, or of the bucket if the name is empty. */
function urlIn(attributes, name, query = {}) {
    const { bucket = '' } = attributes;
    const { region = '', endpoint_url: endpoint, use_path_style: style } = attributes;
    const suffix = region.startsWith('cn-') ? '.cn' : '';
    const base = new URL(endpoint ?? `https://s3.${region}.amazonaws.com${suffix}`);
    // No certificate matches a host name that contains a bucket with a dot.
    const inPath = endpoint === undefined ? bucket.includes('.') : (0,go_boolean/* goBoolean */.x)(style) === true;
    if (!inPath)
        base.host = `${bucket}.${base.host}`;
    const key = name.split('/').map(encodeURIComponent).join('/');
    const url = `${(0,trailing_slashes/* withoutTrailingSlashes */.A)(base.href)}/${inPath ? bucket : ''}`;
    const fields = Object.entries(query).map((field) => field.map(encodeURIComponent).join('='));
    return `${key === '' ? url : `${url.replace(/\/$/, '')}/${key}`}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
}

// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var clean_ask = __webpack_require__(8639);
// EXTERNAL MODULE: ./src/clean/xml.ts
var clean_xml = __webpack_require__(7264);
;// CONCATENATED MODULE: ./src/clean/s3.ts




/** The most that S3 deletes with one request (DeleteObjects). */
const BATCH = 1000;
/** The folders of a spec, as BuildKit joins them (cache/remotecache/s3/s3.go): as plain text. */
function s3Folders(attributes) {
    const { prefix = '', manifests_prefix: manifests, blobs_prefix: blobs } = attributes;
    return {
        manifests: `${prefix}${manifests ?? 'manifests/'}`,
        blobs: `${prefix}${blobs ?? 'blobs/'}`,
        mayShare: sharing(manifests, blobs),
    };
}
/** If one of the two prefixes is not BuildKit's default, another spec may share the other one. */
function sharing(manifests, blobs) {
    if ((manifests === undefined) === (blobs === undefined))
        return undefined;
    return 'manifests in another folder may refer to them: specify manifests_prefix and blobs_prefix, or neither';
}
/** The bucket of a spec. The credentials are those in the environment. */
function s3Objects(attributes, env, ask) {
    const send = (method, key, query = {}, headers = {}, body = '') => ask(async () => {
        const signed = await signRequest(attributes, env, { method, key, query, headers, body });
        if (!signed)
            throw new clean_ask/* NoAnswer */.W_('no AWS keys are set in the environment', 0, false);
        return { ...signed, shown: signed.url.pathname, method, ...(method === 'POST' ? { body } : {}) };
    });
    let takesBatches = true;
    let takesConditions = true;
    const removeOne = async ({ name, etag }) => {
        const now = await send('HEAD', name);
        if (now.status === 404 || (now.status === 200 && now.headers.get('etag') !== etag))
            return false;
        if (now.status !== 200)
            throw refused(now, 'looking at an object', 's3:GetObject');
        const answer = await send('DELETE', name, {}, takesConditions ? { 'if-match': etag } : {});
        if (answer.status === 412 || answer.status === 404)
            return false;
        if (answer.status === 501 && takesConditions) {
            takesConditions = false;
            return removeOne({ name, etag });
        }
        if (answer.status !== 204 && answer.status !== 200)
            throw refused(answer, 'deleting', 's3:DeleteObject');
        return true;
    };
    const removeSingly = async (objects) => {
        const left = [];
        for (const { name } of objects) {
            const answer = await send('DELETE', name);
            if (answer.status === 403)
                throw refused(answer, 'deleting', 's3:DeleteObject');
            if (answer.status !== 204 && answer.status !== 200 && answer.status !== 404)
                left.push(name);
        }
        return left;
    };
    return {
        removeOne,
        pages: async function* (prefix) {
            let token;
            do {
                const more = token === undefined ? {} : { 'continuation-token': token };
                const query = { 'list-type': '2', prefix, 'encoding-type': 'url', 'max-keys': String(BATCH), ...more };
                const answer = await send('GET', '', query);
                if (answer.status !== 200)
                    throw refused(answer, 'listing', 's3:ListBucket');
                const page = readPage(answer.text);
                yield page.objects.filter(({ name }) => name.startsWith(prefix));
                if (page.next !== undefined && page.next === token)
                    throw garbage();
                token = page.next;
            } while (token !== undefined);
        },
        read: async (name) => {
            const answer = await send('GET', name);
            if (answer.status === 404)
                return undefined;
            if (answer.status !== 200)
                throw refused(answer, 'reading', 's3:GetObject');
            return answer.text;
        },
        removeSome: async (objects) => {
            if (!takesBatches)
                return removeSingly(objects);
            const list = objects.map(({ name }) => `<Object><Key>${(0,clean_xml/* escapeXml */.X)(name)}</Key></Object>`);
            const body = `<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>${list.join('')}</Delete>`;
            const md5 = (0,external_node_crypto_.createHash)('md5').update(body).digest('base64');
            const headers = { 'content-md5': md5, 'content-type': 'application/xml' };
            const answer = await send('POST', '', { delete: '' }, headers, body);
            if (answer.status === 501 || answer.status === 405) {
                takesBatches = false;
                return removeSingly(objects);
            }
            if (answer.status !== 200)
                throw refused(answer, 'deleting', 's3:DeleteObject');
            const errors = (0,clean_xml/* elements */.Yt)(answer.text, 'Error');
            if (errors.some((it) => (0,clean_xml/* element */.ND)(it, 'Code') === 'AccessDenied'))
                throw refused({ ...answer, status: 403 }, 'deleting', 's3:DeleteObject');
            return errors.flatMap((it) => (0,clean_xml/* element */.ND)(it, 'Key') ?? []);
        },
    };
}
/** One page of ListObjectsV2; throws if it is not one, or incomplete. */
function readPage(xml) {
    if (!/<ListBucketResult[\s>]/.test(xml) || !xml.trimEnd().endsWith('</ListBucketResult>'))
        throw garbage();
    const isEncoded = (0,clean_xml/* element */.ND)(xml, 'EncodingType') === 'url';
    const objects = (0,clean_xml/* elements */.Yt)(xml, 'Contents').map((it) => {
        const [key, etag] = [(0,clean_xml/* element */.ND)(it, 'Key'), (0,clean_xml/* element */.ND)(it, 'ETag')];
        const [size, modified] = [Number((0,clean_xml/* element */.ND)(it, 'Size')), Date.parse((0,clean_xml/* element */.ND)(it, 'LastModified') ?? '')];
        if (key === undefined || etag === undefined || !Number.isFinite(size) || !Number.isFinite(modified))
            throw garbage();
        const name = isEncoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key;
        return { name, size, modified, etag };
    });
    const isCut = (0,clean_xml/* element */.ND)(xml, 'IsTruncated') === 'true';
    const next = (0,clean_xml/* element */.ND)(xml, 'NextContinuationToken');
    if (isCut && next === undefined)
        throw garbage();
    return { objects, next: isCut ? next : undefined };
}
const garbage = () => new clean_ask/* NoAnswer */.W_('its list of objects does not match the documentation of S3', 200, true);
function refused({ status, text }, what, permission) {
    const code = (0,clean_xml/* element */.ND)(text, 'Code');
    const said = code !== undefined && /^\w{1,40}$/.test(code) ? `${status} ${code}` : `${status}`;
    if (status === 403)
        return new clean_ask/* NoAnswer */.W_(`${what} is not allowed (${said}); it needs ${permission}`, status, false);
    return new clean_ask/* NoAnswer */.W_(`${what} returned ${said}`, status, status >= 500);
}


/***/ }),

/***/ 7264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ element),
/* harmony export */   X: () => (/* binding */ escapeXml),
/* harmony export */   Yt: () => (/* binding */ elements)
/* harmony export */ });
/** The raw content of all elements of a name; elements of the same name must not be nested. */
function elements(xml, name) {
    const [open, close] = [`<${name}>`, `</${name}>`];
    const found = [];
    for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
        const end = xml.indexOf(close, at);
        if (end < 0)
            break;
        found.push(xml.slice(at + open.length, end));
        at = end;
    }
    return found;
}
/** The text of the first element of a name; undefined if there is none. */
function element(xml, name) {
    const [text] = elements(xml, name);
    return text === undefined ? undefined : unescapeXml(text);
}
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
function unescapeXml(text) {
    return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
        if (name !== undefined)
            return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
function escapeXml(text) {
    return text.replace(/[<>&"']/g, (it) => `&#${it.charCodeAt(0)};`);
}


/***/ }),

/***/ 4594:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* unused harmony export head */
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);



/** Whether an object exists: any 2xx is yes, 404 is no, everything else is unknown. */
async function head(url, headers, env) {
    useProxies(env);
    const { ok, status } = await sendRequest(url, {
        method: 'HEAD',
        headers,
        shown: url.pathname,
        signal: AbortSignal.timeout(LIMIT),
    });
    if (ok)
        return true;
    return status === 404 ? false : undefined;
}


/***/ })

};
