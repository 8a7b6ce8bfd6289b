export const id = 973;
export const ids = [973];
export const modules = {

/***/ 4973:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRegistry: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/backends/reference.ts
var reference = __webpack_require__(3796);
// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/lib/loopback.ts
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/i;
/**
 * Whether any of these image references, URLs or CSV lines names a service on this machine, such as those of
 * `services:` with a port. A builder in a container has its own loopback.
 */
function namesLoopback(texts) {
    return texts.flatMap((text) => text.split(/[,="\s]|:\/\//)).some((part) => LOOPBACK.test(part));
}

// EXTERNAL MODULE: ./src/lib/sha256.ts
var sha256 = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var clean_ask = __webpack_require__(8639);
;// CONCATENATED MODULE: ./src/clean/registry-client.ts







const MOST = 1024 * 1024;
const MOST_IN_MANIFEST = 4 * 1024 * 1024;
const TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** The repository of a spec, with docker's credentials. `isPlain`: registry.insecure. */
function openRegistry(repository, isPlain, env, ask) {
    const [host = '', ...rest] = (0,reference/* canonicalRepository */.JA)(repository).split('/');
    const path = rest.join('/');
    // As in BuildKit, loopback uses no TLS.
    const scheme = isPlain || namesLoopback([host]) ? 'http' : 'https';
    const root = `${scheme}://${host === 'docker.io' ? 'registry-1.docker.io' : host}`;
    let login;
    const tokens = new Map();
    const authorize = async (challenge, actions) => {
        login ??= loginOf(host, env);
        const known = await login;
        if (/^basic/i.test(challenge)) {
            if (!known || 'identity' in known)
                throw denied(host, 401);
            return basic(known);
        }
        const field = (name) => new RegExp(`${name}="([^"]*)"`, 'i').exec(challenge)?.[1];
        const realm = URL.parse(field('realm') ?? '');
        if (!/^bearer/i.test(challenge) || !realm)
            throw denied(host, 401);
        // Send the password without TLS to no host but the registry itself.
        if (realm.protocol !== 'https:' && realm.protocol !== `${scheme}:`)
            throw denied(host, 401);
        return `Bearer ${await askToken(ask, realm, field('service'), `repository:${path}:${actions}`, known, host)}`;
    };
    const send = async (method, url, headers = {}, more = {}, actions = 'pull') => {
        for (let attempt = 0;; attempt++) {
            const authorization = tokens.get(actions);
            const auth = authorization === undefined ? {} : { authorization };
            const answer = await ask(() => ({
                url,
                shown: URL.parse(url)?.pathname ?? '',
                method,
                headers: { ...headers, ...auth },
                ...more,
            }));
            if (answer.status !== 401 || attempt > 0)
                return answer;
            tokens.set(actions, await authorize(answer.headers.get('www-authenticate') ?? '', actions));
        }
    };
    const at = (rest) => `${root}/v2/${path}/${rest}`;
    const accept = { accept: TYPES.join(', ') };
    const ok = (answer, what) => {
        if (answer.status === 200)
            return answer;
        if ([401, 403].includes(answer.status))
            throw denied(host, answer.status);
        throw new clean_ask/* NoAnswer */.W_(`${what} returned ${answer.status}`, answer.status, answer.status >= 500);
    };
    const readManifest = async (reference, what) => {
        const answer = await send('GET', at(`manifests/${reference}`), accept, { most: MOST_IN_MANIFEST });
        if (answer.status === 404)
            return undefined;
        const { text, headers } = ok(answer, what);
        return { text, digest: (0,sha256/* digestOf */.o)(text), type: headers.get('content-type') ?? '' };
    };
    return {
        host,
        path,
        tags: async () => {
            const tags = [];
            const seen = new Set();
            for (let next = at('tags/list?n=1000'); next !== undefined;) {
                if (seen.has(next))
                    throw garbage();
                seen.add(next);
                const answer = await send('GET', next);
                if (answer.status === 404 && tags.length === 0)
                    return [];
                const page = parse(ok(answer, 'listing tags').text);
                const found = page.tags ?? [];
                if (!Array.isArray(found) || !found.every((it) => typeof it === 'string'))
                    throw garbage();
                for (const tag of found)
                    tags.push(tag);
                const [, link] = /<([^>]+)>\s*;\s*rel="?next"?/.exec(answer.headers.get('link') ?? '') ?? [];
                const following = link === undefined ? undefined : new URL(link, next);
                // The credentials belong to this host.
                if (following && following.origin !== new URL(root).origin)
                    throw garbage();
                next = following?.href;
            }
            return [...new Set(tags)];
        },
        manifest: (reference) => readManifest(reference, 'reading a manifest'),
        blob: async (digest) => {
            let answer = await send('GET', at(`blobs/${digest}`), {}, { most: MOST });
            const place = answer.headers.get('location');
            if ([301, 302, 303, 307, 308].includes(answer.status) && place !== null) {
                const url = new URL(place, root);
                // A signed URL: it needs no credentials, so none are sent.
                if (url.protocol !== 'https:' && url.protocol !== `${scheme}:`)
                    throw garbage();
                answer = await ask(() => ({ url, most: MOST }));
            }
            if (answer.status === 404)
                return undefined;
            const { text } = ok(answer, 'reading a cache config');
            if ((0,sha256/* digestOf */.o)(text) !== digest)
                throw garbage();
            return text;
        },
        digestOf: async (tag) => (await readManifest(tag, 'looking at a tag'))?.digest,
        deleteTag: async (tag) => (await send('DELETE', at(`manifests/${tag}`), {}, {}, 'pull,push,delete')).status,
        put: async (tag, { type, text }) => (await send('PUT', at(`manifests/${tag}`), { 'content-type': type }, { body: text }, 'pull,push'))
            .status,
    };
}
function parse(text) {
    try {
        return JSON.parse(text) ?? {};
    }
    catch {
        throw garbage();
    }
}
const basic = ({ user, password }) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const garbage = () => new clean_ask/* NoAnswer */.W_('its response does not match the distribution specification', 200, true);
const denied = (host, status) => new clean_ask/* NoAnswer */.W_(`not logged in or no permission (${status}); run docker/login-action for ${host} before this step`, status, false);
/** A token from the registry's token server (distribution, "Token Authentication"). */
async function askToken(ask, realm, service, scope, login, host) {
    const fields = { scope, ...(service === undefined ? {} : { service }) };
    const answer = await ask(() => {
        if (login && 'identity' in login) {
            const form = {
                grant_type: 'refresh_token',
                refresh_token: login.identity,
                client_id: 'buildx-branch-cache',
            };
            return {
                url: realm,
                method: 'POST',
                headers: { 'content-type': 'application/x-www-form-urlencoded' },
                body: String(new URLSearchParams({ ...form, ...fields })),
            };
        }
        const url = new URL(realm);
        for (const [name, value] of Object.entries(fields))
            url.searchParams.set(name, value);
        return { url, headers: login ? { authorization: basic(login) } : {} };
    });
    if (answer.status !== 200)
        throw denied(host, answer.status);
    const body = parse(answer.text);
    const token = body.token ?? body.access_token;
    if (typeof token !== 'string')
        throw garbage();
    return token;
}
/**
 * The credentials that `docker login` stored for a host: in its file, or in a helper that the file names
 * (docs.docker.com, "docker login").
 */
async function loginOf(host, env) {
    const config = readConfig(env);
    const name = host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
    const helper = config.credHelpers?.[name] ?? config.credHelpers?.[host] ?? config.credsStore;
    if (helper !== undefined && /^[\w.-]+$/.test(helper)) {
        const found = await askHelper(helper, name, env);
        if (found)
            return found.user === '<token>' ? { identity: found.password } : found;
    }
    const spellings = [name, host, `https://${host}`, `https://${host}/v1/`, `https://${host}/v2/`];
    const entry = spellings.map((it) => config.auths?.[it]).find((it) => it?.auth || it?.identitytoken);
    if (entry?.identitytoken)
        return { identity: entry.identitytoken };
    const text = Buffer.from(entry?.auth ?? '', 'base64')
        .toString()
        .replace(/\0+$/, '');
    const colon = text.indexOf(':');
    return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
/** Asks a docker credential helper (github.com/docker/docker-credential-helpers); undefined if it has none. */
async function askHelper(helper, name, env) {
    const program = `docker-credential-${helper}`;
    const { exitCode, stdout } = await (0,run/* query */.P)({ program, prefix: [] }, ['get'], env, { input: name });
    if (exitCode !== 0)
        return undefined;
    const { Username: user, Secret: password } = parse(stdout);
    return typeof user === 'string' && typeof password === 'string' ? { user, password } : undefined;
}
function readConfig({ DOCKER_CONFIG: folder, HOME = '', USERPROFILE = '' }) {
    try {
        const config = JSON.parse((0,bounded_file/* readBounded */.C)((0,external_node_path_.join)(folder || (0,external_node_path_.join)(HOME || USERPROFILE, '.docker'), 'config.json'), MOST));
        return typeof config === 'object' && config !== null ? config : {};
    }
    catch {
        return {}; // docker continues without them, too
    }
}


/***/ })

};
