export const id = 430;
export const ids = [430];
export const modules = {

/***/ 7247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeCredentials),
/* harmony export */   c: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _runner_input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2353);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4633);
/* harmony import */ var _entry_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8953);



/** Takes the credentials out of the specs, as far as buildx has a variable for them; throws InputError. */
function takeCredentials(specs) {
    checkKeys(specs.filter(({ backend }) => backend.type === 's3'));
    checkTokens(specs.filter(({ backend }) => backend.type === 'gha'));
    const all = specs.flatMap(({ backend, given }) => given.map(([name, value]) => ({ value, ...backend.attributes[name] })));
    const moved = all.flatMap(({ movesToEnv, value }) => (movesToEnv ? [[movesToEnv, value]] : []));
    const env = Object.fromEntries(moved);
    // Otherwise the job's session token would be sent with another key.
    if (env.AWS_ACCESS_KEY_ID !== undefined && env.AWS_SESSION_TOKEN === undefined)
        env.AWS_SESSION_TOKEN = undefined;
    return {
        specs: specs.map((spec) => ({ ...spec, given: spec.given.filter(([name]) => !movesToEnv(spec, name)) })),
        env,
        secrets: all.flatMap(({ secret, value }) => (secret ? (0,_entry_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .spellings */ .cl)(value) : [])),
    };
}
function movesToEnv({ backend }, name) {
    return backend.attributes[name]?.movesToEnv !== undefined;
}
/** buildx has one set of AWS variables for all specs: a second set would be ignored silently. */
function checkKeys(specs) {
    const keysOf = ({ given }) => JSON.stringify(['access_key_id', 'secret_access_key', 'session_token'].map((name) => (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, name)));
    if (specs.some((spec) => keysOf(spec) !== keysOf(specs[0]))) {
        throw new _runner_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('cache', 'two s3 specs have different keys, but buildx accepts only one set; use the same for both.');
    }
    for (const { given } of specs) {
        const [id, key] = [(0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'access_key_id'), (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'secret_access_key')];
        if ((id === undefined) !== (key === undefined) ||
            (id === undefined && (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'session_token'))) {
            throw new _runner_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('cache', 's3 needs access_key_id and secret_access_key together; specify both or neither.');
        }
    }
}
/** Likewise with the token of GitHub's cache service. */
function checkTokens(specs) {
    const tokens = new Set(specs.flatMap(({ given }) => (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'token') ?? []));
    if (tokens.size > 1) {
        throw new _runner_input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .d('cache', 'two gha specs have different tokens, but buildx accepts only one; use the same for both.');
    }
}
/** The attributes that may be shown. */
function withoutSecrets(spec, attributes) {
    return attributes.filter(([name]) => !spec.backend.attributes[name]?.secret);
}


/***/ }),

/***/ 1980:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J3: () => (/* binding */ isOnGithub),
  F5: () => (/* binding */ readSpecs)
});

// UNUSED EXPORTS: parseSpecs

// EXTERNAL MODULE: ./src/lib/csv.ts
var csv = __webpack_require__(1715);
// EXTERNAL MODULE: ./src/lib/nearest.ts
var nearest = __webpack_require__(2269);
// EXTERNAL MODULE: ./src/lib/quote.ts
var quote = __webpack_require__(6975);
// EXTERNAL MODULE: ./src/runner/input-error.ts
var input_error = __webpack_require__(2353);
// EXTERNAL MODULE: ./src/backends/backends.ts + 4 modules
var backends = __webpack_require__(9913);
// EXTERNAL MODULE: ./src/backends/reference.ts
var reference = __webpack_require__(3796);
;// CONCATENATED MODULE: ./src/backends/common-mistakes.ts


// What users write instead of a cache spec: YAML, the syntax of other tools, command-line flags. BuildKit's CSV accepts
// none of it, so no spec that works is refused here.
/** One spec of each backend to copy, each with a location that no other repository uses. */
const examples = {
    gha: 'type=gha',
    registry: 'type=registry,ref=ghcr.io/owner/app/cache',
    local: 'type=local,dest=/var/cache/buildx/app',
    s3: 'type=s3,region=eu-west-1,bucket=ci-cache,prefix=app/',
    azblob: 'type=azblob,account_url=https://account.blob.core.windows.net,prefix=app',
    inline: 'type=inline,ref=ghcr.io/owner/app',
};
const types = Object.keys(backends/* backends */.S);
const names = ['type', 'src', ...new Set(Object.values(backends/* backends */.S).flatMap((it) => Object.keys(it.attributes)))];
const oneOf = (words) => `(?:${words.map((it) => it.replace('.', '\\.')).join('|')})`;
const [TYPE, NAME] = [oneOf(types), oneOf(names)];
const regExp = (source) => new RegExp(source, 'iu');
const example = `such as ${examples.registry}`;
const ONE_A_LINE = `write each spec on its own line, after "cache: |"`;
const expression = (text) => `\${{ ${text} }}`;
/** A line without its quoted fields (which may contain anything) -> what to write instead. */
const habits = [
    [
        regExp(`\\uff1d|^type\\s*\\uff1a|[\\uff0c\\u3001\\uff1b]\\s*${NAME}\\s*[=:\\uff1a]`),
        `this has full-width punctuation; write "=" and ",", ${example}`,
    ],
    [/^--?cache-(to|from)\b/i, `write the spec without the flag, ${example}`],
    [/^cache(-to|-from)?\s*:/i, `write the spec without "cache:" in front, ${example}`],
    [/^[-*•–—]/, 'the input is a string, not a list; write each spec on its own line, without "-"'],
    [/^[[{]/, `a spec is not JSON; write one a line, ${example}`],
    [/^['`‘’“”„«]|['`‘’”»]$/, 'write the spec without quotes around it'],
    [/(^|\s)#/, 'the line ends in a comment; write comments on their own lines'],
    [/\\$/, 'a spec is a single line; "\\" does not continue it'],
    [/\$\{\{/, `an expression was not evaluated: GitHub evaluates ${expression('…')} only in workflow files`],
    [/\$\(|\$\{?[a-z_]\w*/i, `shell variables are not expanded here; write ${expression('env.NAME')}`],
    // Before "given twice": that is how two specs in one line look.
    [regExp(`(^|[\\s,;|])type\\s*=.*[\\s,;|]type\\s*=`), `this holds several specs; ${ONE_A_LINE}`],
    [
        regExp(`^${TYPE}[\\s,;|]+(${TYPE}$|${TYPE}[\\s,;|]|type\\s*=)`),
        `this holds several specs; ${ONE_A_LINE}`,
    ],
    [
        regExp(`^type\\s*=.*[,;|]\\s*${TYPE}$|^type\\s*=.*\\b(${TYPE}|ref=\\S+)\\s+${TYPE}$`),
        `this holds several specs; ${ONE_A_LINE}`,
    ],
    [regExp(`(^|,)\\s*${NAME}\\s*:`), `write "=" and not ":" between a name and its value, ${example}`],
    [
        regExp(`^[^,]*[^,\\s][\\s;&|]+\\s*${NAME}\\s*=|,[^,]*=[^,]*[\\s;&|]\\s*${NAME}\\s*=`),
        `separate attributes by commas, ${example}`,
    ],
    [/,\s*$/, 'the line ends in a comma; remove it, and write the spec on a single line'],
    [/^\s*,|,\s*,/, 'there is an extra comma; remove it'],
    [/^s3:\/\//i, `this is a URL; write ${examples.s3}`],
    [/^https?:\/\/[^,]*\.blob\.[^,]*$/i, `this is a URL; write ${examples.azblob}`],
    [/^[a-z]+:\/\//i, `a spec cannot begin with a URL; write its type first, ${example}`],
    [/^(~|\.{0,2}\/)[^=]*$/, 'this is a path; write type=local,dest= in front of it'],
];
const off = /^(false|off|no|null|nil|nothing|disabled?|never|none|0|~|"")$/i;
const on = /^(true|on|yes|enabled?|auto|automatic|default|always|1)$/i;
/** Other names of a store. */
const aliases = {
    github: 'gha',
    actions: 'gha',
    'github-actions': 'gha',
    'actions-cache': 'gha',
    'actions/cache': 'gha',
    gh: 'gha',
    ghcr: 'registry',
    docker: 'registry',
    dockerhub: 'registry',
    ecr: 'registry',
    gcr: 'registry',
    acr: 'registry',
    gar: 'registry',
    image: 'registry',
    oci: 'registry',
    'docker-image': 'registry',
    harbor: 'registry',
    dir: 'local',
    directory: 'local',
    folder: 'local',
    disk: 'local',
    file: 'local',
    path: 'local',
    fs: 'local',
    aws: 's3',
    minio: 's3',
    r2: 's3',
    azure: 'azblob',
    azureblob: 'azblob',
    blob: 'azblob',
};
/** The backend that a word means: another name for it, or its name in capitals. */
function backendMeant(word) {
    const lower = word.toLowerCase();
    return types.includes(lower) ? lower : Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
}
/**
 * What is wrong with a line that is not a cache spec, and what to write; undefined if it may be one. It quotes nothing
 * of the line but a type. `isAlone`: there is no other line.
 */
function habitOf(line, isAlone) {
    const hidden = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.exec(line)?.[0];
    if (hidden !== undefined) {
        const code = hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
        return `this has an invisible character (U+${code}); delete it`;
    }
    if (off.test(line)) {
        return isAlone
            ? `this is not a cache spec; "none" turns the cache off, as in ${expression("… && 'gha' || 'none'")}`
            : '"none" turns the cache off and must be the only line; remove it or the other lines';
    }
    if (on.test(line))
        return "this is not a cache spec; write gha for GitHub's cache, or omit the input";
    // A whole line in quotes: one field, to CSV.
    if (/^"[^"]*,[^"]*"$/.test(line))
        return 'write the spec without quotes around it';
    const open = line.replace(/"(?:[^"]|"")*"/g, '""');
    const habit = habits.find(([found]) => found.test(open));
    if (habit)
        return habit[1];
    const [, type] = regExp(`^(${TYPE})\\s*[,:;/]`).exec(open) ?? [];
    if (type !== undefined)
        return `attributes follow "type=": write type=${type.toLowerCase()},…, ${example}`;
    return open.includes('=') || !isReference(open)
        ? undefined
        : 'this is an image reference; write type=registry,ref= in front of it';
}
/** An image reference of more than one word. */
function isReference(text) {
    if (!/[/.:]/.test(text))
        return false;
    try {
        (0,reference/* parseReference */.F2)(text.replace(/@.*/s, ''));
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/backends/local.ts
var local = __webpack_require__(7490);
// EXTERNAL MODULE: ./src/lib/go-boolean.ts
var go_boolean = __webpack_require__(5860);
// EXTERNAL MODULE: ./src/backends/backend.ts
var backends_backend = __webpack_require__(4633);
;// CONCATENATED MODULE: ./src/backends/validate-attributes.ts





const inTag = { scope: 'a tag in ref', name: 'a tag in ref', tag: 'a tag in ref' };
const inDest = { path: 'dest', dir: 'dest', directory: 'dest', folder: 'dest' };
// Names from other backends that users write, and the right ones.
const elsewhere = {
    gha: { ref: 'scope', name: 'scope', tag: 'scope', key: 'scope' },
    registry: { ...inTag, dest: 'ref', src: 'ref', image: 'ref', repo: 'ref', repository: 'ref', url: 'ref' },
    local: { ...inDest, src: 'dest, used for exports and imports', scope: 'tag', name: 'tag', ref: 'dest' },
    s3: { scope: 'name', tag: 'name', ref: 'name', key: 'name', path: 'prefix', folder: 'prefix' },
    azblob: { scope: 'name', tag: 'name', ref: 'name', key: 'secret_access_key', bucket: 'container' },
    inline: { ...inTag, dest: 'ref', src: 'ref', image: 'ref' },
};
/**
 * The checked attributes of a spec. Those that BuildKit's server would read from its own environment are filled in from
 * the step's. BuildKit silently ignores unknown attributes and wrong values; here they are errors.
 */
function completeAttributes(backend, given, variables, fail) {
    for (const [name, value] of given)
        checkOne(backend, name, value, fail);
    const filled = Object.entries(backend.attributes).flatMap(([name, { readsEnv }]) => {
        const value = readsEnv && (0,backends_backend/* attribute */.lt)(given, name) === undefined ? (variables[readsEnv] ?? '') : '';
        return value === '' ? [] : [[name, value]];
    });
    for (const [name, value] of filled)
        checkOne(backend, name, value, fail);
    const all = [...given, ...filled];
    checkRequired(backend, all, fail);
    if ((0,backends_backend/* attribute */.lt)(all, 'image-manifest') !== undefined)
        checkManifest(all, fail);
    return all;
}
/** Refuses attributes that the backend does not have, whatever their values. */
function checkNames({ type, attributes }, given, fail) {
    for (const [name] of given) {
        if (!Object.hasOwn(attributes, name))
            fail(unknown(type, name, Object.keys(attributes)));
    }
}
/** Refuses a value that the attribute cannot have. */
function checkOne(backend, name, value, fail) {
    checkNames(backend, [[name, value]], fail);
    const known = backend.attributes[name];
    const wrong = known.kind.check(value);
    const shown = known.secret ? '' : (0,quote/* quote */.h)(value, '');
    if (wrong)
        fail([name, shown, wrong].filter((it) => it !== '').join(' '));
    if (/^(['`‘“]).*['`’”]$/su.test(value))
        fail(`${name} has quotes around its value; remove them`);
}
function unknown(type, name, names) {
    const here = elsewhere[type]?.[name];
    const guess = here ? `; here it is ${here}.` : `.${(0,nearest/* didYouMean */.a)(name, names)}`;
    const given = (0,quote/* quote */.h)(name, 'of such a name');
    return `${type} has no attribute ${given}; it has ${names.join(', ')}${guess}`;
}
function checkRequired({ type, attributes }, all, fail) {
    for (const [name, { required, readsEnv }] of Object.entries(attributes)) {
        if (!required || (0,backends_backend/* attribute */.lt)(all, name) !== undefined)
            continue;
        const variable = readsEnv ? `, or the variable ${readsEnv}` : '';
        fail(`${type} needs ${name}=…, such as ${examples[type]}${variable}`);
    }
}
/** An image manifest is an OCI type: BuildKit finds out only after the build (remotecache/export.go). */
function checkManifest(all, fail) {
    const isTrue = (name) => (0,go_boolean/* goBoolean */.x)((0,backends_backend/* attribute */.lt)(all, name)) === true;
    const ociOff = (0,backends_backend/* attribute */.lt)(all, 'oci-mediatypes') !== undefined && !isTrue('oci-mediatypes');
    if (isTrue('image-manifest') && ociOff)
        fail('image-manifest=true needs oci-mediatypes=true');
}

;// CONCATENATED MODULE: ./src/backends/spec.ts








/** Whether GitHub's cache service stores the scopes of a cache, so that its rules apply to them. */
function isOnGithub({ backend, isOwned }) {
    return backend.type === 'gha' || isOwned === true;
}
/**
 * The lines of the input `cache` -> specs. Throws InputError: one sentence, before anything runs. It never
 * repeats a line, which may hold a credential.
 */
function parseSpecs(lines, variables) {
    return readSpecs(lines, variables).specs;
}
/**
 * The same, and one sentence for each line that cannot be used because a secret or variable is empty in this run. Runs
 * of forks and of Dependabot get no secrets (`noSecrets`) and still build. In other runs an empty credential also
 * disables the cache, but an empty location is an error. `numbers`: the numbers of the lines in the input.
 */
function readSpecs(lines, variables, noSecrets = false, numbers = lines.map((_, i) => i + 1)) {
    const read = lines.map((line, i) => {
        const where = lines.length > 1 ? `line ${numbers[i]}, ` : '';
        const spec = parseSpec(line, lines.length === 1, { variables, noSecrets }, (sentence) => {
            throw new input_error/* InputError */.d('cache', `${where}${sentence}${/[.?]$/.test(sentence) ? '' : '.'}`);
        });
        return { where, spec };
    });
    const specs = read.flatMap(({ spec }) => ('lacks' in spec ? [] : [spec]));
    const leftOut = read.flatMap(({ where, spec }) => 'lacks' in spec
        ? `cache: ${where}${spec.type} is ignored, because ${spec.lacks.join(' and ')} ${spec.lacks.length > 1 ? 'are' : 'is'} empty. ` +
            'Runs from forks and Dependabot get no secrets; in other runs, check the name of the secret or variable.'
        : []);
    const places = specs.map(({ backend, given, name }) => JSON.stringify([backend.place(given), name]));
    const second = places.findIndex((place, i) => places.indexOf(place) !== i);
    if (second >= 0) {
        throw new input_error/* InputError */.d('cache', `line ${numbers[second]} points to the same cache as an earlier line; remove one.`);
    }
    return { specs, leftOut };
}
function parseSpec(line, isAlone, { variables, noSecrets }, fail) {
    const habit = habitOf(line, isAlone);
    if (habit !== undefined)
        return fail(habit);
    const fields = readFields(line, fail);
    const type = fields.find(([name]) => name === 'type')?.[1];
    if (type === undefined)
        return fail(`type=… is missing; a spec is a single line, such as ${examples.registry}`);
    const backend = Object.hasOwn(backends/* backends */.S, type) ? backends/* backends */.S[type] : undefined;
    if (!backend)
        return fail(noSuchType(type));
    const written = fields.filter(([name]) => name !== 'type');
    checkNames(backend, written, fail);
    // An attribute is empty because its secret or variable is: it counts as unset.
    const filled = written.filter(([, value]) => value !== '');
    const empty = written.flatMap(([name, value]) => (value === '' ? [name] : []));
    const lacking = empty.filter((name) => isLacking(backend, name, variables));
    const gaps = filled.filter(([name, value]) => hasGap(backend, name, value));
    const isCredential = lacking.some((name) => backend.attributes[name]?.credential);
    if (lacking.length > 0 && !noSecrets && !isCredential)
        return fail(`${lacking[0]} is empty; ${type} needs it, such as ${examples[type]}`);
    const lacks = [...lacking, ...(noSecrets ? gaps.map(([name]) => `a part of ${name}`) : [])];
    if (lacks.length > 0) {
        const others = filled.filter((it) => !(noSecrets && gaps.includes(it)));
        for (const [name, value] of others)
            checkOne(backend, name, value, fail);
        return { type, lacks };
    }
    const given = type === 'local' ? (0,local/* atHome */.X)(filled, variables, fail) : filled;
    const isOwned = type === 'local' && !given.some(([name]) => name === 'dest');
    const named = backend.readName(completeAttributes(backend, given, variables, fail));
    return { backend, ...named, ...(isOwned ? { isOwned } : {}) };
}
/** Whether a cache cannot be used if this attribute is empty and nothing else provides its value. */
function isLacking({ attributes }, name, variables) {
    const { required, credential, readsEnv } = attributes[name] ?? {};
    return (required && !(readsEnv && variables[readsEnv])) || credential === true;
}
/** Whether a value is wrong because an expression in it is empty. */
function hasGap({ attributes }, name, value) {
    const { kind } = attributes[name] ?? {};
    return kind?.hasGap?.(value) === true && kind.check(value) !== undefined;
}
function noSuchType(type) {
    const meant = backendMeant(type);
    const types = Object.keys(backends/* backends */.S);
    if (meant === undefined) {
        const isShown = (0,quote/* quote */.h)(type, '') !== '';
        return isShown ? `type ${(0,nearest/* notOneOf */.N)(type, types)}` : `its type is not one of ${types.join(', ')}`;
    }
    return `type ${(0,quote/* quote */.h)(type, '')} is not one of ${types.join(', ')}; write ${examples[meant]}`;
}
/** Names in lower case, blanks around names and values trimmed; a bare word is a type. */
function readFields(line, fail) {
    let fields;
    try {
        fields = (0,csv/* decodeFields */.q)(line);
    }
    catch (error) {
        return fail(error.message);
    }
    const pairs = fields.map((field, i) => {
        const equals = field.indexOf('=');
        if (equals < 0)
            return i === 0 && fields.length === 1
                ? ['type', field]
                : fail(`field ${i + 1} has no "="; write name=value, such as ${examples.registry}`);
        return [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()];
    });
    const twice = pairs.find(([name], i) => pairs.findIndex(([it]) => it === name) !== i);
    return twice
        ? fail(`${/^[a-z0-9_.-]{1,32}$/.test(twice[0]) ? twice[0] : 'an attribute'} is specified twice`)
        : pairs;
}


/***/ }),

/***/ 9430:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/buildx/builder.ts
var buildx_builder = __webpack_require__(1747);
// EXTERNAL MODULE: ./src/buildx/dockerfile-text.ts
var dockerfile_text = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/buildx/failure.ts
var failure = __webpack_require__(1666);
// EXTERNAL MODULE: ./src/buildx/run.ts
var buildx_run = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/buildx/usage.ts

/**
 * Whether the builder has no step of an earlier build, so that everything cached was imported; false if unknown. Call
 * it before the build; never throws.
 */
async function isEmpty(buildx, builder, env) {
    const name = builder === '' ? [] : ['--builder', builder];
    const args = ['du', ...name, '--filter', 'type=regular', '--format', 'json'];
    const { exitCode, stdout } = await (0,buildx_run.query)(buildx, args, env);
    return exitCode === 0 && stdout.trim() === '';
}

// EXTERNAL MODULE: ./src/buildx/own-builder.ts
var own_builder = __webpack_require__(6958);
// EXTERNAL MODULE: ./src/runner/input-error.ts
var input_error = __webpack_require__(2353);
;// CONCATENATED MODULE: ./src/inputs/boolean.ts

const values = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
/** A YAML 1.2 core boolean, the same six spellings as @actions/core takes; empty is the default. */
function parseBoolean(input, text, whenEmpty) {
    if (text === '')
        return whenEmpty;
    const value = values.get(text);
    if (value === undefined)
        throw new input_error/* InputError */.d(input, `"${text}" is not a boolean; write true or false.`);
    return value;
}

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(5175);
;// CONCATENATED MODULE: ./src/inputs/exporters.ts

/** Whether the input `outputs` has one of a type; a bare path is `local`. Parsed as upstream does. */
function hasExporter(type, outputs) {
    for (const fields of readRecords(outputs.join('\n'))) {
        if (fields.length === 1 && !fields[0]?.startsWith('type='))
            return type === 'local';
        if (fields.some((field) => isType(field, type)))
            return true;
    }
    return false;
}
/** Whether the input `outputs` has one that exports only a part of the result: `src` of the types `local` and `tar`. */
function exportsPart(outputs) {
    return readRecords(outputs.join('\n')).some((fields) => fields.some((field) => isType(field, 'local') || isType(field, 'tar')) &&
        fields.some((field) => /^src\s*=/.test(field)));
}
/** The compression of each image of the input `outputs`, BuildKit's default if unset. */
function compressions(outputs) {
    return readRecords(outputs.join('\n'))
        .filter((fields) => fields.some((field) => exporters_images.some((type) => isType(field, type))))
        .map((fields) => fields.flatMap((field) => /^compression\s*=\s*(.*)/.exec(field)?.[1] ?? []).at(-1) ?? 'gzip');
}
const exporters_images = ['image', 'registry', 'docker', 'oci'];
/** Whether an attestation is of a type. */
function isAttestation(type, attest) {
    return readRecords(attest).some((fields) => fields.some((field) => isType(field, type)));
}
function isType(field, type) {
    const [name, value] = field.split('=');
    return name?.trim() === 'type' && value?.trim() === type;
}
/** Lines of comma-separated fields, trimmed. Throws an Error on misplaced quotes. */
function readRecords(text) {
    return (0,sync/* parse */.qg)(text, { trim: true, relax_column_count: true });
}

;// CONCATENATED MODULE: ./src/inputs/list.ts

/**
 * A multi-line input as docker/build-push-action reads it: one item a line and, unless `commas: false`, several
 * separated by commas; an item in double quotes keeps its commas and line breaks. Throws an Error that says what
 * is wrong.
 */
function parseList(text, dialect = {}) {
    if (text === '')
        return [];
    return records(text, dialect.quote === false ? { quote: false } : {})
        .flatMap((fields) => {
        if (dialect.commas === false)
            return [fields.join(',')];
        // A line that is one quoted field is split as well: upstream does so, and tags rely on it.
        return fields.length === 1 ? fields.flatMap((field) => field.split(',')) : fields;
    })
        .filter((item) => item !== '')
        .map((item) => (dialect.trim === false ? item : item.trim()));
}
function records(text, options) {
    try {
        return (0,sync/* parse */.qg)(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true, ...options });
    }
    catch (error) {
        throw error instanceof sync/* CsvError */.J$ ? new Error('a double quote is not closed') : error;
    }
}
/**
 * One item a line, without blank lines and, unless items may begin with `#`, without comments; nothing else is
 * interpreted.
 */
function parseLines(text, comments = true) {
    return numberedLines(text, comments).map(({ line }) => line);
}
/** The same with the number of each line, counted from 1 in the text as written. */
function numberedLines(text, comments = true) {
    return text
        .split(/\r?\n/)
        .map((line, i) => ({ number: i + 1, line: line.trim() }))
        .filter(({ line }) => line !== '' && !(comments && line.startsWith('#')));
}

;// CONCATENATED MODULE: ./src/inputs/text.ts

/** The text itself; what is not UTF-8 is refused, since two such names would become one. */
function wellFormed(input, text) {
    // Node reads it as U+FFFD.
    if (!text.isWellFormed() || text.includes('\ufffd'))
        throw new input_error/* InputError */.d(input, 'it is not well-formed Unicode.');
    return text;
}

;// CONCATENATED MODULE: ./src/inputs/build-inputs.ts





// The 33 inputs of docker/build-push-action v7 by their kind, with the dialect of each list.
const lists = {
    'add-hosts': {},
    allow: {},
    annotations: { commas: false },
    attests: { commas: false },
    'build-args': { commas: false },
    'build-contexts': { commas: false },
    'cache-from': { commas: false },
    'cache-to': { commas: false },
    labels: { commas: false },
    'no-cache-filters': {},
    outputs: { commas: false, quote: false },
    platforms: {},
    'secret-envs': {},
    'secret-files': { commas: false },
    secrets: { commas: false, trim: false },
    ssh: {},
    tags: {},
    ulimit: { commas: false },
};
const texts = [
    'builder',
    'call',
    'cgroup-parent',
    'context',
    'file',
    'github-token',
    'network',
    'provenance',
    'sbom',
    'shm-size',
    'target',
];
const booleans = ['load', 'no-cache', 'pull', 'push'];
/** What docker would parse as an option. */
const notFlags = ['builder', 'context', 'file', 'target'];
/** The build's inputs as typed values; throws InputError: one sentence, before anything runs. */
function readBuildInputs({ input, rawInput }) {
    const entries = [
        ...Object.entries(lists).map(([name, dialect]) => {
            const text = dialect.trim === false ? rawInput(name) : input(name);
            return [name, readList(name, text, dialect)];
        }),
        ...texts.map((name) => [name, readText(name, input(name))]),
        ...booleans.map((name) => [name, parseBoolean(name, input(name), false)]),
    ];
    const inputs = Object.fromEntries(entries);
    checkFields('outputs', inputs.outputs.join('\n'));
    for (const attest of inputs.attests)
        checkFields('attests', attest);
    checkFields('provenance', inputs.provenance);
    checkFields('sbom', inputs.sbom);
    return inputs;
}
/** These are lists of attributes too, and are parsed again where their type matters. */
function checkFields(name, text) {
    try {
        readRecords(text);
    }
    catch {
        throw new input_error/* InputError */.d(name, 'a double quote is out of place; quote the whole "name=value".');
    }
}
function readList(name, text, dialect) {
    try {
        return parseList(text, dialect);
    }
    catch (error) {
        throw new input_error/* InputError */.d(name, `${error.message}.`);
    }
}
function readText(name, text) {
    if (notFlags.includes(name) && text.startsWith('-')) {
        throw new input_error/* InputError */.d(name, `"${text}" begins with "-", so docker would read it as an option.`);
    }
    return wellFormed(name, text);
}
/** Whether the step builds; other calls, such as `check`, only look at the Dockerfile. */
function isBuild({ call }) {
    return call === '' || call === 'build';
}

// EXTERNAL MODULE: ./src/lib/go-boolean.ts
var go_boolean = __webpack_require__(5860);
// EXTERNAL MODULE: ./src/lib/loopback.ts
var loopback = __webpack_require__(9722);
;// CONCATENATED MODULE: ./src/plan/builder-support.ts

// The first versions that know a type (BuildKit's and buildx's release notes); the other types are older than scopes.
const first = {
    gha: { buildx: '0.21.0', buildkit: '0.20.0' },
    s3: { buildkit: '0.11.0' },
    azblob: { buildkit: '0.11.0' },
};
const IGNORE_ERROR = '0.12.0';
/** Whether the builder can write a cache of this type (buildx driver/docker, moby daemon/internal/builder-next). */
function canExport({ driver, containerdStore }, type) {
    if (driver !== 'docker' || type === 'inline')
        return true;
    return containerdStore && ['gha', 'local', 'registry'].includes(type);
}
/** Whether it can read one, likewise; it reads an inline cache as a registry's. */
function canImport({ driver, containerdStore }, type) {
    if (driver !== 'docker' || ['inline', 'local', 'registry'].includes(type))
        return true;
    return containerdStore && type === 'gha';
}
/** Why this builder does not support this type of cache, for the user; undefined if it does, or if unknown. */
function whyTooOld({ buildx, buildkits }, type) {
    const least = first[type];
    if (least?.buildx !== undefined && !(0,buildx_builder/* isAtLeast */.du)(buildx, least.buildx)) {
        return `${type} needs buildx ${least.buildx} or newer, but this is ${buildx}`;
    }
    const old = least && olderThan(least.buildkit, buildkits);
    return old && `${type} needs BuildKit ${least.buildkit} or newer, but the builder has ${old}`;
}
/** Why a failed export would fail the build, for the user; undefined if it would not. */
function whyNotIgnored({ buildkits }) {
    const old = olderThan(IGNORE_ERROR, buildkits);
    return (old &&
        `a cache that cannot be written may fail the build: ignore-error needs BuildKit ${IGNORE_ERROR} or newer, but the builder has ${old}`);
}
/** The attributes of a spec that the builder is too old for and therefore ignores, a sentence each. */
function ignoredAttributes({ buildkits }, { backend, given }) {
    return given.flatMap(([name]) => {
        const [, least] = /BuildKit (\d+\.\d+)/.exec(backend.attributes[name]?.since ?? '') ?? [];
        const old = least && olderThan(`${least}.0`, buildkits);
        const needs = `${name} of ${backend.type} needs BuildKit ${least} or newer, but the builder has ${old}`;
        return old ? [`${needs}; BuildKit ignores it.`] : [];
    });
}
/** The first version that is older; the versions of stopped nodes are empty, and unknown. */
function olderThan(least, versions) {
    return versions.find((version) => !(0,buildx_builder/* isAtLeast */.du)(version, least));
}

// EXTERNAL MODULE: ./src/plan/entries.ts + 1 modules
var plan_entries = __webpack_require__(8624);
// EXTERNAL MODULE: ./src/runner/commands.ts + 4 modules
var commands = __webpack_require__(5426);
// EXTERNAL MODULE: ./src/runner/state.ts
var state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/ensure-builder.ts









/**
 * Creates the chosen builder if it does not exist yet and the plan needs it. If that fails, the build continues with
 * `found` and the caches that it supports. Throws if the job is cancelled.
 */
async function ensureBuilder(buildx, found, { builder, inputs, instead, troubles }, planned) {
    const { from, to } = planned.entries;
    if (instead === undefined)
        return { builder, inputs, planned, own: undefined, troubles };
    if (from.length + to.length === 0)
        return { builder: found, inputs, planned, own: undefined, troubles };
    const own = { name: (0,own_builder.ownBuilderName)(), onHost: (0,loopback/* namesLoopback */.q)(addresses(planned, inputs)) };
    (0,state/* saveState */.LZ)('builder', own.name);
    const where = own.onHost ? ', on the host network' : '';
    const isMade = await (0,commands/* groupWork */.N2)(`Creating a builder for this step${where}, because ${instead}`, () => (0,own_builder.makeBuilder)(buildx, own, inputs.env));
    if (!isMade) {
        const trouble = `No builder could be created; the build continues without the cache, because ${instead}.`;
        (0,commands/* warning */.$e)(trouble);
        const rest = without(planned, found);
        return { builder: found, inputs, planned: rest, own: undefined, troubles: [...troubles, trouble] };
    }
    const build = onOwn(inputs.build, own.name, found, inputs.env);
    const made = await (0,buildx_builder/* inspectBuilder */.IK)(buildx, own.name, inputs.env);
    return { builder: made, inputs: { ...inputs, build }, planned, own, troubles };
}
/** The places that the builder itself reads or writes, as far as the workflow names them. */
function addresses({ entries }, { build, env }) {
    const ours = [...entries.from, ...entries.to];
    const service = [env.ACTIONS_RESULTS_URL ?? '', env.ACTIONS_CACHE_URL ?? ''];
    return [
        ...ours.map(plan_entries/* shownFlag */.Y5),
        ...(ours.some(({ backend }) => backend === 'gha') ? service : []),
        ...[...build['cache-from'], ...build['cache-to'], ...build.outputs, ...build['build-contexts']],
        ...(build.push ? build.tags : []),
    ];
}
/** The builder by name; the image is loaded into the engine, where the docker driver would have put it. */
function onOwn(build, name, { containerdStore }, env) {
    const hasOutput = build.push || build.load || build.outputs.length > 0;
    const isOff = (0,go_boolean/* goBoolean */.x)(env.BUILDX_NO_DEFAULT_LOAD) === true;
    // Only a containerd store supports multi-platform images.
    const fits = containerdStore || build.platforms.length < 2;
    return { ...build, builder: name, load: build.load || (!hasOutput && isBuild(build) && !isOff && fits) };
}
/** The plan with only the caches that a builder supports. */
function without(planned, builder) {
    const { from, to } = planned.entries;
    const isKnown = ({ backend }) => whyTooOld(builder, backend) === undefined;
    const entries = {
        ...planned.entries,
        from: from.filter((entry) => isKnown(entry) && canImport(builder, entry.backend)),
        to: to.filter((entry) => isKnown(entry) && canExport(builder, entry.backend)),
    };
    return { ...planned, entries };
}

// EXTERNAL MODULE: ./src/lib/json-path.ts
var json_path = __webpack_require__(4861);
;// CONCATENATED MODULE: ./src/events/ref-name.ts
// What `git check-ref-format --branch` refuses, one rule a line (git-check-ref-format(1)).
const refused = [
    [/^$/, 'it is empty'],
    [/^-/, 'it begins with "-"'],
    [/^HEAD$/, 'it is "HEAD"'],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses exactly these
    [/[\x00-\x20\x7f]/, 'it contains a blank or a control character'],
    [/[~^:?*[\\]/, 'it contains one of ~ ^ : ? * [ \\'],
    [/\.\./, 'it contains ".."'],
    [/@\{/, 'it contains "@{"'],
    [/^\/|\/$|\/\//, 'it begins or ends in "/" or contains "//"'],
    [/(^|\/)\./, 'a part of it begins with "."'],
    [/\.lock(\/|$)/, 'a part of it ends in ".lock"'],
    [/\.$/, 'it ends in "."'],
];
/** Why git would refuse this as a branch name, for the user; undefined if it is valid. */
function whyNotABranchName(name) {
    if (!name.isWellFormed() || name.includes('\ufffd'))
        return 'it is not well-formed Unicode';
    return refused.find(([rule]) => rule.test(name))?.[1];
}
/** The branch of a full ref: one `refs/heads/` removed; other text unchanged. */
function branchOfRef(ref) {
    return ref.replace(/^refs\/heads\//, '');
}

;// CONCATENATED MODULE: ./src/events/merged.ts


/** The most merged branches that are read; the newest count. */
const MOST = 3;
/**
 * The branches of this repository that the event's commits (oldest first) merge into `pushed`, newest first, from the
 * merge commits' messages. A branch of another owner never counts, nor, on Gitea and Forgejo, one of another
 * repository. GitHub's message names only the owner: for a fork by the same owner, this repository's branch of that
 * name is read, if there is one (docs/threat-model.md).
 */
function mergedByMessages(commits, pushed, repository) {
    return commits.toReversed().flatMap((commit) => {
        const id = (0,json_path/* textAt */.$)(commit, 'id')?.slice(0, 7);
        const why = `the message of the merge commit${id ? ` ${id}` : ''}`;
        return (oursIn(commit, pushed, repository) ?? []).map((name) => ({ name, why }));
    });
}
/** Whether a commit's message says what it merges, even if from elsewhere: then the API need not be asked. */
function tellsItsMerge(commit, pushed, repository) {
    return oursIn(commit, pushed, repository) !== undefined;
}
/** Without duplicates, invalid names and the pushed branch; at most three. */
function newest(merged, pushed) {
    const good = merged.filter(({ name }) => name !== pushed && whyNotABranchName(name) === undefined);
    return good.filter(({ name }, i) => good.findIndex((it) => it.name === name) === i).slice(0, MOST);
}
/** The commits of a push, oldest first. GitHub leaves some out where they are very many; the head is there. */
function commitsOf(payload) {
    const commits = (0,json_path.at)(payload, 'commits');
    const head = (0,json_path.at)(payload, 'head_commit');
    const list = Array.isArray(commits) ? commits : [];
    const hasHead = list.some((commit) => (0,json_path/* textAt */.$)(commit, 'id') === (0,json_path/* textAt */.$)(head, 'id'));
    return (0,json_path/* textAt */.$)(head, 'id') === undefined || hasHead ? list : [...list, head];
}
/**
 * The branches of this repository that a commit's title says it merges; none if they belong to others, undefined if the
 * title does not say. GitHub's own message (`Merge pull request #N from owner/branch`), Gitea's and Forgejo's, and
 * git's.
 */
function oursIn(commit, pushed, repository) {
    const title = ((0,json_path/* textAt */.$)(commit, 'message') ?? '').split(/\r?\n/)[0] ?? '';
    const owner = repository.split('/')[0] ?? '';
    const [, login, head] = /^Merge pull request #\d+ from ([^/\s]+)\/(\S+)$/.exec(title) ?? [];
    if (login !== undefined && head !== undefined) {
        return login.toLowerCase() === owner.toLowerCase() ? [head] : [];
    }
    if (repository === '')
        return undefined;
    // Gitea's and Forgejo's (services/pull/merge.go): `Merge pull request 'Title' (#5) from branch into base`, and
    // `owner/repository:branch` of a fork. The title can contain anything, so the last match counts.
    const [, theirs, target] = /^Merge pull request '.*' \([#!]\d+\) from (\S+) into (\S+)$/.exec(title) ?? [];
    if (theirs !== undefined && target === pushed)
        return theirs.includes(':') ? [] : [theirs];
    return oursInGit(title, pushed);
}
// One or several (fmt-merge-msg.c): `branch 'a'`, `branches 'a' and 'b'`, `branches 'a', 'b' and 'c'`. Branch names
// contain no blanks, so a separator is never part of one.
const LIST = "(?: '\\S+'|es '\\S+'(?:, '\\S+')* and '\\S+')";
const BY_GIT = new RegExp(`^Merge (?:branch(${LIST})(?:, remote-tracking branch(${LIST}))?|remote-tracking branch(${LIST}))(?: into (\\S+))?$`);
/** The same for git's title: `Merge branch 'x'` and its variants, from `git merge` of one branch or several. */
function oursInGit(title, pushed) {
    // A title with `of <url>` is a pull from anywhere, and is not used. A remote-tracking branch is merged after a fetch
    // without a checkout; `origin` is this repository if the clone was made from it, and otherwise a branch of the same
    // name is read in vain.
    const [, local, both, tracked, into] = BY_GIT.exec(title) ?? [];
    const names = [...namesIn(local), ...namesIn(both ?? tracked).flatMap(fromOrigin)];
    // A merge into another branch came in with a later merge, which has a message of its own.
    return names.length > 0 && (into === undefined || into === pushed) ? names : undefined;
}
function namesIn(list = '') {
    const [, names] = /^(?:es)? '(.*)'$/.exec(list) ?? [];
    return names === undefined ? [] : names.split(/', '|' and '/);
}
function fromOrigin(name) {
    const [, branch] = /^origin\/(.+)$/.exec(name) ?? [];
    return branch === undefined ? [] : [branch];
}

;// CONCATENATED MODULE: ./src/events/pulls.ts


// What to ask the API, and how to read its answers. Pure: runner/rest-api.ts sends the requests.
/** How many commits of a push to ask about, the newest. */
const pulls_MOST = 3;
/**
 * What to ask for a push whose last commit does not say what it merges: a squash, or the last of a rebase. Asks about
 * the pushed commit, and others that look like a squash (`Title (#N)`), since a queue pushes several at once.
 */
function askOfPush(commits, head, pushed, repository, apiUrl = '') {
    const last = commits.at(-1);
    if (!isRepository(repository) || tellsItsMerge(last, pushed, repository))
        return [];
    const squashes = commits.filter((commit) => /\(#\d+\)(\r?\n|$)/.test((0,json_path/* textAt */.$)(commit, 'message') ?? ''));
    const ids = [head, ...squashes.toReversed().map((commit) => (0,json_path/* textAt */.$)(commit, 'id') ?? '')];
    return [...new Set(ids)]
        .filter((id) => /^[0-9a-f]{40,64}$/.test(id))
        .slice(0, pulls_MOST)
        .map((id) => ({
        path: `/repos/${repository}/commits/${id}/${isGitea(apiUrl) ? 'pull' : 'pulls'}`,
        about: `commit ${id.slice(0, 7)}`,
    }));
}
/** What to ask for a merge group: the head of its pull request. */
function askOfPull(number, repository) {
    if (!isRepository(repository) || !Number.isSafeInteger(number))
        return [];
    return [{ path: `/repos/${repository}/pulls/${number}`, about: `pull request #${number}` }];
}
/** The head branches of pull requests that were merged into `pushed` from this repository, the newest first. */
function mergedByPulls(answers, pushed, repository, apiUrl = '') {
    return answers.flatMap(({ body }) => {
        const pulls = listed(body, apiUrl).filter((it) => (0,json_path/* textAt */.$)(it, 'merged_at') !== undefined);
        // ISO 8601 texts sort by time.
        const byTime = pulls.toSorted((a, b) => mergedAt(b).localeCompare(mergedAt(a), 'en'));
        return byTime.flatMap((pull) => headOf(pull, pushed, repository));
    });
}
/** The head branch of the pull request that a merge group builds. */
function headByPull(answers, base, repository) {
    return answers.flatMap(({ body }) => headOf(body, base, repository));
}
function headOf(pull, base, repository) {
    const name = (0,json_path/* textAt */.$)(pull, 'head', 'ref');
    const isOurs = (0,json_path/* textAt */.$)(pull, 'head', 'repo', 'full_name') === repository;
    if (name === undefined || !isOurs || (0,json_path/* textAt */.$)(pull, 'base', 'ref') !== base)
        return [];
    const number = (0,json_path.at)(pull, 'number');
    return [{ name, why: `GitHub's API: pull request #${typeof number === 'number' ? number : '?'}` }];
}
function mergedAt(pull) {
    return (0,json_path/* textAt */.$)(pull, 'merged_at') ?? '';
}
function listed(body, apiUrl) {
    if (isGitea(apiUrl))
        return [body];
    return Array.isArray(body) ? body : [];
}
/** The API of Gitea and Forgejo returns the one pull request of a commit, with other field names. */
function isGitea(apiUrl) {
    return /\/api\/v1\/*$/.test(apiUrl);
}
/** `owner/name`, encoded for a path. */
function isRepository(text) {
    return /^[\w.-]+\/[\w.-]+$/.test(text) && !/(^|\/)\.{1,2}(\/|$)/.test(text);
}

;// CONCATENATED MODULE: ./src/events/run.ts

/** A run about which nothing is known: it reads the default branch and writes nothing. */
const untrustedRun = {
    own: undefined,
    ownWhy: 'this event belongs to no branch',
    known: true,
    trust: 'outsider',
    writable: 'nowhere',
    writableWhy: 'anyone can trigger this event',
    base: undefined,
    baseOnGha: true,
    head: undefined,
    merged: [],
    mergedWhy: {},
    merging: undefined,
    ask: [],
    queue: undefined,
    notes: [],
};
/** The run with the branches that it merges; those from the API come first. */
function withMerged(run, merging, byApi = []) {
    const merged = newest([...byApi, ...merging.byEvent], merging.into);
    return {
        ...run,
        merging,
        merged: merged.map(({ name }) => name),
        mergedWhy: Object.fromEntries(merged.map(({ name, why }) => [name, why])),
    };
}

;// CONCATENATED MODULE: ./src/events/merge-queue.ts





/** The account by which GitHub's merge queue pushes what it has built, and what it is about to build. */
const QUEUE = 'github-merge-queue[bot]';
/**
 * merge_group: the queue builds on a ref that nothing else reads, so its cache is named after the base, where the
 * following push finds it. On gha no other run could read it. The branch of its pull request is in the message of the
 * merge that it builds; for a squash, the API knows it.
 */
function mergeGroup(environment) {
    const { payload, ref } = environment;
    const inRef = groupOfRef((0,json_path/* textAt */.$)(payload, 'merge_group', 'head_ref') ?? ref);
    const inEvent = (0,json_path/* textAt */.$)(payload, 'merge_group', 'base_ref');
    const base = branchOfRef(inEvent ?? inRef?.base ?? '');
    if (base === '') {
        return { ...untrustedRun, trust: 'trusted', known: false, ownWhy: 'the event names no base branch' };
    }
    return ofGroup(environment, {
        base,
        baseWhy: inEvent === undefined ? "the queue's ref" : 'merge_group.base_ref',
        number: inRef?.number,
        head: (0,json_path.at)(payload, 'merge_group', 'head_commit'),
    });
}
/**
 * push and create of the branch that the queue makes for a merge group: the same run as merge_group's, for workflows
 * that listen to these. Undefined where another one pushed: then it is a branch like any other, whatever it is called.
 */
function pushedGroup(environment, ref) {
    const { payload } = environment;
    const inRef = isByQueue(payload) ? groupOfRef(ref) : undefined;
    return (inRef && ofGroup(environment, { ...inRef, baseWhy: "the queue's ref", head: (0,json_path.at)(payload, 'head_commit') }));
}
/** Whether GitHub's merge queue pushed: GitHub itself sets sender and pusher, and no other account has this name. */
function isByQueue(payload) {
    return [(0,json_path/* textAt */.$)(payload, 'sender', 'login'), (0,json_path/* textAt */.$)(payload, 'pusher', 'name')].includes(QUEUE);
}
function ofGroup({ payload, repository }, { base, baseWhy, number, head }) {
    const fullName = (0,json_path/* textAt */.$)(payload, 'repository', 'full_name') ?? repository;
    const byEvent = mergedByMessages([head], base, fullName);
    return {
        ...withMerged(untrustedRun, { into: base, repository: fullName, byEvent, asks: 'pull' }),
        base,
        own: { kind: 'queue', base },
        ownWhy: baseWhy,
        ask: number === undefined || tellsItsMerge(head, base, fullName) ? [] : askOfPull(number, fullName),
        trust: 'trusted',
        writable: 'not-gha',
        writableWhy: 'on gha, no other run can read what the queue writes',
    };
}
/** Base and pull request in the name of a ref that GitHub's merge queue builds on. */
function groupOfRef(ref) {
    const [, base, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
    return base === undefined ? undefined : { base, number: Number(number) };
}

// EXTERNAL MODULE: ./src/events/branch.ts
var events_branch = __webpack_require__(6473);
;// CONCATENATED MODULE: ./src/events/default-branch.ts


// Events whose GITHUB_REF is always the default branch (docs.github.com, "Events that trigger workflows").
// pull_request_target is not among them: before December 2025, and on older servers, it ran on the base.
const runOnDefault = new Set(`branch_protection_rule check_run check_suite delete discussion discussion_comment fork gollum image_version
  issue_comment issues label milestone page_build public repository_dispatch schedule status watch workflow_run`.split(/\s+/));
/** The default branch's name and its source; the name is undefined if unknown. */
function defaultBranch(environment) {
    const { payload, eventName, ref } = environment;
    const sources = [
        ['repository.default_branch', (0,json_path/* textAt */.$)(payload, 'repository', 'default_branch')],
        [
            'pull_request.base.repo.default_branch',
            (0,json_path/* textAt */.$)(payload, 'pull_request', 'base', 'repo', 'default_branch'),
        ],
        ['master_branch', (0,json_path/* textAt */.$)(payload, 'master_branch')],
        [
            `GITHUB_REF, which is the default branch on ${eventName}`,
            runOnDefault.has(eventName) && ref.startsWith('refs/heads/') ? ref : undefined,
        ],
    ];
    const [from, found] = sources.find(([, value]) => value !== undefined) ?? [];
    const name = branchOfRef(found ?? '');
    return from === undefined || whyNotABranchName(name)
        ? { name: undefined, from: 'neither the event nor the environment names it' }
        : { name, from };
}

;// CONCATENATED MODULE: ./src/events/pull-request.ts





/** pull_request: built as it would merge. A fork's is a branch of its own, `pr-N`, whatever its head is called. */
function pullRequest(environment) {
    const { payload } = environment;
    if (environment.payloadProblem !== undefined)
        return withoutPayload(environment);
    const read = { ...untrustedRun, base: baseOf(environment) };
    if ((0,json_path/* textAt */.$)(payload, 'action') === 'closed') {
        return { ...read, ownWhy: 'the pull request is closed', writableWhy: 'the pull request is closed' };
    }
    return isFork(environment) ? fromFork(environment, read) : fromHere(environment, read);
}
/** pull_request_review and its comments: read like the pull request; anyone may review, so nothing is written. */
function pullRequestReview(environment) {
    const run = pullRequest(environment);
    const trust = run.trust === 'trusted' ? 'outsider' : run.trust;
    return { ...run, trust, writable: 'nowhere', writableWhy: 'anyone can review a pull request' };
}
/** pull_request_target: runs with the base's rights on an event that any fork can cause. */
function pullRequestTarget(environment) {
    return { ...untrustedRun, base: baseOf(environment) };
}
function fromFork(environment, read) {
    const number = pullNumber(environment);
    const fork = { ...read, trust: 'fork', writableWhy: "a fork's pull request writes only on gha" };
    if (number === undefined)
        return { ...fork, known: false, ownWhy: 'the event has no pull request number' };
    return {
        ...fork,
        own: { kind: 'pull', number },
        ownWhy: "the pull request's number, because its head is not in this repository",
        writable: 'gha-alone',
    };
}
function fromHere(environment, read) {
    const head = branchOfRef((0,json_path/* textAt */.$)(environment.payload, 'pull_request', 'head', 'ref') ?? '');
    if (head === '')
        return { ...read, trust: 'trusted', known: false, ownWhy: 'the event names no head branch' };
    const run = { ...read, own: (0,events_branch/* branch */.t)(head), ownWhy: 'pull_request.head.ref', trust: 'trusted' };
    if (head === defaultBranch(environment).name) {
        return { ...run, writableWhy: 'its head is the default branch, whose cache only its own pushes write' };
    }
    return {
        ...run,
        // If only pull requests and the merge queue are built, only the queue's cache has the base's steps.
        queue: run.base,
        writable: 'everywhere',
        writableWhy: 'a pull request of this repository writes its head branch',
    };
}
/**
 * Without a payload a fork cannot be recognized: the branches named in the environment are read, nothing is written.
 */
function withoutPayload(environment) {
    return {
        ...untrustedRun,
        trust: 'unverified',
        known: false,
        ownWhy: 'without the event, a fork cannot be told from a branch',
        writableWhy: 'the event could not be read',
        base: baseOf(environment),
        head: branchOfRef(environment.headRef) || undefined,
    };
}
/** A head belongs to this repository only if the event proves it (head.repo is null for a deleted fork). */
function isFork({ payload, repository }) {
    const ours = (0,json_path/* textAt */.$)(payload, 'repository', 'full_name') ?? repository;
    return ours === '' || (0,json_path/* textAt */.$)(payload, 'pull_request', 'head', 'repo', 'full_name') !== ours;
}
function baseOf({ payload, baseRef }) {
    return branchOfRef((0,json_path/* textAt */.$)(payload, 'pull_request', 'base', 'ref') ?? baseRef) || undefined;
}
function pullNumber({ payload, ref }) {
    const fromRef = Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]);
    const candidates = [(0,json_path.at)(payload, 'number'), (0,json_path.at)(payload, 'pull_request', 'number'), fromRef];
    return candidates.find((it) => Number.isSafeInteger(it) && it > 0);
}

;// CONCATENATED MODULE: ./src/events/push.ts







/** push: the branch that was pushed, and the branches that the push merges. A tag has the branch it was created on. */
function push(environment) {
    const { payload, repository, sha, apiUrl } = environment;
    if ((0,json_path.at)(payload, 'deleted') === true)
        return noBranch('the push deletes its branch');
    const group = pushedGroup(environment, environment.ref || ((0,json_path/* textAt */.$)(payload, 'ref') ?? ''));
    if (group)
        return group;
    const run = onRef(environment, (0,json_path/* textAt */.$)(payload, 'ref'));
    const fullName = (0,json_path/* textAt */.$)(payload, 'repository', 'full_name') ?? repository;
    // GitHub names in base_ref the branch whose head was tagged.
    if (run.own?.kind !== 'branch')
        return run.known ? madeFrom(run, (0,json_path/* textAt */.$)(payload, 'base_ref')) : run;
    const pushed = run.own.name;
    const commits = commitsOf(payload);
    const byEvent = mergedByMessages(commits, pushed, fullName);
    return {
        ...withMerged(run, { into: pushed, repository: fullName, byEvent, asks: 'commits' }),
        // A branch that this push creates is not the base of any pull request yet.
        ask: (0,json_path.at)(payload, 'created') === true ? [] : askOfPush(commits, sha, pushed, fullName, apiUrl),
        queue: isByQueue(payload) ? pushed : undefined,
    };
}
/** create: its payload has the short name of what was created. */
function create(environment) {
    const name = (0,json_path/* textAt */.$)(environment.payload, 'ref');
    const folder = (0,json_path/* textAt */.$)(environment.payload, 'ref_type') === 'tag' ? 'tags' : 'heads';
    const ref = name && `refs/${folder}/${name}`;
    return pushedGroup(environment, environment.ref || (ref ?? '')) ?? onRef(environment, ref);
}
/** workflow_dispatch, schedule, repository_dispatch: the ref that the run is on. */
function dispatch(environment) {
    return onRef(environment, (0,json_path/* textAt */.$)(environment.payload, 'ref'));
}
/**
 * release: its tag has no branch, but was created from a branch or a commit; for a draft, the run has no ref at all.
 */
function release({ payload }) {
    const target = (0,json_path/* textAt */.$)(payload, 'release', 'target_commitish');
    const isBranch = target !== undefined && !/^([0-9a-f]{40}|[0-9a-f]{64}|refs\/(?!heads\/).*)$/i.test(target);
    const ref = isBranch ? `refs/heads/${branchOfRef(target)}` : undefined;
    return madeFrom(noBranch('a release has no branch of its own'), ref);
}
/** delete: a deleted branch needs no cache. */
function deletion() {
    return noBranch('the event deletes a branch or tag');
}
function onRef(environment, refOfPayload) {
    const ref = environment.ref || refOfPayload || '';
    if (ref.startsWith('refs/tags/'))
        return noBranch('a tag has no branch of its own');
    if (!ref.startsWith('refs/heads/'))
        return { ...noBranch('the run names no branch'), known: false };
    const from = environment.ref === '' ? 'ref in the event' : 'GITHUB_REF';
    return {
        ...untrustedRun,
        own: (0,events_branch/* branch */.t)(branchOfRef(ref)),
        ownWhy: from,
        trust: 'trusted',
        writable: 'everywhere',
        writableWhy: 'a trusted run writes its own branch',
    };
}
/** A tag's run reads the branch of its commit; GitHub's own cache lets it read only the default branch. */
function madeFrom(run, ref) {
    return ref?.startsWith('refs/heads/') ? { ...run, base: branchOfRef(ref), baseOnGha: false } : run;
}
function noBranch(why) {
    return { ...untrustedRun, trust: 'trusted', ownWhy: why, writableWhy: why };
}

;// CONCATENATED MODULE: ./src/events/identify.ts






// The rows of the table "What a run reads and writes" in the README. An event that is missing here can be triggered by
// anyone, or was not considered: it reads the default branch and writes nothing.
const rows = {
    push: push,
    create: create,
    workflow_dispatch: dispatch,
    schedule: dispatch,
    repository_dispatch: dispatch,
    release: release,
    delete: deletion,
    pull_request: pullRequest,
    pull_request_review: pullRequestReview,
    pull_request_review_comment: pullRequestReview,
    pull_request_target: pullRequestTarget,
    merge_group: mergeGroup,
};
/** Identifies the run from the event and the environment, and returns what to `ask` the API. Never throws. */
function identify(environment) {
    const { eventName } = environment;
    const row = Object.hasOwn(rows, eventName) ? rows[eventName] : undefined;
    if (row)
        return withoutBadNames(withoutTrust(environment, row(environment)));
    if (eventName === '')
        return { ...untrustedRun, known: false, ownWhy: 'GITHUB_EVENT_NAME is not set' };
    return { ...untrustedRun, ownWhy: `${eventName} belongs to no branch` };
}
/** The run completed with the answers of the API at `apiUrl`. Never throws. */
function withAnswers(run, { answers, notes }, apiUrl) {
    const { merging } = run;
    if (!merging)
        return run;
    const { into, repository, asks } = merging;
    const byApi = asks === 'pull' ? headByPull(answers, into, repository) : mergedByPulls(answers, into, repository, apiUrl);
    return { ...withMerged(run, merging, byApi), notes: [...run.notes, ...notes] };
}
/** Without the event that shows who caused the run nothing is written, whatever the inputs say. */
function withoutTrust({ payloadProblem }, run) {
    if (payloadProblem === undefined || run.trust === 'outsider')
        return run;
    return {
        ...run,
        ask: [],
        trust: 'unverified',
        writable: 'nowhere',
        writableWhy: 'the event could not be read',
    };
}
/** A payload can contain anything: a name that git refuses is not a branch. */
function withoutBadNames(run) {
    const good = (name) => name === undefined || whyNotABranchName(name) ? undefined : name;
    const { own } = run;
    const ownName = own?.kind === 'branch' ? own.name : own?.kind === 'queue' ? own.base : 'pull';
    const named = { ...run, base: good(run.base), head: good(run.head), queue: good(run.queue) };
    const why = whyNotABranchName(ownName);
    return why
        ? { ...named, own: undefined, known: false, ownWhy: `its name is not a valid branch name: ${why}` }
        : named;
}

// EXTERNAL MODULE: ./src/backends/credentials.ts
var backends_credentials = __webpack_require__(7247);
// EXTERNAL MODULE: ./src/lib/csv.ts
var csv = __webpack_require__(1715);
// EXTERNAL MODULE: ./src/backends/backend.ts
var backends_backend = __webpack_require__(4633);
// EXTERNAL MODULE: ./src/backends/reference.ts
var backends_reference = __webpack_require__(3796);
;// CONCATENATED MODULE: ./src/backends/cross-checks.ts




/**
 * Refuses combinations that are wrong although each input is valid, and that BuildKit accepts silently; throws
 * InputError.
 */
function checkTogether(specs, beside) {
    refuseTwoManifests(specs, beside.cacheTo);
    for (const spec of specs) {
        refuseTagsOfImage(spec, beside);
        refuseInlineWithoutImage(spec, beside.makesImage);
    }
}
/**
 * BuildKit returns one manifest for all exporters that write one, and its client puts that into every local index: the
 * directory then points to a manifest that it does not contain (client/solve.go).
 */
function refuseTwoManifests(specs, cacheTo) {
    if (specs.length === 0)
        return; // the user's own are passed on as written
    const types = [...specs.map(({ backend }) => backend.type), ...cacheTo.map(typeOf)];
    const writers = types.filter((type) => type === 'local' || type === 'registry');
    if (writers.includes('local') && writers.length > 1) {
        throw new input_error/* InputError */.d(specs.some(({ backend }) => backend.type === 'local') ? 'cache' : 'cache-to', 'an export to local together with another to local or registry corrupts its index; remove one of them.');
    }
}
/** The type of a --cache-to as buildx reads it: without any `=` it is an image reference. */
function typeOf(entry) {
    if (!entry.includes('='))
        return 'registry';
    try {
        const fields = (0,csv/* decodeFields */.q)(entry).map((field) => field.split('='));
        return fields.find(([name]) => name?.toLowerCase() === 'type')?.[1] ?? '';
    }
    catch {
        return ''; // buildx says what is wrong with it
    }
}
/** The key `main` would be the image's own tag, and one would overwrite the other. */
function refuseTagsOfImage({ backend, given, name }, { tags, cacheName }) {
    const ref = (0,backends_backend/* attribute */.lt)(given, 'ref');
    if (backend.type !== 'registry' || ref === undefined || name !== '' || cacheName !== '')
        return;
    if (!tags.some((tag) => repositoryOf(tag) === (0,backends_reference/* canonicalRepository */.JA)(ref)))
        return;
    // Docker Hub allows only two levels (docker/hub-feedback#1404).
    const apart = (0,backends_reference/* canonicalRepository */.JA)(ref).startsWith('docker.io/') ? `${ref}-cache` : `${ref}/cache`;
    throw new input_error/* InputError */.d('cache', `ref=${ref} is also the image's repository in tags, where the cache of main would be the tag "main"; ` +
        `write ref=${apart}, or a tag as the cache's name, ref=${ref}:cache.`);
}
function repositoryOf(tag) {
    try {
        return (0,backends_reference/* canonicalRepository */.JA)((0,backends_reference/* parseReference */.F2)(tag).repository);
    }
    catch {
        return undefined; // buildx says what is wrong with it
    }
}
/** An inline cache is part of an image: without an image BuildKit silently writes none. */
function refuseInlineWithoutImage({ backend }, makesImage) {
    if (backend.type !== 'inline' || makesImage)
        return;
    throw new input_error/* InputError */.d('cache', 'inline stores its cache in the image, but this build produces none; add push: true or load: true.');
}

// EXTERNAL MODULE: ./src/backends/entry-secrets.ts
var entry_secrets = __webpack_require__(8953);
// EXTERNAL MODULE: ./src/keys/cache-name.ts
var cache_name = __webpack_require__(7300);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/lib/ssh-agent.ts


// A local socket answers at once; if it does not, the build finds out.
const LIMIT = 1_000;
const REQUEST_IDENTITIES = Buffer.from([0, 0, 0, 1, 11]);
const IDENTITIES_ANSWER = 12;
/**
 * The paths whose SSH agent has no key, or on which nobody listens: a step that mounts such an agent runs without a key
 * (draft-ietf-sshm-ssh-agent, "Requesting a list of keys"). An agent that does not answer in the protocol is not
 * included.
 */
async function keylessAgents(paths) {
    const sockets = [...new Set(paths)].filter(isSocket);
    const asked = await Promise.all(sockets.map(async (path) => ({ path, keys: await countKeys(path) })));
    return asked.flatMap(({ path, keys }) => (keys === 0 ? [path] : []));
}
function isSocket(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}
/** How many keys an agent has; undefined if unknown. */
function countKeys(path) {
    const { promise, resolve } = Promise.withResolvers();
    const socket = (0,external_node_net_.connect)(path);
    const timer = setTimeout(() => end(undefined), LIMIT);
    const end = (keys) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(keys);
    };
    let answer = Buffer.alloc(0);
    socket.on('connect', () => socket.write(REQUEST_IDENTITIES));
    socket.on('data', (chunk) => {
        answer = Buffer.concat([answer, chunk]);
        // Length, type, and the number of keys; the keys follow.
        if (answer.length >= 9)
            end(answer[4] === IDENTITIES_ANSWER ? answer.readUInt32BE(5) : undefined);
    });
    socket.on('end', () => end(undefined));
    socket.on('error', (error) => end(error.code === 'ECONNREFUSED' ? 0 : undefined));
    return promise;
}

// EXTERNAL MODULE: ./src/backends/spec.ts + 2 modules
var spec = __webpack_require__(1980);
;// CONCATENATED MODULE: ./src/events/no-secrets.ts

/** Whether GitHub gives this run none of the repository's secrets: a fork's, or one triggered by Dependabot. */
function getsNoSecrets({ payload }, { trust }) {
    const isDependabot = (0,json_path/* textAt */.$)(payload, 'sender', 'login') === 'dependabot[bot]';
    return isDependabot || trust === 'fork';
}

// EXTERNAL MODULE: ./src/keys/sanitize.ts
var sanitize = __webpack_require__(1397);
;// CONCATENATED MODULE: ./src/keys/shard.ts

/**
 * The shard from the input `cache-shard`: the JSON of a matrix (whatever its layout and the order of its
 * names) or a word. Empty, `null` and `{}` are no shard: the part is empty.
 */
function parseShard(text) {
    const matrix = parseObject(text);
    if (text === '' || text === 'null' || (matrix && Object.keys(matrix).length === 0)) {
        return { part: '', isMatrix: false };
    }
    if (!matrix)
        return { part: (0,sanitize/* part */.y_)('shard', text), isMatrix: false };
    return { part: (0,sanitize/* hashedPart */.lc)('shard', canonical(matrix), shard_values(matrix).join(' ')), isMatrix: true };
}
function parseObject(text) {
    if (!text.startsWith('{'))
        return undefined;
    try {
        return JSON.parse(text, exactly);
    }
    catch {
        return undefined;
    }
}
/** Integers that a double cannot represent keep their spelling: else two of them would become equal. */
function exactly(_, value, { source } = {}) {
    const isRounded = typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '');
    return isRounded ? BigInt(source ?? '') : value;
}
/** The JSON of a value with names sorted at every depth, so that layout and order of the matrix do not matter. */
function canonical(value) {
    if (Array.isArray(value))
        return `[${value.map(canonical).join(',')}]`;
    // A number that is too large for JSON is not null.
    if (typeof value === 'bigint' || typeof value === 'number')
        return String(value);
    if (!isObject(value))
        return JSON.stringify(value);
    return `{${sorted(value).map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)}}`;
}
/** The values of a matrix as texts, in the order of their names. */
function shard_values(value) {
    if (Array.isArray(value))
        return value.flatMap(shard_values);
    return isObject(value) ? sorted(value).flatMap(([, inner]) => shard_values(inner)) : [String(value)];
}
function isObject(value) {
    return typeof value === 'object' && value !== null;
}
function sorted(value) {
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

// EXTERNAL MODULE: ./src/lib/nearest.ts
var nearest = __webpack_require__(2269);
// EXTERNAL MODULE: ./src/lib/quote.ts
var quote = __webpack_require__(6975);
;// CONCATENATED MODULE: ./src/inputs/measures.ts

const HOUR = 3_600_000;
/** In milliseconds. */
const TIMES = { h: HOUR, m: 60_000, s: 1_000, ms: 1 };
/** In bytes. */
const SIZES = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
};
/** A duration as Go writes them (`90s`, `2m`, `1m30s`), or a number of seconds, in milliseconds; 0 is 0. */
function parseDuration(input, text, whenEmpty) {
    if (text === '')
        return whenEmpty;
    if (/^\d{1,6}$/.test(text))
        return Number(text) * 1_000;
    const parts = [...text.matchAll(/(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s)/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
        throw new input_error/* InputError */.d(input, `"${text}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`);
    }
    return Math.round(parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (TIMES[unit] ?? 0), 0));
}
/** A time in days or hours, `14d` or `36h`, in milliseconds; throws InputError. */
function parseSpan(input, text) {
    const [, number = '', unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
    if (Number(number) < 1) {
        throw new input_error/* InputError */.d(input, `"${text}" is not a time; write days or hours, such as 14d or 36h.`);
    }
    return Number(number) * (unit === 'd' ? 24 * HOUR : HOUR);
}
/** A size such as `10GB` or `1.5 GiB`, in bytes; throws InputError. */
function parseSize(input, text) {
    const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([A-Za-z]{1,3})$/.exec(text) ?? [];
    const bytes = Number(number) * (Object.hasOwn(SIZES, unit) ? (SIZES[unit] ?? 0) : 0);
    if (!(bytes > 0))
        throw new input_error/* InputError */.d(input, `"${text}" is not a size; write it with its unit, such as 10GB.`);
    return bytes;
}

;// CONCATENATED MODULE: ./src/inputs/cache-inputs.ts











const WRITE_MODES = ['auto', 'always', 'never', 'default-branch'];
/** The cache's inputs as typed values; throws InputError. */
function readCacheInputs(environment, run) {
    const input = (name) => evaluated(name, environment.input(name));
    // Including leading blank lines, since line numbers are reported.
    const numbered = numberedLines(wellFormed('cache', environment.rawInput('cache')));
    const cache = numbered.map(({ line }) => line);
    return {
        isEmpty: cache.length === 0,
        ...(cache.length === 1 && cache[0] === 'none'
            ? { specs: [], leftOut: [] }
            : (0,spec/* readSpecs */.F5)(cache, environment.forDocker, getsNoSecrets(environment, run), numbered.map(({ number }) => number))),
        cacheName: wellFormed('cache-name', input('cache-name')),
        timeout: parseDuration('cache-timeout', input('cache-timeout'), 120_000),
        strict: parseBoolean('cache-strict', input('cache-strict'), false),
        planOnly: parseBoolean('plan-only', input('plan-only'), false),
        plan: {
            branch: ownBranch(input('cache-branch')),
            fallback: fallback(parseLines(input('cache-fallback'), false)),
            write: writeMode(input('cache-write')),
            readMerged: parseBoolean('cache-read-merged', input('cache-read-merged'), true),
            shard: parseShard(wellFormed('cache-shard', input('cache-shard'))),
            shardIndex: shardIndex(input('cache-shard-index')),
        },
        limits: {
            keep: parseSpan('cache-keep', input('cache-keep') || '14d'),
            maxSize: input('cache-max-size') === '' ? undefined : parseSize('cache-max-size', input('cache-max-size')),
        },
        mounts: {
            wanted: wantedMounts(input('cache-mounts')),
            maxSize: parseSize('cache-mounts-max-size', input('cache-mounts-max-size') || '2GB'),
            image: helperImage(input('cache-mounts-image')),
        },
    };
}
function wantedMounts(text) {
    const lines = parseLines(text, false);
    const [only = 'false'] = lines;
    if (lines.length < 2 && /^(true|false|True|False|TRUE|FALSE)$/.test(only))
        return /^t/i.test(only) ? 'all' : 'none';
    const odd = lines.find((line) => SWITCH.test(line) || !/^[\w./:@+~-]{1,512}$/.test(line));
    if (odd !== undefined) {
        throw new input_error/* InputError */.d('cache-mounts', `${(0,quote/* quote */.h)(odd)} is not an id or target of a cache mount; write true, false, or ids and targets, one a line.`);
    }
    return lines;
}
function helperImage(text) {
    if (/^[\w.-]+(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/.test(text) || text === '')
        return text;
    throw new input_error/* InputError */.d('cache-mounts-image', `${(0,quote/* quote */.h)(text)} is not an image reference such as ghcr.io/owner/mounts:1.`);
}
/** An expression where GitHub does not evaluate it would become a literal name. */
function evaluated(input, text) {
    if (text.includes('${{')) {
        throw new input_error/* InputError */.d(input, 'it contains "${{", an expression that was not evaluated; write it in the workflow file.');
    }
    return text;
}
// What an expression without a value, or a habit from other inputs, leaves; `refs/heads/` says that it is a branch.
const SWITCH = /^(true|false|on|off|yes|no|none|null)$/i;
function branchName(input, text, orLeaveOut) {
    if (SWITCH.test(text)) {
        throw new input_error/* InputError */.d(input, `"${text}" reads as a switch, not as a branch; ${orLeaveOut}, or write refs/heads/${text} for that branch.`);
    }
    const name = branchOfRef(text);
    if (/^refs\/(pull|tags|remotes)\//.test(name)) {
        throw new input_error/* InputError */.d(input, `"${text}" is not a branch; write the name of one, such as main.`);
    }
    const why = whyNotABranchName(name);
    if (why)
        throw new input_error/* InputError */.d(input, `"${text}" is not a valid branch name: ${why}.`);
    return name;
}
function ownBranch(text) {
    return text === '' ? '' : branchName('cache-branch', text, "omit the input to use the event's branch");
}
function fallback(lines) {
    if (lines.length === 0)
        return undefined;
    if (lines.length === 1 && lines[0] === 'none')
        return [];
    if (lines.some((line) => /,\s/.test(line))) {
        throw new input_error/* InputError */.d('cache-fallback', 'write one branch a line, without commas.');
    }
    const orLeaveOut = lines.length === 1 ? 'write none to read no other branch' : '"none" must be the only line';
    return lines.map((line) => branchName('cache-fallback', line, orLeaveOut));
}
function writeMode(text) {
    const mode = WRITE_MODES.find((it) => it === (text || 'auto'));
    if (mode)
        return mode;
    // For these words the intended mode is not the one with the most similar spelling.
    const meant = /^(false|off|no|none)$/i.test(text) ? 'never' : /^(true|on|yes)$/i.test(text) ? 'auto' : '';
    const sentence = meant
        ? `${(0,quote/* quote */.h)(text)} is not one of ${WRITE_MODES.join(', ')}. Did you mean "${meant}"?`
        : (0,nearest/* notOneOf */.N)(text, WRITE_MODES);
    throw new input_error/* InputError */.d('cache-write', sentence);
}
function shardIndex(text) {
    if (text === '')
        return undefined;
    if (!/^\d{1,9}$/.test(text)) {
        throw new input_error/* InputError */.d('cache-shard-index', `"${text}" is not a number; write the job's index, counted from 0.`);
    }
    return Number(text);
}

// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
// EXTERNAL MODULE: ./src/inputs/credential-names.ts
var credential_names = __webpack_require__(3989);
;// CONCATENATED MODULE: ./src/inputs/known-secrets.ts


/** In bytes: nobody prints a larger secret. */
const LARGEST = 65_536;
/** The values of secrets, and of build arguments that are called like one. `variables`: the environment of buildx. */
function knownSecrets(inputs, variables) {
    const files = inputs['secret-files'].map((it) => secretsInFile(afterEquals(it)));
    const given = (variable) => variables[variable] ?? '';
    const masked = [
        ...inputs.secrets.map(afterEquals),
        ...inputs['secret-envs'].map((it) => given(afterEquals(it))),
        ...files.flatMap(({ whole }) => whole),
        inputs['github-token'],
    ];
    const args = inputs['build-args'].filter(credential_names/* looksLikeCredential */.P);
    return {
        masked: onceEach(masked),
        known: onceEach([
            ...files.flatMap(({ parts }) => parts),
            ...args.map((arg) => (arg.includes('=') ? afterEquals(arg) : given(arg))),
            ...OF_THE_JOB.map(given),
            ...PROXIES.flatMap((name) => [name, name.toUpperCase()]).flatMap((name) => passwordOf(given(name))),
        ]),
    };
}
const OF_THE_JOB = [
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
];
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy'];
function passwordOf(proxy) {
    const user = /:\/\/(.*)@/s.exec(proxy)?.[1] ?? '';
    return [user, user.slice(user.indexOf(':') + 1)];
}
/** Empty if the file is missing, which buildx reports, or too large. */
function textOf(path) {
    try {
        return path === '' ? '' : (0,bounded_file/* readBounded */.C)(path, LARGEST);
    }
    catch {
        return '';
    }
}
/**
 * A file of one line is a secret; of several lines, each line is, and what looks like a key in it: a token in an
 * .npmrc.
 */
function secretsInFile(path) {
    const text = textOf(path).trimEnd();
    if (!/[\r\n]/.test(text))
        return { whole: [text], parts: [] };
    const words = text.match(/[\w+/.~-]{16,}=*/g) ?? [];
    return { whole: [], parts: [text, ...words.filter((word) => /\d/.test(word) && /[A-Za-z]/.test(word))] };
}
const afterEquals = (text) => text.slice(text.indexOf('=') + 1);
/** Without duplicates and empty values, which would hide every blank. */
function onceEach(texts) {
    return [...new Set(texts)].filter((text) => text !== '');
}

;// CONCATENATED MODULE: ./src/inputs/missing-secrets.ts



/**
 * The secrets and SSH agents that the inputs declare and that have no value in this run, sorted, each once: `secret
 * ID`, `ssh ID`, or `line N of secrets` where the name may be a piece of a key that nobody quoted. Blank counts as no
 * value (isNothing). Tokens of git contexts are not included: they determine whether a context can be read, not its
 * content.
 */
function withoutValue(inputs, { variables, look }) {
    const { named, nameless } = readValues(inputs.secrets);
    // In the order of the command (argv.ts): buildx uses the last of two with the same ID.
    const declared = [
        ...inputs['secret-envs'].map(split).map(({ id, rest }) => ({
            id,
            isGiven: rest !== '',
            lacks: isNothing(variables[rest] ?? ''),
        })),
        ...named.map(({ id, rest }) => ({ id, isGiven: rest !== '', lacks: isNothing(rest) })),
        ...inputs['secret-files'].map(split).map(({ id, rest }) => {
            const found = rest === '' ? 'missing' : look(rest);
            return { id, isGiven: found !== 'missing', lacks: found !== 'there' };
        }),
    ].filter(({ id }) => id !== '' && !/^GIT_AUTH_TOKEN(\.|$)/.test(id));
    const ids = new Set(declared.map(({ id }) => id));
    const lacking = [...ids].filter((id) => declared.findLast((it) => it.id === id && it.isGiven)?.lacks !== false);
    const agents = inputs.ssh.filter((it) => !hasKey(it, variables.SSH_AUTH_SOCK ?? '', look));
    return [
        ...new Set([
            ...lacking.map((id) => `secret ${id}`),
            ...nameless.map((line) => `line ${line} of secrets`),
            ...agents.map((it) => `ssh ${split(it).id || it || 'default'}`),
        ]),
    ].sort();
}
/** What stands before and after the first `=`; no ID where there is none. */
function split(text) {
    const equals = text.indexOf('=');
    return { id: text.slice(0, Math.max(0, equals)), rest: text.slice(equals + 1) };
}
/**
 * The lines of `secrets` that have a name, and the numbers of those without a value whose name may not be one: a line
 * of an unquoted key may end in `=`. If another line of the key follows, such a line belongs to the key, and the key
 * has a value.
 */
function readValues(secrets) {
    const lines = secrets.map(split);
    const isTorn = (i) => i < secrets.length && !secrets[i]?.includes('=');
    if (!secrets.some((_, i) => isTorn(i)))
        return { named: lines, nameless: [] };
    const isBlank = ({ rest }) => rest.trim() === '';
    return {
        named: lines.filter((line) => !isBlank(line)),
        nameless: lines.flatMap((line, i) => (line.id !== '' && isBlank(line) && !isTorn(i + 1) ? [i + 1] : [])),
    };
}
/** Whether an item of `ssh` refers to an existing key or agent. */
function hasKey(item, agent, look) {
    return keyPaths(item, agent).every((path) => path !== '' && look(path) === 'there');
}
/**
 * What an item of `ssh`, `ID[=socket|key[,key]]`, refers to: `agent` if it names nothing (buildkit session/sshforward).
 */
function keyPaths(item, agent) {
    const paths = item.includes('=') ? split(item).rest.split(',') : [];
    const given = paths.filter((it) => it !== '' && !it.startsWith('raw='));
    return given.length > 0 ? given : [agent];
}
// Settings that contain a credential: if it is empty, it was a secret that this run does not get. Names are not longer,
// and are not part of a base64 key.
const ASSIGNED = /(?<![A-Za-z0-9+/])([\w.-]{1,40})["']?[ \t]*[=:][ \t]*("[^"\n]*"|'[^'\n]*'|[^\s,;}&"']*)/g;
const IN_URL = /:\/\/(?:[^\s/@:]{0,200}:)?([^\s/@:]{0,500})@/g;
const IN_NETRC = /\bmachine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\b[ \t]*(\S{0,500})/g;
/**
 * Whether a secret is empty: blanks, empty quotes, or settings (an .npmrc, a .netrc, a URL) whose credentials are all
 * empty. A text longer than a few pages is never empty.
 */
function isNothing(text) {
    if (text.length > missing_secrets_LARGEST)
        return false;
    if (/^["'\s]*$/.test(text))
        return true;
    const credentials = [
        ...[...text.matchAll(ASSIGNED)].flatMap(([, name = '', value = '']) => (0,credential_names/* isCredentialName */.h)(name) && !/^(true|false|\d)$/i.test(value) ? value.replace(/^["']|["']$/g, '') : []),
        ...[...text.matchAll(IN_URL), ...text.matchAll(IN_NETRC)].map(([, value = '']) => value),
    ];
    return credentials.length > 0 && credentials.every((it) => it.trim() === '');
}
/** In bytes. */
const missing_secrets_LARGEST = 65_536;
/** What stands at a path of this machine. */
function look(path) {
    try {
        const found = (0,external_node_fs_.statSync)(path);
        if (!found.isFile() || found.size > missing_secrets_LARGEST)
            return 'there';
        return isNothing((0,bounded_file/* readBounded */.C)(path, missing_secrets_LARGEST)) ? 'blank' : 'there';
    }
    catch (error) {
        // As existsSync: a path that cannot be looked up does not exist; a file that cannot be read does.
        return error.syscall === 'stat' ? 'missing' : 'there';
    }
}

;// CONCATENATED MODULE: ./src/inputs/unknown-inputs.ts
/** Variables that a runner sets for actions in a container. */
const RUNNERS = ['args', 'entrypoint'];
/** The same environment, and the names of the inputs read so far. */
function notingInputs(environment) {
    const asked = new Set();
    const note = (read) => (name) => {
        asked.add(name);
        return read(name);
    };
    const { input, rawInput } = environment;
    return { noting: { ...environment, input: note(input), rawInput: note(rawInput) }, asked };
}
// Inputs of docker/bake-action that differ from this action's by one letter; a wrapper passes on its own inputs, and
// act those of all the job's steps.
const OTHERS = ['files', 'targets'];
/**
 * A sentence for each unknown input that is one typo away from a known one; only GitHub's own runner warns about those.
 * Others may be anything, and are ignored.
 */
function nearInputs(given, known) {
    return given.flatMap((name) => {
        const isOthers = known.includes(name) || OTHERS.includes(name) || RUNNERS.includes(name);
        if (isOthers || !/^[a-z][a-z0-9_-]*$/.test(name))
            return [];
        const meant = known.find((it) => isSlip(lettersOf(name), lettersOf(it)));
        return meant === undefined ? [] : [`There is no input "${name}". Did you mean "${meant}"?`];
    });
}
const lettersOf = (name) => name.replace(/[_-]/g, '');
// A shorter word with one letter replaced is another word: `load` and `read`, `push` and `path`.
const SHORT = 4;
/** Whether one letter is missing, extra, replaced or swapped with the next, or only hyphens differ. */
function isSlip(given, meant) {
    const shorter = Math.min(given.length, meant.length);
    let same = 0;
    while (same < shorter && given[same] === meant[same])
        same++;
    const [a, b] = [given.slice(same), meant.slice(same)];
    if (a.slice(1) === b || a === b.slice(1))
        return true;
    if (a.length !== b.length)
        return a === b;
    const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
    return isSwapped || (a.slice(1) === b.slice(1) && meant.length > SHORT);
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts











/** Reads the inputs of a run; throws InputError: one sentence, before anything runs. */
function readInputs(environment, run) {
    const { noting, asked } = notingInputs(environment);
    const build = readBuildInputs(noting);
    const cache = readCacheInputs(noting, run);
    const name = (0,cache_name/* cacheName */.U)(cache.cacheName, build, environment);
    checkTogether(cache.specs, {
        cacheTo: build['cache-to'],
        tags: build.tags,
        cacheName: name,
        makesImage: cache.planOnly || makesImage(build),
    });
    const credentials = (0,backends_credentials/* takeCredentials */._)(cache.specs);
    const offBy = cache.isEmpty
        ? ['cache-from', 'cache-to'].filter((it) => build[it].length > 0)
        : [];
    const env = change(environment.forDocker, credentials.env);
    const { masked, known } = knownSecrets(build, env);
    return {
        build,
        specs: credentials.specs,
        leftOut: cache.leftOut,
        cacheName: name,
        plan: { ...cache.plan, without: withoutValue(build, { variables: env, look: look }) },
        limits: cache.limits,
        mounts: cache.mounts,
        isAutomatic: cache.isEmpty && offBy.length === 0,
        offBy,
        timeout: cache.timeout,
        strict: cache.strict,
        planOnly: cache.planOnly,
        env,
        secrets: [
            ...new Set([
                ...credentials.secrets,
                ...(0,entry_secrets/* secretsInEntries */.Nb)([...build['cache-from'], ...build['cache-to']]),
                ...masked,
            ]),
        ],
        known,
        warnings: nearInputs(environment.inputNames, [...asked]),
    };
}
/** The same inputs, after asking the SSH agents that they name whether they have a key. */
async function withAgents(inputs) {
    const { build, env, plan } = inputs;
    if (build.ssh.length === 0)
        return inputs;
    const keyless = await keylessAgents(build.ssh.flatMap((it) => keyPaths(it, env.SSH_AUTH_SOCK ?? '')));
    const lookAgain = (path) => (keyless.includes(path) ? 'blank' : look(path));
    return { ...inputs, plan: { ...plan, without: withoutValue(build, { variables: env, look: lookAgain }) } };
}
function makesImage({ push, load, outputs }) {
    return push || load || ['image', 'registry', 'docker', 'oci'].some((type) => hasExporter(type, outputs));
}
function change(env, changes) {
    const all = Object.entries({ ...env, ...changes });
    return Object.fromEntries(all.filter((entry) => entry[1] !== undefined));
}

// EXTERNAL MODULE: ./src/marking/scope-record.ts
var scope_record = __webpack_require__(9589);
;// CONCATENATED MODULE: ./src/marking/versions.ts
/**
 * The BuildKits whose caches are marked: each has passed `script/prove caches` and `script/prove lost-steps`, or has
 * the same files in the packages `solver` and `cache` as one that has (docs/versions.md). A version that parsed a
 * record's digest would reject a marked cache completely, so with an untested version caches are not marked. Versions
 * before 0.25 do not need it.
 */
const PROVEN = {
    'v0.32.2': ['v0.32.0', 'v0.32.1'],
    'v0.33.1': [],
    'v0.34.2': ['v0.34.0', 'v0.34.1'],
};
const MARKED = Object.entries(PROVEN).flat(2);
/** Whether all nodes of a builder have versions that were tested with marked caches. */
function canMark({ buildkits }) {
    return buildkits.length > 0 && buildkits.every((version) => MARKED.includes(version));
}

;// CONCATENATED MODULE: ./src/mark-scopes.ts




/** In milliseconds: the most time for all of it, and for one docker call. */
const mark_scopes_LIMIT = 20_000;
const CALL = 10_000;
/** Whether caches are marked that this builder writes and reads. */
function marks({ environment }, builder) {
    return environment.switches.mark && canMark(builder);
}
/**
 * Whether BuildKit may lose steps among the caches that a build reads: there are several, and not all are known to be
 * marked.
 */
function mayLose(planned, inputs, builder) {
    const theirs = inputs.build['cache-from'].length;
    if (planned.entries.from.length + theirs < 2 || !builder.buildkits.some((it) => (0,buildx_builder/* isAtLeast */.du)(it, '0.25.0')))
        return false;
    return theirs > 0 || !marks(planned, builder);
}
/**
 * Starts marking the scopes that a build has written, so that BuildKit loses none of their steps when it reads several
 * caches; the result waits for it. After a failure a cache is as BuildKit wrote it. Never throws.
 */
function markScopes(planned, { exports }, inputs, docker) {
    // It is unknown which of two exports of one type failed.
    const written = planned.entries.to.filter(({ backend }) => {
        const ofType = exports.filter((it) => it.backend === backend);
        return ofType.length > 0 && ofType.every(({ state }) => state === 'written');
    });
    if (written.length === 0 || !marks(planned, docker.builder))
        return async () => { };
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(new Error('it took too long')), mark_scopes_LIMIT);
    const done = (async () => {
        try {
            const { markWritten } = await __webpack_require__.e(/* import() */ 828).then(__webpack_require__.bind(__webpack_require__, 5828));
            const troubles = await markWritten(written, recordOf(planned, inputs), {
                buildx: docker.buildx,
                builder: inputs.build.builder,
                env: inputs.env,
                signal: controller.signal,
                limitMs: CALL,
                tempDir: planned.environment.tempDir,
            });
            for (const trouble of troubles)
                (0,commands/* debug */.Yz)(() => `not marked: ${trouble}`);
        }
        catch (error) {
            (0,commands/* debug */.Yz)(() => `not marked: ${error.message}`);
        }
        finally {
            clearTimeout(timer);
        }
    })();
    return () => done;
}
/** The scope record of the scopes that a run writes, for JSON, used by clean; undefined if they belong to no branch. */
function recordOf({ environment, plan, run }, inputs) {
    if (!plan.own)
        return undefined;
    const isNamed = inputs.plan.branch !== '' && run.trust === 'trusted';
    return (0,scope_record/* storeRecord */.vQ)({ repository: environment.repository, branch: plan.own, isNamed });
}

;// CONCATENATED MODULE: ./src/plan/choose-builder.ts



/**
 * The existing builder or, if its driver or version does not support a cache of the input `cache` and the user chose no
 * builder, a new one. Throws InputError if the user chose a builder whose driver does not support it.
 */
function chooseBuilder(found, inputs) {
    const types = inputs.specs.map(({ backend }) => backend.type);
    const cannot = types.find((type) => !canExport(found, type));
    const named = namedBuilder(inputs);
    if (cannot !== undefined && named)
        throw new input_error/* InputError */.d(named[0], whyNot(named[1], cannot));
    if (named || found.driver !== 'docker')
        return { ...fitting(found, inputs), instead: undefined };
    const own = { ...found, driver: 'docker-container', containerdStore: true, buildkits: [''] };
    const old = types.find((type) => whyTooOld(found, type) && !whyTooOld(own, type));
    const instead = cannot === undefined ? old && whyTooOld(found, old) : driverCannot(cannot);
    return { ...fitting(instead ? own : found, inputs), instead };
}
/** The input or variable that names a builder, and the name; a selected builder is never one of the docker driver. */
function namedBuilder({ build, env }) {
    if (build.builder !== '')
        return ['builder', build.builder];
    return env.BUILDX_BUILDER ? ['BUILDX_BUILDER', env.BUILDX_BUILDER] : undefined;
}
const driverCannot = (type) => `the docker driver cannot write a cache of type ${type}`;
function whyNot(name, type) {
    return (`"${name}" cannot write a cache of type ${type}, because its driver is docker; specify one with the driver ` +
        'docker-container, remote, kubernetes or cloud (docker/setup-buildx-action creates one, and so does ' +
        '"docker buildx create --driver docker-container"), or specify none, and the action creates one for this step.');
}
/** Without the specs that a builder is too old for; for gha, runner/cache-service.ts decides. */
function fitting(builder, inputs) {
    const old = inputs.specs.flatMap((spec) => {
        const why = spec.backend.type === 'gha' ? undefined : whyTooOld(builder, spec.backend.type);
        return why === undefined ? [] : [{ spec, why }];
    });
    const specs = inputs.specs.filter((spec) => old.every((it) => it.spec !== spec));
    const fatal = specs.some(ignoresErrors) && inputs.plan.write !== 'never' ? whyNotIgnored(builder) : undefined;
    return {
        builder,
        inputs: { ...inputs, specs },
        warnings: [
            ...(fatal ? [`cache: ${fatal}.`] : []),
            ...specs.flatMap((spec) => ignoredAttributes(builder, spec).map((it) => `cache: ${it}`)),
        ],
        troubles: [...inputs.leftOut, ...new Set(old.map(({ why }) => `cache: ${why}; it is ignored.`))],
    };
}
/** The user did not set ignore-error=false, and the backend can fail. */
function ignoresErrors({ backend, given }) {
    return Object.hasOwn(backend.attributes, 'ignore-error') && (0,backends_backend/* attribute */.lt)(given, 'ignore-error') !== 'false';
}

;// CONCATENATED MODULE: ./src/plan/merge-questions.ts
/** What to ask the API: only what can change the plan, and only where there is a token to ask with. */
function questions({ ask }, { specs, plan, build }) {
    // On gha GitHub does not let a run read the branches that it merges.
    const matters = plan.readMerged && specs.some(({ backend }) => backend.type !== 'gha');
    return matters && build['github-token'] !== '' ? ask : [];
}

// EXTERNAL MODULE: ./src/backends/gha.ts
var backends_gha = __webpack_require__(4699);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/events/git-context.ts
var git_context = __webpack_require__(1599);
;// CONCATENATED MODULE: ./src/directory/in-context.ts




/** In bytes. */
const in_context_MOST = 1024 * 1024;
/**
 * A sentence for each directory inside the build's context: COPY of the context would copy the cache into the image,
 * and miss in every run because the cache changes. What .dockerignore excludes is not part of the context.
 */
function insideContext(specs, inputs) {
    const contexts = [inputs.context, ...inputs['build-contexts'].map((it) => it.slice(it.indexOf('=') + 1))];
    const folders = contexts.filter((it) => it !== '' && !isElsewhere(it));
    const directories = specs.flatMap(({ backend, given, isOwned }) => backend.type === 'local' && !isOwned ? [(0,backends_backend/* attribute */.lt)(given, 'dest') ?? ''] : []);
    return directories.flatMap((dest) => {
        const context = folders.find((it) => isPartOf(dest, it, inputs.file));
        if (context === undefined)
            return [];
        return [
            `cache: dest=${dest} is inside the build context ${context}: a COPY of the context puts the cache into the image and runs again in every build. Use a directory outside, or list it in .dockerignore.`,
        ];
    });
}
/** A context that is not a folder: the default git context, a repository, a URL, an image, another target. */
function isElsewhere(context) {
    return (0,git_context/* isGitContext */.A6)(context) || context.startsWith('target:');
}
function isPartOf(dest, context, file) {
    const root = real((0,external_node_path_.resolve)(context));
    const path = (0,external_node_path_.relative)(root, real((0,external_node_path_.resolve)(dest)));
    const isInside = path === '' || (!path.startsWith(`..${external_node_path_.sep}`) && path !== '..' && !(0,external_node_path_.isAbsolute)(path));
    return isInside && !isIgnored(path.split(external_node_path_.sep).join('/'), root, file);
}
/** The real path, with links resolved as far as the path exists. */
function real(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(path);
        return parent === path ? path : (0,external_node_path_.join)(real(parent), (0,external_node_path_.relative)(parent, path));
    }
}
/** Whether .dockerignore names a path or a folder above it (docs.docker.com, "dockerignore files"); the last line counts. */
function isIgnored(path, root, file) {
    const own = `${(0,external_node_path_.resolve)(file === '' ? (0,external_node_path_.join)(root, 'Dockerfile') : file)}.dockerignore`;
    const lines = (in_context_readText(own) ?? in_context_readText((0,external_node_path_.join)(root, '.dockerignore')) ?? '')
        .split('\n')
        .map((it) => it.trim());
    let isOut = false;
    for (const line of lines) {
        if (line === '' || line.startsWith('#'))
            continue;
        const isException = line.startsWith('!');
        const pattern = (isException ? line.slice(1) : line).trim().replace(/^(\.?\/)+|\/+$/g, '');
        const parts = path.split('/');
        const above = parts.map((_, i) => parts.slice(0, i + 1).join('/'));
        // An exception below the directory would include a part of it again: then it does not count as excluded.
        const isMeant = above.some((it) => matches(it, pattern)) || (isException && pattern.startsWith(`${path}/`));
        if (isMeant)
            isOut = !isException;
    }
    return isOut;
}
/** Part by part, so that no pattern is slow. */
function matches(path, pattern) {
    const [names, parts] = [path.split('/'), pattern.split('/')];
    // Which of the names are matched by the parts so far.
    let reached = new Set([0]);
    for (const part of parts) {
        const next = new Set();
        for (const at of reached) {
            if (part === '**')
                for (let i = at; i <= names.length; i++)
                    next.add(i);
            else if (at < names.length && matchesName(names[at] ?? '', part))
                next.add(at + 1);
        }
        reached = next;
    }
    return reached.has(names.length);
}
function matchesName(name, pattern) {
    if (!/[*?[\\]/.test(pattern))
        return name === pattern;
    const source = pattern
        .replace(/\*+/g, '*')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.');
    // Patterns with very many stars are too slow.
    return pattern.split('*').length <= 5 && new RegExp(`^${source}$`, 's').test(name);
}
function in_context_readText(file) {
    try {
        const stat = (0,external_node_fs_.statSync)(file);
        return stat.isFile() && stat.size <= in_context_MOST ? (0,external_node_fs_.readFileSync)(file, 'utf8') : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/plan/default-cache.ts


/** Why the action does not cache a step, for its summary; empty if it does, or with `cache: none`. */
function whyNone(automatic, offBy) {
    if (automatic)
        return automatic.why === '' ? '' : `No cache: ${automatic.why}.`;
    if (offBy.length === 0)
        return '';
    return `No branch cache: ${offBy.join(' and ')} ${offBy.length > 1 ? 'turn' : 'turns'} the automatic cache off.`;
}
/**
 * The cache of a step that specifies none: GitHub's, if it is available and this builder can use it. It never changes
 * the builder; if it cannot work, `why` says in one line what would make it possible.
 */
function automaticCache(service, builder) {
    if (!service.offered)
        return { specs: [], why: `${service.why}; specify another cache in the input cache` };
    if (builder && !canExport(builder, 'gha')) {
        const why = `the builder's ${builder.driver} driver cannot export a cache; add "- uses: docker/setup-buildx-action@v4" before this step`;
        return { specs: [], why, isForBuilder: true };
    }
    if (!service.canRead)
        return { specs: [], why: service.why };
    return { specs: [{ backend: backends_gha/* gha */.d, given: [], name: '' }], why: '' };
}

// EXTERNAL MODULE: ./src/plan/github-limits.ts
var github_limits = __webpack_require__(2469);
;// CONCATENATED MODULE: ./src/plan/image-compression.ts



/**
 * The specs, with `compression=zstd` if the user set no compression and every image of the build is written in zstd.
 * BuildKit exports the image's layers to the cache unchanged; this is for the layers of other stages, which it would
 * compress with gzip. With a gzip image, or none, nothing changes: an image that is later pushed from the cache has the
 * cache's layers, and not every client supports zstd (docs/compression.md, with the figures).
 */
function asImage(specs, { load, outputs }, builder) {
    const images = compressions(outputs);
    const inZstd = !load && images.length > 0 && images.every((it) => it === 'zstd');
    return specs.map((spec) => {
        const { backend, given } = spec;
        const isOpen = Object.hasOwn(backend.attributes, 'compression') && (0,backends_backend/* attribute */.lt)(given, 'compression') === undefined;
        if (!inZstd || !isOpen)
            return spec;
        const asked = { ...spec, given: [...given, ['compression', 'zstd']] };
        const isKnown = builder === undefined || !ignoredAttributes(builder, asked).some((it) => it.startsWith('compression '));
        return isKnown ? asked : spec;
    });
}

// EXTERNAL MODULE: ./src/lib/sha256.ts
var sha256 = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/runner/hide.ts
var runner_hide = __webpack_require__(2632);
;// CONCATENATED MODULE: ./src/plan/overwrite-check.ts


/** A build whose cache another one would overwrite, at least partly. */
function describeBuild(build) {
    const { context, file, target, platforms } = build;
    const parts = [
        `context ${context === '' ? '(default)' : (0,runner_hide/* withoutCredentials */.ri)(context)}`,
        file && `file ${(0,runner_hide/* withoutCredentials */.ri)(file)}`,
        target && `target ${target}`,
        platforms.length > 0 && `platforms ${platforms.toSorted().join(' and ')}`,
    ];
    // Inputs that locate the cache do not change the steps.
    const args = build['build-args'].filter((it) => !it.startsWith('BUILDKIT_INLINE_CACHE='));
    const others = [
        ['build-args', args],
        ...['build-contexts', 'add-hosts', 'ulimit'].map((name) => [
            name,
            build[name],
        ]),
        ...['network', 'shm-size', 'cgroup-parent'].map((name) => [
            name,
            build[name] === '' ? [] : [build[name]],
        ]),
    ];
    return {
        image: parts.filter((part) => part).join(', '),
        others: Object.fromEntries(others.flatMap(([name, values]) => (values.length === 0 ? [] : [[name, shortHash(values.toSorted())]]))),
    };
}
/** Long enough to distinguish the builds of a job, too short to guess values by trying. */
function shortHash(values) {
    return (0,sha256/* sha256 */.s)(JSON.stringify(values)).slice(0, 6);
}
/**
 * Locations that this step will write and an earlier step of the job has written: a warning if that was another build,
 * whose cache is then lost; a line if it was the same (load, test, push). `earlier` is read from a file: entries of
 * another shape, from another version of the action, are ignored.
 */
function writtenBefore(earlier, now) {
    const [warnings, lines] = [[], []];
    const known = earlier.filter(isWritten);
    for (const place of now.places) {
        const before = known.findLast(({ places }) => places.includes(place));
        if (!before)
            continue;
        const other = differences(before, now);
        if (other === '')
            lines.push(`the same build already wrote ${place} in this job`);
        else {
            warnings.push(`Two builds of this job write the same cache, ${place}, and the last one overwrites it: first ${before.image}, ` +
                `now ${other}. Give each its own cache-name.`);
        }
    }
    return { warnings, lines };
}
/** How the build `now` differs from the earlier one; empty if it does not. */
function differences(before, now) {
    if (before.image !== now.image)
        return now.image;
    const names = Object.keys({ ...before.others, ...now.others });
    const other = names.filter((name) => before.others[name] !== now.others[name]);
    return other.length === 0 ? '' : `the same with different ${other.join(', ')}`;
}
function isWritten(it) {
    const { places, image, others } = (it ?? {});
    return Array.isArray(places) && typeof image === 'string' && typeof others === 'object' && others !== null;
}

;// CONCATENATED MODULE: ./src/plan/own-directory.ts



/**
 * The specs with the action's own directories: one for each cache name, in the runner's temporary folder, which is
 * emptied for each job. An archive can be found only with the same path (the service hashes it), so the path does not
 * depend on the branch.
 */
function withOwnDirectories(specs, tempDir, cacheName) {
    return specs.map((spec) => {
        if (!spec.isOwned)
            return spec;
        if (tempDir === '')
            throw new input_error/* InputError */.d('cache', 'local needs dest=… if RUNNER_TEMP is not set.');
        const name = (0,cache_name/* namePart */.f)(cacheName, spec.name) || 'cache';
        const dest = (0,external_node_path_.join)(tempDir, 'buildx-branch-cache', name);
        return { ...spec, given: [['dest', dest], ...spec.given] };
    });
}

// EXTERNAL MODULE: ./src/plan/plan.ts + 3 modules
var plan_plan = __webpack_require__(1247);
// EXTERNAL MODULE: ./src/lib/format.ts
var format = __webpack_require__(432);
;// CONCATENATED MODULE: ./src/plan/planned.ts




/** What the user should know before the build, a sentence each. */
function planWarnings(planned) {
    const { environment, run, plan, specs } = planned;
    if (specs.length === 0)
        return credentialWarnings(planned);
    const event = environment.payloadProblem;
    return [
        ...(event ? [`The event is unknown: ${event}. No cache is written.`] : []),
        ...(!event && !run.known && !plan.own
            ? [`The branch is unknown: ${run.ownWhy}. No cache is written.`]
            : []),
        ...serviceWarnings(planned),
        ...inlineWarnings(planned),
        ...credentialWarnings(planned),
        ...writtenBefore(planned.earlier, planned.now).warnings,
    ];
}
/** The most names that are listed. */
const FEW = 10;
/** Notes for the log that are not warnings. */
function planNotices({ plan, entries }) {
    const { without } = plan;
    const isUsed = [...entries.from, ...entries.to].some(({ role }) => role === 'own');
    if (without.length === 0 || !isUsed)
        return [];
    const more = without.length - FEW;
    const names = [...without.slice(0, FEW), ...(more > 0 ? [`${more} more`] : [])];
    const hasInline = (list) => list.some(({ backend }) => backend === 'inline');
    const isCut = plan.write.elsewhere.allowed && hasInline(entries.from) && !hasInline(entries.to)
        ? [
            'The image gets no inline cache: runs that have these secrets read its tag. Tag it with the output cache-scope.',
        ]
        : [];
    return [
        `This run has no value for ${(0,format/* list */.p_)(names)}: its own cache is kept separate, so that no run with a value reuses a step from it (docs/secrets.md).`,
        ...isCut,
    ];
}
function serviceWarnings(planned) {
    const denied = whatIsDenied(planned);
    return denied === undefined ? [] : [`GitHub's cache is not ${denied}: ${planned.service.why}.`];
}
/** What the inputs require of GitHub's cache service but is not allowed, as a participle; undefined for nothing. */
function whatIsDenied({ service, specs, }) {
    if (!specs.some(spec/* isOnGithub */.J3) || service.canRead)
        return undefined;
    return service.canWrite ? 'read' : 'used';
}
/** An inline cache is found only by the image's tag. */
function inlineWarnings({ entries, planOnly, inputs: { tags } }) {
    if (planOnly)
        return [];
    const own = entries.from.filter(({ backend, role }) => backend === 'inline' && role === 'own');
    const refs = own.map(({ attributes }) => attributes.ref ?? '');
    if (refs.length === 0 || refs.some((ref) => tags.includes(ref)))
        return [];
    return [`The inline cache will not be found again: none of tags is ${refs.join(' or ')}.`];
}
/**
 * Build arguments are in the cache, readable by everyone who can read it (Docker warns about this in "Cache storage
 * backends").
 */
function credentialWarnings({ entries, inputs }) {
    const names = inputs['build-args'].filter(credential_names/* looksLikeCredential */.P).map((arg) => arg.split('=')[0]);
    const exported = entries.to.length + inputs['cache-to'].length;
    if (exported === 0 || names.length === 0)
        return [];
    return [
        `build-args: ${names.join(', ')} will be in the exported cache, visible to everyone who can read it; use secrets.`,
    ];
}

;// CONCATENATED MODULE: ./src/plan/run-names.ts
/**
 * Warnings about names that differ in each run or on each branch, as with the common `scope=${{ github.ref_name }}`:
 * then no branch finds the cache of another. `cacheName` as the user wrote it.
 */
function nameWarnings(specs, cacheName, environment) {
    const named = [
        ...(cacheName === '' || specs.length === 0 ? [] : [['cache-name', cacheName]]),
        ...specs.filter(({ name }) => name !== '').map(({ name }) => ['cache', name]),
    ];
    const warnings = named.flatMap(([input, name]) => {
        const what = whatItHolds(name, environment);
        return what === undefined
            ? []
            : `${input}: the name ${JSON.stringify(name)} contains ${what}, so ${what === THE_BRANCH ? 'branches' : 'runs'} cannot find each other's caches. Remove it: the action adds the branch to each name.`;
    });
    return [...new Set(warnings)];
}
const THE_BRANCH = 'the branch or tag';
/** The property of the run that a name contains, for the user. */
function whatItHolds(name, { ref, headRef, sha, runName }) {
    const words = name.toLowerCase().split(/[^0-9a-z]+/);
    if (words.some((word) => word.length >= 7 && sha !== '' && sha.toLowerCase().startsWith(word)))
        return 'the commit';
    const [run = ''] = runName.split('-');
    // Run numbers are long; a short number may be a version.
    if (run.length >= 6 && words.includes(run))
        return "the run's number";
    const short = ref.replace(/^refs\/(heads|tags|pull)\//, '');
    const branches = [ref, short, headRef].filter((it) => it !== '').map(plain);
    const it = plain(name);
    // A part of the name may equal the branch by chance, if that is a common word.
    const isPart = (branch) => branch.includes('-') && `-${it}-`.includes(`-${branch}-`);
    return branches.some((branch) => it === branch || isPart(branch)) ? THE_BRANCH : undefined;
}
/** The spellings of a branch that users write where `/` is not allowed. */
function plain(text) {
    return text.toLowerCase().replace(/[^0-9a-z]+/g, '-');
}

;// CONCATENATED MODULE: ./src/plan/separate-scopes.ts


/**
 * The entries of a run that lacks a secret, without the export to an image whose tag runs with the secret read: an
 * inline cache is written to the image's tags, not to a scope that the action chooses.
 */
function keepApart(entries, plan, specs, { cacheName, tags }) {
    const inline = specs.filter(({ backend }) => backend.type === 'inline');
    if (plan.without.length === 0 || inline.length === 0)
        return entries;
    const complete = (0,plan_entries/* makeEntries */.Lh)({ ...plan, without: [] }, inline, cacheName).from;
    const read = complete.map(({ attributes }) => separate_scopes_canonical(attributes.ref ?? ''));
    if (!tags.some((tag) => read.includes(separate_scopes_canonical(tag))))
        return entries;
    return { ...entries, to: entries.to.filter(({ backend }) => backend !== 'inline') };
}
function separate_scopes_canonical(reference) {
    try {
        const { repository, tag } = (0,backends_reference/* parseReference */.F2)(reference);
        return `${(0,backends_reference/* canonicalRepository */.JA)(repository)}:${tag || 'latest'}`;
    }
    catch {
        return ''; // buildx says what is wrong with it
    }
}

;// CONCATENATED MODULE: ./src/report/plan-lines.ts



const trust = {
    trusted: 'trusted',
    fork: "a fork's: it can write only what no trusted run reads",
    outsider: 'anyone can trigger it: it writes nothing',
    unverified: 'unverified: it writes nothing',
};
/** The plan and its reasons, for the log: these lines are enough to understand a miss. */
function planLines(planned) {
    const { environment, run, base, plan, specs, entries } = planned;
    const { eventName } = environment;
    const own = plan.own ? `${(0,events_branch/* describeBranch */.A)(plan.own)} (from ${plan.ownWhy})` : `none: ${plan.ownWhy}`;
    return [
        line('event', `${eventName || 'unknown'} (${trust[run.trust]})`),
        line('own branch', own),
        ...mergedLines(planned),
        ...(run.base === undefined ? [] : [line('base branch', run.base)]),
        line('default branch', base.name === undefined
            ? `unknown: ${base.from}; specify it in cache-fallback`
            : `${base.name} (from ${base.from})`),
        ...plan.notes.map((note) => line('note', note)),
        ...scopeLines('read', entries.from),
        ...unreadable(planned).map((it) => line('not read', `${it}: GitHub does not let this run read its cache`)),
        ...scopeLines('write', entries.to),
        ...unwritten(plan, specs).map((it) => line('write', it)),
        ...writtenBefore(planned.earlier, planned.now).lines.map((it) => line('note', it)),
        ...usersOwn(planned).map((it) => line('note', it)),
    ];
}
/** The branches in the plan that GitHub's cache service does not let this run read, for people. */
function unreadable({ plan, specs, entries }) {
    if (!specs.some(spec/* isOnGithub */.J3))
        return [];
    return plan.reads
        .filter(({ onGha, branch }) => !onGha && !entries.from.some((it) => it.branch === branch))
        .map(({ branch }) => (0,events_branch/* describeBranch */.A)(branch));
}
/** The merged branches whose caches are read, and how each is known. */
function mergedLines({ plan, entries }) {
    return plan.reads
        .filter(({ role, branch }) => role === 'merged' && entries.from.some((it) => it.branch === branch))
        .map(({ branch, why }) => line('merged branch', `${(0,events_branch/* describeBranch */.A)(branch)} (from ${why})`));
}
/**
 * The line for a step that the action does not cache. A notice if a builder is missing (`isForBuilder`): someone who
 * has just switched to this action should not need the log to learn that nothing is cached.
 */
function noPlanLines(planned, isForBuilder) {
    const why = planned.whyNone ? [{ text: planned.whyNone, isNotice: isForBuilder }] : [];
    return [...why, ...usersOwn(planned).map((it) => ({ text: `${it}.`, isNotice: false }))];
}
/**
 * The action does not protect caches that the user wrote for buildx: they are named if outsiders can trigger the run.
 */
function usersOwn({ run, inputs }) {
    const inline = inputs['build-args'].some((arg) => arg.startsWith('BUILDKIT_INLINE_CACHE='));
    const own = [
        ...(inputs['cache-to'].length > 0 ? ['cache-to'] : []),
        ...(inline ? ['BUILDKIT_INLINE_CACHE'] : []),
    ];
    if (run.trust === 'trusted')
        return [];
    return own.map((it) => `${it} is your own entry and is passed on as written, in a run that outsiders can trigger`);
}
/** Why nothing is written, one line for gha and one for all others. */
function unwritten(plan, specs) {
    const isGithubs = specs.map(spec/* isOnGithub */.J3);
    const where = specs.some(({ backend }) => backend.type === 'gha') ? 'on gha' : "by GitHub's cache service";
    return [
        ...(isGithubs.includes(true) && !plan.write.onGha.allowed
            ? [`nothing ${where}: ${plan.write.onGha.why}`]
            : []),
        ...(isGithubs.includes(false) && !plan.write.elsewhere.allowed
            ? [`nothing: ${plan.write.elsewhere.why}`]
            : []),
    ];
}
function scopeLines(title, entries) {
    return entries.map(({ backend, keys, role, branch }) => {
        const name = (0,events_branch/* describeBranch */.A)(branch);
        return line(title, `${backend} ${keys.join(' and ')} (${keys[0] === name ? role : `${role}: ${name}`})`);
    });
}
function line(title, text) {
    return `${title.padEnd(15)} ${text}`;
}

// EXTERNAL MODULE: ./src/runner/archive-service.ts
var archive_service = __webpack_require__(2622);
// EXTERNAL MODULE: ./src/runner/cache-service.ts
var cache_service = __webpack_require__(3446);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/runner/job-file.ts




const NAME = 'buildx-branch-cache.json';
/** In bytes: thousands of steps. */
const job_file_LARGEST = 1_000_000;
/** What the earlier steps of this job recorded: the runner's temporary folder belongs to the job. */
function readJobFile(tempDir) {
    if (tempDir === '')
        return [];
    try {
        const list = JSON.parse((0,bounded_file/* readBounded */.C)((0,external_node_path_.join)(tempDir, NAME), job_file_LARGEST, { isOurs: true }));
        return Array.isArray(list) ? list : [];
    }
    catch {
        return []; // missing, or not owned by this user
    }
}
/** Records `list` for the later steps of this job; if the folder is not writable, they only lose a hint. */
function writeJobFile(tempDir, list) {
    if (tempDir === '')
        return;
    try {
        replaceFile((0,external_node_path_.join)(tempDir, NAME), JSON.stringify(list));
    }
    catch {
        return;
    }
}
/** Replaces a file with one that only its owner can access, links not followed; throws as node:fs does. */
function replaceFile(path, text) {
    const made = `${path}.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
    try {
        (0,external_node_fs_.writeFileSync)(made, text, { flag: 'wx', mode: 0o600 });
        (0,external_node_fs_.renameSync)(made, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(made, { force: true });
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/plan-caches.ts





















/** The event, the inputs and the facts about the builder -> the plan and its entries. Prints nothing. */
function chooseCaches(environment, run, inputs, builder) {
    const base = defaultBranch(environment);
    const gha = inputs.specs.filter(({ backend }) => backend.type === 'gha');
    const given = { variables: inputs.env, now: Date.now() / 1000, serverUrl: environment.serverUrl };
    const isForArchives = gha.length === 0 && inputs.specs.some(spec/* isOnGithub */.J3);
    const forBuildkit = () => (0,cache_service/* cacheService */.qI)({
        ...given,
        urlInSpecs: gha.length > 0 && gha.every(({ given }) => (0,backends_gha/* namesService */.c)(given)),
        tooOld: builder && whyTooOld(builder, 'gha'),
    });
    const service = isForArchives ? (0,archive_service/* archiveService */.Si)(given) : forBuildkit();
    const plan = (0,github_limits/* withinService */.j)((0,plan_plan/* makePlan */.C)(run, base, inputs.plan), service);
    const automatic = inputs.isAutomatic ? automaticCache(service, builder) : undefined;
    const located = withOwnDirectories(automatic?.specs ?? inputs.specs, environment.tempDir, inputs.cacheName);
    const specs = asImage(located, inputs.build, builder);
    const all = (0,plan_entries/* makeEntries */.Lh)(plan, specs, inputs.cacheName);
    const entries = keepApart(all, plan, specs, { cacheName: inputs.cacheName, tags: inputs.build.tags });
    return { run, base, service, plan, specs, automatic, entries };
}
/** Records for the later steps of the job what a successful build wrote: all but the caches that it had to omit. */
function leaveWritten({ environment, earlier, now }, lost) {
    const gone = lost.flatMap(({ side, entry }) => (side === 'export' ? entry.places : []));
    const places = now.places.filter((place) => !gone.includes(place));
    if (places.length > 0)
        writeJobFile(environment.tempDir, [...earlier, { ...now, places }]);
}
/** The same, printed to the log. */
function planCaches(environment, run, inputs, builder) {
    const { automatic, ...choice } = chooseCaches(environment, run, inputs, builder);
    const { specs, entries } = choice;
    const earlier = readJobFile(environment.tempDir);
    // A check builds nothing, and writes nothing.
    const places = isBuild(inputs.build) ? entries.to.flatMap((it) => it.places) : [];
    const now = { places, ...describeBuild(inputs.build) };
    const planned = {
        ...choice,
        environment,
        inputs: inputs.build,
        planOnly: inputs.planOnly,
        earlier,
        now,
        whyNone: whyNone(automatic, inputs.offBy),
    };
    // A name made from context, file and target is JSON, and not chosen by the user.
    const givenName = inputs.cacheName.startsWith('[') ? '' : inputs.cacheName;
    const warnings = [
        ...planWarnings(planned),
        ...nameWarnings(specs, givenName, environment),
        ...(inputs.planOnly ? [] : insideContext(specs, inputs.build)),
    ];
    for (const message of warnings)
        (0,commands/* warning */.$e)(message);
    for (const message of planNotices(planned))
        (0,commands/* notice */.lm)(message);
    if (specs.length > 0)
        (0,commands/* group */.Os)('Cache plan', planLines(planned));
    else {
        for (const { text, isNotice } of noPlanLines(planned, automatic?.isForBuilder ?? false)) {
            const say = isNotice ? commands/* notice */.lm : commands/* info */.pq;
            say(text);
        }
    }
    return planned;
}

;// CONCATENATED MODULE: ./src/buildkit/import-hash.ts
// BuildKit names the vertex of every import but a registry's by a hash of its options, so several can be distinguished
// only by computing the same hash: hashstructure's FNV-1 of CacheOptionsEntry{Type, Attrs} (buildkit
// solver/llbsolver/bridge.go, cmKey; github.com/gohugoio/hashstructure).
const MASK = (1n << 64n) - 1n;
/** What stands after `importing cache manifest from ` in the name of its vertex. */
function importKey({ type, attributes }) {
    if (type === 'registry' && attributes.ref)
        return attributes.ref;
    return `${type}:${hash(type, attributes)}`;
}
function hash(type, attributes) {
    // A map has no order: its pairs are joined by XOR.
    const pairs = Object.entries(attributes).map(([name, value]) => ordered(import_hash_text(name), import_hash_text(value)));
    const map = fnv(pairs.reduce((all, pair) => all ^ pair, 0n));
    const fields = [ordered(import_hash_text('Type'), import_hash_text(type)), ordered(import_hash_text('Attrs'), map)];
    return fields.reduce((all, field) => fnv(all ^ field), import_hash_text('CacheOptionsEntry'));
}
function import_hash_text(value) {
    return fnvBytes(Buffer.from(value));
}
function ordered(first, second) {
    return fnv(first, second);
}
/** The hash of numbers as eight bytes each, the lowest first. */
function fnv(...numbers) {
    const bytes = Buffer.alloc(8 * numbers.length);
    for (const [i, number] of numbers.entries())
        bytes.writeBigUInt64LE(number, 8 * i);
    return fnvBytes(bytes);
}
function fnvBytes(bytes) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of bytes)
        hash = ((hash * 0x100000001b3n) & MASK) ^ BigInt(byte);
    return hash;
}

;// CONCATENATED MODULE: ./src/buildx/history.ts



const NO_RECORD = 'the builder keeps no record of its builds';
const NO_ANSWER = 'the builder did not return the build record in time';
/** The output of steps is most of a record, and is skipped. */
const isNoLog = (line) => !line.startsWith('{"logs"');
/** The history of a build, or why there is none, for the user; never throws. `version`: of buildx. */
async function readHistory(buildx, wanted, env, version = '0.20.0') {
    const name = wanted.ref?.includes('/') ? (wanted.ref.split('/')[0] ?? '') : wanted.builder;
    const builder = name === '' ? [] : ['--builder', name];
    const ask = (args, bounds) => (0,buildx_run.query)(buildx, ['history', ...args, ...builder], env, bounds);
    try {
        const ref = wanted.ref ?? chooseFailed(await history_readList(ask), wanted);
        const id = idOf(ref);
        const [records, inspection] = await Promise.all([
            wanted.nodes > 1 ? readNodes(ask, id) : readRecord(ask, id).then((record) => [record]),
            wanted.withImports ? ask(['inspect', id, '--format', 'json']) : undefined,
        ]);
        return { records, imports: parseImports(inspection?.stdout ?? '') };
    }
    catch (error) {
        const { message } = error;
        return (0,buildx_builder/* isAtLeast */.du)(version, '0.20.0') ? message : `${message}; buildx 0.20 or newer can read it`;
    }
}
/** `id`: a build's ID, or `^2` for the build before the last two. */
async function readRecord(ask, id) {
    const { exitCode, isLate, stdout, stderr } = await ask(['logs', id, '--progress', 'rawjson'], {
        keep: isNoLog,
    });
    if (isLate)
        throw new Error(NO_ANSWER);
    const record = `${stdout}\n${stderr}`;
    if (exitCode !== 0 || !/^\{/m.test(record))
        throw new Error(NO_RECORD);
    return record;
}
/**
 * buildx prints the record of an arbitrary node; another node's can be requested only by its position among all builds,
 * so the positions must not change in between.
 */
async function readNodes(ask, id) {
    const places = placesOf(await history_readList(ask), id);
    if (places.length < 2)
        return [await readRecord(ask, id)];
    const records = await Promise.all(places.map((place) => readRecord(ask, `^${place}`)));
    if (String(placesOf(await history_readList(ask), id)) !== String(places)) {
        throw new Error('other builds started on this builder while the record of this one was being read');
    }
    return records;
}
/** The output of `history ls` -> the positions of a build's records, counted from 0 for the newest. */
function placesOf(list, id) {
    return [...list]
        .sort((a, b) => b.created.localeCompare(a.created))
        .flatMap(({ ref }, place) => (idOf(ref) === id ? [place] : []));
}
async function history_readList(ask) {
    const { exitCode, isLate, stdout } = await ask(['ls', '--format', 'json']);
    if (isLate)
        throw new Error(NO_ANSWER);
    if (exitCode !== 0)
        throw new Error(NO_RECORD);
    return parseListedBuilds(stdout);
}
/**
 * How many builds a builder is running, this one included; undefined if it does not answer within `limitMs`
 * milliseconds.
 */
async function countRunning(buildx, builder, env, limitMs, ask = buildx_run.query) {
    const args = ['history', 'ls', '--format', 'json', '--builder', builder];
    const { exitCode, stdout } = await ask(buildx, args, env, { limitMs });
    if (exitCode !== 0)
        return undefined;
    const running = parseListedBuilds(stdout).filter(({ status }) => status === 'Running');
    return new Set(running.map(({ ref }) => idOf(ref))).size;
}
/** The output of `history ls`, JSON lines. */
function parseListedBuilds(text) {
    return text.split('\n').flatMap((line) => {
        const { ref, status, created_at: created } = parse(line) ?? {};
        return typeof ref === 'string' ? [{ ref, status: String(status), created: String(created) }] : [];
    });
}
/** The one build that failed between the two times; throws an Error for the user. */
function chooseFailed(list, { began, ended }) {
    const refs = list.flatMap(({ ref, status, created }) => {
        const at = Date.parse(created);
        return status !== 'Completed' && status !== 'Running' && at >= began && at <= ended ? [ref] : [];
    });
    const [only] = refs;
    if (only === undefined)
        throw new Error('the builder keeps no record of this build');
    if (refs.some((ref) => idOf(ref) !== idOf(only))) {
        throw new Error('several builds failed on this builder at the same time, so this one cannot be identified');
    }
    return only;
}
/** `builder/node/id`: all nodes of a build have one id. */
function idOf(ref) {
    return ref.split('/').at(-1) ?? '';
}
/** The output of `history inspect` -> the imports (buildx commands/history/inspect.go: the rest of the attributes). */
function parseImports(inspection) {
    const rest = parse(inspection)?.Config?.RestRaw;
    if (!Array.isArray(rest))
        return undefined;
    const value = rest.find((pair) => pair?.Name === 'cache-imports')?.Value;
    const imports = typeof value === 'string' ? parse(value) : undefined;
    if (!Array.isArray(imports))
        return undefined;
    return imports.map((it) => {
        const told = { type: String(it?.Type), attributes: { ...it?.Attrs } };
        return { key: importKey(told), ...told };
    });
}
function parse(json) {
    try {
        return JSON.parse(json) ?? undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/buildx/manifests.ts
var manifests = __webpack_require__(3854);
;// CONCATENATED MODULE: ./src/report/check-annotations.ts

/**
 * The warnings of BuildKit's build checks (`buildx.build.warnings` of the metadata) as annotations on the Dockerfile,
 * if it is a file of this repository; as upstream, the first line of each. `isFetched`: the builder itself fetches the
 * context.
 */
function checkAnnotations(metadata, dockerfile, { annotateChecks, isFetched }) {
    const warnings = (0,json_path.at)(metadata, 'buildx.build.warnings');
    if (!annotateChecks || !Array.isArray(warnings))
        return [];
    return warnings.flatMap((warning) => {
        const source = (0,json_path/* textAt */.$)(warning, 'sourceInfo', 'data');
        const short = decode((0,json_path.at)(warning, 'short'));
        const details = (0,json_path.at)(warning, 'detail');
        const file = source === undefined ? undefined : pathOf(source, dockerfile, isFetched);
        if (short === '' || !Array.isArray(details) || file === undefined)
            return [];
        const url = (0,json_path/* textAt */.$)(warning, 'url');
        const message = short.replace(/\s\(line \d+\)$/, '') + (url === undefined ? '' : `\nMore info: ${url}`);
        const line = Number((0,json_path.at)((0,json_path.at)(warning, 'range'), '0', 'start', 'line'));
        return [[message, { title: details.map(decode).join(' '), file, ...(line > 0 ? { line } : {}) }]];
    });
}
/** The path of the Dockerfile in this repository, if that is the one that was checked. */
function pathOf(source, { path, text, isHere }, isFetched) {
    // A git context needs no checkout: its Dockerfile is the commit's.
    const isIt = isFetched || text === Buffer.from(source, 'base64').toString();
    return isHere && isIt ? path : undefined;
}
function decode(base64) {
    return typeof base64 === 'string' ? Buffer.from(base64, 'base64').toString() : '';
}

// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __webpack_require__(5072);
;// CONCATENATED MODULE: ./src/report/escape.ts
// The user's texts in GitHub-flavoured Markdown: names of stages, instructions, branches, errors. The runner hides
// secrets in a summary by their literal text, so each text is written literally, in a code span or a fence, where
// Markdown interprets nothing: no HTML, no mention, no link. Texts that cannot be written this way are omitted.

/** In characters: longer texts are omitted, since no mask finds a part of a secret. */
const LONGEST = 2_000;
const LEFT_OUT = '`…`';
/** A text as code; `…` if it has several lines or is too long. */
function code(text) {
    if (!isFit(text))
        return LEFT_OUT;
    const fence = '`'.repeat(unusedRun(text));
    // Markdown strips one blank at either end; a backtick there would extend the fence.
    const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
    return `${fence}${pad}${text}${pad}${fence}`;
}
/** The same in a table, whose cells end at the next `|`, even in a code span. */
function cellCode(text) {
    return text.includes('|') ? LEFT_OUT : code(text);
}
/** The action's own sentence, which may contain a name: unchanged if Markdown interprets nothing in it. */
function sentence(text) {
    return isPlain(text) ? text : code(text);
}
/** The same in a table. */
function cellSentence(text) {
    return isPlain(text) ? text : cellCode(text);
}
/** Lines in a fence, unchanged. None of them may begin with a backtick. */
function fenced(lines) {
    return ['```text', ...lines, '```'].join('\n');
}
/** An instruction unchanged, or only its first word if it has several lines or more than `most` characters. */
function instructionText(instruction, most) {
    if (isFit(instruction) && instruction.length <= most)
        return instruction;
    return `${/^(ONBUILD )?[A-Z]+(?= )/.exec(instruction)?.[0] ?? ''} …`.trimStart();
}
function isFit(text) {
    return text !== '' && text.length <= LONGEST && (0,safe_line/* isVisible */.zN)(text);
}
/** Words, numbers and punctuation; no `www.`, which GitHub turns into a link. */
function isPlain(text) {
    const rest = /^\p{L}(?:[\p{L}\p{M}\p{N} (),'’%…]|[.:;–-](?=[\p{L}\p{N} ]|$))*$/u;
    return rest.test(text) && !/www\.|:\S/i.test(text);
}
/** The smallest length of which the text has no run of backticks. */
function unusedRun(text) {
    const runs = new Set((text.match(/`+/g) ?? []).map(({ length }) => length));
    let length = 1;
    while (runs.has(length))
        length++;
    return length;
}

// EXTERNAL MODULE: ./src/lib/shared-files.ts
var shared_files = __webpack_require__(4656);
// EXTERNAL MODULE: ./src/marking/config.ts
var marking_config = __webpack_require__(9617);
// EXTERNAL MODULE: ./src/marking/mark.ts
var mark = __webpack_require__(8558);
;// CONCATENATED MODULE: ./src/marking/held.ts

/**
 * The steps of one cache that another one has too: indexes in `records` of `own`, for the records with a result whose
 * identity, all the way down, also has a result in the other. Both configs as BuildKit wrote them (mark.ts,
 * readConfig). A step that ran although another imported cache has it was lost by BuildKit between the two.
 */
function heldIn(own, other) {
    const hasResult = (record) => [record.layers, record.chains].some((it) => Array.isArray(it) && it.length > 0);
    const withResults = ({ records = [] }) => {
        const identities = (0,marking_config/* identifyRecords */.Vq)(records) ?? [];
        return records.flatMap((record, i) => (hasResult(record) ? [[i, identities[i] ?? '']] : []));
    };
    const there = new Set(withResults(other).map(([, identity]) => identity));
    return withResults(own).flatMap(([i, identity]) => (identity !== '' && there.has(identity) ? [i] : []));
}

;// CONCATENATED MODULE: ./src/report/lost-steps.ts


/**
 * The manifests whose configs can show whether BuildKit lost a step among several caches: the one this build has just
 * written, which lists the steps that ran, and those it read. A directory still has the manifests that this build
 * replaced; for a registry `overwritten` has their digest references. Undefined if no step was missed, if none can have
 * been lost, or if there is nothing to compare. `written`: the file of the manifest that was written into a directory,
 * or empty.
 */
function worthComparing({ advice, sources, exports }, { to }, { written, overwritten }) {
    const found = sources.filter(({ state }) => state === 'found');
    if (found.length < 2 || !advice.missed.some(({ loadError }) => loadError === ''))
        return undefined;
    const isWritten = ({ backend, keys }) => exports.some((it) => it.backend === backend && it.state === 'written' && it.keys.includes(keys[0] ?? ''));
    const registries = to.filter(({ backend }) => backend === 'registry');
    const refs = registries.map(({ attributes }) => attributes.ref ?? '');
    const inDirectory = to.some((it) => it.backend === 'local' && isWritten(it)) ? written : '';
    const own = inDirectory || (refs[registries.findIndex(isWritten)] ?? '');
    const others = found.flatMap((source) => {
        if (source.backend !== 'registry' && source.backend !== 'local')
            return [];
        const ref = source.backend === 'registry' && source.role === 'yours' ? source.scope : source.manifest;
        const reference = refs.includes(ref) ? overwritten.get(ref) : ref;
        return !reference || reference === own ? [] : [{ source, reference }];
    });
    return own === '' || others.length === 0 ? undefined : { own, others };
}
/**
 * The missed steps with the cache that has them. A record says when its result was created: if this build created it,
 * and another cache has an older one, the step ran although that cache has it. BuildKit stores a result right after its
 * step has ended (solver/edge.go, execOp), which identifies the step; if two ended at the same time, neither is
 * reported. Both configs as BuildKit wrote them.
 */
function withLost(missed, steps, own, others) {
    const began = Math.min(...steps.map((step) => step.began));
    const made = (0,marking_config/* resultsMade */.YX)(own);
    const lostBy = new Map();
    for (const { source, config } of others) {
        // A cache written in between did not have it yet.
        const before = { ...config, records: keepResultsBefore(config, began) };
        for (const i of heldIn(own, before)) {
            const step = endedAt(Math.min(...(made[i] ?? [])), began, steps);
            const key = step && keyOf(step);
            if (key !== undefined && !lostBy.has(key))
                lostBy.set(key, source);
        }
    }
    return missed.map((it) => {
        const source = it.loadError === '' && it.platforms.length < 2 ? lostBy.get(keyOf(it)) : undefined;
        return source ? { ...it, heldBy: source } : it;
    });
}
/**
 * In milliseconds: a result is stored at most this long after its step; two steps must end further apart to be
 * distinguished.
 */
const SOON = 500;
const APART = 2;
/** The step whose result was created at a time, if certain. */
function endedAt(time, began, steps) {
    if (!(time >= began))
        return undefined;
    const ended = steps
        .filter(({ state }) => state === 'ran')
        .map((step) => ({ step, late: time - Math.max(...step.times.map(([, end]) => end)) }))
        .filter(({ late }) => late >= -APART && late <= SOON)
        .sort((a, b) => a.late - b.late);
    const [first, second] = ended;
    return first && (!second || second.late - first.late > APART) ? first.step : undefined;
}
function keepResultsBefore(config, time) {
    const made = (0,marking_config/* resultsMade */.YX)(config);
    return (config.records ?? []).map((record, i) => {
        const { layers: _, chains: __, ...bare } = record;
        return made[i]?.some((it) => it < time) ? record : bare;
    });
}
function keyOf({ stage, instruction }) {
    return JSON.stringify([stage, instruction]);
}

;// CONCATENATED MODULE: ./src/report/find-lost.ts







/** In milliseconds, for each of the two requests for a config; configs are read concurrently. */
const PATIENCE = 5_000;
/**
 * Resolves, during the build, the tags in registries that it reads and will overwrite: afterwards a tag points only to
 * the new cache. Never throws; what is not known in time is omitted.
 */
async function findOverwritten({ from, to }, docker) {
    const refsOf = (entries) => entries.filter(({ backend }) => backend === 'registry').map(({ attributes }) => attributes.ref ?? '');
    const read = refsOf(from);
    const asked = refsOf(to)
        .filter((ref) => read.includes(ref))
        .map(async (ref) => {
        try {
            const manifest = await (0,manifests/* inspectRaw */.hD)({ ...docker, limitMs: PATIENCE }, ref);
            return [[ref, (0,manifests/* atDigest */.CU)(ref, (0,sha256/* digestOf */.o)(manifest))]];
        }
        catch {
            return [];
        }
    });
    return new Map((await Promise.all(asked)).flat());
}
/**
 * The missed steps, with the caches that have them although BuildKit lost them, as far as a registry or a directory
 * shows.
 */
async function findLost(outcome, entries, { overwritten, written }, docker) {
    const { missed } = outcome.advice;
    if (missed.length === 0)
        return [];
    const compared = worthComparing(outcome, entries, { written, overwritten: await overwritten });
    if (!compared)
        return missed;
    const read = async (reference) => {
        try {
            const text = reference.startsWith('/')
                ? configInFile(reference)
                : (await (0,manifests/* inspectConfig */.lU)({ ...docker, limitMs: PATIENCE }, reference, mark/* configOf */.W1))?.config;
            return text === undefined ? undefined : (0,mark/* readConfig */.Xg)(text)?.config;
        }
        catch {
            return undefined; // it remains unknown
        }
    };
    const [own, ...others] = await Promise.all([compared.own, ...compared.others.map(({ reference }) => reference)].map(read));
    const known = compared.others.flatMap(({ source }, i) => {
        const config = others[i];
        return config ? [{ source, config }] : [];
    });
    return own ? withLost(missed, outcome.steps, own, known) : missed;
}
/** The config of a manifest in a directory's blobs. */
function configInFile(manifest) {
    const digest = (0,mark/* configOf */.W1)((0,shared_files/* readShared */.qA)(manifest, marking_config/* MOST */._B)?.toString() ?? '');
    if (digest === undefined || (0,external_node_path_.basename)((0,external_node_path_.dirname)(manifest)) !== 'sha256')
        return undefined;
    return (0,shared_files/* readShared */.qA)((0,external_node_path_.join)((0,external_node_path_.dirname)(manifest), digest.replace('sha256:', '')), marking_config/* MOST */._B)?.toString();
}

;// CONCATENATED MODULE: ./src/report/fold.ts
/** A section that a click expands; the content is Markdown. */
function fold(title, content) {
    return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

;// CONCATENATED MODULE: ./src/report/layer-attribution.ts
/**
 * The sources whose manifests to read: only if layers were fetched and several sources could have provided them. A
 * manifest that this build overwrote is lost, except in a directory, where it is found by its digest.
 */
function worthReading({ sources, cost }, { to }) {
    const found = sources.filter(({ state }) => state === 'found');
    if (found.length < 2 || cost.layers.length === 0)
        return [];
    const written = new Set(to.flatMap(({ backend, keys }) => keys.map((key) => `${backend} ${key}`)));
    return found.filter(({ manifest, backend, scope }) => manifest !== '' && backend !== 'inline' && (backend === 'local' || !written.has(`${backend} ${scope}`)));
}
function countHeld(source, digests, brought) {
    const has = new Set(digests);
    const layers = brought.filter(({ digest }) => has.has(digest));
    return { source, layers: layers.length, bytes: layers.reduce((sum, { bytes }) => sum + bytes, 0) };
}

;// CONCATENATED MODULE: ./src/buildkit/error-messages.ts

/** In characters. */
const error_messages_LONGEST = 500;
/** In characters: how much of a text is matched, since the patterns are slow on long texts. */
const LOOKED_AT = 8_000;
// Messages of BuildKit, its clients and the stores when a cache cannot be used -> what a user needs to know. All were
// seen in runs; other messages are shown unchanged. They are matched on the text without names: a branch may be called
// `x509`.
const known = [
    [/connection refused/, 'connection refused'],
    [/no such host|server misbehaving/, 'its host name is unknown (no such host)'],
    [/context deadline exceeded|i\/o timeout|TLS handshake timeout/, 'it timed out'],
    [/context canceled/, 'it was cancelled'],
    [/no space left on device/, 'no space is left on the device'],
    [/certificate|x509/, 'its certificate is not trusted'],
    [/InvalidAccessKeyId|SignatureDoesNotMatch|AuthenticationFailed/, 'the credentials are wrong'],
    [/NoSuchBucket/, 'the bucket does not exist'],
    [/failed to refresh cached credentials|no EC2 IMDS role/, 'no credentials are configured for it'],
    [/RepositoryNotFound|[Tt]he repository with name .* does not exist/, 'the repository does not exist'],
    [error_messages_status(401, /authorization failed|insufficient_scope/), 'not logged in, or no permission (401)'],
    [error_messages_status(403, /AccessDenied|AuthorizationFailure|permission_denied|denied:/), 'access is denied'],
    [error_messages_status(429, /toomanyrequests|maximum timeout reached/), 'the store returned "too many requests" (429)'],
    [/failed to reserve cache/, 'the token cannot write (failed to reserve cache)'],
    [/cache token expired/, 'the token of the cache service has expired'],
    [/unknown cache (importer|exporter)/, 'the builder does not support this type of cache'],
    [
        /could not fetch content descriptor|content (digest |sha256:).*: not found|blob .* not found|NoSuchKey|GetObject,.* StatusCode: 404/,
        'it refers to data that no longer exists',
    ],
    [
        /unexpected commit digest|checksum did not match|failed size validation|short read: |unsupported offset|InvalidRange/,
        'its data is corrupt',
    ],
    [/no such job/, 'it did not respond before buildx gave up'],
    [/read-only file system/, 'the file system is read-only'],
    [/is too large/, 'its manifest is larger than the 1 MiB that BuildKit reads'],
    [/could not lock/, 'another build is writing to the directory'],
];
/** The messages for users, for `script/messages`. */
const shortReasons = known.map(([, words]) => words);
/** A status of HTTP, wherever a client puts it (`status code 403`, `StatusCode: 403`, `403 Forbidden`), or other words. */
function error_messages_status(code, orElse) {
    const before = '(?:[Ss]tatus|StatusCode|RESPONSE|HTTP)';
    return new RegExp(String.raw `${before}\b[^\d\n]{0,80}\b${code}\b|\b${code} [A-Z]|${orElse.source}`);
}
// GitHub's registry returns only the first if the package was created manually or by another repository.
const ON_GHCR = /permission_denied: (\w+_package|The token)|(^|\/\/|[\s"'])ghcr\.io\//;
/**
 * Why something failed: the action's own message, else the first line of BuildKit's. That line is never cut, since no
 * mask finds a part of a secret.
 */
function whyShort(error) {
    const text = withoutNames(error);
    const words = known.find(([pattern]) => pattern.test(text))?.[1];
    if (words === 'access is denied' && ON_GHCR.test(error)) {
        return `${words}: add this repository under "Manage Actions access" in the settings of the package`;
    }
    if (words !== undefined)
        return words;
    const [first = ''] = error.split('\n', 1);
    const line = first.length > LOOKED_AT ? first : (0,runner_hide/* cutCredentials */.vs)(first);
    return line.length > error_messages_LONGEST ? 'the reason is too long to show here' : line;
}
/** The beginning of a text that is too long, cut at a blank: half a name could match a pattern. */
function beginning(text) {
    if (text.length <= LOOKED_AT)
        return text;
    const end = Math.max(text.lastIndexOf(' ', LOOKED_AT), text.lastIndexOf('\n', LOOKED_AT));
    return text.slice(0, Math.max(end, 0));
}
/**
 * A message without the names that users choose: URLs, references, hosts, paths, quoted words. They contain a `/`, a
 * `.`, a `@` or a `"`, or are where GitHub's cache service puts a scope. Of a text of more than 8,000 characters only
 * its beginning.
 */
function withoutNames(error) {
    return beginning(error)
        .replace(/\b(open|mkdir|mkdirat|rename|l?stat|chmod|f?sync|write|read|remove|unlink|link) \/[^\n]*?: /g, '$1: ')
        .replace(/"[^"\s]*"|(^|[\s(])'[^'\s]*'/g, '$1')
        .replace(/[^\s,;()]+/g, (word) => {
        const [, name = '', end = ''] = /^(.*?)([.:]*)$/s.exec(word) ?? [];
        const isName = name !== 'i/o' && /[/@]|\w\.\w|^(index|buildkit-blob)-/.test(name);
        return isName ? end : word;
    });
}

// EXTERNAL MODULE: ./src/buildkit/messages.ts
var messages = __webpack_require__(466);
;// CONCATENATED MODULE: ./src/buildkit/vertex-names.ts
// How BuildKit names the vertices of a build, all in one place: frontend/dockerfile/dockerfile2llb/convert.go for the
// steps, solver/llbsolver/bridge.go for imports, cache/remotecache/*/ (Name()) for exports. A name is text by the
// Dockerfile's author: everything here is linear in its length.
/** `[linux/amd64 build 3/7] RUN …`; undefined for every other vertex. */
function parseStepName(name) {
    const end = name.indexOf('] ');
    if (!name.startsWith('[') || end < 0)
        return undefined;
    const words = name.slice(1, end).split(' ');
    const [, index, of] = /^(\d+)\/(\d+)$/.exec(words.pop() ?? '') ?? [];
    // The numbers are padded to one width with blanks.
    const [first = '', second = '', ...more] = words.filter((it) => it !== '');
    const instruction = name.slice(end + 2);
    if (index === undefined || more.length > 0 || !/^(ONBUILD )?[A-Z]+\s/.test(instruction))
        return undefined;
    const place = { index: Number(index), of: Number(of), instruction };
    if (second !== '')
        return first.includes('/') ? { platform: first, stage: second, ...place } : undefined;
    return first.includes('/')
        ? { platform: first, stage: '', ...place }
        : { platform: '', stage: first, ...place };
}
/** The keyword of an instruction, without the ONBUILD before it; the separator may be a tab. */
function keywordOf(instruction) {
    return /^(?:ONBUILD )?([A-Z]+)\s/.exec(instruction)?.[1] ?? '';
}
/** `importing cache manifest from KEY` -> KEY: a registry's reference, `s3:<hash>` …; undefined for other vertices. */
function importedKey(name) {
    return name.startsWith(IMPORTING) ? name.slice(IMPORTING.length) : undefined;
}
const IMPORTING = 'importing cache manifest from ';
// Inline is part of the image's own export.
const exportNames = {
    registry: 'exporting cache to registry',
    local: 'exporting cache to client directory',
    gha: 'exporting to GitHub Actions Cache',
    s3: 'exporting cache to Amazon S3',
    azblob: 'exporting cache to Azure Blob Storage',
    inline: 'exporting to image',
};
/** In BuildKit before 0.12; two of them share a name. */
const olderExportNames = {
    registry: 'exporting content cache',
    local: 'exporting content cache',
    s3: 'exporting cache to s3',
    azblob: 'exporting cache to azure blob store',
};
/**
 * The backends whose cache a vertex of this name writes: two before BuildKit 0.12, where exports to a registry and to a
 * directory have the same name; none if the vertex does anything else.
 */
function exportedBy(name) {
    return [exportNames, olderExportNames].flatMap((names) => Object.entries(names).flatMap(([backend, it]) => (it === name && backend !== 'inline' ? [backend] : [])));
}
/** Whether all that a vertex does is write a cache. */
function isCacheExport(name) {
    return exportedBy(name).length > 0;
}
/** The input from outside that a vertex provides; undefined if it provides none, and for steps. */
function outsideOf(name) {
    // The build context is a directory, an archive behind a URL or a git repository (frontend/dockerui).
    if (/^\[internal\] load (build context$|remote build context$|git source )/.test(name)) {
        return { kind: 'context', name: '' };
    }
    const [, named, rest = ''] = /^\[context (\S+)\] (.*)/s.exec(name) ?? [];
    if (named !== undefined) {
        return /^(load |https?:)/.test(rest) ? { kind: 'context', name: named } : { kind: 'image' };
    }
    const step = parseStepName(name);
    // The FROM of a stage is numbered; that of an image which is only copied or mounted from is not.
    const isFrom = step ? keywordOf(step.instruction) === 'FROM' : name.startsWith('FROM ');
    return isFrom ? { kind: 'image' } : undefined;
}

;// CONCATENATED MODULE: ./src/report/sources.ts






/**
 * The result of each of the action's entries, then the other imports. `imports`: the imports as BuildKit received them,
 * if known; `warnings`: buildx's warnings about directories that it skipped; `there`: the stores' answers for entries
 * that BuildKit does not report.
 */
function findSources(vertices, entries, imports, warnings, there = new Map()) {
    const rest = new Map(vertices.flatMap((vertex) => {
        const key = importedKey(vertex.name);
        return key === undefined ? [] : [[key, vertex]];
    }));
    const judgeVertex = judgeAmong([...rest.values()]);
    const named = entries.map((entry) => {
        const { type, attributes } = entry;
        const told = { type, attributes };
        const key = sources_keyOf(told, imports ?? []);
        const vertex = key === undefined ? undefined : rest.get(key);
        if (key !== undefined)
            rest.delete(key);
        const result = vertex
            ? withAnswer(judgeVertex(told.type, key ?? '', vertex), there.get((0,plan_entries/* flagOf */.iP)(entry)))
            : (skipped(told, warnings) ?? (key === undefined && !isLocal(told) ? undefined : unread));
        return { entry, told, result };
    });
    const unnamed = byBackend(named.filter(({ result }) => !result).map(({ told }) => told.type), rest, judgeVertex);
    const ours = named.flatMap(({ entry, told, result }) => {
        const same = unnamed.same.get(told.type);
        const known = result ?? (same && withAnswer(same, there.get((0,plan_entries/* flagOf */.iP)(entry))));
        return known ? [{ ...describe(entry, entries), ...known, manifest: manifestOf(told, imports) }] : [];
    });
    return [...ours, ...unnamed.sources, ...sources_usersOwn(rest, judgeVertex, imports)];
}
const unread = { state: 'unread', why: '', seconds: 0 };
/** BuildKit's key of an entry. */
function sources_keyOf(told, imports) {
    return told.type === 'registry' ? told.attributes.ref : findImport(told, imports)?.key;
}
/** The result of an entry: buildx adds attributes to the given ones, and changes none. */
function findImport(told, imports) {
    return imports.find(({ type, attributes }) => type === told.type &&
        Object.entries(told.attributes).every(([name, value]) => attributes[name] === value));
}
/** In milliseconds. */
const sources_SOON = 1000;
/**
 * What the vertex of an import shows. azblob reports how many layers it found, and nothing if it found none; but
 * BuildKit drops one of two identical messages at the same time (util/progress), so of two caches with the same number
 * of layers one may report nothing either.
 */
function judgeAmong(imports) {
    const found = imports.filter(hasLayers);
    const atOneTime = (a, b) => {
        const [from, to] = [a, b].map(({ times }) => [times[0]?.[0] ?? 0, times.at(-1)?.[1] ?? 0]);
        return !from || !to || (from[0] <= to[1] + sources_SOON && to[0] <= from[1] + sources_SOON);
    };
    return (type, key, vertex) => {
        const { error, completed, seconds } = vertex;
        if (type === 'registry' && messages/* messages */.D.registryMissing.exec(error)?.[1] === key) {
            return { state: 'missing', why: '', seconds };
        }
        if (error !== '' || !completed) {
            return { state: 'failed', why: error === '' ? 'it was interrupted' : whyShort(error), seconds };
        }
        if (type === 'registry' || type === 'local')
            return { state: 'found', why: '', seconds };
        if (type !== 'azblob')
            return { state: 'read', why: '', seconds };
        if (hasLayers(vertex))
            return { state: 'found', why: '', seconds };
        return { state: found.some((it) => atOneTime(it, vertex)) ? 'read' : 'missing', why: '', seconds };
    };
}
/** If BuildKit does not show it, the store's answer may. */
function withAnswer(result, isThere) {
    if (result.state !== 'read' || isThere === undefined)
        return result;
    return { ...result, state: isThere ? 'found' : 'missing' };
}
/** azblob's message if it found something. */
function hasLayers({ statuses }) {
    return statuses.some(({ id }) => messages/* messages */.D.layersFound.test(id));
}
/** A registry's manifest by its tag, a directory's by its digest, which remains valid when the tag moves. */
function manifestOf(told, imports) {
    if (told.type === 'registry')
        return told.attributes.ref ?? '';
    if (told.type !== 'local')
        return '';
    return fileOf(findImport(told, imports ?? []));
}
/** The file of the manifest that an import of a directory read. */
function fileOf(it) {
    const { src, digest } = it?.attributes ?? {};
    return src && digest ? (0,external_node_path_.join)(src, 'blobs', digest.replace(':', '/')) : '';
}
function isLocal({ type }) {
    return type === 'local';
}
/** buildx skips a directory that lacks the scope, with a warning (buildkit client/solve.go). */
function skipped({ type, attributes }, warnings) {
    if (type !== 'local')
        return undefined;
    const { src = '', tag = 'latest' } = attributes;
    const about = warnings.flatMap((line) => line.replace(/"$/, '').split(`local cache import at ${src} `)[1] ?? []);
    if (about.includes(`skipped: no digest found for tag ${tag}`))
        return { ...unread, state: 'missing' };
    const whole = about.find((it) => /^(skipped|not found) due to err: /.test(it));
    if (whole?.endsWith('index.json: no such file or directory'))
        return { ...unread, state: 'missing' };
    if (whole !== undefined) {
        return { ...unread, state: 'failed', why: whyShort(whole.replace(/^.*? due to err: /, '')) };
    }
    // It names a digest, not the scope, so it applies to all entries without another result.
    const digest = about.find((it) => it.startsWith('skipped: digest '));
    return digest === undefined
        ? undefined
        : { ...unread, state: 'failed', why: 'its index refers to a manifest that does not exist' };
}
/**
 * Entries whose vertices cannot be identified: if all vertices of their backend have the same result, each entry has it
 * (`same`); else there is a source without a scope for each vertex. Used vertices are removed from `rest`.
 */
function byBackend(types, rest, judgeVertex) {
    const same = new Map();
    const sources = [];
    for (const type of new Set(types)) {
        const keys = [...rest.keys()].filter((key) => key.startsWith(`${type}:`) && /^\d+$/.test(key.slice(type.length + 1)));
        const results = keys.map((key) => judgeVertex(type, key, rest.get(key)));
        for (const key of keys)
            rest.delete(key);
        const [first = unread] = results;
        const alike = results.every(({ state, why }) => state === first.state && why === first.why);
        if (alike && (results.length === 0 || results.length >= types.filter((it) => it === type).length)) {
            same.set(type, first);
        }
        else {
            sources.push(...results.map((result) => ({ ...nobody(type), ...result, manifest: '' })));
        }
    }
    return { same, sources };
}
function nobody(backend) {
    return { backend, scope: '', role: '', branch: '', isCommon: false };
}
function describe(entry, entries) {
    const [scope = ''] = entry.keys;
    const hasShards = entries.some(({ keys }) => keys.some((key) => key.includes('..')));
    return {
        backend: entry.backend,
        scope,
        role: entry.role,
        branch: (0,events_branch/* describeBranch */.A)(entry.branch),
        isCommon: hasShards && !scope.includes('..'),
    };
}
/** The result of the user's own cache-from. */
function sources_usersOwn(rest, judgeVertex, imports) {
    return [...rest].map(([key, vertex]) => {
        const [, hashed] = /^([a-z0-9]+):\d{15,20}$/.exec(key) ?? [];
        const type = hashed ?? 'registry';
        const scope = hashed === undefined ? key : '';
        const manifest = type === 'local' ? fileOf(imports?.find((it) => it.key === key)) : '';
        return { ...nobody(type), scope, role: 'yours', ...judgeVertex(type, key, vertex), manifest };
    });
}

;// CONCATENATED MODULE: ./src/report/lost-caches.ts


// A cache that the last run omitted has no vertex in its record.
/** The omitted imports, as failed sources. */
function lostSources(lost, planned) {
    return lost.flatMap(({ side, entry, why }) => side === 'import'
        ? [{ ...describe(entry, planned), state: 'failed', why: whyShort(why), seconds: 0, manifest: '' }]
        : []);
}
/** The omitted exports, as failed exports. */
function lostExports(lost) {
    return lost.flatMap(({ side, entry, why }) => side === 'export' ? [{ ...withoutVertex(entry, why), isLost: true }] : []);
}
/** An export to gha that left no index, although BuildKit reported success. */
function noIndex(entry) {
    return {
        entry,
        why: 'its index is not in the cache service, although the upload was reported as successful',
    };
}
/**
 * The same exports, with those that were not kept as failed. BuildKit's own failures are among these and keep their
 * message; exports that BuildKit was not asked for are added.
 */
function withUnkept(exports, unkept) {
    const rest = [...unkept];
    const found = new Map();
    const isFailed = ({ state }) => state === 'failed';
    for (const it of [...exports.filter(isFailed), ...exports.filter((it) => !isFailed(it))]) {
        const [one] = rest.filter(({ entry }) => entry.backend === it.backend);
        if (!one)
            continue;
        found.set(it, one);
        rest.splice(rest.indexOf(one), 1);
    }
    const told = exports.map((it) => {
        const one = found.get(it);
        if (one)
            return { ...it, keys: one.entry.keys, isCertain: true, state: 'failed', why: it.why || one.why };
        const gone = unkept.filter(({ entry }) => entry.backend === it.backend).flatMap(({ entry }) => entry.keys);
        return isFailed(it) ? it : { ...it, keys: it.keys.filter((key) => !gone.includes(key)) };
    });
    const backends = exports.map(({ backend }) => backend);
    const added = rest.filter(({ entry }) => !backends.includes(entry.backend));
    return [...told, ...added.map(({ entry, why }) => withoutVertex(entry, why))];
}
function withoutVertex({ backend, keys }, why) {
    return {
        backend,
        keys,
        isCertain: true,
        state: 'failed',
        why,
        isLost: false,
        seconds: 0,
        preparing: 0,
        tellsSending: false,
        fetched: 0,
    };
}

// EXTERNAL MODULE: ./src/buildkit/dockerfile.ts
var buildkit_dockerfile = __webpack_require__(2228);
// EXTERNAL MODULE: ./src/buildkit/dockerfile-words.ts
var dockerfile_words = __webpack_require__(784);
;// CONCATENATED MODULE: ./src/buildkit/locate-step.ts



/** An instruction that is longer is not compared; in characters. */
const locate_step_LONGEST = 65_536;
/** For all steps of a build together, in characters that are looked at. */
const MOST_WORK = 20_000_000;
/**
 * Finds steps in a Dockerfile; without one, finds none. `hasContexts`: the build has named contexts, which can replace
 * a base image.
 */
function locator(dockerfile, hasContexts = false, work = { spent: 0 }) {
    if (dockerfile === undefined)
        return () => undefined;
    const parsed = (0,buildkit_dockerfile/* parseDockerfile */.A)(dockerfile);
    const stages = Map.groupBy(parsed.instructions, ({ stage }) => stage);
    const byName = namesOf(stages);
    const counted = new Map([...stages].map(([stage, list]) => [stage, countedOf(list, parsed.escapeMark)]));
    return (step) => {
        // A trigger of the base image is in another Dockerfile.
        if (step.instruction.startsWith('ONBUILD ') || step.instruction.length > locate_step_LONGEST)
            return undefined;
        const found = (byName.get(step.stage) ?? [])
            .flatMap((stage) => atIndex(counted.get(stage) ?? [], step, hasContexts))
            .filter((it) => work.spent < MOST_WORK && isIt(it, step.instruction, parsed.escapeMark, work));
        const [only] = found;
        if (!only || found.length > 1 || work.spent >= MOST_WORK)
            return undefined;
        return { line: only.line, buildArgs: buildArgsOf(only, parsed, stages, work) };
    };
}
/**
 * BuildKit's names of the stages -> their numbers: it omits the name of a single stage, and calls unnamed ones
 * `stage-1`.
 */
function namesOf(stages) {
    const numbers = [...stages.keys()].filter((stage) => stage >= 0);
    const names = Map.groupBy(numbers, (stage) => stages.get(stage)?.[0]?.stageName || `stage-${stage}`);
    return numbers.length === 1 ? names.set('', numbers) : names;
}
const NUMBERED = /^(RUN|COPY|ADD|WORKDIR)$/;
/** BuildKit numbers four instructions; a WORKDIR that resolves to the root has no step and no number. */
function countedOf(list, escapeMark) {
    let [least, most] = [0, 0];
    const numbered = list.filter(({ keyword }) => NUMBERED.test(keyword));
    return numbered.map((instruction, at) => {
        const counted = { instruction, least, most, own: numbered.length, at };
        const isRoot = instruction.keyword === 'WORKDIR' ? leadsToRoot(instruction, escapeMark) : false;
        if (isRoot !== false)
            most++;
        if (isRoot === true)
            least++;
        return counted;
    });
}
/** Undefined where that depends on what is not known here. */
function leadsToRoot({ text }, escapeMark) {
    const argument = text.slice('WORKDIR'.length).trim();
    const pattern = (0,dockerfile_words/* processWord */.o6)(argument, { escapeMark, keepsQuotes: false });
    const [path = ''] = pattern ?? [];
    if (pattern?.length !== 1)
        return undefined;
    if (path.startsWith('/'))
        return external_node_path_.posix.join(path, '/') === '/';
    return /(^|\/)\.{0,2}(\/|$)/.test(path) ? undefined : false;
}
/** The instructions of a stage that can have a step's number: FROM and triggers of the base image come before. */
function atIndex(counted, { index, of }, hasContexts) {
    return counted.flatMap(({ instruction, least, most, own, at }) => {
        const before = of - own;
        const number = before + at + 1;
        // A named context that replaces the base image gets no number, but is counted.
        const fewer = hasContexts && before > 0 ? 1 : 0;
        return before >= 0 && index >= number - most - fewer && index <= number - least ? [instruction] : [];
    });
}
/**
 * Whether a step can come from an instruction: compares what BuildKit makes of the text or, if its lexer fails, the
 * text.
 */
function isIt(instruction, name, escapeMark, work) {
    const { text, keyword, hasHeredoc } = instruction;
    if (text.length > locate_step_LONGEST || name.slice(0, keyword.length).toUpperCase() !== keyword)
        return false;
    const processed = (0,dockerfile_words/* processWord */.o6)(text, { escapeMark, keepsQuotes: keyword === 'RUN' });
    const patterns = [...(processed ? [processed] : []), [text]];
    // BuildKit shows the first line of a heredoc: `RUN <<EOF (echo a...)`.
    const all = hasHeredoc ? patterns.flatMap((it) => [it, withSummary(it)]) : patterns;
    // It capitalizes everything before the first blank, which may be more than the keyword.
    const folds = /^[A-Z]+[^A-Z ]/.test(text);
    const fold = (it) => (folds ? it.toUpperCase() : it);
    work.spent += text.length + name.length;
    return all.some((pattern) => (0,dockerfile_words/* fits */.lA)(pattern.map(fold), fold(name), work));
}
function withSummary(pattern) {
    return [...pattern.slice(0, -1), `${pattern.at(-1) ?? ''} (`, ')'];
}
/** What BuildKit sets itself is the same in each build for a platform. */
const OF_PLATFORM = /^((TARGET|BUILD)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE)$/;
/**
 * The build arguments that can have changed a step although the step before it is unchanged: for RUN, whose environment
 * they are in, those declared since the last RUN; for others those used in its text; for the first step on a base image
 * those that select the image or the stage.
 */
function buildArgsOf(instruction, { escapeMark }, stages, work) {
    const isRun = instruction.keyword === 'RUN';
    const names = new Set();
    const used = new Set((0,dockerfile_words/* variablesIn */.DF)(instruction.text));
    let list = stages.get(instruction.stage) ?? [];
    let at = list.indexOf(instruction) - 1;
    let isFirst = true;
    let base;
    for (;;) {
        const it = list[at--];
        if (!it)
            break;
        isFirst &&= !NUMBERED.test(it.keyword);
        if (isRun && it.keyword === 'RUN')
            break;
        if (it.keyword === 'ARG' || it.keyword === 'ENV') {
            for (const word of (0,dockerfile_words/* splitWords */.yM)(it.text.slice('ARG'.length), escapeMark).reverse()) {
                const [name = ''] = word.split('=');
                const counts = isRun || used.has(name);
                if (it.keyword === 'ARG' && counts && /^[A-Za-z_]\w*$/.test(name))
                    names.add(name);
                // A variable in its default counts as used.
                if (!used.has(name))
                    continue;
                for (const variable of (0,dockerfile_words/* variablesIn */.DF)(word.includes('=') ? word : it.text))
                    used.add(variable);
            }
        }
        if (it.keyword !== 'FROM')
            continue;
        base = it;
        list = parentOf(it, stages);
        at = list.length - 1;
    }
    if (isFirst && base)
        for (const name of choosing(base, escapeMark, stages, work))
            names.add(name);
    return [...names].filter((name) => !OF_PLATFORM.test(name)).reverse();
}
/**
 * The arguments before the first stage that select the image of a FROM, or its stage, directly or through later
 * arguments; read backwards.
 */
function choosing(from, escapeMark, stages, work) {
    const selects = (text) => {
        work.spent += text.length;
        if (work.spent >= MOST_WORK)
            return false;
        const pattern = (0,dockerfile_words/* processWord */.o6)(locate_step_baseOf(text), { escapeMark, keepsQuotes: false }) ?? [];
        return pattern.length > 1 && (0,dockerfile_words/* fits */.lA)(pattern, from.stageName, work);
    };
    const others = [...stages.values()].flatMap(([first]) => first && first.stage > from.stage && from.stageName !== '' && selects(first.text) ? [first.text] : []);
    const used = new Set([from.text, ...others].flatMap((text) => (0,dockerfile_words/* variablesIn */.DF)(text.slice(0, LONGEST_FROM))));
    const words = (stages.get(-1) ?? [])
        .filter(({ keyword }) => keyword === 'ARG')
        .flatMap(({ text }) => (0,dockerfile_words/* splitWords */.yM)(text.slice('ARG'.length), escapeMark));
    return words.reverse().flatMap((word) => {
        const [name = ''] = word.split('=');
        if (!used.has(name))
            return [];
        for (const variable of (0,dockerfile_words/* variablesIn */.DF)(word))
            used.add(variable);
        return [name];
    });
}
/** In characters: no image's name is longer. */
const LONGEST_FROM = 2_000;
/** The image or the stage that a FROM names, as written. */
function locate_step_baseOf(text) {
    const words = text.slice(0, LONGEST_FROM).split(/\s+/).slice(1);
    return words.find((word) => !word.startsWith('--')) ?? '';
}
/** The instructions of the stage that another is built on; none for an image. */
function parentOf({ text, stage }, stages) {
    const base = locate_step_baseOf(text).toLowerCase();
    for (let before = stage - 1; before >= 0; before--) {
        const list = stages.get(before) ?? [];
        if (list[0]?.stageName === base && base !== '')
            return list;
    }
    return [];
}

;// CONCATENATED MODULE: ./src/buildkit/record.ts

/** The lines of `--progress=rawjson`, other lines among them -> the vertices in the order they were first seen. */
function parseRecord(text) {
    const events = new Map();
    const statuses = new Map();
    for (const line of text.split('\n')) {
        const { vertexes, statuses: reports } = readLine(line);
        for (const event of vertexes)
            group(events, event.digest).push(event);
        for (const event of reports) {
            const ofVertex = statuses.get(event.vertex) ?? new Map();
            statuses.set(event.vertex, ofVertex);
            group(ofVertex, event.id).push(event);
        }
    }
    return settle([...events].map(([digest, list]) => toVertex(list, statuses.get(digest) ?? new Map())));
}
function group(map, key) {
    const list = map.get(key) ?? [];
    if (list.length === 0)
        map.set(key, list);
    return list;
}
function readLine(line) {
    // The output of steps is most of a record, and is skipped.
    if (!line.startsWith('{') || line.startsWith('{"logs"'))
        return { vertexes: [], statuses: [] };
    try {
        const { vertexes, statuses } = JSON.parse(line);
        return { vertexes: list(vertexes).flatMap(toEvent), statuses: list(statuses).flatMap(toStatus) };
    }
    catch {
        return { vertexes: [], statuses: [] };
    }
}
function list(value) {
    return Array.isArray(value) ? value.filter((it) => typeof it === 'object' && it !== null) : [];
}
function toEvent({ digest, inputs, name, started, completed, cached, error }) {
    if (typeof digest !== 'string')
        return [];
    const before = Array.isArray(inputs) ? inputs.filter((it) => typeof it === 'string') : [];
    return [
        {
            digest,
            name: typeof name === 'string' ? name : '',
            ...timesOf(started, completed),
            ...(before.length > 0 ? { inputs: before } : {}),
            ...(cached === true ? { cached } : {}),
            ...(typeof error === 'string' ? { error } : {}),
        },
    ];
}
function toStatus({ id, vertex, current, started, completed }) {
    if (typeof id !== 'string' || typeof vertex !== 'string')
        return [];
    const bytes = typeof current === 'number' && current >= 0 ? current : 0;
    return [{ id, vertex, current: bytes, ...timesOf(started, completed) }];
}
function timesOf(started, completed) {
    const isTime = (it) => typeof it === 'string' && !Number.isNaN(Date.parse(it));
    return { ...(isTime(started) ? { started } : {}), ...(isTime(completed) ? { completed } : {}) };
}
function toVertex(events, statuses) {
    const own = events.filter((event) => !isBackfill(event));
    const last = own.findLast(({ started }) => started);
    const cachedAt = own.findLastIndex((event) => event.cached && !event.error);
    // A step whose cache was found but whose layers are gone is reported as cached with an error, and then runs.
    const lostAt = own.findLastIndex(({ cached, error }) => cached && error && !isCancellation(error));
    const ran = own.some((event) => event.completed && !event.cached && !event.error);
    const times = union(own);
    return {
        digest: events[0]?.digest ?? '',
        inputs: events.find(({ inputs }) => inputs)?.inputs ?? [],
        name: events[0]?.name ?? '',
        cached: cachedAt > lostAt,
        supposed: own.length < events.length && cachedAt < 0 && lostAt < 0 && !ran,
        loadError: lostAt > cachedAt ? (own[lostAt]?.error ?? '') : '',
        started: events.some((event) => event.started),
        began: firstStart(last ? own : events),
        completed: events.some((event) => event.completed),
        error: last?.error ?? '',
        times,
        seconds: lengthOf(times),
        statuses: [...statuses].map(([id, list]) => ({
            id,
            bytes: list.reduce((most, { current = 0 }) => Math.max(most, current), 0),
            times: union(list),
        })),
    };
}
/**
 * BuildKit reports as cached, with no duration, every unfinished input of a vertex that starts (solver/progress.go),
 * even if that input is running or is never checked.
 */
function isBackfill({ started, completed, cached, error }) {
    return cached === true && !error && started === completed;
}
/**
 * A vertex that ended with this was cancelled: by a failure elsewhere, a signal, or because it was no longer needed.
 */
function isCancellation(error) {
    return messages/* messages */.D.cancelled.test(error);
}
/**
 * A vertex that is only presumed cached was cached if a vertex made from it was cached or completed, unless it reports
 * its own cancellation (its result was then not needed). Otherwise it was cancelled if it had started, and unknown if
 * not.
 */
function settle(vertices) {
    const byDigest = new Map(vertices.map((vertex) => [vertex.digest, vertex]));
    const open = vertices.filter(({ supposed, completed, error }) => completed && !supposed && error === '');
    for (let vertex = open.pop(); vertex; vertex = open.pop()) {
        for (const input of vertex.inputs) {
            const before = byDigest.get(input);
            if (!before?.supposed)
                continue;
            Object.assign(before, { supposed: false });
            if (!isCancellation(before.error))
                Object.assign(before, { cached: true, error: '' });
            open.push(before);
        }
    }
    return vertices.map((vertex) => (vertex.error === '' ? vertex : { ...vertex, supposed: false }));
}
function firstStart(events) {
    const starts = events.flatMap(({ started }) => (started ? [Date.parse(started)] : []));
    return starts.length === 0 ? 0 : starts.reduce((first, it) => Math.min(first, it));
}
/** The intervals of the events, overlapping ones merged. */
function union(events) {
    return joinIntervals(events.flatMap(({ started, completed }) => started && completed ? [[Date.parse(started), Date.parse(completed)]] : []));
}
/** The same time as sorted, disjoint intervals. */
function joinIntervals(intervals) {
    const joined = [];
    for (const [from, to] of [...intervals].sort(([a], [b]) => a - b)) {
        const last = joined.at(-1);
        if (last && from <= last[1])
            last[1] = Math.max(last[1], to);
        else
            joined.push([from, to]);
    }
    return joined;
}
/** In seconds. */
function lengthOf(times) {
    return times.reduce((sum, [from, to]) => sum + to - from, 0) / 1000;
}

;// CONCATENATED MODULE: ./src/plan/dropped-caches.ts
/** The remaining entries. */
function dropped_caches_without({ from, to, ownKey }, lost) {
    const gone = (side) => new Set(lost.filter((it) => it.side === side).map(({ entry }) => entry));
    const [imports, exports] = [gone('import'), gone('export')];
    return {
        from: from.filter((entry) => !imports.has(entry)),
        to: to.filter((entry) => !exports.has(entry)),
        ownKey,
    };
}
/** For the log, before the next run: one line for each store and side. */
function againLines(lost, inWords) {
    const verbs = { import: 'reading', export: 'writing' };
    return once(lost.map(({ side, store, why }) => `Building again without ${verbs[side]} ${store}: ${inWords(why)}.`));
}
/** For the annotations, after the build: likewise. */
function lostSentences(lost, inWords) {
    const verbs = { import: 'read', export: 'written' };
    return once(lost.map(({ side, store, why }) => `${store.replace(/^t/, 'T')} was not ${verbs[side]}: ${inWords(why)}; the image was built without it.`));
}
function once(sentences) {
    return [...new Set(sentences)];
}

;// CONCATENATED MODULE: ./src/report/misses.ts

/** The most first steps whose chains are analyzed; of more, the most expensive are used. */
const misses_MOST = 500;
const MOST_CAUSES = 200;
/** The first step of each chain that was not cached, the most expensive first. */
function findMisses(vertices, steps) {
    const graph = graphOf(vertices, steps);
    const ran = steps.filter(({ state }) => state === 'ran' || state === 'failed');
    const causes = new Map(ran.map((step) => [step.digest, causesOf(step, graph)]));
    const caused = new Map();
    for (const step of ran) {
        for (const cause of causes.get(step.digest) ?? []) {
            const list = caused.get(cause);
            if (list)
                list.push(step);
            else
                caused.set(cause, [step]);
        }
    }
    const unmoved = sameBases(graph);
    const first = ran
        .filter(({ digest, state }) => state === 'ran' && causes.get(digest)?.length === 0)
        .sort((a, b) => b.seconds - a.seconds)
        .slice(0, misses_MOST);
    return joinPlatforms(first.map((step) => {
        const after = reach(step, caused);
        return { step, after, takes: takesOf(step, graph, unmoved), movable: movableOf(step, after, graph) };
    })).sort((a, b) => b.seconds - a.seconds);
}
function graphOf(vertices, steps) {
    return {
        vertices: new Map(vertices.map((vertex) => [vertex.digest, vertex])),
        steps: new Map(steps.map((step) => [step.digest, step])),
        memo: new Map(),
        begun: new Set(),
    };
}
/**
 * The inputs of a step's vertex: its base, which is in its key by its history, and what it copies or mounts, which
 * BuildKit also matches by content (solver/llbsolver/ops, CacheMap). The base comes first; a step that copies onto
 * nothing, such as the copy of a COPY --link, has only its sources.
 */
function inputsOf({ digest, instruction }, { vertices }) {
    const inputs = vertices.get(digest)?.inputs ?? [];
    const isCopy = /^(COPY|ADD)$/.test(keywordOf(instruction));
    return isCopy && inputs.length === 1
        ? { below: [], beside: inputs }
        : { below: inputs.slice(0, 1), beside: inputs.slice(1) };
}
/**
 * The digests of the steps that caused a step to run again: those below it that ran; and, if it has no input from
 * outside that may have changed, those that made what it copies or mounts. Steps behind a cached step do not count:
 * BuildKit found the same content.
 */
function causesOf(step, graph) {
    const { below, beside } = inputsOf(step, graph);
    const ranBelow = below.flatMap((input) => nearestRan(input, graph));
    const ranBeside = beside.flatMap((input) => nearestRan(input, graph));
    const isFirst = ranBelow.length === 0 && beside.some((input) => isOutside(input, graph));
    return isFirst ? [] : [...new Set([...ranBelow, ...ranBeside])];
}
/**
 * The nearest steps that ran at or above a vertex, skipping vertices that are not steps; incomplete if there are very
 * many.
 */
function nearestRan(digest, graph) {
    // Depth first without recursion: a stage may have thousands of COPY --link.
    const open = [digest];
    for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
        const vertex = graph.vertices.get(next);
        const inputs = graph.steps.has(next) || !vertex || vertex.cached ? [] : vertex.inputs;
        const unknown = graph.memo.has(next) ? [] : inputs.filter((input) => !graph.memo.has(input));
        // Marked as visited: a valid graph has no cycles, and an invalid record must not loop.
        if (unknown.length > 0 && !graph.begun.has(next)) {
            graph.begun.add(next);
            open.push(...unknown);
            continue;
        }
        open.pop();
        if (graph.memo.has(next))
            continue;
        const isRan = graph.steps.get(next)?.state === 'ran';
        const above = inputs.flatMap((input) => graph.memo.get(input) ?? []);
        graph.memo.set(next, isRan ? [next] : [...new Set(above)].slice(0, MOST_CAUSES));
    }
    return graph.memo.get(digest) ?? [];
}
/** The input from outside that a vertex provides; what an ADD fetches has the name of the ADD. */
function outside(digest, { vertices }) {
    const vertex = vertices.get(digest);
    if (!vertex)
        return undefined;
    const step = parseStepName(vertex.name);
    const isAdd = step !== undefined && keywordOf(step.instruction) === 'ADD';
    return isAdd && vertex.inputs.length === 0 ? { kind: 'fetched' } : outsideOf(vertex.name);
}
function isOutside(digest, graph) {
    return outside(digest, graph) !== undefined;
}
function takesOf(step, graph, unmoved) {
    const { below, beside } = inputsOf(step, graph);
    const taken = beside.map((input) => outside(input, graph));
    const stages = beside
        .flatMap((input) => nearestRan(input, graph))
        .map((digest) => graph.steps.get(digest)?.stage ?? '');
    return {
        contexts: [...new Set(taken.flatMap((it) => (it?.kind === 'context' ? [it.name] : [])))],
        isFetched: taken.some((it) => it?.kind === 'fetched'),
        stages: [...new Set(stages)],
        hasImage: taken.some((it) => it?.kind === 'image'),
        isOnBase: basesOf(below, graph).some((base) => !unmoved.has(base)),
    };
}
/**
 * Steps that only copy from cached stages, and follow an uncached COPY or ADD in the same stage. It is unknown what a
 * RUN reads, and whether files have changed.
 */
function movableOf(step, after, graph) {
    if (!/^(COPY|ADD)$/.test(keywordOf(step.instruction)))
        return [];
    return after.filter((it) => {
        const { beside } = inputsOf(it, graph);
        return (/^(COPY|ADD)$/.test(keywordOf(it.instruction)) &&
            it.stage === step.stage &&
            it.platform === step.platform &&
            beside.length > 0 &&
            beside.every((input) => graph.steps.get(input)?.cached === true));
    });
}
/** The base images directly below vertices, with no step between. */
function basesOf(digests, graph) {
    const open = [...digests];
    const seen = new Set(open);
    const bases = [];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (graph.steps.has(next))
            continue;
        if (outside(next, graph)?.kind === 'image')
            bases.push(next);
        for (const input of graph.vertices.get(next)?.inputs ?? []) {
            if (seen.has(input))
                continue;
            seen.add(input);
            open.push(input);
        }
    }
    return bases;
}
/** The base images whose first step was cached in some stage: they have not changed. */
function sameBases(graph) {
    const cached = [...graph.steps.values()].filter((step) => step.cached);
    return new Set(basesOf(cached.flatMap((step) => inputsOf(step, graph).below), graph));
}
/** All steps that ran because of a step, directly or not. */
function reach(step, caused) {
    const seen = new Set();
    const open = [step.digest];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const after of caused.get(next) ?? []) {
            if (seen.has(after))
                continue;
            seen.add(after);
            open.push(after.digest);
        }
    }
    return [...seen];
}
/** An instruction that was missed on several platforms is one line to change. */
function joinPlatforms(misses) {
    // Matched by position: the expanded text may differ between platforms.
    const groups = Map.groupBy(misses, ({ step: { stage, index, of } }) => JSON.stringify([stage, index, of]));
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        const firsts = group.map(({ step }) => step);
        const after = [...new Set(group.flatMap((miss) => miss.after))].sort((a, b) => a.began - b.began);
        const seconds = [...firsts, ...after].reduce((sum, step) => sum + step.seconds, 0);
        const platforms = firsts.map(({ platform }) => platform).filter((it) => it !== '');
        return first ? [{ ...first, platforms, after, seconds }] : [];
    });
}

;// CONCATENATED MODULE: ./src/report/advice.ts



function findMissed(vertices, steps, sources, { isAsked, locate, isPartial }) {
    const couldHit = steps.some(({ cached, loadError }) => cached || loadError !== '') ||
        sources.some(({ state }) => state === 'found');
    // If nothing could or should be cached, no line of the Dockerfile is the cause.
    if (isAsked || !couldHit)
        return [];
    const readable = sources.filter(({ state }) => state === 'found' || state === 'read');
    return findMisses(vertices, steps).map((miss) => {
        const { step, platforms, after, seconds, movable } = miss;
        const place = locate(step);
        return {
            stage: step.stage,
            instruction: step.instruction,
            platforms,
            line: place?.line,
            after: after.length,
            seconds,
            loadError: step.loadError,
            causes: advice_causesOf(miss, place?.buildArgs ?? [], { isPartial, isOneOfSeveral: readable.length > 1 }),
            movable: movable.map((it) => ({ instruction: it.instruction, line: locate(it)?.line })),
        };
    });
}
/** All causes consistent with the graph, the Dockerfile and the caches, the likeliest first. */
function advice_causesOf({ step, takes }, buildArgs, { isPartial, isOneOfSeveral }) {
    const { contexts, isFetched, stages, hasImage, isOnBase } = takes;
    const verb = keywordOf(step.instruction) === 'RUN' ? 'mounts' : 'copies';
    const named = contexts.filter((name) => name !== '');
    const causes = [
        [contexts.includes(''), `the files that it ${verb}`],
        [named.length > 0, `the files of the build context`, named],
        [isFetched, 'what it downloads'],
        [stages.length > 0, 'what it takes from the stage', stages.filter((name) => name !== '')],
        [hasImage, `the image that it ${verb} from`],
        [buildArgs.length > 0, `the build argument${buildArgs.length === 1 ? '' : 's'}`, buildArgs],
        [isOnBase, 'the base image'],
        [true, 'the Dockerfile up to this line'],
        [isPartial, 'a cache without the layers between (mode=min)'],
        [isOneOfSeveral, 'BuildKit lost it among the caches that it read'],
    ];
    return causes.flatMap(([isOpen, what, names = []]) => (isOpen ? [{ what, names }] : []));
}
/** In seconds: a shorter compression is not reported. */
const WORTH = 5;
/** The export that compressed longest, if its cache supports zstd. */
function findCompression(exports, specs) {
    const slow = exports
        .filter(({ state, backend, preparing, seconds, tellsSending }) => {
        const ofBackend = specs.filter((spec) => spec.backend.type === backend);
        const isGzip = ofBackend.every(({ given }) => ((0,backends_backend/* attribute */.lt)(given, 'compression') ?? 'gzip') === 'gzip');
        const canChoose = ofBackend.length > 0 && ofBackend.every((it) => it.backend.attributes.compression);
        return (state === 'written' &&
            tellsSending &&
            canChoose &&
            isGzip &&
            preparing >= WORTH &&
            preparing > seconds / 2);
    })
        .sort((a, b) => b.preparing - a.preparing)[0];
    return slow && { backend: slow.backend, seconds: slow.preparing, of: slow.seconds };
}

;// CONCATENATED MODULE: ./src/report/cost.ts


/** The layers fetched for the steps, without duplicates, the time for that and for reading the caches' manifests. */
function findCost(vertices, steps) {
    const digests = new Set(steps.map(({ digest }) => digest));
    const statuses = vertices.filter(({ digest }) => digests.has(digest)).flatMap((vertex) => vertex.statuses);
    const layers = new Map();
    for (const { id, bytes } of statuses) {
        if (isLayer(id))
            layers.set(id, Math.max(bytes, layers.get(id) ?? 0));
    }
    const fetches = statuses.filter(({ id }) => isLayer(id.replace(/^extracting /, '')));
    const imports = vertices.filter(({ name }) => importedKey(name) !== undefined);
    return {
        layers: [...layers].map(([digest, bytes]) => ({ digest, bytes })),
        bytes: [...layers.values()].reduce((sum, size) => sum + size, 0),
        fetching: lengthOf(joinIntervals(fetches.flatMap(({ times }) => times))),
        importing: lengthOf(joinIntervals(imports.flatMap(({ times }) => times))),
    };
}
function isLayer(id) {
    return /^sha256:[0-9a-f]{64}$/.test(id);
}

;// CONCATENATED MODULE: ./src/report/exports.ts


const PREPARING = 'preparing build cache for export';
const SENDING = 'sending cache export';
/** The exports that the build reached; `planned` includes the user's own. */
function findExports(vertices, planned) {
    return Object.entries(exportNames).flatMap(([backend, name]) => {
        const ours = planned.filter((entry) => entry.backend === backend);
        const names = ours.length > 0 ? [name, olderExportNames[backend]] : [name];
        const found = vertices.filter((vertex) => names.includes(vertex.name) && vertex.started);
        // Without an inline cache of the action, the export of an image writes no cache.
        if (backend === 'inline' && ours.length === 0)
            return [];
        const isCertain = ours.length === 1 && found.length === 1;
        return found.map((vertex) => ({
            backend,
            isLost: false,
            keys: ours.flatMap(({ keys }) => keys),
            isCertain,
            ...howItWent(vertex),
        }));
    });
}
/**
 * The exports as they are shown. Several exports to one kind of store cannot be distinguished: those with the same
 * result are merged, with all their keys and the longest time.
 */
function shownExports(exports) {
    const alike = Map.groupBy(exports, (it) => JSON.stringify([it.backend, it.keys, it.isLost, it.state, it.why]));
    return [...alike.values()].map((group) => {
        const longest = group.reduce((most, it) => (it.seconds > most.seconds ? it : most));
        const all = exports.filter(({ backend }) => backend === longest.backend);
        const isAll = all.length === group.length && group.length >= longest.keys.length;
        return { ...longest, isCertain: longest.isCertain || (group.length > 1 && isAll) };
    });
}
function howItWent({ completed, error, seconds, statuses }) {
    const why = error || (completed ? '' : 'it was interrupted');
    const timesOf = (id) => statuses.find((status) => status.id === id)?.times ?? [];
    const fetches = statuses.filter(({ id }) => id.startsWith('sha256:'));
    const fetching = lengthOf(joinIntervals(fetches.flatMap(({ times }) => times)));
    return {
        state: why === '' ? 'written' : 'failed',
        why,
        seconds,
        preparing: Math.max(0, lengthOf(timesOf(PREPARING)) - fetching),
        tellsSending: timesOf(SENDING).length > 0,
        fetched: fetches.length,
    };
}

;// CONCATENATED MODULE: ./src/report/origin.ts
/**
 * A cached step comes from the builder or from an import. It is certain that all were imported only if the builder was
 * empty before, and from which source only if there was one, since BuildKit merges all caches.
 */
function findOrigin(steps, sources, builderWasEmpty) {
    const cached = steps.filter((step) => step.cached).length;
    const could = sources.filter(({ state }) => state === 'found' || state === 'read');
    const only = cached > 0 && builderWasEmpty && could.length === 1 ? could[0] : undefined;
    // If all cached steps came from this source, it existed.
    const judged = sources.map((source) => (source === only ? { ...source, state: 'found' } : source));
    return {
        origin: {
            steps: cached,
            sources: cached === 0 ? [] : judged.filter((_, i) => could.includes(sources[i])),
            maybeBuilder: cached > 0 && !builderWasEmpty,
        },
        sources: judged,
    };
}

;// CONCATENATED MODULE: ./src/report/steps.ts


/**
 * The steps among the vertices, ordered by start. Not steps: internal vertices, imports, exports, FROM (runs nothing),
 * LINK (the second half of a COPY --link), and the fetch of an ADD.
 */
function findSteps(vertices) {
    const named = vertices.flatMap((vertex) => {
        const name = parseStepName(vertex.name);
        return name && !/^(FROM|LINK)$/.test(keywordOf(name.instruction)) ? [{ vertex, name }] : [];
    });
    const sources = named.filter(isSource);
    const sourcesOf = Map.groupBy(sources, ({ vertex }) => vertex.name);
    const steps = named.filter((it) => !isSource(it) && hasBegun(it.vertex));
    const begun = new Set(steps.map(({ vertex }) => vertex.name));
    // If the fetch fails, it is the only vertex of the ADD that the build reaches.
    const lone = sources.filter(({ vertex }) => hasBegun(vertex) && isBroken(vertex) && !begun.has(vertex.name));
    return [
        ...steps.map(({ vertex, name }) => toStep(name, vertex, sourcesOf.get(vertex.name) ?? [])),
        ...[...Map.groupBy(lone, ({ vertex }) => vertex.name).values()].flatMap(([first, ...more]) => first ? [toStep(first.name, first.vertex, more)] : []),
    ].sort((a, b) => a.began - b.began);
}
/**
 * BuildKit fetches the URL or the repository of an ADD in a vertex of its own, under the name of the ADD, and never
 * reports it as cached. It is recognized by having no inputs: a copy has at least one.
 */
function isSource({ vertex, name }) {
    return keywordOf(name.instruction) === 'ADD' && vertex.inputs.length === 0;
}
function hasBegun({ started, supposed }) {
    return started && !supposed;
}
function isBroken({ completed, error }) {
    return error !== '' || !completed;
}
/** `sources`: the vertices that fetched for it, which count as its work. */
function toStep(name, vertex, sources) {
    const { digest, cached, loadError, seconds, began, times } = vertex;
    const all = sources.map((it) => it.vertex).filter(({ started }) => started);
    const worked = all.length === 0 ? times : joinIntervals([vertex, ...all].flatMap((it) => it.times));
    return {
        ...name,
        digest,
        state: stateOf(vertex),
        cached,
        loadError,
        seconds: all.length === 0 ? seconds : lengthOf(worked),
        began: Math.min(began, ...all.map((it) => it.began)),
        times: worked.length > 0 ? worked : [[began, began]],
    };
}
/**
 * A vertex that ended with a cancellation, or did not end, was cancelled (like CANCELED versus ERROR in
 * progressui/printer.go).
 */
function stateOf(vertex) {
    if (vertex.cached)
        return 'cached';
    if (!isBroken(vertex))
        return 'ran';
    return vertex.error === '' || isCancellation(vertex.error) ? 'cancelled' : 'failed';
}
/** The figures of the outputs; the ratio is 1 if all are cached, and if there are none. */
function countSteps(steps) {
    const cached = steps.filter((step) => step.cached).length;
    return { total: steps.length, cached, ratio: steps.length === 0 ? 1 : cached / steps.length };
}
/** The position of a step, as BuildKit names it: `linux/amd64 build 3/7`. */
function placeOf({ platform, stage, index, of }) {
    return [platform, stage, `${index}/${of}`].filter((it) => it !== '').join(' ');
}

;// CONCATENATED MODULE: ./src/report/outcome.ts













const EMPTY = 'the record that the builder keeps of this build is empty';
/** The history of a build, or why there is none, and the plan -> the outcome. */
function judgeOutcome(history, about) {
    const { entries, specs, secrets, lost } = about;
    const left = dropped_caches_without(entries, lost);
    const vertices = typeof history === 'string' ? [] : parseRecords(history.records);
    // Every build has vertices, at least to load its Dockerfile.
    const isKnown = typeof history !== 'string' && vertices.length > 0;
    const hideSecrets = (0,runner_hide/* hider */.Hj)(secrets);
    const hide = (text) => (0,runner_hide/* cutCredentials */.vs)(hideSecrets(text));
    const shown = (step) => ({ ...step, instruction: hide(step.instruction) });
    const steps = findSteps(vertices);
    const read = isKnown ? findSources(vertices, left.from, history.imports, about.warnings, about.there) : [];
    const clean = (it) => ({
        ...it,
        why: hide(it.why),
    });
    const { origin, sources } = findOrigin(steps, [...read, ...lostSources(lost, entries.from)].map(clean), about.builderWasEmpty);
    const found = withUnkept(findExports(vertices, left.to), about.unkept);
    const exports = [...found, ...lostExports(lost)].map(clean);
    const missed = findMissed(vertices, steps, sources, {
        isAsked: about.withoutCache,
        locate: locator(about.dockerfile, about.hasContexts),
        isPartial: specs.some(({ backend, given }) => backend.type === 'inline' || (0,backends_backend/* attribute */.lt)(given, 'mode') === 'min'),
    });
    return {
        unknown: isKnown ? undefined : typeof history === 'string' ? history : EMPTY,
        steps: steps.map(shown),
        // A build that failed before its first step has no ratio.
        count: isKnown && !(about.failed && steps.length === 0) ? countSteps(steps) : undefined,
        sources,
        origin,
        cost: findCost(vertices, steps),
        exports,
        others: findOthers(vertices),
        lost: lost.map(clean),
        written: outcome_isWritten(exports, entries),
        advice: {
            missed: missed.map((it) => ({
                ...it,
                instruction: hide(it.instruction),
                movable: it.movable.map((step) => ({ ...step, instruction: hide(step.instruction) })),
            })),
            zstd: findCompression(exports, specs),
        },
        withoutCache: about.withoutCache,
        unreadable: about.withoutCache || !steps.some(({ state }) => state === 'ran') ? [] : (about.unreadable ?? []),
        held: [],
    };
}
/** The vertices of all nodes: work done by two nodes counts twice, although it has one digest. */
function parseRecords(records) {
    return records.flatMap((record, node) => parseRecord(record).map((vertex) => ({
        ...vertex,
        digest: `${node} ${vertex.digest}`,
        inputs: vertex.inputs.map((input) => `${node} ${input}`),
    })));
}
function outcome_isWritten(exports, { to }) {
    const types = new Set(to.map(({ backend }) => backend));
    const all = [...types].every((type) => {
        const ofType = (list) => list.filter(({ backend }) => backend === type).length;
        return ofType(exports.filter(({ state }) => state === 'written')) >= ofType(to);
    });
    return to.length > 0 && all && exports.every(({ state }) => state === 'written');
}
function findOthers(vertices) {
    const timesOf = (isOne) => joinIntervals(vertices.filter(({ name }) => isOne(name)).flatMap(({ times }) => times));
    return [
        { name: 'reading the caches', times: timesOf((name) => importedKey(name) !== undefined) },
        { name: 'writing the caches', times: timesOf(isCacheExport) },
    ].filter(({ times }) => times.length > 0);
}
/** `true`, `partial` or `false`; empty if there was no cache or nothing is known. */
function cacheHit({ count }, hasCache) {
    if (!hasCache || !count)
        return '';
    if (count.cached === count.total)
        return 'true';
    return count.cached > 0 ? 'partial' : 'false';
}

;// CONCATENATED MODULE: ./src/report/outcome-text.ts

/** Why nothing is known about a build that buildx refused: an invalid tag, no such builder. */
const NOT_BEGUN = 'the build did not start';
/** `12 of 15 steps cached`. */
function headline({ count: steps, unknown }) {
    if (steps)
        return steps.total === 0 ? 'no steps to cache' : `${steps.cached} of ${(0,format/* count */.U9)(steps.total, 'step')} cached`;
    if (unknown === NOT_BEGUN)
        return unknown;
    return unknown === undefined ? 'the build failed before its first step' : 'what was cached is not known';
}
/** The steps that were not cached, by how they ended: `█ 1 ran, 1 failed, 1 cancelled`. */
function tally({ steps }) {
    const ended = ['ran', 'failed', 'cancelled'].map((state) => {
        const number = steps.filter((step) => step.state === state).length;
        return number > 0 || state === 'ran' ? [`${number} ${state}`] : [];
    });
    return `█ ${ended.flat().join(', ')}`;
}
/** Whose cache a source is: `main (default)`. */
function nameSource({ branch, role, scope, isCommon, backend }, show) {
    if (role === 'yours')
        return scope === '' ? `your ${backend} cache` : `your ${show(scope)}`;
    if (scope === '')
        return `the ${backend} cache`;
    return `${show(branch)} (${role}${isCommon ? ', common' : ''})`;
}
/** Where the cached steps came from; empty if there are none. */
function originSentence(outcome, show) {
    const { origin, count: steps } = outcome;
    if (!steps || steps.total === 0)
        return '';
    if (origin.steps === 0)
        return noneSentence(outcome);
    const names = [...new Set(origin.sources.map((source) => nameSource(source, show)))];
    const who = steps.cached === steps.total ? 'They' : 'The cached ones';
    if (names.length === 0)
        return origin.maybeBuilder ? `${who} were in the builder itself.` : '';
    if (origin.maybeBuilder)
        return `${who} were in the builder itself or came from ${(0,format/* list */.p_)(names, 'or')}.`;
    const which = names.length > 1 ? '; BuildKit merges what it reads and does not report which' : '';
    return `${who} came from ${(0,format/* list */.p_)(names, 'or')}${which}.`;
}
/** Why no step was cached, as far as that is certain. */
function noneSentence({ sources, withoutCache, steps }) {
    if (withoutCache)
        return 'The build was asked not to use a cache.';
    if (steps.some(({ loadError }) => loadError !== '')) {
        return 'Steps were found in a cache, but their layers could not be loaded.';
    }
    if (sources.length === 0)
        return '';
    if (sources.every(({ state }) => state === 'missing'))
        return 'No cache was there yet.';
    return sources.some(({ state }) => state === 'found')
        ? 'None of the steps was found in the caches that were read.'
        : '';
}
/** Which caches have the fetched layers; empty if not looked up. */
function heldSentence({ held, cost }, show) {
    const all = cost.layers.length;
    const parts = held.map(({ source, layers, bytes }) => {
        const where = `in the cache of ${nameSource(source, show)}`;
        const many = layers === all ? 'all' : String(layers);
        return layers === 0
            ? `none of them is ${where}`
            : `${many} of them (${(0,format/* formatBytes */.z3)(bytes)}) ${layers === 1 ? 'is' : 'are'} ${where}`;
    });
    const sentence = (0,format/* list */.p_)(parts);
    return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
/** The branches whose caches could not be read, so that their steps ran again; empty for none. */
function unreadableSentence({ unreadable }, show) {
    if (unreadable.length === 0)
        return '';
    const [its, only] = unreadable.length === 1 ? ['cache', 'that cache has'] : ['caches', 'those caches have'];
    return `GitHub does not let this run read the ${its} of ${(0,format/* list */.p_)(unreadable.map(show))}: steps that only ${only} ran again.`;
}
/** The result of reading a cache. */
function describeState({ state, why }, { origin }, show) {
    const words = {
        found: 'found',
        missing: 'not there yet',
        failed: `failed: ${show(why)}`,
        read: origin.steps === 0 ? 'read, nothing taken' : 'read; BuildKit does not report whether it existed',
        unread: 'not read: the build stopped before it',
    };
    return words[state];
}
/** What was fetched; empty for nothing. */
function costSentence({ cost }) {
    if (cost.layers.length === 0)
        return '';
    return `Downloaded ${(0,format/* count */.U9)(cost.layers.length, 'layer')} (${(0,format/* formatBytes */.z3)(cost.bytes)}, base images included) in ${(0,format/* formatSeconds */.Xo)(cost.fetching)}.`;
}
/** The result of writing a cache. */
function describeExport({ state, why, seconds }, show) {
    return state === 'written' ? `written in ${(0,format/* formatSeconds */.Xo)(seconds)}` : `not written: ${show(why)}`;
}
/** What ran again because of a missed step. */
function missedSentence({ after, seconds, loadError, platforms, heldBy }, show) {
    const where = platforms.length > 1 ? ` on ${platforms.length} platforms` : '';
    const missing = heldBy
        ? `is in the cache of ${nameSource(heldBy, show)}, but BuildKit lost it among the caches that it read`
        : 'was not found in the caches';
    const it = loadError === '' ? missing : 'was in a cache, whose layers could not be loaded';
    const ran = after === 0 ? 'it ran' : `it ran, and so did the ${(0,format/* count */.U9)(after, 'step')} made from it`;
    return `${it}${where}: ${ran}, ${(0,format/* formatSeconds */.Xo)(seconds)}`;
}
/** Everything that may have changed; empty if the cause is reported already. */
function causeSentence({ causes, loadError, heldBy }, show) {
    if (heldBy)
        return 'BuildKit loses no step among caches that this action marked (docs/buildkit-two-caches.md)';
    if (loadError !== '' || causes.length === 0)
        return '';
    const all = causes.map(({ what, names }) => {
        const few = names.slice(0, MOST_NAMES).map(show);
        const more = names.length - few.length;
        const listed = more > 0 ? `${few.join(', ')} and ${more} more` : (0,format/* list */.p_)(few, 'or');
        return listed === '' ? what : `${what} ${listed}`;
    });
    return `Possible causes: ${(0,format/* list */.p_)(all, 'or')}`;
}
const MOST_NAMES = 5;
/** The first step that ran only because of its position, according to the graph; empty if there is none. */
function orderHint(missed, show) {
    const first = missed.find(({ movable, loadError }) => movable.length > 0 && loadError === '');
    const [step] = first?.movable ?? [];
    if (!first || !step)
        return '';
    const name = (it) => `${show(it.instruction)}${it.line === undefined ? '' : ` (line ${it.line})`}`;
    return `${name(step)} does not depend on ${name(first)}: placed before it, it would have stayed cached.`;
}
/** What zstd would gain, and what it costs, as measured by script/compression; empty if it would not help. */
function zstdSentence({ advice: { zstd } }) {
    if (!zstd)
        return '';
    return (`The export to ${zstd.backend} spent ${(0,format/* formatSeconds */.Xo)(zstd.seconds)} of its ${(0,format/* formatSeconds */.Xo)(zstd.of)} preparing layers, ` +
        'mostly compressing them with gzip. `compression=zstd` in the cache spec takes about half of the CPU time; the ' +
        'builder needs about 10 MB more memory per layer, and an image that is built from such a cache later is pushed with ' +
        'these layers in zstd (docs/compression.md).');
}

;// CONCATENATED MODULE: ./src/report/outcome-lines.ts






const outcome_lines_plain = (text) => text;
const MISSES = 3;
/** In characters: of a longer instruction only its first word is shown. */
const outcome_lines_MOST = 240;
const shown = (instruction) => instructionText(instruction, outcome_lines_MOST);
/** What the cache did, for the log: a title with the main result, and about ten lines. */
function outcomeLines(outcome, notWritten, dockerfile) {
    const { unknown, sources, exports, advice } = outcome;
    const missed = advice.missed.slice(0, MISSES).map((it) => {
        const place = it.line === undefined ? '' : `${dockerfile}:${it.line} `;
        const causes = causeSentence(it, outcome_lines_plain);
        return outcome_lines_line('not cached', `${place}${shown(it.instruction)}: it ${missedSentence(it, outcome_lines_plain)}${causes === '' ? '' : `. ${causes}`}`);
    });
    const more = advice.missed.length - missed.length;
    const hints = [orderHint(advice.missed, shown), zstdSentence(outcome)].filter((it) => it !== '');
    return {
        title: `Cache: ${headline(outcome)}`,
        lines: [
            ...(unknown === undefined || unknown === NOT_BEGUN ? [] : [outcome_lines_line('note', unknown)]),
            ...[
                originSentence(outcome, outcome_lines_plain),
                costSentence(outcome),
                heldSentence(outcome, outcome_lines_plain),
                unreadableSentence(outcome, outcome_lines_plain),
            ]
                .filter((it) => it !== '')
                .map((it) => outcome_lines_line('steps', it)),
            ...sources.map((it) => outcome_lines_line('read', `${scopeOf(it)}: ${describeState(it, outcome, outcome_lines_plain)}`)),
            ...shownExports(exports).map((it) => outcome_lines_line('write', `${it.backend} ${it.keys.join(it.isCertain || it.isLost ? ' and ' : ' or ')}: ${describeExport(it, whyShort)}`)),
            ...notWritten.map((why) => outcome_lines_line('write', why)),
            ...missed,
            ...(more > 0 ? [outcome_lines_line('not cached', `${more} more, in the summary`)] : []),
            ...hints.map((it) => outcome_lines_line('advice', it)),
        ],
    };
}
/** As in the plan: `registry main (default)`. */
function scopeOf({ backend, scope, role, branch, isCommon }) {
    const whose = [role, isCommon ? 'common' : ''].filter((it) => it !== '').join(', ');
    const name = branch === '' || branch === scope ? whose : `${whose}: ${branch}`;
    return [backend, scope, name === '' ? '' : `(${name})`].filter((it) => it !== '').join(' ');
}
function outcome_lines_line(title, text) {
    return `${title.padEnd(11)} ${text}`;
}
/** What went wrong with the caches, a sentence each. */
function outcomeWarnings({ sources, exports, lost }) {
    // A cancelled export only shows that the build failed or was stopped, which is reported already.
    const failed = exports.filter(({ state, isLost, why }) => state === 'failed' && !isLost && !isCancellation(why));
    // If the cache was not written either, or was skipped, that line says it.
    const told = [...failed.map(({ backend }) => backend), ...lost.map(({ entry }) => entry.backend)];
    const unread = sources.filter(({ state, role, backend, why }) => state === 'failed' && role !== 'yours' && !told.includes(backend) && !isCancellation(why));
    return [
        ...lostSentences(lost, whyShort),
        ...new Set(failed.map(({ backend, why }) => `The ${backend} cache was not written: ${why}`)),
        ...new Set(unread.map(({ backend, why }) => `The ${backend} cache was not read: ${whyShort(why)}`)),
    ];
}

;// CONCATENATED MODULE: ./src/plan/command-order.ts

/** The roles of scopes in the order of --cache-from; a missing one is placed with `head`. */
const ROLES = ['default', 'base', 'fallback', 'own', 'head', 'queue', 'merged'];
/**
 * The scopes read in the plan's order (own first) -> the order of --cache-from. If two caches have the same key,
 * BuildKit mostly continues with the one listed last, so the one with most of this build comes last: role by role, of
 * several branches in one role the one that the plan prefers last (the user's first, the newest merge), a job's shard
 * after the common scope, the specs of one scope as written.
 */
function commandOrder(from) {
    const branches = Map.groupBy(from, ({ branch, role }) => `${role} ${branch.kind} ${(0,events_branch/* describeBranch */.A)(branch)}`);
    return [...branches.values()]
        .toReversed()
        .sort(([a], [b]) => rank(a) - rank(b))
        .flatMap((entries) => [
        ...entries.filter(({ isShard }) => !isShard),
        ...entries.filter(({ isShard }) => isShard),
    ]);
}
function rank(entry) {
    const at = ROLES.indexOf(entry?.role ?? '');
    return at < 0 ? ROLES.indexOf('head') : at;
}

;// CONCATENATED MODULE: ./src/report/outputs.ts



/** What is known before the build. */
function planOutputs(entries) {
    return [
        ['cache-from', commandOrder(entries.from).map(plan_entries/* shownFlag */.Y5).join('\n')],
        ['cache-to', entries.to.map(plan_entries/* shownFlag */.Y5).join('\n')],
        ['cache-scope', entries.ownKey],
        ['cache-written', 'false'],
    ];
}
/** The results of the build itself, as upstream; unknown ones are omitted. */
function resultOutputs({ imageId, digest, metadata }) {
    return outputs_known([
        ['imageid', imageId],
        ['digest', digest],
        ['metadata', metadata ? JSON.stringify(metadata, null, 2) : ''],
    ]);
}
/** The results of the cache; unknown ones are omitted. */
function cacheOutputs(outcome, hasCache) {
    const { count } = outcome;
    return outputs_known([
        ['steps-total', count ? String(count.total) : ''],
        ['steps-cached', count ? String(count.cached) : ''],
        ['cache-hit-ratio', count ? ratioText(count.ratio) : ''],
        ['cache-hit', cacheHit(outcome, hasCache)],
        ['cache-sources', hasCache && count ? sourcesOutput(outcome) : ''],
        ['cache-written', String(outcome.written)],
    ]);
}
function outputs_known(outputs) {
    return outputs.filter(([, value]) => value !== '');
}
/** Two decimals; 1.00 only for exactly 1, 0.00 only for exactly 0. */
function ratioText(ratio) {
    const between = Math.min(0.99, Math.max(0.01, ratio));
    return (ratio <= 0 || ratio >= 1 ? ratio : between).toFixed(2);
}
/** One object per source; texts are empty if unknown, `why` if nothing failed (docs/report.md). */
function sourcesOutput({ sources }) {
    return JSON.stringify(sources.map(({ backend, scope, role, branch, isCommon, state, why }) => ({
        backend,
        scope,
        role,
        branch,
        common: isCommon,
        state,
        why,
    })));
}

;// CONCATENATED MODULE: ./src/report/intervals.ts
// Distinguished by brightness, not by color, so that they work on a light page and on a dark one.
const CACHED = '░';
const RAN = '█';
const FAILED = '▚';
const OTHER = '▒';
/** A blank of the same width that HTML neither collapses nor breaks. */
const BLANK = '\u00a0';
/** A bar of a ratio: `█` ran, `░` cached; neither disappears unless it is 0. */
function ratioBar(ratio, width) {
    const least = ratio > 0 ? 1 : 0;
    const most = ratio < 1 ? width - 1 : width;
    const cached = Math.min(most, Math.max(least, Math.round(ratio * width)));
    return CACHED.repeat(cached) + RAN.repeat(width - cached);
}
/** The intervals on the time line of `all`, in `width` cells. */
function timeBar(times, all, width, mark) {
    const [begin, end] = all;
    const cell = Math.max(1, end - begin) / width;
    const cells = Array.from({ length: width }, () => BLANK);
    for (const [from, to] of times) {
        const first = Math.min(width - 1, Math.max(0, Math.floor((from - begin) / cell)));
        const last = Math.min(width - 1, Math.max(first, Math.ceil((to - begin) / cell) - 1));
        cells.fill(mark, first, last + 1);
    }
    return cells.join('');
}

;// CONCATENATED MODULE: ./src/report/summary-caches.ts




const summary_caches_MOST = 60;
/** What was read and written, a row each. */
function cacheTable(outcome, notWritten) {
    const { sources, exports, origin } = outcome;
    const more = sources.length - summary_caches_MOST;
    const rows = [
        ...sources.slice(0, summary_caches_MOST).map((it) => readRow(it, origin.steps === 0)),
        ...(more > 0 ? [row('', `and ${more} more that were read`, [])] : []),
        ...shownExports(exports).slice(0, summary_caches_MOST).map(writeRow),
        ...notWritten.map((why) => row('– not written', cellSentence(why), [])),
    ];
    return rows.length === 0 ? [] : [`| Result | Cache |\n| --- | --- |\n${rows.join('\n')}`];
}
const results = {
    found: '✓ read',
    missing: '– not there yet',
    failed: '✗ not read',
    read: '? read',
    unread: '– not reached',
};
function readRow(source, nothingTaken) {
    const { backend, scope, role, branch, isCommon, state, why, seconds } = source;
    const whose = [role, isCommon ? 'common' : ''].filter((it) => it !== '').join(', ');
    const name = [branch === '' ? '' : cellCode(branch), whose === '' ? '' : `(${whose})`].join(' ').trim();
    const time = seconds >= 0.1 ? `, ${(0,format/* formatSeconds */.Xo)(seconds)}` : '';
    const told = state !== 'read' ? '' : nothingTaken ? 'nothing taken' : 'BuildKit does not report whether it existed';
    const key = scope === '' ? backend : `${backend} ${cellCode(shownKey(scope))}`;
    return row(`${results[state]}${time}`, name || 'one of several', [
        key,
        why === '' ? '' : cellSentence(why),
        told,
    ]);
}
function writeRow({ backend, keys, isCertain, state, why, seconds }) {
    const result = state === 'written' ? `✓ written, ${(0,format/* formatSeconds */.Xo)(seconds)}` : '✗ not written';
    const names = keys.map((key) => cellCode(shownKey(key))).join(isCertain ? ' and ' : ' or ');
    return row(result, `${backend} ${names === '' ? '(yours)' : names}`, [
        why === '' ? '' : cellSentence(whyShort(why)),
    ]);
}
function row(result, name, about) {
    return `| ${result} | ${[name, ...about.filter((it) => it !== '')].join('<br>')} |`;
}
/**
 * A key without the words of the name, which is shown next to it: they could come from a secret that no mask would find
 * in this form. The hash remains, and the log has the whole key.
 */
function shownKey(key) {
    return key.replace(/(^|__|\.\.)(queue-)?[a-z0-9._-]*?-([0-9a-f]{16})(?=$|__|\.\.)/g, '$1$2…$3');
}

;// CONCATENATED MODULE: ./src/report/summary-steps.ts







const WIDTH = 14;
const ROWS = 120;
/** In characters: a longer position of a step shifts the columns after it. */
const WIDEST = 24;
/** In characters: of a longer instruction only its first word is shown. */
const summary_steps_MOST = 2_000;
/** The steps as a time line, folded. */
function timeline({ steps, others }) {
    if (steps.length === 0)
        return [];
    const shown = longest(steps, ROWS);
    const all = span([...steps.flatMap(({ times }) => times), ...others.flatMap(({ times }) => times)]);
    const rows = [
        ...shown.map((step) => stepRow(step, all)),
        ...others.map(({ name, times }) => ({
            began: times[0]?.[0] ?? 0,
            bar: timeBar(times, all, WIDTH, OTHER),
            result: (0,format/* formatSeconds */.Xo)(lengthOf(times)),
            place: '',
            what: name,
        })),
    ].sort((a, b) => a.began - b.began);
    const widthOf = (texts) => Math.max(...texts.map(({ length }) => length));
    const results = widthOf(rows.map(({ result }) => result));
    const places = Math.min(WIDEST, widthOf(rows.map(({ place }) => place)));
    const lines = rows.map(({ bar, result, place, what }) => [bar, result.padEnd(results), place.padEnd(places), what].join('  '));
    const total = (0,format/* formatSeconds */.Xo)((all[1] - all[0]) / 1000);
    return [
        fold(`${(0,format/* count */.U9)(steps.length, 'step')} in the order of their start, in ${total}: ${CACHED} cached, ${RAN} ran${steps.some(summary_steps_isBroken) ? `, ${FAILED} failed or cancelled` : ''}`, [fenced(lines), ...leftOut(steps, shown)].join('\n\n')),
    ];
}
function summary_steps_isBroken({ state }) {
    return state === 'failed' || state === 'cancelled';
}
function stepRow(step, all) {
    const mark = { cached: CACHED, ran: RAN, failed: FAILED, cancelled: FAILED }[step.state];
    const time = step.cached && step.seconds < 0.05 ? '' : ` ${(0,format/* formatSeconds */.Xo)(step.seconds)}`;
    const place = placeOf(step);
    return {
        began: step.began,
        bar: timeBar(step.times, all, WIDTH, mark),
        result: `${step.state}${time}`,
        place: (0,safe_line/* isVisible */.zN)(place) ? place : '…',
        what: instructionText(step.instruction, summary_steps_MOST),
    };
}
/** The slowest steps, in their original order. */
function longest(steps, most) {
    if (steps.length <= most)
        return [...steps];
    const kept = new Set([...steps].sort((a, b) => b.seconds - a.seconds).slice(0, most));
    return steps.filter((step) => kept.has(step));
}
function leftOut(steps, shown) {
    const rest = steps.filter((step) => !shown.includes(step));
    if (rest.length === 0)
        return [];
    const most = Math.max(...rest.map(({ seconds }) => seconds));
    const cached = rest.filter((step) => step.cached).length;
    return [
        `${(0,format/* count */.U9)(rest.length, 'more step')} ${rest.length === 1 ? 'is' : 'are'} omitted, ${cached} of them cached; none took longer than ${(0,format/* formatSeconds */.Xo)(most)}.`,
    ];
}
function span(intervals) {
    const begins = intervals.map(([begin]) => begin);
    return [Math.min(...begins), Math.max(...intervals.map(([, end]) => end))];
}

;// CONCATENATED MODULE: ./src/report/summary.ts







/** GitHub drops a summary of more than 1 MiB. */
const summary_LIMIT = 1_000_000;
/** In characters: of a longer instruction only the first word is shown here; the list of steps has all of it. */
const summary_SHORT = 240;
const summary_FEW = 3;
/** The job summary, in GitHub's Markdown: the main results in a few lines, the rest folded. */
function summary(outcome, title, notWritten) {
    const parts = [
        ...head(outcome, title),
        ...advice(outcome, title),
        ...cacheTable(outcome, notWritten),
        ...timeline(outcome),
    ];
    const text = `${parts.join('\n\n')}\n`;
    if (Buffer.byteLength(text) <= summary_LIMIT)
        return text;
    return `${[...head(outcome, title), 'The details are too long for a summary.'].join('\n\n')}\n`;
}
function head(outcome, { image, branch, shard }) {
    const { count } = outcome;
    const names = [branch, image, shard].filter((it) => it !== '').map((it) => code(it));
    const of = names.length === 0 ? 'Cache' : `Cache of ${names.join(' · ')}`;
    const sentences = [
        originSentence(outcome, code),
        costSentence(outcome),
        heldSentence(outcome, code),
        unreadableSentence(outcome, code),
    ].filter((it) => it !== '');
    return [
        `### ${of}: ${headline(outcome)}`,
        ...(count && count.total > 0
            ? [
                `\`${ratioBar(count.ratio, 30)}\` ░ ${count.cached} cached (${(0,format/* percent */.KN)(count.ratio)}&nbsp;%) · ${tally(outcome)}`,
            ]
            : []),
        ...(outcome.unknown === undefined || outcome.unknown === NOT_BEGUN
            ? []
            : [sentence(`${capital(outcome.unknown)}.`)]),
        ...(sentences.length > 0 ? [sentences.join(' ')] : []),
    ];
}
function advice(outcome, { dockerfile }) {
    const items = outcome.advice.missed.map((missed) => {
        const file = missed.line === undefined ? '' : `${code(`${dockerfile}:${missed.line}`)} `;
        const causes = causeSentence(missed, code);
        const stage = missed.stage === '' ? '' : ` (stage ${code(missed.stage)})`;
        return `- ${file}${code(instructionText(missed.instruction, summary_SHORT))}${stage} ${missedSentence(missed, code)}.${causes === '' ? '' : ` ${causes}.`}`;
    });
    const hints = [
        orderHint(outcome.advice.missed, (it) => code(instructionText(it, summary_SHORT))),
        zstdSentence(outcome),
    ].filter((it) => it !== '');
    const open = [...items.slice(0, summary_FEW), ...hints.map((it) => `- ${it}`)];
    const more = items.slice(summary_FEW, summary_FEW + 50);
    const left = items.length - summary_FEW - more.length;
    return [
        ...(open.length > 0 ? [`**What to look at**\n\n${open.join('\n')}`] : []),
        ...(more.length > 0
            ? [
                fold(`${items.length - summary_FEW} more that were not in the caches`, [...more, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n')),
            ]
            : []),
    ];
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./src/report/title.ts


function titleOf({ plan, environment }, { cacheName, plan: { shard } }, dockerfile) {
    return {
        branch: plan.own ? (0,events_branch/* describeBranch */.A)(plan.own) : environment.ref.replace(/^refs\/(heads|tags)\//, ''),
        // A name may be made from a URL that contains a user.
        image: (0,runner_hide/* cutCredentials */.vs)(readName(cacheName)),
        // The hash distinguishes shards; the words are for people.
        shard: shard.part.replace(/-[0-9a-f]{16}$/, ''),
        dockerfile,
    };
}
/** A name that was made of context, file and target is JSON. */
function readName(cacheName) {
    if (!cacheName.startsWith('['))
        return cacheName;
    try {
        return JSON.parse(cacheName).filter((it) => it !== '').join(' ');
    }
    catch {
        return cacheName;
    }
}

;// CONCATENATED MODULE: ./src/report/trouble.ts



/**
 * What was wrong with the caches, for the user. A scope that does not exist yet, or that the plan does not write, is
 * not trouble.
 */
function troublesOf({ sources, exports, unknown }, planned) {
    const { entries, service } = planned;
    const denied = whatIsDenied(planned);
    const hasCache = entries.from.length + entries.to.length > 0;
    const nameOf = (backend, scopes) => ['the', backend, 'cache', scopes.join(' and ')].filter((it) => it !== '').join(' ');
    return [
        ...(denied === undefined ? [] : [`GitHub's cache was not ${denied}: ${service.why}`]),
        ...(hasCache && unknown !== undefined ? [`what the caches did is not known: ${unknown}`] : []),
        ...sources
            .filter(({ state }) => state === 'failed')
            .map(({ backend, scope, why }) => `${nameOf(backend, [scope])} was not read: ${why}`),
        ...exports
            .filter(({ state }) => state === 'failed')
            .map(({ backend, keys, why }) => `${nameOf(backend, keys)} was not written: ${whyShort(why)}`),
    ];
}
/** The error with which `cache-strict` fails the step; empty if nothing was wrong. */
function strictSentence(troubles) {
    if (troubles.length === 0)
        return '';
    return `cache-strict: ${(0,format/* list */.p_)([...new Set(troubles)].map((it) => it.replace(/\.$/, '')))}.`;
}

;// CONCATENATED MODULE: ./src/publish-report.ts





















/** Reports what the caches did in a build: in outputs, log, annotations and job summary. */
async function publishReport(ended) {
    const { result, planned, inputs } = ended;
    const { environment, entries, specs, plan } = planned;
    const hasCache = entries.from.length + entries.to.length > 0;
    const dockerfile = (0,dockerfile_text/* readDockerfile */.n)(inputs.build, environment);
    const { restored } = ended.directory;
    const judged = await judgeBuild(ended, dockerfile);
    const areMarked = markScopes(planned, judged, inputs, ended);
    const outcome = await lookCloser(judged, ended);
    const notWritten = unwritten(plan, specs);
    (0,commands/* setOutputs */.n0)(cacheOutputs(outcome, hasCache));
    const annotations = checkAnnotations(result.results.metadata, dockerfile, {
        annotateChecks: environment.switches.annotateChecks,
        isFetched: (0,git_context/* isGitContext */.A6)(inputs.build.context),
    });
    for (const [message, place] of annotations)
        (0,commands/* warning */.$e)(message, place);
    const { title, lines } = outcomeLines(outcome, notWritten, dockerfile.path);
    const builds = isBuild(inputs.build);
    if (builds && (hasCache || outcome.steps.length > 0))
        (0,commands/* group */.Os)(title, lines);
    const troubles = result.troubles.filter((it) => it !== result.failure);
    for (const message of [...troubles, ...outcomeWarnings(outcome)])
        (0,commands/* warning */.$e)(message);
    const said = [...ended.troubles, ...(restored?.isTrouble ? [restored.said] : [])];
    const trouble = strictSentence([...said, ...troublesOf(outcome, planned), ...troubles]);
    if (inputs.strict && !result.failure && trouble !== '')
        (0,commands/* fail */.fJ)(trouble);
    if (environment.switches.summary && builds) {
        const more = [planned.whyNone ?? '', restored?.said ?? ''];
        const mounts = ended.mounts.length > 0 ? [fold('Cache mounts', fenced(ended.mounts))] : [];
        const text = summary(outcome, titleOf(planned, inputs, dockerfile.path), notWritten);
        (0,commands/* addSummary */.S0)(environment.summaryFile, [text, ...more.filter((it) => it !== '').map((it) => `${sentence(it)}\n`), ...mounts].join('\n'));
    }
    await areMarked();
}
/** The outcome of a build, from its record. */
async function judgeBuild(ended, dockerfile) {
    const { result, planned, inputs, buildx, builderWasEmpty, directory } = ended;
    const { entries, specs, plan } = planned;
    const { build, env } = inputs;
    const secrets = [...inputs.secrets, ...inputs.known];
    const [history, unindexed, there] = await Promise.all([
        result.hasBegun ? readHistory(buildx, result.wanted, env, ended.builder.buildx) : NOT_BEGUN,
        result.unindexed(),
        result.there(),
    ]);
    return judgeOutcome(history, {
        entries,
        specs,
        builderWasEmpty,
        secrets,
        warnings: result.warnings,
        dockerfile: dockerfile.text,
        lost: result.lost,
        unkept: [...unindexed.map(noIndex), ...directory.unkept],
        failed: result.failure !== undefined,
        hasContexts: build['build-contexts'].length > 0,
        there,
        unreadable: unreadable({ plan, specs, entries }),
        withoutCache: build['no-cache'] || build['no-cache-filters'].length > 0,
    });
}
/** The same, completed from manifests and configs: which caches have the fetched layers, and which steps were lost. */
async function lookCloser(outcome, ended) {
    const { buildx, planned, inputs } = ended;
    const { entries } = planned;
    const { env } = inputs;
    const { builder } = inputs.build;
    const layers = worthReading(outcome, entries).map(async (source) => {
        const digests = await (0,manifests/* readLayers */.n4)(buildx, builder, source.manifest, env);
        return digests ? [countHeld(source, digests, outcome.cost.layers)] : [];
    });
    const lost = findLost(outcome, entries, ended.before, { buildx, builder, env });
    const [missed, ...held] = await Promise.all([lost, ...layers]);
    return { ...outcome, held: held.flat(), advice: { ...outcome.advice, missed } };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/buildx/version-gates.ts



// The first buildx that supports each flag, as upstream checks it.
const gates = {
    annotations: '0.12.0',
    attests: '0.10.0',
    'build-contexts': '0.8.0',
    call: '0.15.0',
    'image-id': '0.4.2',
    metadata: '0.6.0',
    'git-query': '0.29.0',
};
/** The first BuildKit that supports `src` of an output (its exporter/local/fs.go); an older one exports everything. */
const OUTPUT_SRC = '0.34';
/** Which flags a version of buildx supports. */
function versionGates(version) {
    return (gate) => (0,buildx_builder/* isAtLeast */.du)(version, gates[gate]);
}
/**
 * A sentence for each input that this buildx or the nodes' BuildKit does not support; throws InputError where upstream
 * fails.
 */
function gateWarnings(inputs, version, buildkits = []) {
    const knows = versionGates(version);
    const needs = (gate) => `needs buildx ${gates[gate]} or newer, but this is ${version}`;
    if (inputs.call !== '' && !knows('call'))
        throw new input_error/* InputError */.d('call', `it ${needs('call')}.`);
    const leftOut = (names, gate) => knows(gate)
        ? []
        : names
            .filter((name) => inputs[name].toString() !== '')
            .map((name) => `${name} ${needs(gate)}; it is ignored.`);
    const old = buildkits.find((it) => !(0,buildx_builder/* isAtLeast */.du)(it, OUTPUT_SRC));
    return [
        ...leftOut(['annotations'], 'annotations'),
        ...leftOut(['build-contexts'], 'build-contexts'),
        ...leftOut(['attests', 'provenance', 'sbom'], 'attests'),
        ...(old !== undefined && exportsPart(inputs.outputs)
            ? [
                `outputs: src needs BuildKit ${OUTPUT_SRC} or newer, but the builder has ${old}, which exports everything.`,
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./src/buildx/argv.ts


/**
 * The arguments of `buildx`, in the order of docker/build-push-action, the action's cache entries before the user's.
 * Flags that this version of buildx does not support are omitted.
 */
function makeArgv(inputs, prepared, buildxVersion) {
    const knows = versionGates(buildxVersion);
    const gated = (gate, args) => (knows(gate) ? args : []);
    const hasFiles = hasExporter('local', inputs.outputs) || hasExporter('tar', inputs.outputs);
    return [
        'build',
        ...each('--add-host', inputs['add-hosts']),
        ...each('--allow', inputs.allow),
        ...gated('annotations', each('--annotation', inputs.annotations)),
        ...each('--build-arg', inputs['build-args']),
        ...gated('build-contexts', each('--build-context', prepared.buildContexts)),
        ...each('--cache-from', [...prepared.cacheFrom, ...inputs['cache-from']]),
        ...each('--cache-to', [...prepared.cacheTo, ...inputs['cache-to']]),
        ...argv_text('--call', inputs.call),
        ...argv_text('--cgroup-parent', inputs['cgroup-parent']),
        ...each('--secret', prepared.secretVariables),
        ...argv_text('--file', inputs.file),
        ...(hasFiles || (inputs.platforms.length > 0 && !knows('image-id'))
            ? []
            : ['--iidfile', prepared.imageIdFile]),
        ...each('--label', inputs.labels),
        ...each('--no-cache-filter', inputs['no-cache-filters']),
        ...each('--output', inputs.outputs),
        ...argv_text('--platform', inputs.platforms.join(',')),
        ...gated('attests', [...prepared.attests]),
        ...each('--secret', prepared.secrets),
        ...argv_text('--shm-size', inputs['shm-size']),
        ...each('--ssh', inputs.ssh),
        ...each('--tag', inputs.tags),
        ...argv_text('--target', inputs.target),
        ...each('--ulimit', inputs.ulimit),
        ...argv_text('--builder', inputs.builder),
        ...on('--load', inputs.load),
        ...gated('metadata', ['--metadata-file', prepared.metadataFile]),
        ...argv_text('--network', inputs.network),
        ...on('--no-cache', inputs['no-cache']),
        ...on('--pull', inputs.pull),
        ...on('--push', inputs.push),
        prepared.context,
    ];
}
const each = (flag, values) => values.flatMap((value) => [flag, value]);
const argv_text = (flag, value) => (value === '' ? [] : [flag, value]);
const on = (flag, value) => (value ? [flag] : []);

// EXTERNAL MODULE: ./src/buildx/build.ts + 2 modules
var buildx_build = __webpack_require__(6538);
;// CONCATENATED MODULE: ./src/buildx/nodes.ts
/**
 * A warning for a build that several nodes may share: each exports its caches to the same place, and the last
 * overwrites the others (docker/buildx#1044). `exports`: whether there are any, other than inline ones.
 */
function nodeWarnings({ buildkits }, platforms, exports) {
    const several = new Set(platforms).size;
    if (!exports || buildkits.length < 2 || several < 2)
        return [];
    return [
        `The builder has ${buildkits.length} nodes and the build ${several} platforms: each node writes its cache to the ` +
            'same place, and the last one overwrites the others (docker/buildx#1044). Build each platform in its own job: ' +
            'docs/matrix.md, "Several platforms on several runners".',
    ];
}

;// CONCATENATED MODULE: ./src/buildx/attests.ts



/** The --attest flags: `provenance` and `sbom` override `attests` of their type, as upstream. */
function attestArgs(inputs, facts) {
    const provenance = provenanceAttributes(inputs, facts);
    const values = [
        ...(provenance === undefined ? [] : [provenance]),
        ...(inputs.sbom === '' ? [] : [withoutBooleans(`type=sbom,${inputs.sbom}`)]),
        ...inputs.attests.flatMap((attest) => {
            if (isAttestation('provenance', attest)) {
                return provenance === undefined ? [withBuilderId(attest, facts.runUrl)] : [];
            }
            if (isAttestation('sbom', attest))
                return inputs.sbom === '' ? [attest] : [];
            return [withoutBooleans(attest)];
        }),
    ];
    return values.flatMap((value) => ['--attest', value]);
}
function provenanceAttributes(inputs, facts) {
    const { provenance } = inputs;
    if (/^(true|True|TRUE)$/.test(provenance))
        return `type=provenance,builder-id=${facts.runUrl}`;
    if (/^(false|False|FALSE)$/.test(provenance))
        return withoutBooleans('type=provenance,false');
    if (provenance !== '')
        return withoutBooleans(`type=provenance,${withBuilderId(provenance, facts.runUrl)}`);
    const isGiven = inputs.attests.some((attest) => isAttestation('provenance', attest));
    const isForDocker = inputs.load || hasExporter('docker', inputs.outputs);
    if (isGiven || facts.noDefault || !facts.builderCanAttest || isForDocker)
        return undefined;
    // Full provenance contains build arguments: a repository that is not known to be public counts as private.
    const mode = facts.isPrivate === false ? 'mode=max' : 'mode=min,inline-only=true';
    return `type=provenance,${withBuilderId(mode, facts.runUrl)}`;
}
function withBuilderId(attributes, runUrl) {
    const [fields = []] = (0,sync/* parse */.qg)(attributes, { relax_column_count: true, skip_empty_lines: true });
    const isGiven = fields.some((field) => field.split('=')[0]?.trim() === 'builder-id');
    return isGiven ? attributes : `${attributes},builder-id=${runUrl}`;
}
/** buildx takes `true` and `false` only as `disabled=` (its util/buildflags/attests.go). */
function withoutBooleans(attributes) {
    return readRecords(attributes)
        .flat()
        .map((field) => {
        const isOn = (0,go_boolean/* goBoolean */.x)(field);
        return isOn === undefined ? field : `disabled=${!isOn}`;
    })
        .join(',');
}

;// CONCATENATED MODULE: ./src/buildx/secrets.ts
/** The syntax of `docker build --secret`, which these inputs do not use. */
const DOCKERS = /^(type=(file|env),|id=[^,=]+,(src|source|env|type)=)/;
/**
 * The inputs secret-envs, secrets and secret-files. Malformed or missing secrets are skipped with a warning, as on a
 * fork's pull request, where secrets are empty. `exists`: whether a file exists.
 */
function readSecrets(inputs, exists) {
    const warnings = [];
    // The lines of an unquoted key: the text before a "=" is then not a name, but part of the key.
    const isTorn = inputs.secrets.some((secret) => !secret.includes('='));
    const read = (input, make) => inputs[input].flatMap((text) => {
        const equals = text.indexOf('=');
        const [id, rest] = [text.slice(0, equals), text.slice(equals + 1)];
        const secret = equals > 0 && rest !== '' ? make(id, rest) : undefined;
        // The text may be a value without a name, so only a name is shown.
        if (!secret) {
            const isNamed = equals > 0 && !(input === 'secrets' && isTorn);
            const isGone = input === 'secret-files' && equals > 0 && rest !== '';
            const isEmpty = isNamed && rest === '';
            const why = isGone ? 'names a file that does not exist' : isEmpty ? 'is empty' : 'is not "name=value"';
            warnings.push(`${input}: ${isNamed ? `"${id}"` : 'a line'} ${why}; it is ignored.`);
        }
        if (secret && DOCKERS.test(text)) {
            warnings.push(`${input}: "${id}" is read as the name of a secret; write NAME=… without "id=", "src=" and "env=".`);
        }
        return secret ? [secret] : [];
    });
    return {
        variables: read('secret-envs', (id, variable) => ({ id, variable })),
        others: [
            ...read('secrets', (id, value) => ({ id, value })),
            ...read('secret-files', (id, file) => (exists(file) ? { id, file } : undefined)),
        ],
        warnings,
    };
}
/** The job's token for a git context of this repository, unless the user gave one. */
function gitToken(inputs, { variables, others }, host, isDefaultContext) {
    const value = inputs['github-token'];
    const id = `GIT_AUTH_TOKEN.${host}`;
    const isGiven = [...variables, ...others].some((secret) => secret.id === id || secret.id === 'GIT_AUTH_TOKEN') ||
        // As upstream, this one counts even if it is empty and skipped.
        inputs.secrets.some((secret) => secret.startsWith('GIT_AUTH_TOKEN='));
    return value === '' || isGiven || !isDefaultContext ? undefined : { id, value };
}

;// CONCATENATED MODULE: ./src/buildx/prepare.ts








/** The parts of the command that are not in the inputs, with the secrets' values in files of `directory`. */
function prepare(inputs, environment, builder, directory) {
    const { switches, serverUrl, runUrl, payload } = environment;
    const asQuery = switches.contextIsQuery && versionGates(builder.buildx)('git-query');
    const defaultContext = (0,git_context/* gitContext */.cw)(environment, asQuery);
    const context = (0,git_context/* fillContext */.rG)(inputs.context, defaultContext);
    const isPrivate = (0,json_path.at)(payload, 'repository', 'private');
    const secrets = readSecrets(inputs, external_node_fs_.existsSync);
    const token = gitToken(inputs, secrets, URL.parse(serverUrl)?.host ?? '', context.startsWith(defaultContext));
    const spell = secretWriter(directory);
    return {
        prepared: {
            context,
            buildContexts: inputs['build-contexts'].map((it) => (0,git_context/* fillContext */.rG)(it, defaultContext)),
            attests: attestArgs(inputs, {
                runUrl,
                isPrivate: typeof isPrivate === 'boolean' ? isPrivate : undefined,
                noDefault: switches.noDefaultAttestations,
                builderCanAttest: (0,buildx_builder/* canAttest */.iY)(builder),
            }),
            secretVariables: secrets.variables.map(spell),
            secrets: [...secrets.others, ...(token ? [token] : [])].map(spell),
            imageIdFile: (0,external_node_path_.join)(directory, 'image-id'),
            metadataFile: (0,external_node_path_.join)(directory, 'metadata.json'),
        },
        warnings: [...gateWarnings(inputs, builder.buildx, builder.buildkits), ...secrets.warnings],
    };
}
/** The value of --secret; the secret itself goes into a file that only the current user can read. */
function secretWriter(directory) {
    let count = 0;
    return (secret) => {
        if ('variable' in secret)
            return `id=${secret.id},env=${secret.variable}`;
        if ('file' in secret)
            return `id=${secret.id},src=${secret.file}`;
        const file = (0,external_node_path_.join)(directory, `secret-${++count}`);
        (0,external_node_fs_.writeFileSync)(file, secret.value, { mode: 0o600 });
        return `id=${secret.id},src=${file}`;
    };
}

// EXTERNAL MODULE: ./src/stores/gha-index.ts
var gha_index = __webpack_require__(2313);
// EXTERNAL MODULE: ./src/stores/health-check.ts
var health_check = __webpack_require__(7287);
// EXTERNAL MODULE: ./src/stores/store.ts
var store = __webpack_require__(4703);
// EXTERNAL MODULE: ./src/stores/azblob.ts
var azblob = __webpack_require__(4200);
// EXTERNAL MODULE: ./src/runner/proxies.ts
var proxies = __webpack_require__(9646);
// EXTERNAL MODULE: ./src/stores/asker.ts
var asker = __webpack_require__(7348);
// EXTERNAL MODULE: ./src/stores/cache-entries.ts
var cache_entries = __webpack_require__(769);
;// CONCATENATED MODULE: ./src/stores/gha.ts



/** BuildKit keeps a scope as entries `index-<scope>-1-<hash of the ref>#<number>` (cache/remotecache/gha/gha.go). */
const askGha = async (attributes, { env }) => {
    const service = (0,cache_entries/* serviceOf */.z5)(attributes, env);
    if (!service)
        return undefined;
    (0,proxies/* useProxies */.U)(env);
    return (await (0,cache_entries/* findCacheEntry */.oX)(service, `index-${attributes.scope}-1-`, asker/* LIMIT */.u)) !== undefined;
};

;// CONCATENATED MODULE: ./src/stores/ask.ts


// By the type of the entry; BuildKit itself reports the others.
const ways = {
    gha: askGha,
    azblob: azblob/* askAzblob */.c0,
    // Loaded when needed, since it loads a signing library.
    s3: async (attributes, asker) => (await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 4978))).askS3(attributes, asker),
};
/** Whether the cache of an entry exists; undefined if its store does not say. Never throws. */
async function askStore({ type, attributes }, asker) {
    try {
        return await ways[type]?.(attributes, asker);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/stores/there.ts


/** In milliseconds: how long to wait for an answer after the build. */
const there_PATIENCE = 1_000;
/**
 * The imports whose existence BuildKit's record does not show: those of gha and s3, and of azblob if there are several
 * (report/sources.ts).
 */
function untold(from) {
    const azblob = from.filter(({ backend }) => backend === 'azblob');
    return [
        ...from.filter(({ backend }) => backend === 'gha' || backend === 's3'),
        ...(azblob.length > 1 ? azblob : []),
    ];
}
/** Asks for them during the build, before it writes any. The result returns what is known; never throws. */
function askForUntold(from, asker) {
    const there = new Map();
    const asking = untold(from).map(async (entry) => {
        const answer = await askStore(entry, asker);
        if (answer !== undefined)
            there.set((0,plan_entries/* flagOf */.iP)(entry), answer);
    });
    return async () => {
        let timer;
        const late = new Promise((done) => {
            timer = setTimeout(done, there_PATIENCE);
        });
        await Promise.race([Promise.all(asking), late]);
        clearTimeout(timer);
        return new Map(there);
    };
}

;// CONCATENATED MODULE: ./src/retry/read-failure.ts

const DIGEST = /sha256:[0-9a-f]{64}/;
/** Messages about an unreadable cache layer, and the backends they come from. Seen in runs. */
const layerOf = [
    [messages/* messages */.D.s3Layer, ['s3']],
    [messages/* messages */.D.registryLayer, ['registry', 'inline']],
    [messages/* messages */.D.azureLayer, ['azblob', 'gha']],
    [messages/* messages */.D.localLayer, ['local']],
];
/**
 * A layer of a cache that is missing or corrupt. The message is the same for a base image's layer: then a second run
 * without these caches fails in the same way.
 */
function readFailure(error, { from }) {
    const inner = error.replace(messages/* messages */.D.beforeReadFailure, '');
    if (messages/* messages */.D.ownFailure.test(inner))
        return undefined;
    const isPush = messages/* messages */.D.push.test(inner);
    const text = inner.replace(messages/* messages */.D.push, '').replace(/^failed to copy: /, isPush ? '' : '$&');
    if (isPush && messages/* messages */.D.pushTarget.test(text))
        return undefined;
    const known = layerOf.find(([pattern]) => pattern.test(text))?.[1];
    if (!known && !messages/* messages */.D.anyLayer.test(text))
        return undefined;
    const candidates = from.filter(({ backend }) => known?.includes(backend) ?? true);
    return {
        side: 'import',
        entries: withHost(text, candidates),
        layer: DIGEST.exec(text)?.[0] ?? '',
    };
}
/** The imports whose host is in the message, if it names one; a registry may redirect to another host. */
function withHost(error, candidates) {
    const host = /https?:\/\/([^/"\s]+)/.exec(error)?.[1]?.toLowerCase();
    const there = host === undefined ? [] : candidates.filter((entry) => hostsOf(entry).includes(host));
    return there.length > 0 ? there : candidates;
}
/** The hosts, with ports, in an entry; in lower case. */
function hostsOf({ attributes }) {
    const { ref, account_url, endpoint_url, url, url_v2 } = attributes;
    return [ref, account_url, endpoint_url, url, url_v2].flatMap((it) => {
        const host = /^(?:https?:\/\/)?([^/\s]+)/i.exec(it ?? '')?.[1];
        return host === undefined ? [] : [host.toLowerCase()];
    });
}

;// CONCATENATED MODULE: ./src/retry/classify-failure.ts


/**
 * buildx's stderr, and the exports that were running when it ended -> the caches that made the build fail; undefined if
 * the build failed by itself. Only the error that ends the build counts: the output of steps and their commands are
 * elsewhere or after `process "…"`.
 */
function classifyFailure(stderr, entries, exporting = []) {
    const error = finalError(stderr);
    for (const rule of [notConfigured, neverBegan, directory, builderDied, readFailure]) {
        const found = rule(error, entries, exporting);
        const why = error.replace(messages/* messages */.D.push, '').slice(0, 2_000).trim();
        if (found)
            return found.entries.length > 0 ? { ...found, why } : undefined;
    }
    return undefined;
}
/**
 * The last `ERROR: failed to build: failed to solve: …` and the lines after it, without this prefix; not those of
 * transfers.
 */
function finalError(stderr) {
    const lines = stderr.split(/\r?\n/);
    const at = lines.findLastIndex((line) => messages/* messages */.D.finalError.test(line));
    if (at < 0)
        return '';
    return lines.slice(at).join('\n').replace(messages/* messages */.D.beforeCause, '');
}
const exportsOf = (entries) => ({
    side: 'export',
    entries: [...entries],
    layer: '',
});
/** Not covered by ignore-error: it comes before the build (buildkit control/control.go). */
const notConfigured = (error, { to }) => {
    const [, type] = messages/* messages */.D.exporterNotConfigured.exec(error) ??
        messages/* messages */.D.exporterUnknown.exec(error) ??
        messages/* messages */.D.exporterTwice.exec(error) ??
        [];
    return type === undefined ? undefined : exportsOf(to.filter(({ backend }) => backend === type));
};
/**
 * buildx waits 5 s for a build to begin and then prints only this. Only azblob's exporter contacts its store before the
 * build begins, and retries for longer than that.
 */
const neverBegan = (error, { to }) => messages/* messages */.D.neverBegan.test(error) ? exportsOf(to.filter(({ backend }) => backend === 'azblob')) : undefined;
/** buildx itself writes the directory and its index (buildkit client/solve.go). */
const directory = (error, { to }) => {
    const [, path] = messages/* messages */.D.directoryNotWritten.exec(error) ?? [];
    if (path === undefined)
        return undefined;
    const here = to.filter(({ backend, attributes: { dest = '' } }) => {
        // `/cache2` is not in the directory `/cache`.
        return (backend === 'local' && dest !== '' && path.startsWith(dest) && !/^[\w.-]/.test(path.slice(dest.length)));
    });
    return here.length === 0 ? undefined : exportsOf(here);
};
/**
 * The builder itself is corrupt: after a layer that could not be read, BuildKit may go on finding records whose data is
 * gone, for every build of these steps and after a prune too, until it is restarted. Seen in runs of v0.33.1.
 */
function isBuilderSpoilt(stderr) {
    return messages/* messages */.D.builderSpoilt.test(finalError(stderr));
}
/**
 * Two builds that find no container both create it, and azblob's exporter fails in the second (buildkit
 * cache/remotecache/azblob/utils.go): the jobs of a matrix, in the first run.
 */
function isContainerThere(stderr) {
    return messages/* messages */.D.containerIsThere.test(finalError(stderr));
}
/** Whether BuildKit could not read data that it considers its own, as remains after a cache that was omitted since. */
function isReadFailure(stderr) {
    return readFailure(finalError(stderr), { from: [], to: [], ownKey: '' }) !== undefined;
}
/** The builder died during an export: compressing layers takes more memory than most steps. */
const builderDied = (error, { to }, exporting) => messages/* messages */.D.builderDied.test(error) && exporting.length > 0
    ? exportsOf(to.filter(({ backend }) => exporting.includes(backend)))
    : undefined;

;// CONCATENATED MODULE: ./src/retry/filter-by-layer.ts


/**
 * The imports whose manifests list a layer; a base image's layer is in none. All candidates if a manifest cannot be
 * read, which is always so for s3, azblob and gha.
 */
async function filterByLayer(entries, layer, where) {
    if (layer === '')
        return [...entries];
    const layers = await Promise.all(entries.map((entry) => layersOf(entry, where)));
    const holders = entries.filter((_, i) => layers[i]?.includes(layer));
    const isKnown = layers.every((it) => it !== undefined);
    return holders.length > 0 || isKnown ? holders : [...entries];
}
async function layersOf({ type, attributes }, { buildx, builder, env, outside }) {
    const read = (manifest) => (0,manifests/* readLayers */.n4)(buildx, builder.name, manifest, env, outside.query);
    if (type === 'registry')
        return read(attributes.ref ?? '');
    return type === 'local' ? read(await localManifest(attributes)) : undefined;
}
/** The file of the manifest that a tag of a directory points to; empty if there is none. */
async function localManifest({ src = '', tag = 'latest' }) {
    const { blobFile, findTag, readIndex } = await __webpack_require__.e(/* import() */ 517).then(__webpack_require__.bind(__webpack_require__, 8517));
    try {
        const found = findTag(readIndex(src), tag);
        return found ? (0,external_node_path_.resolve)(blobFile(src, found.digest)) : '';
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __webpack_require__(4990);
;// CONCATENATED MODULE: ./src/retry/restart-builder.ts


/** In milliseconds, for each of the two methods. */
const restart_builder_PATIENCE = 30_000;
/** In milliseconds, to ask for its other builds. */
const ASKING = 10_000;
/** Advice for a builder that the action may not restart. */
const restart_builder_advice = {
    docker: 'restart the Docker daemon',
    remote: 'restart its buildkitd',
    kubernetes: "delete the builder's pods; they are recreated",
};
/** Names of builders that belong to one job: the action's, and the default names of docker/setup-buildx-action. */
const OWN = /^(branch-cache-[0-9a-f]{12}|builder-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/**
 * Frees a builder that is blocked on an import: BuildKit calls the importer under the lock that every build needs, and
 * cancelling does not release it. A builder in a container is killed, and the next build starts it again with all its
 * data; one that other jobs may share, only if nothing else builds on it. `running`: how many of the builds on it are
 * this action's, 0 or 1. True if it was restarted.
 */
async function heal({ buildx, builder, env, outside }, running) {
    if (builder.driver !== 'docker-container' || builder.nodes.length === 0)
        return false;
    if (!OWN.test(builder.name)) {
        const all = await countRunning(buildx, builder.name, env, ASKING, outside.query);
        if (all === undefined || all > running || cancel/* cancelled */.KW.aborted)
            return false;
    }
    const containers = builder.nodes.map((node) => `buildx_buildkit_${node}`);
    const run = async (prefix, args) => (await outside.query({ ...buildx, prefix }, args, env, { limitMs: restart_builder_PATIENCE })).exitCode === 0;
    const isDocker = buildx.prefix.length > 0;
    // The second method is for buildx without docker, and for nodes on several machines; it takes 10 s.
    return (isDocker && (await run([], ['kill', ...containers]))) || run(buildx.prefix, ['stop', builder.name]);
}
/** The warning about a builder whose own cache is corrupt (classify-failure.ts). */
function spoiltSentence({ driver }) {
    return `The builder has lost data of its own, and the image was built without its cache: ${restart_builder_advice[driver] ?? 'restart it'}.`;
}
/** The warning about a builder that hangs and was not restarted. */
function hangSentence({ driver }, store) {
    const what = restart_builder_advice[driver] ?? 'restart it';
    return `The builder is blocked on ${store}, which isn't responding; all builds may hang until it is restarted: ${what}.`;
}

;// CONCATENATED MODULE: ./src/retry/decide-retry.ts




/**
 * After a run that was interrupted: omits the store's imports, and its exports too if the store does not respond. An
 * export is only interrupted if its store does not respond, and a second run would only wait for its imports.
 */
function afterCut({ cut, isHealed, silent }, surely, left) {
    const { builder, env } = surely;
    const hanging = cut?.entries ?? [];
    const stores = new Set(hanging.map((entry) => (0,store/* storeOf */.x)(entry, env).name));
    const because = why(`it did not respond within ${(cut?.limit ?? 0) / 1000} s`, surely);
    const sentence = hangSentence(builder, [...stores].join(' and '));
    const isExport = cut?.kind === 'export';
    const gone = isExport ? stores : silent;
    return {
        lost: [
            ...because('import', (0,store/* entriesAt */.w)(stores, left.from, env)),
            ...because('export', (0,store/* entriesAt */.w)(gone, left.to, env)),
        ],
        retry: '',
        // The builder keeps waiting for a layer from the cache.
        noCache: cut?.kind === 'fetch' && !isHealed,
        trouble: cut?.kind === 'import' && !isHealed ? sentence : '',
        mayHang: isExport ? '' : sentence,
    };
}
/** After a run that failed; undefined if no cache is the cause. `mayRetry`: it may run again with all caches. */
async function afterFailure({ run, exporting }, surely, left, mayRetry) {
    if (isBuilderSpoilt(run.errors))
        return mayRetry ? afterSpoiltBuilder(surely) : undefined;
    if (isContainerThere(run.errors))
        return afterRace;
    const verdict = classifyFailure(run.errors, left, exporting);
    if (!verdict)
        return hasLeftovers(run, surely, left) ? afterLeftovers : undefined;
    const because = why(verdict.why, surely);
    const lost = verdict.side === 'export'
        ? because('export', verdict.entries)
        : because('import', sharing(await filterByLayer(verdict.entries, verdict.layer, surely), surely, left));
    return lost.length === 0 ? undefined : { lost, retry: '', noCache: false, trouble: '', mayHang: '' };
}
/** No import is left, and still a layer cannot be read: the builder remembers it from an omitted import. */
function hasLeftovers({ errors }, { entries }, left) {
    return left.from.length === 0 && entries.from.length > 0 && isReadFailure(errors);
}
const afterRace = {
    lost: [],
    noCache: false,
    trouble: '',
    mayHang: '',
    retry: 'Another build has just created the container of the azblob cache; building again.',
};
const afterLeftovers = {
    lost: [],
    noCache: true,
    trouble: '',
    mayHang: '',
    retry: 'The builder still holds a stale reference to that cache; building again without it.',
};
/** A restart repairs the builder and keeps its data; if the action may not restart it, its cache is not used. */
async function afterSpoiltBuilder(surely) {
    const { builder, entries } = surely;
    if (entries.from.length === 0)
        return undefined;
    const isHealed = await heal(surely, 0);
    const again = { lost: [], mayHang: '', retry: 'The builder had lost data of its own; building again.' };
    if (isHealed)
        return { ...again, noCache: false, trouble: '' };
    return { ...again, noCache: true, trouble: spoiltSentence(builder) };
}
/** All imports from the same stores: a missing layer is missing for every scope there. */
function sharing(blamed, { env }, left) {
    return (0,store/* entriesAt */.w)(new Set(blamed.map((entry) => (0,store/* storeOf */.x)(entry, env).name)), left.from, env);
}
function why(words, { env }) {
    return (side, entries) => entries.map((entry) => ({ side, entry, store: (0,store/* storeOf */.x)(entry, env).name, why: words }));
}

;// CONCATENATED MODULE: ./src/buildkit/plain-log.ts

const nothingYet = { open: new Map(), answered: new Set(), lines: 0 };
/** Errors of an import whose store has not answered since. */
const plain_log_NO_ANSWER = /timeout|timed out|deadline|refused|reset|no such host|EOF|unreachable|no route|broken pipe|lookup /i;
/**
 * One more line of `--progress=plain` at a time: `#7 importing cache manifest from X`, `#7 DONE 0.1s` (buildkit
 * util/progress/progressui/printer.go: what ended is printed at once). The output of steps begins with their number and
 * a time, so it is never mistaken for such a line.
 */
function plain_log_readLine(progress, line, at) {
    const [, number = '', text = ''] = /^#(\d+) (.*)/.exec(line) ?? [];
    // #0 comes from buildx, before it contacts the builder.
    if (number === '' || number === '0')
        return progress;
    return { ...progress, lines: progress.lines + 1, ...changed(progress, number, text, at) };
}
/** Updates the open work, and which stores have answered, from one line of BuildKit. */
function changed({ open, answered }, number, text, at) {
    // A step may be reported as cached repeatedly while its layers are still being fetched.
    if (text === 'CACHED')
        return { open: withoutKey(open, number) };
    if (/^(DONE|CANCELED|ERROR:)/.test(text)) {
        const { kind, name: key = '' } = open.get(number) ?? {};
        const isAnswer = kind === 'import' && text !== 'CANCELED' && !(text.startsWith('E') && plain_log_NO_ANSWER.test(text));
        return {
            open: withoutNumber(open, number),
            ...(isAnswer ? { answered: new Set([...answered, key]) } : {}),
        };
    }
    const name = importedKey(text);
    if (name !== undefined)
        return { open: begun(open, number, { kind: 'import', name, last: at }) };
    if (isCacheExport(text))
        return { open: begun(open, number, { kind: 'export', name: text, last: at, isPreparing: true }) };
    const [, layer, rest = ''] = /^(sha256:[0-9a-f]{64}) (.*)/.exec(text) ?? [];
    if (layer !== undefined)
        return { open: fetched(open, number, layer, rest, at) };
    return open.has(number) ? { open: heard(open, number, at, text) } : {};
}
/** The printer repeats a name whenever it returns to that vertex. */
function begun(open, number, work) {
    return open.has(number) ? open : new Map(open).set(number, work);
}
function heard(open, number, at, text = '') {
    const work = open.get(number);
    if (!work)
        return open;
    // `...` stands where the printer turns to another vertex.
    const isSending = work.isPreparing && /^(writing|sending|uploading|signing) |^preparing .* done$/.test(text);
    return new Map(open).set(number, { ...work, last: at, ...(isSending ? { isPreparing: false } : {}) });
}
/** A layer is being fetched until its line ends in `done`; without progress its line is repeated every 5 s. */
function fetched(open, number, layer, rest, at) {
    const all = new Map(heard(open, number, at));
    const key = `${number} ${layer}`;
    const bytes = rest.replace(/ [\d.]+s$/, '');
    const before = open.get(key);
    const last = before?.bytes === bytes ? before.last : at;
    if (rest.endsWith('done'))
        all.delete(key);
    else
        all.set(key, { kind: 'fetch', name: layer, last, bytes, seen: at });
    return all;
}
function withoutKey(open, key) {
    const left = new Map(open);
    return left.delete(key) ? left : open;
}
function withoutNumber(open, number) {
    const left = [...open].filter(([key]) => key !== number && !key.startsWith(`${number} `));
    return left.length === open.size ? open : new Map(left);
}

;// CONCATENATED MODULE: ./src/retry/stalled-work.ts

/** In milliseconds: how long an import may take whose store failed the health check. */
const stalled_work_SHORT = 15_000;
/** In milliseconds: a layer that is not mentioned for so long is no longer being fetched. */
const UNHEARD = 15_000;
/** What hangs, or may hang, at a time in milliseconds. */
function overdue({ open }, entries, patience, now) {
    const shortest = Math.min(stalled_work_SHORT, patience.timeout);
    return [...open.values()].flatMap((work) => {
        // Called four times a second, mostly without open work.
        if (now - work.last < shortest)
            return [];
        const all = candidates(work, entries);
        const silent = all.filter((entry) => patience.signOf(patience.storeOf(entry)) === 'silent');
        const isShort = work.kind === 'import' && silent.length > 0;
        const limit = isShort ? shortest : patience.timeout;
        const isOver = work.kind === 'fetch' && now - (work.seen ?? 0) > UNHEARD;
        return isOver || now - work.last < limit ? [] : [{ work, entries: isShort ? silent : all, limit }];
    });
}
/** How many times the usual limit an export gets while it prepares layers: compressing gigabytes prints nothing. */
const stalled_work_PREPARING = 5;
/** The same for an export to a store that only the builder can reach. */
const UNKNOWN = 10;
/** How long overdue work may take, in milliseconds, after the health check of its store. */
function limitOf({ work: { kind, isPreparing }, limit }, sign) {
    const never = Number.POSITIVE_INFINITY;
    if (sign === 'answers' || (sign === 'unknown' && (kind !== 'export' || isPreparing)))
        return never;
    if (sign === 'unknown')
        return UNKNOWN * limit;
    return isPreparing ? stalled_work_PREPARING * limit : limit;
}
/**
 * The entries that open work can belong to: BuildKit names the reference of a registry's import, otherwise only the
 * backend, and before 0.12 does not distinguish exports to a registry from those to a directory.
 */
function candidates({ kind, name }, { from, to }) {
    if (kind === 'export')
        return to.filter(({ backend }) => exportedBy(name).includes(backend));
    if (kind === 'fetch')
        return from;
    const named = from.filter(({ type, attributes }) => type === 'registry' && attributes.ref === name);
    const [, type] = /^(\w+):\d+$/.exec(name) ?? [];
    return named.length > 0 ? named : from.filter(({ backend }) => backend === type);
}

;// CONCATENATED MODULE: ./src/retry/watchdog.ts




const TICK = 250;
/** Watches a run's log and interrupts the run if a store keeps it waiting; with a timeout of 0 it waits. */
function guard(watched) {
    const { entries, storeOf, ask, heard, holders, mayBeStuck, onForeign, onCut } = watched;
    const { timeout, signs } = watched.patience;
    const control = new AbortController();
    const began = Date.now();
    const nameOf = (entry) => storeOf(entry).name;
    let progress = nothingYet;
    let why;
    let asked = 0;
    let isOver = false;
    const foreign = new Set();
    /** A store that answers only the builder: a health check from here shows nothing. */
    const signOf = (name) => {
        const sign = signs.get(name) ?? 'unknown';
        return sign === 'silent' && heard.has(name) ? 'unknown' : sign;
    };
    const late = (now) => overdue(progress, entries, { timeout, signOf, storeOf: nameOf }, now);
    // Do nothing once the build has ended or the job is cancelled.
    const isDone = () => isOver || why !== undefined || cancel/* cancelled */.KW.aborted;
    const cut = (it) => {
        if (isDone())
            return;
        why = it;
        onCut(it);
        control.abort();
    };
    const check = () => {
        const now = Date.now();
        if (isDone())
            return;
        if (mayBeStuck && progress.lines === 0 && now - began >= timeout) {
            cut({ kind: 'builder', entries: [], limit: timeout });
        }
        const all = late(now);
        const imports = all.filter(({ work }) => work.kind === 'import');
        for (const { work } of imports.filter((it) => it.entries.length === 0)) {
            if (!foreign.has(work.name))
                onForeign(work.name);
            foreign.add(work.name);
        }
        const ours = imports.flatMap((it) => it.entries);
        const limit = Math.max(...imports.map((it) => it.limit));
        if (ours.length > 0)
            cut({ kind: 'import', entries: ours, limit });
        const rest = all.filter((it) => it.work.kind !== 'import' && it.entries.length > 0);
        // Silence alone does not mean that these hang: compressing gigabytes prints nothing, and a layer may be a base
        // image's.
        if (rest.length === 0 || now - asked < timeout)
            return;
        asked = now;
        for (const it of rest)
            askAgain(it).catch(() => { }); // an unknown result does not count against a store
    };
    const askAgain = async (before) => {
        const { kind, name } = before.work;
        const suspects = before.entries.filter((entry) => storeOf(entry).url !== '');
        const signs = await Promise.all(suspects.map((entry) => ask(storeOf(entry))));
        if (isDone())
            return;
        const waited = Date.now() - before.work.last;
        const silent = suspects
            .map((entry, i) => ({ entry, limit: limitOf(before, signs[i] ?? 'unknown') }))
            .filter((it) => waited >= it.limit);
        const limit = Math.max(before.limit, ...silent.map((it) => it.limit));
        const entriesOfSilent = silent.map(({ entry }) => entry);
        const guilty = silent.length > 0 || kind !== 'fetch' ? entriesOfSilent : await holders(before.entries, name);
        // It may have made progress in the meantime.
        const isStill = late(Date.now()).some(({ work }) => work.kind === kind && work.name === name);
        if (guilty.length > 0 && isStill)
            cut({ kind, entries: guilty, limit });
    };
    const timer = timeout > 0 ? setInterval(check, TICK) : undefined;
    return {
        watch: {
            read: (line) => {
                const before = progress.answered;
                progress = plain_log_readLine(progress, line, Date.now());
                if (progress.answered === before)
                    return;
                for (const name of [...progress.answered].filter((it) => !before.has(it))) {
                    const stores = new Set(candidates({ kind: 'import', name }, entries).map(nameOf));
                    // BuildKit's name of an import may match several stores.
                    if (stores.size === 1)
                        for (const store of stores)
                            heard.add(store);
                }
            },
            cut: control.signal,
        },
        exporting: () => [...progress.open.values()].flatMap(({ kind, name }) => (kind === 'export' ? exportedBy(name) : [])),
        end: () => {
            isOver = true;
            clearInterval(timer);
            return why;
        },
    };
}

;// CONCATENATED MODULE: ./src/retry/run-attempt.ts






/** Runs the build once, interrupts it if a store keeps it waiting, and then frees the builder. */
async function attempt(surely, entries, command, { signs, heard, mayHang, onBegun, stop }) {
    const { buildx, builder, env, timeout, say, outside } = surely;
    const isRemote = (0,buildx_builder/* isElsewhere */.l5)(builder, env);
    // Only the builder can judge a store that has answered it but cannot be reached from here.
    const ask = ({ name, url }) => outside.signOfLife(url, { variables: env, isElsewhere: isRemote || heard.has(name) }, { stop });
    let after;
    const guarded = guard({
        entries,
        patience: { timeout, signs },
        storeOf: (entry) => (0,store/* storeOf */.x)(entry, env),
        ask,
        heard,
        holders: (imports, layer) => filterByLayer(imports, layer, surely),
        mayBeStuck: mayHang !== '',
        onForeign: (name) => say(`The import of ${name}, which you specified, has not responded for ${timeout / 1000} s.`),
        onCut: (cut) => {
            const healing = cut.kind === 'import' || cut.kind === 'fetch' ? heal(surely, 1) : Promise.resolve(false);
            after = Promise.all([healing, silentOf(cut, ask, env, isRemote ? heard : undefined)]);
        },
    });
    try {
        const running = (0,buildx_build.runBuild)(buildx, command, say, guarded.watch, outside.stream);
        onBegun();
        const run = await running;
        const cut = guarded.end();
        const [isHealed, silent] = (await after) ?? [false, new Set()];
        return { run, cut, exporting: guarded.exporting(), isHealed, silent };
    }
    finally {
        guarded.end();
    }
}
/**
 * The stores that do not answer now either. For a store that only the builder can reach, `heard` says whether it has
 * answered the builder; undefined for other builders.
 */
async function silentOf({ entries }, ask, env, heard) {
    const stores = new Map(entries.map((entry) => (0,store/* storeOf */.x)(entry, env)).map((store) => [store.name, store]));
    const signs = await Promise.all([...stores.values()].map(async (store) => [store.name, await ask(store)]));
    const isGone = (name, sign) => sign === 'silent' || (sign === 'unknown' && heard?.has(name) === false);
    return new Set(signs.flatMap(([name, sign]) => (isGone(name, sign) ? [name] : [])));
}

;// CONCATENATED MODULE: ./src/retry/build-with-fallback.ts










/** In milliseconds after the start of the build: a build that ends earlier, or never starts, needs no health check. */
const build_with_fallback_SOON = 100;
/**
 * Runs the build, and if a cache makes it fail or hang, again without that cache. Each run omits something more, so
 * their number is bounded. A build that fails by itself is not run again, and nothing is after a signal.
 */
async function buildWithFallback(surely) {
    const { buildx, builder, entries, env, commandOf, timeout, say, outside } = surely;
    const ended = new AbortController();
    const signs = new Map();
    const heard = new Set();
    const asker = { variables: env, isElsewhere: (0,buildx_builder/* isElsewhere */.l5)(builder, env) };
    const lost = [...surely.lost];
    const troubles = [];
    let [mayRetry, mayHang, noCache] = [true, '', false];
    let unindexed = async () => [];
    let there = async () => new Map();
    let asking;
    const begun = () => {
        unindexed = (0,gha_index/* watchIndexes */.Y)(entries.to, env);
        there = askForUntold(entries.from, { buildx, builder: '', env });
        const stores = [...entries.from, ...entries.to].map((entry) => (0,store/* storeOf */.x)(entry, env));
        if (timeout > 0)
            asking = setTimeout(() => (0,health_check/* askAll */.p)(stores, asker, signs, ended.signal, outside.signOfLife), build_with_fallback_SOON);
    };
    try {
        for (let run = 1;; run++) {
            const left = dropped_caches_without(entries, lost);
            const command = commandOf(left, noCache);
            const onBegun = run === 1 ? begun : () => { };
            const tried = await attempt(surely, left, command, {
                signs,
                heard,
                mayHang,
                onBegun,
                stop: ended.signal,
            });
            const { exitCode } = tried.run;
            const isStuck = tried.cut?.kind === 'builder';
            const next = exitCode === 0 || isStuck
                ? undefined
                : tried.cut
                    ? afterCut(tried, surely, left)
                    : await afterFailure(tried, surely, left, mayRetry);
            const isBounded = next && (next.lost.length > 0 || mayRetry);
            if (!next || !isBounded) {
                const build = (0,buildx_build.finishBuild)(command, tried.run);
                const failure = isStuck ? mayHang : build.failure;
                return {
                    ...build,
                    failure,
                    lost,
                    troubles,
                    there,
                    unindexed: exitCode === 0 ? unindexed : async () => [],
                };
            }
            if (next.trouble !== '')
                troubles.push(next.trouble);
            noCache ||= next.noCache;
            if (next.retry !== '' && mayRetry) {
                mayRetry = false;
                say(next.retry);
                continue;
            }
            lost.push(...next.lost);
            mayHang = next.mayHang;
            for (const line of againLines(next.lost, whyShort))
                say(line);
        }
    }
    finally {
        clearTimeout(asking);
        ended.abort();
    }
}

;// CONCATENATED MODULE: ./src/run-build.ts











/** cache entries -> argv -> build: runs the plan, without caches that fail. */
function build(buildx, builder, { environment, entries }, inputs, lost) {
    const parents = [environment.tempDir, (0,external_node_os_.tmpdir)()].filter((it) => it !== '');
    return (0,buildx_build.withDirectory)(parents, (directory) => {
        const { prepared, warnings } = prepare(inputs.build, environment, builder, directory);
        const exports = inputs.build['cache-to'].length > 0 || entries.to.some((it) => it.backend !== 'inline');
        const ofNodes = nodeWarnings(builder, inputs.build.platforms, exports);
        for (const message of [...warnings, ...ofNodes])
            (0,commands/* warning */.$e)(message);
        return buildWithFallback({
            buildx,
            builder,
            entries,
            lost,
            env: inputs.env,
            timeout: inputs.timeout,
            say: commands/* info */.pq,
            outside: { stream: buildx_run.stream, query: buildx_run.query, signOfLife: health_check/* signOfLife */.b },
            commandOf: ({ from, to }, noCache) => ({
                args: makeArgv({ ...inputs.build, 'no-cache': inputs.build['no-cache'] || noCache }, {
                    ...prepared,
                    cacheFrom: commandOrder(from).map(plan_entries/* flagOf */.iP),
                    cacheTo: to.map(plan_entries/* flagOf */.iP),
                }, builder.buildx),
                env: inputs.env,
                secrets: [...inputs.secrets, ...inputs.known],
                files: prepared,
                isCheck: /^(check|lint)\b/.test(inputs.build.call),
                builder: inputs.build.builder,
                nodes: builder.buildkits.length,
                withImports: from.some(({ type }) => type !== 'registry'),
            }),
        });
    });
}

;// CONCATENATED MODULE: ./src/runner/after-build.ts


/** In milliseconds: what the action itself does after the build, all together. */
const after_build_LIMIT = 5 * 60_000;
/** Starts when the build has ended. */
function afterBuild(limit = after_build_LIMIT) {
    const end = performance.now() + limit;
    const left = () => Math.max(0, end - performance.now());
    const until = (rest) => {
        const control = new AbortController();
        // The timer does not keep the action alive.
        setTimeout(() => control.abort(new Late(TOO_LONG)), Math.max(0, left() - rest)).unref();
        return control.signal;
    };
    return {
        left,
        until,
        attempt: async (what, work) => {
            let timer;
            const late = new Promise((_, fail) => {
                timer = setTimeout(() => fail(new Late(TOO_LONG)), left());
            });
            try {
                await Promise.race([(async () => work())(), late]);
                return true;
            }
            catch (error) {
                if (!cancel/* cancelled */.KW.aborted)
                    (0,commands/* notice */.lm)(`${what}: ${inWords(error)}. The build is not affected.`);
                return false;
            }
            finally {
                clearTimeout(timer);
            }
        },
    };
}
const TOO_LONG = 'it took too long';
class Late extends Error {
}
/** The message of an unexpected error may contain a secret: only its type and location are shown. */
function inWords(error) {
    if (error instanceof Late)
        return error.message;
    const { name = 'Error', code, stack = '' } = (error ?? {});
    const place = /([\w.-]+:\d+:\d+)\)?$/m.exec(stack)?.[1];
    return [code ?? name, ...(place ? [`at ${place}`] : [])].join(' ');
}

// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __webpack_require__(7659);
// EXTERNAL MODULE: ./src/runner/request.ts
var request = __webpack_require__(6647);
;// CONCATENATED MODULE: ./src/runner/rest-api.ts



const nothingAsked = { answers: [], notes: [] };
/** The longest time that a build waits for the API, from the start. */
const rest_api_PATIENCE = 2_000;
/** Twice the size of a hundred pull requests. */
const MOST_BYTES = 4_000_000;
/** Sends all requests to the API concurrently; never throws. A failure becomes a line in the log. */
async function askApi(questions, api) {
    if (questions.length === 0)
        return nothingAsked;
    (0,proxies/* useProxies */.U)(api.variables);
    const signal = AbortSignal.timeout(rest_api_PATIENCE);
    const answers = [];
    const notes = [];
    await Promise.all(questions.map(async (question, i) => {
        try {
            answers[i] = { body: await get(question, api, signal) };
        }
        catch (error) {
            notes.push(`GitHub's API did not report what was merged: ${rest_api_inWords(error, question)}`);
        }
    }));
    // Usually all fail for the same reason.
    return { answers: answers.flat(), notes: notes.slice(0, 1) };
}
/** The headers of a request to GitHub's REST API. */
function apiHeaders(token) {
    return {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'buildx-branch-cache',
        'x-github-api-version': '2022-11-28',
    };
}
async function get({ path }, { url, token }, signal) {
    const answer = await (0,request/* sendRequest */.w$)(`${(0,trailing_slashes/* withoutTrailingSlashes */.A)(url)}${path}`, {
        shown: path,
        headers: apiHeaders(token),
        signal,
    });
    if (!answer.ok) {
        await answer.body?.cancel();
        throw new Refusal(answer.status, answer.headers.get('x-ratelimit-remaining') === '0');
    }
    const tooMuch = () => new Error(`its answer is longer than ${MOST_BYTES} bytes`);
    return JSON.parse(await (0,request/* readAnswer */.JN)(answer, MOST_BYTES, tooMuch));
}
class Refusal extends Error {
    status;
    isLimit;
    constructor(status, isLimit) {
        super(`status ${status}`);
        this.status = status;
        this.isLimit = isLimit || status === 429;
    }
}
function rest_api_inWords(error, { about }) {
    if (error instanceof Refusal) {
        if (error.isLimit)
            return `its rate limit is reached (${error.status})`;
        if (error.status === 403) {
            return `the token cannot read pull requests (403); add "pull-requests: read" to the job's permissions`;
        }
        return `it answered ${error.status} for ${about}`;
    }
    if (error instanceof Error && error.name === 'TimeoutError')
        return `no response within ${rest_api_PATIENCE / 1000} s`;
    if (error instanceof SyntaxError)
        return `its answer for ${about} is not JSON`;
    // fetch puts the reason into the cause, or into the first of several there.
    const { cause, message } = error;
    return cause?.code || cause?.message || message;
}

;// CONCATENATED MODULE: ./src/build.ts






















/** In milliseconds: the part of the time after the build that is reserved for the report. */
const FOR_REPORT = 60_000;
/** In milliseconds: the most and the least time for saving cache mounts. */
const FOR_REPORT_AND_MARKS = 90_000;
const LEAST_FOR_MOUNTS = 10_000;
/** inputs + event -> plan -> cache entries -> argv -> build -> record -> report. */
async function main(environment) {
    (0,state/* saveState */.LZ)('main', 'true');
    const identified = identify(environment);
    const read = readInputs(environment, identified);
    (0,commands/* hideSecrets */.s0)(read.secrets, read.known);
    const given = await withAgents(read);
    for (const message of given.warnings)
        (0,commands/* warning */.$e)(message);
    const asking = askApi(questions(identified, given), {
        url: environment.apiUrl,
        token: given.build['github-token'],
        variables: given.env,
    });
    const buildx = given.planOnly ? undefined : await (0,buildx_run.findBuildx)();
    const wasEmpty = buildx && mayRead(given) ? isEmpty(buildx, given.build.builder, given.env) : false;
    const found = buildx && (await (0,buildx_builder/* inspectBuilder */.IK)(buildx, given.build.builder, given.env));
    const choice = found && chooseBuilder(found, given);
    for (const message of [...(choice?.troubles ?? given.leftOut), ...(choice?.warnings ?? [])])
        (0,commands/* warning */.$e)(message);
    const wanted = choice?.inputs ?? given;
    const run = withAnswers(identified, await asking, environment.apiUrl);
    const plan = planCaches(environment, run, wanted, choice?.builder);
    if ((0,commands/* isDebug */._o)()) {
        const { decisionLines } = await __webpack_require__.e(/* import() */ 203).then(__webpack_require__.bind(__webpack_require__, 9203));
        for (const line of decisionLines(plan))
            (0,commands/* debug */.Yz)(() => line);
    }
    (0,commands/* setOutputs */.n0)(planOutputs(plan.entries));
    if (!buildx || !choice) {
        (0,commands/* info */.pq)('plan-only: nothing is built.');
        return;
    }
    const { builder, inputs, planned, own, troubles } = await ensureBuilder(buildx, found, choice, plan);
    const isOnlyOurs = async () => own !== undefined || (await wasEmpty);
    const [local, mounts] = await Promise.all([
        localUse(planned, inputs, builder),
        carryMounts(planned, inputs, { buildx, builder, isOnlyOurs }),
    ]);
    const used = local?.planned ?? planned;
    const overwritten = mayLose(planned, inputs, builder)
        ? findOverwritten(planned.entries, { buildx, builder: inputs.build.builder, env: inputs.env })
        : Promise.resolve(new Map());
    const result = await build(buildx, builder, used, inputs, local?.lost ?? []);
    // Set the build's result first: nothing that follows can change it.
    (0,commands/* setOutputs */.n0)(resultOutputs(result.results));
    if (result.failure)
        (0,commands/* fail */.fJ)(`${result.failure}${(0,failure/* checkoutHint */.Mf)(result.failure, (0,dockerfile_text/* hasNoCheckout */.M)(inputs.build, environment))}`);
    const { attempt, left, until } = afterBuild();
    await attempt('The written caches could not be recorded', () => {
        if (result.failure === undefined)
            leaveWritten(planned, result.lost);
    });
    let unkept = [];
    await attempt('The local cache could not be published', async () => {
        unkept = (await local?.publish(result.failure === undefined, until(FOR_REPORT))) ?? [];
    });
    await attempt('The cache mounts could not be saved', () => mounts?.save(result.failure === undefined, Math.max(LEAST_FOR_MOUNTS, left() - FOR_REPORT_AND_MARKS)));
    const directory = { unkept, restored: local?.restored };
    const isTold = await attempt('The report could not be made', async () => {
        const builderWasEmpty = await isOnlyOurs();
        const before = { overwritten, written: local?.written() ?? '' };
        await publishReport({
            result,
            planned: used,
            inputs,
            buildx,
            builder,
            builderWasEmpty,
            directory,
            before,
            troubles: [...troubles, ...(mounts?.troubles ?? [])],
            mounts: mounts?.lines ?? [],
        });
    });
    if (!isTold && inputs.strict && !result.failure)
        (0,commands/* fail */.fJ)(strictSentence(['the report could not be made']));
    await attempt('The local cache could not be swept', async () => local?.close(until(0)));
    await attempt('The leftovers of the cache mounts could not be removed', () => mounts?.close());
    // Work that timed out may still be running.
    if (left() === 0)
        process.exit();
}
/** A cache in a directory; loaded only when there is one. */
async function localUse(planned, inputs, builder) {
    const { from, to } = planned.entries;
    if (![...from, ...to].some(({ backend }) => backend === 'local'))
        return undefined;
    return (await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(128), __webpack_require__.e(659)]).then(__webpack_require__.bind(__webpack_require__, 40))).useLocal(planned, inputs, {
        isOn: marks(planned, builder),
        record: recordOf(planned, inputs),
    });
}
/** The cache mounts; loaded only when they are carried. */
async function carryMounts(planned, inputs, host) {
    if (inputs.mounts.wanted === 'none' || !isBuild(inputs.build))
        return undefined;
    return (await __webpack_require__.e(/* import() */ 769).then(__webpack_require__.bind(__webpack_require__, 1769))).bringMountsIn({ planned, inputs, ...host });
}
/** Whether there may be a cache to read. */
function mayRead({ isAutomatic, specs, mounts }) {
    return isAutomatic || specs.length > 0 || mounts.wanted !== 'none';
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ variablesIn),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   o6: () => (/* binding */ processWord),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
// The words of an instruction as BuildKit's lexer reads them (frontend/dockerfile/shell/lex.go): quotes, escapes and
// variables. Each function reads its text once, whatever it contains.
/** Deeper nested variables are not resolved; nobody writes them. */
const DEEPEST = 50;
/**
 * What an instruction's text becomes in the name of its step: BuildKit removes escapes and expands variables, and
 * except for RUN removes quotes too. Undefined if its lexer fails; then it shows the text unchanged.
 */
function processWord(text, { escapeMark, keepsQuotes }) {
    const pattern = [];
    let literal = '';
    const hole = () => {
        pattern.push(literal);
        literal = '';
    };
    for (let i = 0; i < text.length;) {
        const char = text[i];
        if (char === "'") {
            const end = text.indexOf("'", i + 1);
            if (end < 0)
                return undefined;
            literal += keepsQuotes ? text.slice(i, end + 1) : text.slice(i + 1, end);
            i = end + 1;
        }
        else if (char === '"') {
            if (keepsQuotes)
                literal += char;
            for (i++; text[i] !== '"';) {
                if (i >= text.length)
                    return undefined;
                const after = afterVariable(text, i, escapeMark, 0);
                if (after === undefined)
                    return undefined;
                if (after > i) {
                    hole();
                    i = after;
                    continue;
                }
                if (text[i] === escapeMark) {
                    const next = text[i + 1];
                    // Before all else the escape stays, also at the end, where the quote is then missing.
                    const isTaken = next === '"' || next === '$' || next === escapeMark;
                    literal += isTaken ? next : escapeMark;
                    i += isTaken ? 2 : 1;
                }
                else
                    literal += text[i++];
            }
            if (keepsQuotes)
                literal += char;
            i++;
        }
        else if (char === escapeMark) {
            literal += text[i + 1] ?? '';
            i += 2;
        }
        else {
            const after = afterVariable(text, i, escapeMark, 0);
            if (after === undefined)
                return undefined;
            if (after > i)
                hole();
            else
                literal += char;
            i = Math.max(after, i + 1);
        }
    }
    return [...pattern, literal];
}
const NAME = /[\p{L}\p{Nd}_]/u;
/** Where the variable that begins at `i` ends; `i` if there is none; undefined if the lexer refuses it. */
function afterVariable(text, i, escapeMark, depth) {
    if (text[i] !== '$')
        return i;
    if (text[i + 1] !== '{') {
        const end = afterName(text, i + 1);
        return end === i + 1 ? i : end;
    }
    if (depth > DEEPEST || /[{}:]/.test(text[i + 2] ?? '}'))
        return undefined;
    let end = afterName(text, i + 2);
    if (text[end] === '}')
        return end + 1;
    if (text[end] === ':')
        end++;
    if (text[end] === '/') {
        const middle = afterStop(text, end + (text[end + 1] === '/' ? 2 : 1), '/', escapeMark, depth + 1);
        return middle === undefined ? undefined : afterStop(text, middle, '}', escapeMark, depth + 1);
    }
    return /[-+?#%]/.test(text[end] ?? '') ? afterStop(text, end + 1, '}', escapeMark, depth + 1) : undefined;
}
/** A name is letters and digits, digits alone, or one of the shell's special parameters. */
function afterName(text, from) {
    const first = text[from] ?? '';
    if (/\d/.test(first)) {
        let end = from;
        while (/\d/.test(text[end] ?? ''))
            end++;
        return end;
    }
    if (/[@*#?$!-]/.test(first))
        return from + 1;
    let end = from;
    while (NAME.test(text[end] ?? ''))
        end++;
    return end;
}
/** The index after the first `stop` that is neither quoted nor escaped nor in another variable. */
function afterStop(text, from, stop, escapeMark, depth) {
    for (let i = from; i < text.length;) {
        const char = text[i];
        if (char === stop)
            return i + 1;
        if (char === escapeMark) {
            i += 2;
            continue;
        }
        const after = char === "'" || char === '"'
            ? afterQuote(text, i, escapeMark, depth)
            : afterVariable(text, i, escapeMark, depth);
        if (after === undefined)
            return undefined;
        i = Math.max(after, i + 1);
    }
    return undefined;
}
function afterQuote(text, from, escapeMark, depth) {
    if (text[from] === "'") {
        const end = text.indexOf("'", from + 1);
        return end < 0 ? undefined : end + 1;
    }
    for (let i = from + 1; i < text.length;) {
        if (text[i] === '"')
            return i + 1;
        const after = text[i] === escapeMark ? i + 2 : afterVariable(text, i, escapeMark, depth);
        if (after === undefined)
            return undefined;
        i = Math.max(after, i + 1);
    }
    return undefined;
}
/** The words of a text, as written: separated by blanks that are neither quoted nor escaped. */
function splitWords(text, escapeMark) {
    const words = [];
    let from = -1;
    for (let i = 0; i < text.length;) {
        const char = text[i];
        if (/\s/.test(char)) {
            if (from >= 0)
                words.push(text.slice(from, i));
            from = -1;
            i++;
            continue;
        }
        if (from < 0)
            from = i;
        if (char === '<' && text[i + 1] === '<') {
            // A blank may separate the name of a heredoc from its `<<`.
            for (i += 2; text[i] === ' ' || text[i] === '\t';)
                i++;
            continue;
        }
        const after = /["'$]/.test(char)
            ? char === '$'
                ? afterVariable(text, i, escapeMark, 0)
                : afterQuote(text, i, escapeMark, 0)
            : char === escapeMark
                ? i + 2
                : i + 1;
        // An unterminated word extends to the end.
        i = after === undefined ? text.length : Math.max(after, i + 1);
    }
    return from >= 0 ? [...words, text.slice(from)] : words;
}
/** The names of the variables in a text, in order, without duplicates. */
function variablesIn(text) {
    return [...new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name))];
}
/** Whether a text is what a pattern can become. Its work is a small multiple of the two lengths. */
function fits(pattern, text, work) {
    const [first = '', ...more] = pattern;
    const last = more.pop();
    work.spent += first.length + (last?.length ?? 0);
    if (last === undefined)
        return text === first;
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
        return false;
    let from = first.length;
    const end = text.length - last.length;
    // Matching each at its leftmost place is sufficient.
    for (const literal of more) {
        from = find(literal, text, from, end, work);
        if (from < 0)
            return false;
    }
    return true;
}
/** Where `literal` ends in a part of a text the first time, -1 for nowhere: Knuth, Morris and Pratt. */
function find(literal, text, from, end, work) {
    if (literal.length > end - from)
        return -1;
    const borders = [0];
    for (let i = 1, length = 0; i < literal.length; work.spent++) {
        if (literal[i] === literal[length])
            borders[i++] = ++length;
        else if (length > 0)
            length = borders[length - 1] ?? 0;
        else
            borders[i++] = 0;
    }
    let length = 0;
    let at = from;
    while (length < literal.length && at < end) {
        work.spent++;
        if (text[at] === literal[length]) {
            length++;
            at++;
        }
        else if (length > 0)
            length = borders[length - 1] ?? 0;
        else
            at++;
    }
    return length === literal.length ? at : -1;
}


/***/ }),

/***/ 2228:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseDockerfile)
/* harmony export */ });
/* harmony import */ var _dockerfile_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(784);

/** In characters: a larger Dockerfile is not read. */
const LARGEST = 1_000_000;
/**
 * The instructions of a Dockerfile, as BuildKit's parser tells them apart (frontend/dockerfile/parser). Goes once over
 * the text.
 */
function parseDockerfile(source) {
    if (source.length > LARGEST)
        return { instructions: [], escapeMark: '\\' };
    const lines = source.replace(/^\uFEFF/, '').split('\n');
    const escapeMark = escapeOf(lines);
    const instructions = [];
    let stage = -1;
    let stageName = '';
    for (let i = 0; i < lines.length; i++) {
        const begin = i;
        let { text, goesOn } = readLine((lines[i] ?? '').trimStart(), escapeMark);
        if (isComment(text) || (text === '' && !goesOn))
            continue;
        const joined = [text];
        while (goesOn && i + 1 < lines.length) {
            const next = lines[++i] ?? '';
            // Comments and empty lines are ignored, inside an instruction too.
            if (isComment(next) || next.trim() === '')
                continue;
            ({ text, goesOn } = readLine(next, escapeMark));
            joined.push(text);
        }
        const whole = joined.join('').trim();
        if (whole === '')
            continue;
        const ends = heredocs(whole, escapeMark);
        for (const isEnd of ends) {
            do
                i++;
            while (i < lines.length && !isEnd((lines[i] ?? '').replace(/\r$/, '')));
        }
        const [written = ''] = /^\S+/.exec(whole) ?? [];
        const keyword = written.toUpperCase();
        if (keyword === 'FROM') {
            stage++;
            stageName = (/\sAS\s+(\S+)$/i.exec(whole.slice(-1000))?.[1] ?? '').toLowerCase();
        }
        instructions.push({
            line: begin + 1,
            stage,
            stageName,
            keyword,
            hasHeredoc: ends.length > 0,
            text: `${keyword}${whole.slice(written.length)}`,
        });
    }
    return { instructions, escapeMark };
}
/** `# escape=` among the directives at the top. */
function escapeOf(lines) {
    for (const line of lines) {
        const directive = /^#\s*([a-z]+)\s*=\s*(\S+)/i.exec(line);
        if (!directive)
            return '\\';
        if (directive[1]?.toLowerCase() === 'escape')
            return directive[2] === '`' ? '`' : '\\';
    }
    return '\\';
}
function isComment(line) {
    return line.trimStart().startsWith('#');
}
/** A line without its line break, and whether it continues: it does after one escape, not after two. */
function readLine(line, escapeMark) {
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    let end = whole.length;
    while (whole[end - 1] === ' ' || whole[end - 1] === '\t')
        end--;
    const goesOn = whole[end - 1] === escapeMark && whole[end - 2] !== escapeMark;
    return { text: goesOn ? whole.slice(0, end - 1) : whole, goesOn };
}
/** The terminator of each heredoc of an instruction; only these three instructions allow one, and not in JSON form. */
function heredocs(text, escapeMark) {
    if (!text.includes('<<') || !/^(ONBUILD\s+)?(RUN|COPY|ADD)\s+(?!\[)/i.test(text))
        return [];
    return (0,_dockerfile_words_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(text, escapeMark).flatMap((word) => {
        const [, dash, name = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(word) ?? [];
        const end = name.replace(/["'\\]/g, '');
        if (dash === undefined || end === '')
            return [];
        return [(line) => (dash === '-' ? line.replace(/^\t+/, '') : line) === end];
    });
}


/***/ }),

/***/ 1747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ inspectBuilder),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   iY: () => (/* binding */ canAttest),
/* harmony export */   l5: () => (/* binding */ isElsewhere)
/* harmony export */ });
/* unused harmony export parseBuilder */
/* harmony import */ var _lib_loopback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9722);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1666);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4461);



/**
 * Asks buildx for its version and the builder concurrently; what it does not answer in time is unknown. Throws only if
 * docker has no buildx.
 */
async function inspectBuilder(buildx, name, env) {
    const [version, inspection] = await Promise.all([
        (0,_run_js__WEBPACK_IMPORTED_MODULE_0__.query)(buildx, ['version'], env),
        (0,_run_js__WEBPACK_IMPORTED_MODULE_0__.query)(buildx, ['inspect', ...(name === '' ? [] : [name])], env),
    ]);
    if (version.exitCode !== 0 && (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .hasNoPlugin */ .LA)(version.stdout + version.stderr))
        throw new Error(_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_PLUGIN */ .Yp);
    return parseBuilder(version.stdout, inspection.stdout);
}
/** The texts of `buildx version` and `buildx inspect` -> what is known of the builder. */
function parseBuilder(version, inspection) {
    const nodes = inspection
        .split(/^Nodes:.*$/m)[1]
        ?.split(/^Name:/m)
        .slice(1) ?? [];
    return {
        name: /^Name:[ \t]*(\S+)/m.exec(inspection)?.[1] ?? '',
        driver: /^Driver:[ \t]*(\S+)/m.exec(inspection)?.[1] ?? '',
        buildx: /\sv?(\d[0-9.]*)(?=[\s+-]|$)/.exec(version)?.[1] ?? '',
        buildkits: nodes.map((node) => /^BuildKit(?: version)?:[ \t]*(\S+)/im.exec(node)?.[1] ?? ''),
        nodes: nodes.map((node) => /^[ \t]*(\S+)/.exec(node)?.[1] ?? ''),
        endpoints: nodes.map((node) => /^Endpoint:[ \t]*(\S+)/m.exec(node)?.[1] ?? ''),
        platform: /^Platforms:[ \t]*([\w/.-]+)/m.exec(inspection)?.[1] ?? '',
        containerdStore: /^[ \t]*org\.mobyproject\.buildkit\.worker\.snapshotter:/m.test(inspection),
    };
}
/**
 * Whether the builder is on another machine or in another network, and may reach hosts that the action cannot. `env`:
 * buildx's environment.
 */
function isElsewhere({ driver, endpoints }, env) {
    if (!['', 'docker', 'docker-container'].includes(driver))
        return true;
    const docker = [...endpoints, env.DOCKER_HOST ?? ''];
    return docker.some((it) => /^(ssh|tcp|https?):\/\//.test(it) && !(0,_lib_loopback_js__WEBPACK_IMPORTED_MODULE_2__/* .namesLoopback */ .q)([it]));
}
/**
 * Whether `version` (with or without a `v`) is `least` or newer. Unknown versions count as new, and so does
 * `v0.0.0+unknown`, the version of BuildKit and buildx built without a release tag.
 */
function isAtLeast(version, least) {
    const number = version.replace(/^v/, '');
    if (number === '' || /^0\.0\.0(?![.\d])/.test(number))
        return true;
    const [given, wanted] = [number, least].map((it) => (/^[\d.]*/.exec(it)?.[0] ?? '').split('.').map(Number));
    // A missing part is 0: `0.12` is `0.12.0`.
    const differing = [0, 1, 2].find((i) => (given?.[i] ?? 0) !== (wanted?.[i] ?? 0));
    return differing === undefined || (given?.[differing] ?? 0) > (wanted?.[differing] ?? 0);
}
/** Whether all nodes can attest by default: a release of BuildKit 0.11 or newer, as upstream asks. */
function canAttest({ driver, buildkits }) {
    return buildkits.every((version) => {
        const isMoby = version.endsWith('-moby');
        const release = version.replace(/-moby$/, '');
        if (!/^v?\d+\.\d+\.\d+(\+\S*)?$/.test(release) || (driver === 'docker' && !isMoby))
            return false;
        return isAtLeast(release, '0.11.0');
    });
}


/***/ }),

/***/ 2166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ hasNoCheckout),
/* harmony export */   n: () => (/* binding */ readDockerfile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _events_git_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1599);
/* harmony import */ var _lib_bounded_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(213);




/** In bytes: a Dockerfile that people write is a hundredth of it. */
const MOST = 1_000_000;
/** The Dockerfile of a build, if its path is in this repository; its content is not trusted. */
function readDockerfile(inputs, environment) {
    const path = (0,_events_git_context_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileHere */ .rL)(inputs, environment);
    if (path === undefined)
        return { path: 'Dockerfile', text: undefined, isHere: false };
    try {
        return { path, text: (0,_lib_bounded_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readBounded */ .C)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(environment.workspace, path), MOST), isHere: true };
    }
    catch {
        return { path, text: undefined, isHere: true }; // not checked out, or elsewhere
    }
}
/** Whether the build needs files of the workspace, and the workspace is empty. */
function hasNoCheckout({ context, file }, environment) {
    if ((0,_events_git_context_js__WEBPACK_IMPORTED_MODULE_2__/* .isGitContext */ .A6)(context) || (0,_events_git_context_js__WEBPACK_IMPORTED_MODULE_2__/* .dockerfileHere */ .rL)({ context, file }, environment) === undefined)
        return false;
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(environment.workspace).length === 0;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 3854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ atDigest),
/* harmony export */   e4: () => (/* binding */ createManifest),
/* harmony export */   hD: () => (/* binding */ inspectRaw),
/* harmony export */   lU: () => (/* binding */ inspectConfig),
/* harmony export */   n4: () => (/* binding */ readLayers)
/* harmony export */ });
/* harmony import */ var _lib_bounded_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(213);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4461);


/** In milliseconds. */
const PATIENCE = 10_000;
/** The layers in a manifest of a registry or in a file; undefined if it cannot be read. */
async function readLayers(buildx, builder, manifest, env, call = _run_js__WEBPACK_IMPORTED_MODULE_1__.query) {
    if (manifest === '')
        return undefined;
    if (manifest.startsWith('/'))
        return parseLayers(readText(manifest));
    return parseLayers((await call(buildx, inspect(builder, manifest), env, { limitMs: PATIENCE })).stdout);
}
/**
 * A manifest, or a blob that one references, as stored in a registry; throws an Error with the end of buildx's message.
 */
async function inspectRaw(docker, reference) {
    return ask(docker, inspect(docker.builder, reference));
}
/** The texts of a cache's manifest in a registry and of the blob that `digestOf` finds in it; undefined for none. */
async function inspectConfig(docker, reference, digestOf) {
    const manifest = await inspectRaw(docker, reference);
    const digest = digestOf(manifest);
    if (digest === undefined)
        return undefined;
    return { manifest, config: await inspectRaw(docker, atDigest(reference, digest)) };
}
/**
 * The reference of a digest in the same repository; a reference has a tag, a digest or neither, and a port is not a
 * tag.
 */
function atDigest(reference, digest) {
    return `${reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '')}@${digest}`;
}
/**
 * Pushes a manifest of an OCI layout (`oci-layout://FOLDER@DIGEST`) unchanged to a tag of a registry; layers that
 * already exist there need not be in the layout. buildx 0.33 and newer. Throws likewise.
 */
async function createManifest(docker, tag, from) {
    const name = docker.builder === '' ? [] : ['--builder', docker.builder];
    const flags = ['--prefer-index=false', '--progress=plain', ...name, '--tag', tag];
    await ask(docker, ['imagetools', 'create', ...flags, from]);
}
async function ask({ buildx, env, limitMs }, args) {
    const { exitCode, stdout, stderr } = await (0,_run_js__WEBPACK_IMPORTED_MODULE_1__.query)(buildx, args, env, { limitMs });
    if (exitCode === 0)
        return stdout;
    throw new Error(stderr.trim().split('\n').at(-1) || `buildx ${args[1]} took too long`);
}
function inspect(builder, reference) {
    const name = builder === '' ? [] : ['--builder', builder];
    return ['imagetools', 'inspect', '--raw', ...name, reference];
}
/** In bytes: BuildKit reads no larger one. */
const MOST = 1_048_576;
function readText(file) {
    try {
        return (0,_lib_bounded_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readBounded */ .C)(file, MOST);
    }
    catch {
        return '';
    }
}
/** An image manifest, or the index that BuildKit wrote before 0.21, where the layers are listed as manifests. */
function parseLayers(text) {
    try {
        const { layers, manifests } = JSON.parse(text);
        const list = layers ?? manifests;
        return Array.isArray(list) ? list.map((it) => String(it?.digest)) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeBuilder: () => (/* binding */ makeBuilder),
/* harmony export */   ownBuilderName: () => (/* binding */ ownBuilderName),
/* harmony export */   removeBuilder: () => (/* binding */ removeBuilder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5426);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4461);



/** A name that no other builder has. */
function ownBuilderName() {
    return `branch-cache-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
}
/** In milliseconds: BuildKit's image is 100 MB. */
const PATIENCE = 5 * 60_000;
/** In milliseconds: removing a container of several gigabytes takes time. */
const REMOVAL = 2 * 60_000;
/**
 * Creates a builder with the docker-container driver and the user's buildkitd.default.toml, and starts it, which pulls
 * BuildKit's image. The user sees buildx's output. False if it failed or took longer than five minutes, which is
 * printed.
 */
async function makeBuilder(buildx, { name, onHost }, env) {
    const network = onHost ? ['--driver-opt', 'network=host'] : [];
    const args = ['create', '--name', name, '--driver', 'docker-container', ...network, '--bootstrap'];
    const cut = AbortSignal.timeout(PATIENCE);
    const isMade = (await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__.stream)(buildx, args, env, { onOutput: () => { }, cut })) === 0;
    if (cut.aborted)
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`The builder was not ready within ${PATIENCE / 60_000} minutes.`);
    return isMade && !cut.aborted;
}
/**
 * Removes a builder with its container and volume; throws an Error for the user. A missing builder counts as removed.
 * After two minutes the action stops waiting but does not kill the removal: docker may still complete it.
 */
async function removeBuilder(buildx, name, env) {
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__.runToItsEnd)(buildx, ['rm', '--force', name], env, REMOVAL);
    if (!ended)
        throw new Error(`${name}: docker did not answer within ${REMOVAL / 1000} s`);
    const { exitCode, stderr } = ended;
    if (exitCode === 0 || /no builder .* found/.test(stderr))
        return;
    throw new Error(`${name}: ${stderr.trim() || `exit code ${exitCode}`}`);
}


/***/ }),

/***/ 6473:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ describeBranch),
/* harmony export */   t: () => (/* binding */ branch)
/* harmony export */ });
const branch = (name) => ({ kind: 'branch', name });
/** How the log speaks of a branch. */
function describeBranch(it) {
    if (it.kind === 'pull')
        return `pull request ${it.number}`;
    return it.kind === 'queue' ? `the merge queue of ${it.base}` : it.name;
}


/***/ }),

/***/ 1599:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ isGitContext),
/* harmony export */   ZZ: () => (/* binding */ imageSource),
/* harmony export */   cw: () => (/* binding */ gitContext),
/* harmony export */   rG: () => (/* binding */ fillContext),
/* harmony export */   rL: () => (/* binding */ dockerfileHere)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_json_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4861);
/* harmony import */ var _runner_hide_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2632);



/**
 * The default build context, as upstream: this repository's git URL, pinned to the event's commit. `asQuery`: the
 * commit is in a query, which buildx 0.29 and newer support.
 */
function gitContext(environment, asQuery) {
    const { serverUrl, repository } = environment;
    return `${serverUrl}/${repository}.git${asQuery ? '?ref=' : '#'}${pinnedRef(environment)}`;
}
function pinnedRef({ sha, ref, payload, switches }) {
    const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
    const isPull = full.startsWith('refs/pull/');
    const wanted = isPull && switches.contextIsPullHead ? full.replace(/\/merge$/, '/head') : full;
    if (isPull && wanted.endsWith('/head'))
        return (0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$)(payload, 'pull_request', 'head', 'sha') ?? wanted;
    return sha || wanted;
}
/** A context as written, with `{{defaultContext}}` replaced; the default if empty. */
function fillContext(written, defaultContext) {
    return written === ''
        ? defaultContext
        : written.replaceAll(/\{{2,3}\s*defaultContext\s*\}{2,3}/g, () => defaultContext);
}
/**
 * Context and Dockerfile of a build, however they are spelled. The Dockerfile of a git context is looked for below
 * its directory, whatever its path says, and that of any other below the folder where buildx runs.
 */
function imageSource({ context, file }, place) {
    const ownUrl = `${place.serverUrl}/${place.repository}.git`;
    const filled = fillContext(context, `${ownUrl}#`);
    const git = isUrl(filled) ? readGitUrl(filled) : undefined;
    const directory = inWorkspace(git ? git.directory : filled, place);
    const isOwn = !git || git.repository.toLowerCase() === readGitUrl(ownUrl).repository.toLowerCase();
    const written = git && file !== '' && !isUrl(file) ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', directory, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', file)).slice(1) : file;
    return {
        repository: isOwn ? '' : git.repository,
        directory,
        dockerfile: file === ''
            ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(directory, 'Dockerfile')
            : isUrl(file)
                ? addressOf(file)
                : inWorkspace(written, place),
    };
}
/** The path of the Dockerfile in this repository; undefined if it is outside or in another one. */
function dockerfileHere(image, place) {
    const { repository, dockerfile } = imageSource(image, place);
    const isOutside = isUrl(dockerfile) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(dockerfile) || /^\.\.(\/|$)/.test(dockerfile);
    return repository !== '' || isOutside ? undefined : dockerfile;
}
/** Whether the builder itself fetches the context: the default, or a URL. */
function isGitContext(context) {
    return isUrl(fillContext(context, 'git://'));
}
function isUrl(text) {
    return /^([a-z][a-z0-9+.-]*:\/\/|[\w-]+@[\w.-]+:|github\.com\/)/i.test(text);
}
/** A URL without its user and without a query that can be a credential, since the result is shown publicly. */
function addressOf(url) {
    return withoutUser(url).replace(/\?\*\*\*$/, '');
}
function withoutUser(url) {
    return (0,_runner_hide_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCredentials */ .ri)(url).replace('://***@', '://');
}
/** Host and path of a git URL, however it is spelled, and its subdirectory; never its ref. */
function readGitUrl(url) {
    const [, address = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(withoutUser(url)) ?? [];
    const directory = new URLSearchParams(query).get('subdir') ?? fragment.split(':').slice(1).join(':');
    const repository = address
        .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
        .replace(/^[^/@]*@/, '')
        .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
        .replace(/(\.git)?\/*$/, '');
    // BuildKit cleans it relative to the repository's root, however it is written.
    return { repository, directory: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', directory).slice(1) };
}
/** A path cleaned and relative to the workspace; empty for the workspace itself. */
function inWorkspace(path, { workspace }) {
    return path === '' ? '' : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(workspace, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workspace, path));
}


/***/ }),

/***/ 7300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ cacheName),
/* harmony export */   f: () => (/* binding */ namePart)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _events_git_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1599);
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1397);



/**
 * The cache name of an image: `cache-name` if set, else a text made from context, file and target; empty if these are
 * the defaults, so that most repositories see no name.
 */
function cacheName(given, image, place) {
    if (given !== '')
        return given;
    const { repository, directory, file } = identity(image, place);
    if (repository === '' && directory === '' && file === '' && image.target === '')
        return '';
    // JSON separates the parts unambiguously, and no user's name looks like it.
    return JSON.stringify([repository, directory, file, image.target].filter((it, i) => i > 0 || it !== ''));
}
/**
 * The name part of a key, from the cache name and the name in the cache spec (a tag, a scope): whichever is set, or
 * both. `without`: the secrets that the run lacks (inputs/missing-secrets.ts), sorted; they are in the hash alone.
 */
function namePart(name, inSpec, without = []) {
    if (without.length > 0)
        return (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .apartPart */ .SM)(JSON.stringify([name, inSpec, without]), `${name} ${inSpec}`.trim());
    if (name !== '' && inSpec !== '')
        return (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .part */ .y_)('name', JSON.stringify([name, inSpec]));
    return name === '' && inSpec === '' ? '' : (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .part */ .y_)('name', name || inSpec);
}
/** Repository, directory and Dockerfile of the build; each empty if it is this repository's default. */
function identity(image, place) {
    const { repository, directory, dockerfile } = (0,_events_git_context_js__WEBPACK_IMPORTED_MODULE_1__/* .imageSource */ .ZZ)(image, place);
    const isPlain = dockerfile === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(directory, 'Dockerfile');
    return { repository, directory, file: isPlain ? '' : dockerfile };
}


/***/ }),

/***/ 1397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SM: () => (/* binding */ apartPart),
/* harmony export */   lc: () => (/* binding */ hashedPart),
/* harmony export */   y_: () => (/* binding */ part)
/* harmony export */ });
/* unused harmony exports LIMITS, isPart, isHashed */
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);

// The rules and their proof are in docs/keys.md. In short: a plain part holds no two of `.`, `_`, `-` side by
// side and begins and ends in [a-z0-9], so that `__` and `..` can separate parts; whatever is not plain ends
// in `-` and 16 hex digits, which no plain part does.
const PLAIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const HASHED = /-[0-9a-f]{16}$/;
const HASH_LENGTH = 17;
/** The maximum length of each part, in characters; with the separators a key has at most 128. */
const LIMITS = { name: 32, branch: 48, shard: 38 };
/** A text as one part of a key: unchanged if plain, else its words and a hash of the original. */
function part(kind, text) {
    return isPlain(kind, text) ? text : hashedPart(kind, text, text);
}
/** The `shown` words, cut, then `-` and the first 16 hex digits of the SHA-256 of `text`. */
function hashedPart(kind, text, shown) {
    let words = shown
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
        .match(/[a-z0-9]+/g)
        ?.join('-');
    words ??= 'x';
    // Only pull requests spell `pr-<digits>` and only queues begin with `queue-`, whatever the hash is.
    if (kind === 'branch' && /^(pr$|queue$|queue-)/.test(words))
        words = `x-${words}`;
    words = words.slice(0, LIMITS[kind] - HASH_LENGTH).replace(/-$/, '');
    return `${words}-${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, 16)}`;
}
// What the limit of a name leaves for its words.
const APART = 'without.';
/**
 * The name part of a scope written by runs that lack a secret: like a hashed part, with `without.` before the words. No
 * other part looks like it: a hashed part contains no `.`, and a plain part does not end in a hash.
 */
function apartPart(text, shown) {
    const words = hashedPart('name', text, shown === '' ? 'secrets' : shown);
    const hash = words.slice(-HASH_LENGTH);
    const room = LIMITS.name - APART.length - HASH_LENGTH;
    return `${APART}${words.slice(0, -HASH_LENGTH).slice(0, room).replace(/-$/, '')}${hash}`;
}
function isPlain(kind, text) {
    if (!PLAIN.test(text) || text.length > LIMITS[kind] || HASHED.test(text))
        return false;
    return kind !== 'branch' || !/^(pr-[0-9]+$|queue-)/.test(text);
}
const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*';
const SHAPES = {
    name: new RegExp(`^(?:without\\.)?${WORDS}-[0-9a-f]{16}$`),
    // As above: the spellings of pull requests and queues are not branches.
    branch: new RegExp(`^(?!(?:pr|queue)-[0-9a-f]{16}$|queue-)${WORDS}-[0-9a-f]{16}$`),
    shard: new RegExp(`^${WORDS}-[0-9a-f]{16}$`),
};
/** Whether `part` (for names also `apartPart`) can return this text. */
function isPart(kind, text) {
    return isPlain(kind, text) || (text.length <= LIMITS[kind] && SHAPES[kind].test(text));
}
/** Whether a part is hashed, so that its text cannot be recovered. */
const isHashed = (text) => HASHED.test(text);


/***/ }),

/***/ 4861:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/** The value at `path` in the payload, or undefined; never throws. */
function at(payload, ...path) {
    let value = payload;
    for (const name of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = value[name];
    }
    return value;
}
/** The non-empty text at `path`, or undefined. */
function textAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 9722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ namesLoopback)
/* harmony export */ });
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])([:/]|$)/i;
/**
 * Whether any of these image references, URLs or CSV lines names a service on this machine, such as those of
 * `services:` with a port. A builder in a container has its own loopback.
 */
function namesLoopback(texts) {
    return texts.flatMap((text) => text.split(/[,="\s]|:\/\//)).some((part) => LOOPBACK.test(part));
}


/***/ }),

/***/ 2269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ notOneOf),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6975);


/** ` Did you mean "x"?` for the allowed name closest to a mistyped one, or nothing if none is close. */
function didYouMean(given, allowed) {
    const word = given.toLowerCase();
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word, allowed);
    // With more than a third of the letters wrong it is another word, not a typo.
    const wrong = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, near);
    const isSlip = wrong < near.length && wrong <= Math.max(2, Math.floor(near.length / 3));
    return isSlip ? ` Did you mean "${near}"?` : '';
}
/** The sentence for a value outside a closed list. */
function notOneOf(given, allowed) {
    return `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .h)(given)} is not one of ${allowed.join(', ')}.${didYouMean(given, allowed)}`;
}


/***/ }),

/***/ 6975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/**
 * `"x"`, to quote what the user wrote; `instead` if it may contain a misplaced credential: it contains a blank, `;`,
 * `=` or `:`, or is longer than a name.
 */
function quote(given, instead = 'the value') {
    return /^[^\s;=:\p{C}]{0,32}$/u.test(given) ? `"${given}"` : instead;
}


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ markConfig),
/* harmony export */   Vq: () => (/* binding */ identifyRecords),
/* harmony export */   Y: () => (/* binding */ withoutMarkers),
/* harmony export */   YX: () => (/* binding */ resultsMade),
/* harmony export */   _B: () => (/* binding */ MOST),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);

/** In bytes: BuildKit imports no config that is larger (cache/remotecache/import.go). */
const MOST = 1024 * 1024;
/**
 * The prefix of a marker's digest. BuildKit cannot parse it as a digest, so it never exports a marker
 * (solver/exporter.go, addBacklinks), and no build requests one.
 */
const MARKER = 'branch-cache:';
/** Parses a config, with or without markers; undefined if BuildKit could not import it. */
function parseConfig(text) {
    if (Buffer.byteLength(text) > MOST)
        return undefined;
    try {
        const config = JSON.parse(text);
        return isConfig(config) ? config : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * The same config, set apart from those of all other scopes: BuildKit makes the ids of records of what they are made
 * from, and of two caches that know one id it forgets one (docs/buildkit-two-caches.md). So each record that has a root
 * among its inputs can also be made from a marker, a root that nothing else has: its id, and those of all that is made
 * from it, are the scope's own, and what can be found stays as it was.
 *
 * A marker belongs to one record, by its identity all the way down: with one for several BuildKit would take them for
 * the same, and use the result of one for another. `scope` is any text that no other scope has. Markers that are there
 * are replaced, so that it makes no difference how often it is done. Undefined where a record is made from itself.
 */
function markConfig(config, scope) {
    const plain = withoutMarkers(config);
    const records = plain?.records ?? [];
    const identities = identifyRecords(records);
    if (!plain || !identities)
        return undefined;
    const markers = new Map();
    const marked = records.map((record, i) => {
        const [first, ...others] = record.inputs ?? [];
        if (!first || ![first, ...others].flat().some(({ link }) => isRoot(records[link ?? 0])))
            return record;
        const digest = `${MARKER}${hash([scope, identities[i]])}`;
        const at = markers.get(digest) ?? records.length + markers.size;
        markers.set(digest, at);
        return { ...record, inputs: [[...first, { link: at }], ...others] };
    });
    return { ...plain, records: [...marked, ...[...markers.keys()].map((digest) => ({ digest }))] };
}
/**
 * The config as BuildKit wrote it; undefined if a record can be made only from markers, which the action never writes.
 */
function withoutMarkers(config) {
    const { records } = config;
    if (!records?.some(isMarker))
        return config;
    let count = 0;
    const places = records.map((record) => (isMarker(record) ? -1 : count++));
    const rest = records
        .filter((record) => !isMarker(record))
        .map((record) => {
        if (!record.inputs)
            return record;
        const inputs = record.inputs.map((links) => links.flatMap((it) => {
            const link = places[it.link ?? 0];
            return link < 0 ? [] : [{ ...it, link }];
        }));
        return { ...record, inputs };
    });
    const isWhole = rest.every(({ inputs }) => !inputs?.some((links) => links.length === 0));
    return isWhole ? { ...config, records: rest } : undefined;
}
function isMarker({ digest }) {
    return digest?.startsWith(MARKER) === true;
}
function isRoot(record) {
    return !record?.inputs?.length;
}
/**
 * The identity of each record: the hash of its digest and, for each input in turn, of the selectors and identities of
 * its links in any order. Undefined if a record depends on itself, which BuildKit refuses. Linear in records and links;
 * a chain may be as long as the config allows.
 */
function identifyRecords(records) {
    const identities = [];
    const isOpen = new Set();
    for (const start of records.keys()) {
        const path = [start];
        for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
            const { digest, inputs = [] } = records[at];
            const missing = identities[at]
                ? []
                : inputs.flat().flatMap(({ link = 0 }) => (identities[link] ? [] : [link]));
            if (missing.some((link) => isOpen.has(link) || link === at))
                return undefined;
            if (missing.length > 0 && !isOpen.has(at)) {
                isOpen.add(at);
                path.push(...missing);
                continue;
            }
            identities[at] ??= hash([
                digest ?? '',
                ...inputs.map((links) => links.map(({ selector = '', link = 0 }) => hash([selector, identities[link]])).sort()),
            ]);
            isOpen.delete(at);
            path.pop();
        }
    }
    return identities;
}
/** JSON is unambiguous, a plain join is not. */
function hash(of) {
    return (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(JSON.stringify(of));
}
/** Whether BuildKit would parse a value as a config, with the same result as this code. */
function isConfig(it) {
    return isObject(it, ['records', 'layers']) && isListOf(it.records, isRecord);
}
function isRecord(it, _, { length }) {
    if (!isObject(it, ['digest', 'inputs']))
        return false;
    const isLink = (link) => isObject(link, ['selector', 'link']) && isText(link.selector) && isPlace(link.link, length);
    const isInput = (links) => Array.isArray(links) && links.length > 0 && links.every(isLink);
    return isText(it.digest) && isListOf(it.inputs, isInput);
}
/** An object whose names are spelled exactly like this: Go accepts any case. */
function isObject(it, names) {
    if (typeof it !== 'object' || it === null || Array.isArray(it))
        return false;
    return Object.keys(it).every((name) => names.includes(name) || !names.includes(name.toLowerCase()));
}
function isListOf(it, is) {
    return it === undefined || (Array.isArray(it) && it.every(is));
}
function isText(it) {
    return it === undefined || typeof it === 'string';
}
function isPlace(it, length) {
    return it === undefined || (Number.isInteger(it) && it >= 0 && it < length);
}
/** When the results of each record were created, in milliseconds since 1970 (`createdAt` of layers and chains). */
function resultsMade({ records = [] }) {
    return records.map(({ layers, chains }) => [layers, chains].flatMap((results) => Array.isArray(results)
        ? results.map((it) => Date.parse(String(it?.createdAt))).filter((time) => !Number.isNaN(time))
        : []));
}


/***/ }),

/***/ 8558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ markManifest),
/* harmony export */   PQ: () => (/* binding */ markText),
/* harmony export */   W1: () => (/* binding */ configOf),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9617);
/* harmony import */ var _scope_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9589);



/**
 * The text of a config -> the same with the scope's own markers and record; undefined if it must not be changed:
 * BuildKit would not import it, it would become too large, or it already has them.
 */
function markText(text, { place, record }) {
    const config = (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o4)(text);
    const marked = config && (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .markConfig */ .Aq)(config, place);
    if (!marked)
        return undefined;
    const result = JSON.stringify({ ...marked, ...(record ? { [_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_KEY */ .sD]: record } : {}) });
    return result === text || Buffer.byteLength(result) > _config_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST */ ._B ? undefined : result;
}
/** The config in a text as BuildKit wrote it, and the record of its scope; undefined if it is not a config. */
function readConfig(text) {
    const config = (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o4)(text);
    const plain = config && (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMarkers */ .Y)(config);
    return plain && { config: plain, record: (0,_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(plain[_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_KEY */ .sD]) };
}
const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
/**
 * The digest of the config in a cache manifest in the form of an image; undefined for any other manifest: an image's,
 * or a cache in the form of an index.
 */
function configOf(manifest) {
    const config = parseManifest(manifest)?.config;
    const digest = config?.mediaType === CONFIG_TYPE ? config.digest : undefined;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
/** The same cache with its config marked; undefined if it must not be changed. */
function markManifest({ manifest, config }, identity) {
    if (configOf(manifest) !== (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(config))
        return undefined;
    const marked = markText(config, identity);
    const before = parseManifest(manifest);
    if (marked === undefined || !before)
        return undefined;
    const size = Buffer.byteLength(marked);
    const after = { ...before, config: { ...before.config, digest: (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(marked), size } };
    return { manifest: JSON.stringify(after), config: marked };
}
function parseManifest(text) {
    try {
        const it = JSON.parse(text);
        const isImage = it?.mediaType === MANIFEST_TYPE && typeof it.config === 'object' && it.config !== null;
        return isImage ? it : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   sD: () => (/* binding */ RECORD_KEY),
/* harmony export */   vQ: () => (/* binding */ storeRecord)
/* harmony export */ });
/** The name of the top-level field in a config. */
const RECORD_KEY = 'branch-cache';
const VERSION = 1;
/** In characters: git's and GitHub's names are shorter. */
const LONGEST = 1024;
/** The record as plain data for JSON; undefined if it could not be read back. */
function storeRecord({ repository, branch, isNamed }) {
    const stored = { version: VERSION, repository, ...storeBranch(branch, isNamed) };
    return readRecord(stored) ? stored : undefined;
}
function storeBranch(it, isNamed) {
    if (it.kind === 'pull')
        return { pull: it.number };
    if (it.kind === 'queue')
        return { queue: it.base };
    return isNamed ? { cacheBranch: it.name } : { branch: it.name };
}
/** The record in untrusted parsed JSON; undefined if there is none of version 1. */
function readRecord(stored) {
    if (typeof stored !== 'object' || stored === null)
        return undefined;
    const { version, repository, branch, pull, queue, cacheBranch } = stored;
    if (version !== VERSION || !isName(repository))
        return undefined;
    const of = { repository, isNamed: cacheBranch !== undefined };
    if ([branch, pull, queue, cacheBranch].filter((it) => it !== undefined).length !== 1)
        return undefined;
    if (isName(branch))
        return { ...of, branch: { kind: 'branch', name: branch } };
    if (isName(cacheBranch))
        return { ...of, branch: { kind: 'branch', name: cacheBranch } };
    if (isName(queue))
        return { ...of, branch: { kind: 'queue', base: queue } };
    if (Number.isSafeInteger(pull) && pull > 0) {
        return { ...of, branch: { kind: 'pull', number: pull } };
    }
    return undefined;
}
function isName(it) {
    return typeof it === 'string' && it !== '' && it.length <= LONGEST;
}


/***/ }),

/***/ 8624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iP: () => (/* binding */ flagOf),
  Lh: () => (/* binding */ makeEntries),
  OD: () => (/* binding */ scopeKey),
  Y5: () => (/* binding */ shownFlag)
});

// EXTERNAL MODULE: ./src/backends/backend.ts
var backends_backend = __webpack_require__(4633);
// EXTERNAL MODULE: ./src/backends/credentials.ts
var credentials = __webpack_require__(7247);
// EXTERNAL MODULE: ./src/backends/spec.ts + 2 modules
var backends_spec = __webpack_require__(1980);
// EXTERNAL MODULE: ./src/keys/cache-name.ts
var cache_name = __webpack_require__(7300);
// EXTERNAL MODULE: ./src/keys/sanitize.ts
var sanitize = __webpack_require__(1397);
;// CONCATENATED MODULE: ./src/keys/key.ts

/** The scope as every backend accepts it: `[<name>__]<branch>[..<shard>]`, at most 128 of `[a-z0-9._-]`. */
function formatKey(scope) {
    const name = scope.name === '' ? '' : `${scope.name}__`;
    const shard = scope.shard === '' ? '' : `..${scope.shard}`;
    return `${name}${branchPart(scope.branch)}${shard}`;
}
/** How a branch is spelled in a key. */
function branchPart(it) {
    if (it.kind === 'pull')
        return `pr-${it.number}`;
    return it.kind === 'queue' ? `queue-${(0,sanitize/* part */.y_)('branch', it.base)}` : (0,sanitize/* part */.y_)('branch', it.name);
}

// EXTERNAL MODULE: ./src/lib/csv.ts
var csv = __webpack_require__(1715);
;// CONCATENATED MODULE: ./src/plan/entries.ts






/** The value of --cache-from or --cache-to. */
function flagOf({ type, attributes }) {
    return (0,csv/* encodeFields */.K)([
        `type=${type}`,
        ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`),
    ]);
}
/** The same for people. */
function shownFlag({ type, shown }) {
    return flagOf({ type, attributes: shown });
}
/** The plan and the specs -> the entries, in the order of the specs; those that are read also in the plan's order. */
function makeEntries(plan, specs, cacheName) {
    const [first] = specs;
    const keyOf = (spec, scope, shard) => scopeKey(plan, [cacheName, spec.name], scope, shard);
    return {
        from: specs.flatMap((spec) => readEntries(plan, spec, keyOf)),
        to: specs.flatMap((spec) => writeEntries(plan, spec, keyOf)),
        ownKey: first && plan.own ? keyOf(first, { branch: plan.own, role: 'own' }, plan.writeShards[0] ?? '') : '',
    };
}
/**
 * The key of a scope. `names`: the cache name, and the name that the user gave in the spec. The own scope of a run that
 * lacks a secret is not that of complete runs.
 */
function scopeKey({ without }, [cacheName, given], { branch, role }, shard) {
    return formatKey({ name: (0,cache_name/* namePart */.f)(cacheName, given, role === 'own' ? without : []), branch, shard });
}
function readEntries(plan, spec, keyOf) {
    const { backend } = spec;
    const given = ofSide('import', spec);
    return plan.reads
        .filter((read) => read.onGha || !(0,backends_spec/* isOnGithub */.J3)(spec))
        .flatMap(({ branch, role }) => plan.readShards.map((shard) => {
        const key = keyOf(spec, { branch, role }, shard);
        return {
            backend: backend.type,
            keys: [key],
            places: places(spec, [key]),
            branch,
            role,
            isShard: shard !== '',
            type: backend.importType ?? backend.type,
            ...both(spec, backend.importFrom(given, key)),
        };
    }));
}
function writeEntries(plan, spec, keyOf) {
    const { backend } = spec;
    const { own } = plan;
    const decision = (0,backends_spec/* isOnGithub */.J3)(spec) ? plan.write.onGha : plan.write.elsewhere;
    if (!own || !decision.allowed)
        return [];
    const given = [...ofSide('export', spec), ...exportDefaults(spec)];
    const keys = plan.writeShards.map((shard) => keyOf(spec, { branch: own, role: 'own' }, shard));
    const flags = backend.exportTo(given, keys);
    const keysOf = (i) => (flags.length === keys.length ? keys.slice(i, i + 1) : keys);
    return flags.map((attributes, i) => ({
        backend: backend.type,
        keys: keysOf(i),
        places: places(spec, keysOf(i)),
        branch: own,
        role: 'own',
        type: backend.type,
        ...both(spec, attributes),
    }));
}
function places(spec, keys) {
    return keys.map((key) => place(spec, key));
}
function place({ backend, given }, key) {
    return `${backend.place(given)} ${key}`;
}
/** The attributes of one side: BuildKit would silently ignore the others. */
function ofSide(side, { backend, given }) {
    return given.filter(([name]) => {
        const it = backend.attributes[name]?.side;
        return it === 'both' || it === side;
    });
}
function exportDefaults({ backend, given }) {
    return Object.entries(backend.attributes).flatMap(([name, { default: value }]) => value === undefined || (0,backends_backend/* attribute */.lt)(given, name) !== undefined ? [] : [[name, value]]);
}
function both(spec, attributes) {
    return {
        attributes: Object.fromEntries(attributes),
        shown: Object.fromEntries((0,credentials/* withoutSecrets */.c)(spec, attributes)),
    };
}


/***/ }),

/***/ 2469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ withinService)
/* harmony export */ });
/** The same plan, restricted on gha to what GitHub's cache service allows this step. */
function withinService(plan, service) {
    const { onGha } = plan.write;
    return {
        ...plan,
        reads: service.canRead ? plan.reads : plan.reads.map((read) => ({ ...read, onGha: false })),
        write: {
            ...plan.write,
            onGha: onGha.allowed && !service.canWrite ? { allowed: false, why: service.why } : onGha,
        },
    };
}


/***/ }),

/***/ 1247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan)
});

// EXTERNAL MODULE: ./src/events/branch.ts
var branch = __webpack_require__(6473);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/plan/reads.ts


/** The branches whose caches a run reads, its own first, without duplicates: the first role counts. */
function chooseReads(run, defaultName, inputs) {
    const named = (role, name, onGha = true) => name === undefined ? [] : [{ branch: (0,branch/* branch */.t)(name), role, onGha }];
    const merged = run.merged.map((name) => ({
        branch: (0,branch/* branch */.t)(name),
        role: 'merged',
        onGha: false,
        why: run.mergedWhy[name] ?? 'the event',
    }));
    const queue = run.queue === undefined
        ? []
        : [{ branch: { kind: 'queue', base: run.queue }, role: 'queue', onGha: false }];
    const own = run.own ? [{ branch: run.own, role: 'own', onGha: true }] : [];
    const others = [
        ...(inputs.readMerged ? merged : []),
        ...named('head', run.head),
        ...(inputs.fallback ? [] : named('base', run.base, run.baseOnGha)),
        // A pull request reads its base's queue in the role of the base.
        ...(inputs.fallback && run.base !== undefined ? [] : queue),
        ...(inputs.fallback?.flatMap((name) => named('fallback', name)) ?? named('default', defaultName)),
    ];
    // Also where the own scope is apart, since the run lacks a secret: it then reads no cache more than a complete run.
    return once([...own, ...others]);
}
/** Each branch in its first role; it counts as unreadable on gha only if it is in every role. */
function once(reads) {
    return reads.flatMap((read) => {
        const same = reads.filter((it) => (0,external_node_util_.isDeepStrictEqual)(it.branch, read.branch));
        return same[0] === read ? [{ ...read, onGha: same.some((it) => it.onGha) }] : [];
    });
}

;// CONCATENATED MODULE: ./src/plan/shards.ts
/** Which shards a job of a matrix reads and writes: its own, and the common scope that all jobs read. */
function chooseShards({ shard, shardIndex }) {
    const own = shard.part;
    if (own === '')
        return { readShards: [''], writeShards: [''], soleShard: '' };
    const writesCommon = shardIndex === undefined || shardIndex === 0;
    return {
        readShards: [own, ''],
        writeShards: writesCommon ? [own, ''] : [own],
        // Job 0 reads the common scope anyway, so it loses nothing by writing no other.
        soleShard: shardIndex === 0 ? '' : own,
    };
}
/** Who writes the common scope, for the log. */
function shardNotes({ shard, shardIndex }) {
    if (shard.part === '')
        return [];
    if (shardIndex === undefined) {
        return ['this runner gives the job no index: every job of the matrix writes the common scope'];
    }
    const who = shardIndex === 0
        ? 'this job is number 0 (cache-shard-index) and also writes'
        : `job 0, not ${shardIndex}, also writes`;
    return [`${who} the common scope, from which new jobs of the matrix start`];
}

;// CONCATENATED MODULE: ./src/plan/write.ts

/** Where a run writes its own branch's cache, and why there or nowhere. */
function chooseWrite(run, defaultName, mode) {
    const both = (allowed, why) => ({
        onGha: { allowed, why },
        elsewhere: { allowed, why },
    });
    if (!run.own)
        return both(false, run.ownWhy);
    if (mode === 'never')
        return both(false, 'cache-write is never');
    if (run.writable === 'nowhere')
        return both(false, run.writableWhy);
    if (mode === 'default-branch' && !(run.own.kind === 'branch' && run.own.name === defaultName)) {
        return both(false, `cache-write is default-branch, and ${(0,branch/* describeBranch */.A)(run.own)} is not the default branch`);
    }
    const open = both(true, run.writableWhy);
    if (run.writable === 'not-gha')
        return { ...open, onGha: { allowed: false, why: run.writableWhy } };
    if (run.writable !== 'gha-alone')
        return open;
    if (mode === 'always')
        return { ...open, elsewhere: { allowed: true, why: 'cache-write is always' } };
    return { ...open, elsewhere: { allowed: false, why: run.writableWhy } };
}

;// CONCATENATED MODULE: ./src/plan/plan.ts




/** The event and the inputs -> which caches to read and to write (README, "What a run reads and writes"). */
function makePlan(run, defaultBranch, inputs) {
    const chosen = chooseOwn(run, inputs.branch);
    return {
        own: chosen.own,
        ownWhy: chosen.ownWhy,
        reads: chooseReads(chosen, defaultBranch.name, inputs),
        without: inputs.without,
        write: chooseWrite(chosen, defaultBranch.name, inputs.write),
        ...chooseShards(inputs),
        notes: [...run.notes, ...cacheBranchNotes(run, inputs.branch), ...shardNotes(inputs)],
    };
}
/** `cache-branch` names the own branch of a trusted run; others cannot choose whose cache they write. */
function chooseOwn(run, name) {
    if (name === '' || run.trust !== 'trusted')
        return run;
    return {
        ...run,
        own: (0,branch/* branch */.t)(name),
        ownWhy: 'the input cache-branch',
        writable: run.writable === 'not-gha' ? 'not-gha' : 'everywhere',
        writableWhy: run.writable === 'not-gha' ? run.writableWhy : 'the input cache-branch names it',
    };
}
function cacheBranchNotes(run, name) {
    if (name === '' || run.trust === 'trusted')
        return [];
    const whose = {
        fork: "a fork's run",
        outsider: 'an event that anyone can trigger',
        unverified: 'an unverified run',
    };
    return [`cache-branch is ignored: ${whose[run.trust]} cannot choose which branch's cache it writes`];
}


/***/ }),

/***/ 2353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError)
/* harmony export */ });
/** A mistake in the workflow's inputs: one sentence for the user, thrown before anything runs. */
class InputError extends Error {
    constructor(input, sentence) {
        super(`${input}: ${sentence}`);
        this.name = 'InputError';
    }
}


/***/ }),

/***/ 7348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ LIMIT)
/* harmony export */ });
/** In milliseconds: the time limit of a question. */
const LIMIT = 5_000;


/***/ }),

/***/ 4200:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pk: () => (/* binding */ signBlob),
/* harmony export */   c0: () => (/* binding */ askAzblob)
/* harmony export */ });
/* unused harmony exports accountOf, blobUrl, signedHeaders */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7659);
/* harmony import */ var _head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4594);




const VERSION = '2020-12-06';
/**
 * The manifest of a scope is one blob. Without the account's key in the spec, the builder authenticates in its own way.
 */
const askAzblob = async (attributes, { env }) => {
    const signed = signBlob(attributes, { method: 'HEAD', headers: {}, length: 0 });
    return signed && (0,_head_js__WEBPACK_IMPORTED_MODULE_2__/* .head */ .d)(signed.url, signed.headers, env);
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
    const blob = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(prefix, manifests, name).split('/').map(encodeURIComponent).join('/');
    return new URL(`${(0,_lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutTrailingSlashes */ .A)(account)}/${container}/${blob}`);
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
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', Buffer.from(key, 'base64')).update(text).digest('base64');
    return { ...headers, authorization: `SharedKey ${account}:${signature}` };
}


/***/ }),

/***/ 769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ getCacheEntry),
/* harmony export */   Tg: () => (/* binding */ createCacheEntry),
/* harmony export */   oX: () => (/* binding */ findCacheEntry),
/* harmony export */   pK: () => (/* binding */ finalizeCacheEntry),
/* harmony export */   z5: () => (/* binding */ serviceOf)
/* harmony export */ });
/* harmony import */ var _lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5860);
/* harmony import */ var _lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7659);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6647);



/**
 * The service of a gha entry, as buildx finds it (build/opt.go); undefined if there is none, or if it is version 1
 * (act, GitHub Enterprise), which is not supported here.
 */
function serviceOf({ version, url_v2: given }, variables) {
    const isSecond = version === '2' || (0,_lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__/* .goBoolean */ .x)(variables.ACTIONS_CACHE_SERVICE_V2) === true;
    const url = given ?? (isSecond ? variables.ACTIONS_RESULTS_URL : undefined);
    const token = variables.ACTIONS_RUNTIME_TOKEN;
    return !url || !token || version === '1' ? undefined : { url, token };
}
// The SHA-256 of "|go-actionscache-1.0": BuildKit's entries are made of no paths, which would be their version
// (tonistiigi/go-actions-cache, version()).
const VERSION = '693bb7016429d80366022f036f84856888c9f13e00145f5f6f4dce303a38d6f2';
/** In bytes: more than any answer. */
const MOST = 1024 * 1024;
/**
 * The key of BuildKit's newest entry that begins with `prefix`, in the first ref that this token may read and that has
 * one; undefined for none. Throws if unknown: no answer within `limitMs` milliseconds, or an answer that is not the
 * service's.
 */
async function findCacheEntry(service, prefix, limitMs) {
    return (await getCacheEntry(service, prefix, AbortSignal.timeout(limitMs)))?.key;
}
/** The same with the URL of its content, which needs no further authorization; empty if there is none. */
async function getCacheEntry(service, prefix, signal) {
    const asked = { key: prefix, restore_keys: [prefix] };
    const { ok, matched_key: key, signed_download_url: url, } = await call(service, 'GetCacheEntryDownloadURL', asked, signal);
    if (ok === false)
        return undefined;
    if (ok === true && typeof key === 'string')
        return { key, url: typeof url === 'string' ? url : '' };
    throw new Error('the response is not from the cache service');
}
/** Reserves an entry; returns the upload URL. Throws if the key already exists, or if it is refused. */
async function createCacheEntry(service, key, signal) {
    const { ok, signed_upload_url: url } = await call(service, 'CreateCacheEntry', { key }, signal);
    if (ok !== true || typeof url !== 'string')
        throw new Error('the cache service reserved no entry');
    return url;
}
/** Finalizes an entry after its upload, so that it can be found; `size` in bytes. */
async function finalizeCacheEntry(service, key, size, signal) {
    const { ok } = await call(service, 'FinalizeCacheEntryUpload', { key, size_bytes: size }, signal);
    if (ok !== true)
        throw new Error('the cache service did not accept the entry');
}
async function call({ url, token }, method, body, signal) {
    const path = `twirp/github.actions.results.api.v1.CacheService/${method}`;
    const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(`${(0,_lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutTrailingSlashes */ .A)(url)}/${path}`, {
        method: 'POST',
        shown: path,
        headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'user-agent': 'buildx-branch-cache',
        },
        body: JSON.stringify({ ...body, version: VERSION }),
        signal,
    });
    if (!answer.ok) {
        await answer.body?.cancel();
        throw new Error(`the cache service answered ${answer.status}`);
    }
    const tooMuch = () => new Error('the cache service returned too much data');
    return JSON.parse(await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .readAnswer */ .JN)(answer, MOST, tooMuch));
}


/***/ }),

/***/ 2313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ watchIndexes),
/* harmony export */   j: () => (/* binding */ indexPrefix)
/* harmony export */ });
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _runner_cache_service_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3446);
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9646);
/* harmony import */ var _cache_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(769);




/** In milliseconds: for each of the two requests. */
const PATIENCE = 5_000;
/**
 * BuildKit reports success for an export to GitHub's cache even if its index, without which no build finds it, could
 * not be uploaded (tonistiigi/go-actions-cache, SaveMutable). So the service is asked now, during the build, and again
 * when the result is called, which returns the exports without a newer index. An unknown answer does not count as a
 * failure.
 */
function watchIndexes(exports, variables) {
    const indexes = exports.flatMap((entry) => indexOf(entry, variables));
    if (indexes.length > 0)
        (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_3__/* .useProxies */ .U)(variables);
    const before = indexes.map((index) => ({ index, number: numberOf(index).catch(() => 0) }));
    return async () => {
        const lost = before.map(async ({ index, number }) => {
            const [earlier, now] = await Promise.all([number, numberOf(index).catch(() => undefined)]);
            // Without a number it is unknown.
            return now !== undefined && now <= earlier ? [index.entry] : [];
        });
        return (await Promise.all(lost)).flat();
    };
}
function indexOf(entry, variables) {
    if (entry.backend !== 'gha')
        return [];
    const { attributes } = entry;
    const service = (0,_cache_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .serviceOf */ .z5)(attributes, variables);
    const prefix = service && indexPrefix(service, attributes.scope ?? '');
    return service && prefix !== undefined ? [{ entry, service, prefix }] : [];
}
/**
 * The prefix of the keys of a scope's indexes, in the ref that this token writes: `#` and a number follow, with `-sig`
 * before them if the builder signs. Undefined if the token cannot write.
 */
function indexPrefix({ token }, scope) {
    const ref = (0,_runner_cache_service_js__WEBPACK_IMPORTED_MODULE_1__/* .writableScope */ .b6)(token);
    if (ref === undefined)
        return undefined;
    return `index-${scope}-1-${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(ref).slice(0, 8)}`;
}
/** The number of the newest index, counted from 1; 0 if there is none. */
async function numberOf({ service, prefix }) {
    const key = await (0,_cache_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .findCacheEntry */ .oX)(service, prefix, PATIENCE);
    return key === undefined ? 0 : Number(/#(\d+)$/.exec(key)?.[1] ?? Number.NaN);
}


/***/ }),

/***/ 4594:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ head)
/* harmony export */ });
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);
/* harmony import */ var _asker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7348);



/** Whether an object exists: any 2xx is yes, 404 is no, everything else is unknown. */
async function head(url, headers, env) {
    (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .useProxies */ .U)(env);
    const { ok, status } = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_0__/* .sendRequest */ .w$)(url, {
        method: 'HEAD',
        headers,
        shown: url.pathname,
        signal: AbortSignal.timeout(_asker_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMIT */ .u),
    });
    if (ok)
        return true;
    return status === 404 ? false : undefined;
}


/***/ }),

/***/ 4703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ entriesAt),
/* harmony export */   x: () => (/* binding */ storeOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _backends_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3796);
/* harmony import */ var _lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5860);
/* harmony import */ var _lib_loopback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9722);




/** The store of an entry's scopes. */
function storeOf({ backend, attributes, shown }, variables) {
    // The user's directory, not the build's view of it.
    const known = backend === 'local' ? shown : attributes;
    const [where, url] = (addresses[backend] ?? nowhere)(known, variables);
    return { name: `the ${backend} cache${where === '' ? '' : ` at ${where}`}`, url };
}
/** All entries of a store. */
function entriesAt(stores, entries, variables) {
    return entries.filter((entry) => stores.has(storeOf(entry, variables).name));
}
const nowhere = () => ['', ''];
const registry = ({ ref = '', 'registry.insecure': insecure }) => {
    if (ref === '')
        return ['', ''];
    const host = (0,_backends_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalRepository */ .JA)(ref).split('/')[0] ?? '';
    // As in containerd, loopback uses plain http. "Insecure" may also mean TLS without verification: both answer http.
    const isPlain = (0,_lib_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .namesLoopback */ .q)([host]) || (0,_lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_2__/* .goBoolean */ .x)(insecure) === true;
    const server = host === 'docker.io' ? 'registry-1.docker.io' : host;
    return [host, `${isPlain ? 'http' : 'https'}://${server}/v2/`];
};
const addresses = {
    registry,
    inline: registry,
    local: ({ dest, src = '' }) => [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(dest ?? src), ''],
    s3: ({ bucket = '', region = '', endpoint_url: endpoint = '' }) => {
        const isKnown = /^[a-z0-9-]+$/.test(region);
        const amazon = isKnown ? `https://s3.${region}.amazonaws.com/` : '';
        return [endpoint === '' ? bucket : `${endpoint} ${bucket}`, endpoint || amazon];
    },
    azblob: ({ account_url: account = '' }) => [account, account],
    gha: ({ url_v2: two, url: one }, variables) => {
        const service = variables.ACTIONS_RESULTS_URL || variables.ACTIONS_CACHE_URL || '';
        return ['', two ?? one ?? service];
    },
};


/***/ })

};
