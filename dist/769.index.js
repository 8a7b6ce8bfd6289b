export const id = 769;
export const ids = [769];
export const modules = {

/***/ 1769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bringMountsIn: () => (/* binding */ bringMountsIn)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/buildx/builder.ts
var buildx_builder = __webpack_require__(1747);
// EXTERNAL MODULE: ./src/buildx/dockerfile-text.ts
var dockerfile_text = __webpack_require__(2166);
// EXTERNAL MODULE: ./src/lib/make-folder.ts
var make_folder = __webpack_require__(2570);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
// EXTERNAL MODULE: ./src/mounts/archive-file.ts
var archive_file = __webpack_require__(2239);
;// CONCATENATED MODULE: ./src/mounts/disk-usage.ts
/** Parses the list of cache mounts. A mount's path and step are those of its last use, and are ignored. */
function parseHeldMounts(list) {
    return list.split(/^(?=ID:[ \t]+\S+\r?$)/m).flatMap((record) => {
        // The description contains any number of the step's own lines, so the last match is buildx's.
        const type = [...record.matchAll(/^Type:[ \t]*(\S+)/gm)].at(-1)?.[1];
        const place = /^Description:[ \t]*cached mount (.+?) from exec /m.exec(record)?.[1];
        if (place === undefined || type !== 'exec.cachemount')
            return [];
        const ids = [
            ...record.matchAll(/ with id ("(?:[^"\\\n]|\\.)*")[ \t\r]*\n(?=(?:Usage count|Last used|Type):)/g),
        ];
        const quoted = ids.at(-1)?.[1];
        const before = record.slice(0, record.indexOf('\nDescription:'));
        // An id equal to the mount's path is omitted (solver/llbsolver/mounts).
        return [{ id: quoted ? unquote(quoted) : place, isDerived: /^Parents?:/m.test(before) }];
    });
}
/** A text quoted by Go (%q); carried ids can only need the escapes that JSON has too. */
function unquote(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return quoted;
    }
}

// EXTERNAL MODULE: ./src/buildkit/dockerfile.ts
var dockerfile = __webpack_require__(2228);
// EXTERNAL MODULE: ./src/buildkit/dockerfile-words.ts
var dockerfile_words = __webpack_require__(784);
// EXTERNAL MODULE: ./src/lib/csv.ts
var csv = __webpack_require__(1715);
;// CONCATENATED MODULE: ./src/mounts/expand.ts
/** The variable has no value, and nothing can set it. */
const UNSET = Symbol('unset');
/** The placeholder for a variable with an unknown value. */
class Unknown extends Error {
}
/** The deepest nesting of variables that is resolved. */
const DEEPEST = 50;
/**
 * A word of an instruction with quotes and escapes removed and variables expanded, as BuildKit's lexer does
 * (frontend/dockerfile/shell/lex.go). Undefined if unknown: for a variable that only a base image can set, a form with
 * a pattern (`${name#pattern}`), or a word that the lexer refuses.
 */
function expandWord(word, escapeMark, lookup) {
    try {
        const [text] = expandUntil(word, 0, '', { escapeMark, lookup }, 0);
        return text;
    }
    catch (error) {
        if (error instanceof Unknown)
            return undefined;
        throw error;
    }
}
/** The text up to an unquoted `stop` (to the end if empty), and the index after it. */
function expandUntil(word, from, stop, way, depth) {
    if (depth > DEEPEST)
        throw new Unknown();
    let text = '';
    for (let i = from; i < word.length;) {
        const char = word[i];
        if (char === stop)
            return [text, i + 1];
        if (char === "'") {
            const end = word.indexOf("'", i + 1);
            if (end < 0)
                throw new Unknown();
            text += word.slice(i + 1, end);
            i = end + 1;
        }
        else if (char === '"') {
            const [inner, next] = expandQuoted(word, i + 1, way, depth);
            text += inner;
            i = next;
        }
        else if (char === '$') {
            const [value, next] = expandVariable(word, i, way, depth);
            text += value;
            i = next;
        }
        else if (char === way.escapeMark) {
            text += word[i + 1] ?? '';
            i += 2;
        }
        else {
            text += char;
            i++;
        }
    }
    if (stop !== '')
        throw new Unknown();
    return [text, word.length];
}
function expandQuoted(word, from, way, depth) {
    let text = '';
    for (let i = from; i < word.length;) {
        const char = word[i];
        if (char === '"')
            return [text, i + 1];
        if (char === '$') {
            const [value, next] = expandVariable(word, i, way, depth);
            text += value;
            i = next;
        }
        else if (char === way.escapeMark) {
            const next = word[i + 1];
            const isTaken = next === '"' || next === '$' || next === way.escapeMark;
            text += isTaken ? next : char;
            i += isTaken ? 2 : 1;
        }
        else {
            text += char;
            i++;
        }
    }
    throw new Unknown();
}
/** The value of the variable that begins at a `$`, and where it ends; a `$` that begins no variable is literal. */
function expandVariable(word, at, way, depth) {
    const plain = /^\$([A-Za-z_]\w*)/.exec(word.slice(at, at + 1000));
    if (plain)
        return [valueNamed(plain[1], way), at + plain[0].length];
    const braced = /^\$\{([A-Za-z_]\w*)(\}|:?[-+?])/.exec(word.slice(at, at + 1000));
    if (braced) {
        const [whole, name = '', operator = ''] = braced;
        if (operator === '}')
            return [valueNamed(name, way), at + whole.length];
        return withOperator(word, at + whole.length, name, operator, way, depth);
    }
    // A digit, a special parameter, a pattern, or a dollar sign that no name follows.
    if (/^\$[\d@*#?!$-]|^\$\{/.test(word.slice(at, at + 2)))
        throw new Unknown();
    return ['$', at + 1];
}
function valueNamed(name, { lookup }) {
    const value = lookup(name);
    if (value === undefined)
        throw new Unknown();
    return value === UNSET ? '' : value;
}
/** `${name:-word}` and similar; with the colon an empty value counts as unset. */
function withOperator(word, from, name, operator, way, depth) {
    const value = way.lookup(name);
    if (value === undefined)
        throw new Unknown();
    const isSet = value !== UNSET && !(operator.startsWith(':') && value === '');
    const isTaken = operator.endsWith('+') ? isSet : !isSet;
    // A branch that is not used is skipped: it may contain unknown variables.
    const lookup = isTaken ? way.lookup : () => UNSET;
    const [text, next] = expandUntil(word, from, '}', { ...way, lookup }, depth + 1);
    if (operator.endsWith('+'))
        return [isSet ? text : '', next];
    if (isSet)
        return [value, next];
    if (operator.endsWith('?'))
        throw new Unknown(); // BuildKit fails the build here
    return [text, next];
}

;// CONCATENATED MODULE: ./src/mounts/dockerfile-mounts.ts





/** The cache mounts that the stages of a build use, for all its platforms. Reads the text a few times. */
function mountsOfBuild(text, inputs) {
    const { instructions, escapeMark } = (0,dockerfile/* parseDockerfile */.A)(text);
    const all = inputs.platforms.map((platform) => mountsOfPlatform(instructions, escapeMark, inputs, platform));
    return {
        mounts: together(all.flatMap((it) => it.mounts)),
        uncarried: all
            .flatMap((it) => it.uncarried)
            .filter((it, i, them) => them.findIndex((other) => isSameSpelling(it, other)) === i),
    };
}
const isSameSpelling = (a, b) => a.line === b.line && a.name === b.name;
/** The same mounts, each once. */
function together(mounts) {
    const found = new Map();
    for (const mount of mounts) {
        const identity = identityOf(mount);
        const before = found.get(identity);
        const targets = [...new Set([...(before?.targets ?? []), ...mount.targets])];
        found.set(identity, { ...mount, sharing: before?.sharing ?? mount.sharing, targets });
    }
    return [...found.values()];
}
/** The identity of a mount, as one text without blanks. */
function identityOf({ id, owner }) {
    const parts = [id, ...(owner ? [owner.uid, owner.gid, owner.mode] : [])];
    return parts
        .map((it) => encodeURIComponent(it))
        .join(' ')
        .replaceAll(' ', ',');
}
function mountsOfPlatform(instructions, escapeMark, inputs, platform) {
    const names = [];
    const stages = [];
    const globals = new Map(Object.entries(platformArgs(inputs, platform)));
    const word = (text, env, isKnown) => expandWord(text, escapeMark, (name) => env.get(name) ?? (isKnown ? UNSET : undefined));
    const stageNamed = (name) => {
        const lower = name.toLowerCase();
        if (name === '' || inputs.contexts.includes(lower))
            return -1;
        const named = names.lastIndexOf(lower);
        return named >= 0 || !/^\d{1,4}$/.test(name) ? named : Number(name) < stages.length ? Number(name) : -1;
    };
    for (const it of instructions) {
        const stage = stages.at(-1);
        const words = (0,dockerfile_words/* splitWords */.yM)(it.text, escapeMark).slice(1);
        if (it.keyword === 'FROM') {
            const base = word(words.find((part) => !part.startsWith('--')) ?? '', globals, true) ?? '';
            const from = stageNamed(base);
            const parent = stages[from];
            const isKnown = parent ? parent.isKnown : base === 'scratch';
            stages.push({
                env: new Map(parent?.env),
                isKnown,
                folder: parent ? parent.folder : isKnown ? '/' : undefined,
                needs: new Set(parent ? [from] : []),
                mounts: [],
                uncarried: [],
            });
            names.push(it.stageName);
        }
        else if (it.keyword === 'ARG') {
            for (const part of words)
                readArg(part, stage, { globals, args: inputs.args, word });
        }
        else if (!stage) {
        }
        else if (it.keyword === 'ENV') {
            readEnv(words, it.text, stage, word);
        }
        else if (it.keyword === 'WORKDIR') {
            const path = word(it.text.replace(/^\S+\s*/, ''), stage.env, stage.isKnown);
            const isWhole = path !== undefined && !path.includes(NOT_KNOWN);
            if (!isWhole)
                stage.folder = undefined;
            else if (path.startsWith('/'))
                stage.folder = cleaned(path);
            else if (stage.folder !== undefined)
                stage.folder = external_node_path_.posix.join(stage.folder, path);
        }
        else if (it.keyword === 'COPY' || it.keyword === 'ADD') {
            for (const [name, value] of flagsOf(it.text, escapeMark)) {
                if (name === 'from')
                    stage.needs.add(stageNamed(value));
            }
        }
        else if (it.keyword === 'RUN') {
            for (const [name, value] of flagsOf(it.text, escapeMark)) {
                if (name !== 'mount')
                    continue;
                const mount = readMount(value, stage, { inputs, word, stageNamed });
                if (mount && 'why' in mount)
                    stage.uncarried.push({ line: it.line, ...mount });
                else if (mount)
                    stage.mounts.push(mount);
            }
        }
    }
    const target = inputs.target === '' ? stages.length - 1 : stageNamed(inputs.target);
    const built = [...reached(stages, target)].sort((a, b) => a - b).flatMap((i) => stages[i] ?? []);
    return { mounts: built.flatMap((it) => it.mounts), uncarried: built.flatMap((it) => it.uncarried) };
}
/** The stages that a stage needs, itself included. */
function reached(stages, target) {
    const all = new Set();
    const waiting = [target];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (all.has(next) || !stages[next])
            continue;
        all.add(next);
        waiting.push(...(stages[next]?.needs ?? []));
    }
    return all;
}
/** One `name` or `name=default` of an ARG. With an unknown value the variable is unknown. */
function readArg(part, stage, { globals, args, word }) {
    const env = stage?.env ?? globals;
    const isKnown = stage?.isKnown ?? true;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const given = Object.hasOwn(args, name) ? args[name] : undefined;
    if (given !== undefined)
        env.set(name, given);
    else if (equals >= 0)
        put(env, name, word(part.slice(equals + 1), env, isKnown));
    else if (stage && globals.has(name))
        env.set(name, globals.get(name));
}
/** `ENV name=value …`, or the old form of one name and the rest of the line. */
function readEnv(words, text, stage, word) {
    const before = new Map(stage.env);
    const [first = ''] = words;
    if (!first.includes('=')) {
        const rest = /^\S+\s+\S+\s+([\s\S]*)$/.exec(text)?.[1]?.trim() ?? '';
        put(stage.env, first, word(rest, before, stage.isKnown));
        return;
    }
    for (const part of words) {
        const equals = part.indexOf('=');
        if (equals < 0)
            continue;
        const name = word(part.slice(0, equals), before, stage.isKnown);
        if (name !== undefined)
            put(stage.env, name, word(part.slice(equals + 1), before, stage.isKnown));
    }
}
/** A text that no Dockerfile can contain: the placeholder for an unknown value. */
const NOT_KNOWN = '\0';
function put(env, name, value) {
    env.set(name, value ?? NOT_KNOWN);
}
/** The flags at the beginning of an instruction, as BuildKit splits them (parser/split_command.go). */
function flagsOf(text, escapeMark) {
    const flags = [];
    const rest = text.replace(/^\S+\s*/, '');
    for (let i = 0; i < rest.length;) {
        if (/\s/.test(rest[i])) {
            i++;
            continue;
        }
        if (!rest.startsWith('--', i))
            break;
        let flag = '';
        let quote = '';
        for (; i < rest.length && (quote !== '' || !/\s/.test(rest[i])); i++) {
            const char = rest[i];
            if (char === quote)
                quote = '';
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === escapeMark)
                flag += rest[++i] ?? '';
            else
                flag += char;
        }
        if (flag === '--')
            break;
        const equals = flag.indexOf('=');
        if (equals > 0)
            flags.push([flag.slice(2, equals).toLowerCase(), flag.slice(equals + 1)]);
    }
    return flags;
}
/** The characters allowed in an id: it is written into the helper's Dockerfile. */
const PLAIN = /^[\w./:@+~-]{1,512}$/;
/**
 * One `--mount=…` of a RUN (instructions/commands_runmount.go); undefined if it is not a cache, or if BuildKit refuses
 * it.
 */
function readMount(value, stage, { inputs, word, stageNamed, }) {
    let fields;
    try {
        fields = (0,csv/* decodeFields */.q)(value);
    }
    catch {
        return undefined;
    }
    const given = new Map();
    for (const field of fields) {
        const equals = field.indexOf('=');
        const key = SAME[field.slice(0, equals).toLowerCase()] ?? field.slice(0, equals).toLowerCase();
        if (equals > 0) {
            const written = field.slice(equals + 1);
            const text = key === 'from' ? written : word(written, stage.env, stage.isKnown);
            given.set(key, text?.includes(NOT_KNOWN) ? undefined : text);
        }
    }
    const from = given.get('from');
    if (from !== undefined)
        stage.needs.add(stageNamed(from));
    if (given.get('type')?.toLowerCase() !== 'cache')
        return undefined;
    const leaveOut = (why) => ({ name: spelled(fields), why });
    if (from !== undefined)
        return leaveOut('its initial content comes from from=');
    if ((given.get('source') ?? '') !== '')
        return leaveOut('it has a source=');
    const unknown = ['id', 'target', 'uid', 'gid', 'mode', 'sharing'].filter((key) => given.has(key) && given.get(key) === undefined);
    if (unknown.length > 0)
        return leaveOut(`the Dockerfile does not determine the value of its ${unknown.join(', ')}`);
    const target = given.get('target') ?? '';
    const name = given.get('id') || cleaned(target);
    if (!PLAIN.test(name))
        return leaveOut('its id has unusual characters');
    const [uid, gid] = [given.get('uid'), given.get('gid')].map((it) => (it === undefined ? 0 : digits(it, 10)));
    const mode = given.get('mode') === undefined ? 0o755 : digits(given.get('mode') ?? '', 8);
    if (uid === undefined || gid === undefined || mode === undefined)
        return undefined;
    const sharing = (given.get('sharing') ?? 'shared').toLowerCase();
    if (sharing !== 'shared' && sharing !== 'private' && sharing !== 'locked')
        return undefined;
    const hasOwner = ['uid', 'gid', 'mode'].some((key) => given.has(key));
    return {
        id: `${inputs.args.BUILDKIT_CACHE_MOUNT_NS ?? ''}/${name}`,
        name,
        owner: hasOwner ? { uid, gid, mode: mode.toString(8).padStart(4, '0') } : undefined,
        sharing,
        targets: targetIn(stage.folder, target),
    };
}
const SAME = { src: 'source', dst: 'target', destination: 'target' };
/** The absolute path of a target; a relative one is below the working directory. */
function targetIn(folder, target) {
    if (target.startsWith('/'))
        return [cleaned(target)];
    return folder === undefined ? [] : [cleaned(external_node_path_.posix.join(folder, target))];
}
/** Go's path.Clean. */
function cleaned(path) {
    const clean = external_node_path_.posix.normalize(path === '' ? '.' : path);
    return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}
function digits(text, base) {
    const isNumber = (base === 8 ? /^[0-7]{1,11}$/ : /^\d{1,10}$/).test(text);
    const number = Number.parseInt(text, base);
    return isNumber && number <= 0xffffffff ? number : undefined;
}
/** The name of a mount for users, as in the Dockerfile. */
function spelled(fields) {
    const of = (name) => fields.find((it) => name.test(it));
    return (of(/^id=/i) ?? of(/^(target|dst|destination)=/i) ?? '').slice(0, 200);
}
/** The arguments that each build has (dockerfile2llb/platform.go). */
function platformArgs({ args, target, buildPlatform }, platform) {
    const parts = (prefix, text) => {
        const [os = '', architecture = '', variant = ''] = text.split('/');
        return {
            [`${prefix}PLATFORM`]: text,
            [`${prefix}OS`]: os,
            [`${prefix}OSVERSION`]: '',
            [`${prefix}ARCH`]: architecture,
            [`${prefix}VARIANT`]: variant,
        };
    };
    const all = {
        ...parts('BUILD', buildPlatform),
        ...parts('TARGET', platform),
        TARGETSTAGE: target || 'default',
    };
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, args[name] ?? value]));
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/mounts/protocol.ts

/** Where the helper's step mounts them. */
const placeOf = (i) => `/m/${i}`;
function formatRequest({ nonce, mounts, most, known }) {
    const lines = [
        ['nonce', nonce],
        ['most', String(Math.floor(most))],
        ['known', known],
        ...mounts.flatMap((mount, i) => [
            ['mount', identityOf(mount), placeOf(i)],
            ...mount.targets.filter(fitsInLine).map((target) => ['target', target]),
        ]),
    ];
    return lines.map((fields) => `${fields.join('\t')}\n`).join('');
}
const fitsInLine = (text) => !/[\t\n]/.test(text);
const STATES = ['packed', 'unchanged', 'empty', 'large', 'unpacked', 'refused', 'failed'];
/** Parses the helper's report; throws an Error if it is not one. */
function parseReport(text) {
    const report = {
        state: 'failed',
        why: '',
        fingerprint: '',
        contents: new Map(),
        left: new Map(),
    };
    let hasState = false;
    for (const line of text.split('\n')) {
        const [key, first = '', second = '', third = ''] = line.split('\t');
        if (key === 'mount')
            report.contents.set(first, { files: Number(second), bytes: Number(third) });
        if (key === 'refused' || key === 'skipped')
            report.left.set(first, second);
        if (key === 'fingerprint' && /^[0-9a-f]{32}$/.test(first))
            report.fingerprint = first;
        const state = key === 'state' ? STATES.find((it) => it === first) : undefined;
        if (state) {
            hasState = true;
            report.state = state;
            report.why = second;
        }
    }
    if (!hasState)
        throw new Error('the helper wrote no report');
    return report;
}
/** The names of the contexts of the helper's build, which identify its leftovers. */
const PROGRAMS = 'branch-cache-mounts';
const ARCHIVE = 'branch-cache-archive';
/**
 * The helper's Dockerfile. Its first stage runs the helper once, with all mounts, and writes `report`. `image`: an
 * image with the helper, instead of the action's files.
 */
function helperDockerfile(way, mounts, image) {
    const program = image === '' ? `from=${PROGRAMS},source=mounts-$BUILDARCH` : 'from=program,source=/mounts';
    const flags = [
        '--network=none',
        `--mount=type=bind,${program},target=/.branch-cache-mounts`,
        `--mount=type=bind,from=${PROGRAMS},source=request,target=/.branch-cache-request`,
        ...(way === 'in' ? [`--mount=type=bind,from=${ARCHIVE},source=/out,target=/.branch-cache-archive`] : []),
        ...mounts.map((mount, i) => `--mount=${mountFlag(mount, placeOf(i))}`),
    ];
    return [
        ...(image === '' ? [] : [`FROM ${image} AS program`]),
        'FROM --platform=$BUILDPLATFORM scratch AS branch-cache-mounts-run',
        'ARG BUILDARCH',
        `RUN ${flags.join(' ')} ["/.branch-cache-mounts", "${way}"]`,
        'FROM scratch AS report',
        'COPY --from=branch-cache-mounts-run /out/report /',
        '',
    ].join('\n');
}
function mountFlag({ name, owner, sharing }, target) {
    const of = owner ? [`uid=${owner.uid}`, `gid=${owner.gid}`, `mode=${owner.mode}`] : [];
    return ['type=cache', `id=${name}`, `target=${target}`, `sharing=${sharing}`, ...of].join(',');
}

;// CONCATENATED MODULE: ./src/mounts/helper.ts






/** In bytes. */
const MOST_IN_REPORT = 4_000_000;
/**
 * Runs the helper with the mounts of a request. `archive`: the context with the archive to unpack. Throws an Error for
 * the user.
 */
async function runHelper(host, way, request, archive) {
    const folder = (0,external_node_path_.join)(host.directory, way);
    (0,external_node_fs_.mkdirSync)(folder);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'Dockerfile'), helperDockerfile(way, request.mounts, host.image));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'request'), formatRequest(request));
    if (host.image === '')
        for (const name of ['amd64', 'arm64'])
            writeProgram(name, folder);
    const contexts = [`${PROGRAMS}=${folder}`, ...(archive === undefined ? [] : [`${ARCHIVE}=${archive}`])];
    const build = async (target, output) => {
        const args = [
            'build',
            ...contexts.flatMap((it) => ['--build-context', it]),
            ...(host.namespace === '' ? [] : ['--build-arg', `BUILDKIT_CACHE_MOUNT_NS=${host.namespace}`]),
            ...['--file', (0,external_node_path_.join)(folder, 'Dockerfile'), '--output', output, '--progress', 'plain'],
            ...['--provenance=false', '--sbom=false', '--target', target],
            ...(host.builder === '' ? [] : ['--builder', host.builder]),
            folder,
        ];
        const { DOCKER_DEFAULT_PLATFORM: _, ...env } = host.env;
        const answer = await (0,run.query)(host.buildx, args, { ...env, BUILDX_GIT_INFO: 'false' }, { limitMs: host.left() });
        if (answer.exitCode !== 0)
            throw new Error(whyFailed(answer));
    };
    const reported = (0,external_node_path_.join)(host.directory, `${way}-report`);
    await build('report', `type=local,dest=${reported}`);
    const report = parseReport((0,bounded_file/* readBounded */.C)((0,external_node_path_.join)(reported, 'report'), MOST_IN_REPORT));
    return { report, exportTo: (output) => build('branch-cache-mounts-run', output) };
}
/** The helper's program for one platform, which is next to the action's code. */
function writeProgram(architecture, folder) {
    const packed = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(programs(), `mounts-${architecture}.gz`));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, `mounts-${architecture}`), (0,external_node_zlib_.gunzipSync)(packed), { mode: 0o755 });
}
const programs = () => (0,external_node_path_.dirname)(process.argv[1] ?? '');
/** A failed helper build, as a sentence without a full stop. */
function whyFailed({ isLate, stderr }) {
    if (isLate)
        return 'it took too long';
    if (/mounts-\w+["']?: not found|exec format error/.test(stderr))
        return "the action has no helper for this builder's platform; name one in cache-mounts-image";
    const error = stderr.match(/^(?:ERROR|error): .*$/gm)?.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '';
    return error.replace(/^(ERROR|error): (failed to (build|solve): )*/, '') || 'buildx failed';
}
/** Removes what the helper's builds left on the builder, mainly the archive. Never throws. */
async function pruneHelper({ buildx, builder, env }) {
    const name = builder === '' ? [] : ['--builder', builder];
    const ours = `${PROGRAMS}|${ARCHIVE}|:mounts--`;
    for (const type of ['source.local', 'regular']) {
        const filters = ['--filter', `type=${type}`, '--filter', `description~=${ours}`];
        await (0,run.query)(buildx, ['prune', '--force', ...filters, ...name], env, { limitMs: 20_000 });
    }
}

;// CONCATENATED MODULE: ./src/mounts/bring-in.ts








/** Restores the mounts that the builder lacks from the first scope that has an archive. Never throws. */
async function bringIn({ host, store, scopes, mounts, most }) {
    const brought = {
        found: undefined,
        held: new Set(),
        contents: undefined,
        why: '',
        isBroken: false,
    };
    try {
        const signal = timeLeft(host);
        const asked = store.find(scopes.reads.map(({ key }) => key), signal);
        asked.catch(() => { }); // it is awaited below
        const list = await listHeld(host);
        brought.held = new Set(mounts.filter((it) => recordsOf(it, list).length > 0).map(identityOf));
        brought.found = await inTime(asked, signal);
        const missing = mounts.filter((it) => !brought.held.has(identityOf(it)));
        if (!brought.found || missing.length === 0)
            return brought;
        const directory = (0,external_node_path_.join)(host.directory, 'archive');
        (0,external_node_fs_.mkdirSync)(directory);
        const archive = await inTime(brought.found.fetch({ directory, most, signal }), signal);
        const request = { nonce: (0,external_node_crypto_.randomBytes)(8).toString('hex'), mounts: missing, most, known: '' };
        const { report } = await runHelper(host, 'in', request, archive);
        if (report.state === 'refused')
            throw new archive_file/* BrokenArchive */.Cn(report.why);
        if (report.state !== 'unpacked')
            throw new Error(report.why || 'the archive was not unpacked');
        brought.contents = report.contents;
    }
    catch (error) {
        brought.why = error.message;
        brought.isBroken = error instanceof archive_file/* BrokenArchive */.Cn;
    }
    return brought;
}
/** The records of a mount in the builder's list; if there are several, the mounts cannot be distinguished. */
function recordsOf({ id, owner }, list) {
    return list.filter((it) => it.id === id && it.isDerived === (owner !== undefined));
}
/** The cache mounts that the builder has; throws if it does not answer. */
async function listHeld({ buildx, builder, env, left }) {
    const name = builder === '' ? [] : ['--builder', builder];
    const args = ['du', '--verbose', '--filter', 'type=exec.cachemount', ...name];
    const { exitCode, stdout } = await (0,run.query)(buildx, args, env, { limitMs: Math.min(left(), 30_000) });
    if (exitCode !== 0)
        throw new Error('the builder does not list its cache mounts');
    return parseHeldMounts(stdout);
}
/** Aborts when the time is over. */
function timeLeft({ left }) {
    return AbortSignal.timeout(left());
}
/** The same result, or an Error once the time is over: a store may not support cancellation. */
async function inTime(work, signal) {
    const late = new Promise((_, fail) => {
        const stop = () => fail(new Error('it took too long'));
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
    });
    work.catch(() => { });
    return Promise.race([work, late]);
}

// EXTERNAL MODULE: ./src/lib/nearest.ts
var nearest = __webpack_require__(2269);
// EXTERNAL MODULE: ./src/lib/quote.ts
var quote = __webpack_require__(6975);
;// CONCATENATED MODULE: ./src/mounts/choose-mounts.ts


/**
 * The mounts that are carried. `isOwnBuilder`: no other builds use the builder, so a private mount can only be this
 * build's.
 */
function chooseMounts(found, wanted, isOwnBuilder) {
    const isWanted = ({ name, targets }) => wanted === 'all' || (wanted !== 'none' && wanted.some((it) => it === name || targets.includes(it)));
    const known = found.mounts.flatMap(({ name, targets }) => [name, ...targets]);
    const unknown = typeof wanted === 'string' ? [] : wanted.filter((it) => !known.includes(it) && !isLeftOut(it, found));
    const chosen = found.mounts.filter(isWanted);
    const isShared = ({ sharing }) => sharing === 'private' && !isOwnBuilder;
    const left = found.uncarried.filter(({ name }) => wanted === 'all' || (wanted !== 'none' && wanted.some((it) => name.endsWith(`=${it}`))));
    return {
        mounts: chosen.filter((it) => !isShared(it)),
        notes: [
            ...left.map(({ line, name, why }) => `line ${line}, ${name}: not carried, because ${why}`),
            ...chosen
                .filter(isShared)
                .map(({ name }) => `${name}: not carried, because it is private and other builds use this builder`),
        ],
        warnings: unknown.map((it) => `cache-mounts: the build has no cache mount with the id or target ${(0,quote/* quote */.h)(it)}.${(0,nearest/* didYouMean */.a)(it, known)}`),
    };
}
function isLeftOut(wanted, { uncarried }) {
    return uncarried.some(({ name }) => name.endsWith(`=${wanted}`));
}

// EXTERNAL MODULE: ./src/backends/backend.ts
var backends_backend = __webpack_require__(4633);
;// CONCATENATED MODULE: ./src/mounts/choose-store.ts

/** The store of the first cache that can carry mounts; without one, GitHub's cache service if available. */
async function chooseStore(choice) {
    const reasons = [];
    for (const spec of choice.specs) {
        const store = await storeOf(spec, choice);
        if (typeof store !== 'string')
            return { store, spec };
        reasons.push(`${spec.backend.type}: ${store}`);
    }
    if (choice.service.offered)
        return { store: await archives(choice), spec: undefined };
    reasons.push(`GitHub's cache service: ${choice.service.why}`);
    return { why: reasons.join('; ') };
}
async function storeOf(spec, choice) {
    const { backend, given, isOwned } = spec;
    const attributes = Object.fromEntries(given);
    const { env } = choice;
    if (backend.type === 'gha' || isOwned)
        return choice.service.offered ? archives(choice) : choice.service.why;
    if (backend.type === 'registry') {
        if (choice.builder.driver === 'docker' && !choice.builder.containerdStore)
            return 'the docker driver pushes it only with the containerd image store';
        return (await __webpack_require__.e(/* import() */ 235).then(__webpack_require__.bind(__webpack_require__, 5235))).registryStore(attributes, choice.docker);
    }
    if (backend.type === 's3') {
        if (!env.AWS_ACCESS_KEY_ID || !env.AWS_SECRET_ACCESS_KEY)
            return 'no AWS keys are set in the environment';
        return (await __webpack_require__.e(/* import() */ 495).then(__webpack_require__.bind(__webpack_require__, 8495))).s3MountStore(attributes, env);
    }
    if (backend.type === 'azblob') {
        if (attributes.secret_access_key === undefined)
            return 'secret_access_key is not set';
        return (await __webpack_require__.e(/* import() */ 495).then(__webpack_require__.bind(__webpack_require__, 8495))).azblobMountStore(attributes, env);
    }
    if (backend.type === 'local') {
        const directory = (0,backends_backend/* attribute */.lt)(given, 'dest') ?? '';
        return (await __webpack_require__.e(/* import() */ 505).then(__webpack_require__.bind(__webpack_require__, 7505))).directoryStore(directory, choice.keepMs);
    }
    return 'it can hold only layers';
}
async function archives({ access }) {
    return (await __webpack_require__.e(/* import() */ 493).then(__webpack_require__.bind(__webpack_require__, 8493))).serviceStore(access);
}

// EXTERNAL MODULE: ./src/lib/format.ts
var format = __webpack_require__(432);
;// CONCATENATED MODULE: ./src/mounts/mount-lines.ts


/** The log lines: one for each mount, and one for the archive. */
function mountLines(outcome) {
    const { mounts, store, from, secondsIn, secondsOut, broughtIn, after, held, left, saved, notes } = outcome;
    return [
        ...mounts.map((mount) => {
            const identity = identityOf(mount);
            const brought = broughtIn.get(identity);
            const content = after.get(identity);
            const parts = [
                brought
                    ? `${inWords(brought)} restored`
                    : held.has(identity)
                        ? 'already in the builder'
                        : 'nothing restored',
                ...(content ? [`${inWords(content)} after the build`] : []),
                ...(left.has(identity) ? [`not saved: ${left.get(identity)}`] : []),
            ];
            return `${mount.name.padEnd(24)} ${parts.join(', ')}`;
        }),
        ...notes,
        ...(from === '' ? [] : [`read from ${from} in ${store}, ${(0,format/* formatSeconds */.Xo)(secondsIn)}`]),
        secondsOut > 0 ? `${saved}, ${(0,format/* formatSeconds */.Xo)(secondsOut)}` : saved,
    ].filter((line) => line !== '');
}
function inWords({ files, bytes }) {
    return `${(0,format/* formatBytes */.z3)(bytes)} in ${files} file${files === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./src/plan/entries.ts + 1 modules
var entries = __webpack_require__(8624);
;// CONCATENATED MODULE: ./src/mounts/scopes.ts

/**
 * The plan -> the scopes of mounts, which are the same as those of layers. `spec`: the cache in whose store they are. A
 * job of a matrix writes one archive, that of its shard; the first job writes that of the common scope.
 */
function scopesOfMounts(plan, spec, cacheName, isOnGithub) {
    const names = [cacheName, spec?.name ?? ''];
    const decision = isOnGithub ? plan.write.onGha : plan.write.elsewhere;
    const reads = plan.reads
        .filter(({ onGha }) => onGha || !isOnGithub)
        .flatMap(({ branch, role }) => plan.readShards.map((shard) => ({ key: (0,entries/* scopeKey */.OD)(plan, names, { branch, role }, shard), branch, role })));
    const { own: branch } = plan;
    const write = branch && decision.allowed
        ? { key: (0,entries/* scopeKey */.OD)(plan, names, { branch, role: 'own' }, plan.soleShard) }
        : { why: decision.why };
    return { reads, write };
}

;// CONCATENATED MODULE: ./src/mounts/take-out.ts







/** Saves the mounts of a successful build if they have changed; throws an Error for the user. */
async function takeOut(job, brought) {
    const { host, store, scopes, mounts, most } = job;
    const result = { saved: '', isTrouble: false, contents: new Map(), left: new Map() };
    const nothing = (why, isTrouble = false) => ({
        ...result,
        saved: `nothing saved: ${why}`,
        isTrouble,
    });
    if ('why' in scopes.write)
        return nothing(scopes.write.why);
    // The stored archive may contain more than a build from scratch has left.
    if (brought.why !== '' && !brought.isBroken)
        return nothing('the stored archive could not be restored, so it stays unchanged');
    const records = await listHeld(host);
    const there = [];
    for (const mount of mounts) {
        const { length } = recordsOf(mount, records);
        if (length === 1)
            there.push(mount);
        if (length > 1)
            result.left.set(identityOf(mount), 'the builder has several with this id');
    }
    if (there.length === 0)
        return nothing('the builder has none of the mounts');
    there.sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1));
    const known = brought.isBroken ? '' : (brought.found?.fingerprint ?? '');
    const request = { nonce: (0,external_node_crypto_.randomBytes)(8).toString('hex'), mounts: there, most, known };
    const run = await runHelper(host, 'out', request);
    const { report } = run;
    result.contents = report.contents;
    for (const [identity, why] of report.left)
        result.left.set(identity, whyLeft(why));
    if (report.state === 'unchanged')
        return nothing('nothing has changed');
    const lost = brought.isBroken ? [] : whatWouldBeLost(mounts, brought, result);
    if (lost.length > 0)
        return nothing(`the stored archive has ${(0,format/* list */.p_)(lost)}, which a new one would lack; it stays unchanged`, true);
    if (report.state === 'empty')
        return nothing('the mounts are empty');
    if (report.state === 'large')
        return nothing(whyTooLarge(report.contents, most), true);
    if (report.state !== 'packed')
        throw new Error(report.why || 'the mounts were not packed');
    const size = await send(job, run, scopes.write.key, report.fingerprint);
    const total = [...report.contents.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    const of = size === undefined ? (0,format/* formatBytes */.z3)(total) : `${(0,format/* formatBytes */.z3)(total)} as ${(0,format/* formatBytes */.z3)(size)}`;
    return { ...result, saved: `saved ${of} to ${scopes.write.key} in ${store.name}` };
}
/** The mounts that the stored archive has, as far as known, and a new one would not. */
function whatWouldBeLost(mounts, { found, contents: stored }, { contents, left }) {
    if (!found)
        return [];
    return mounts
        .filter((mount) => {
        const identity = identityOf(mount);
        const isPacked = !left.has(identity) && (contents.get(identity)?.files ?? 0) > 0;
        const isGone = left.has(identity) || contents.get(identity)?.files === 0;
        return !isPacked && isGone && (stored === undefined || (stored.get(identity)?.files ?? 0) > 0);
    })
        .map(({ name }) => name);
}
function whyLeft(why) {
    return why.startsWith('links ')
        ? `it has a link that points outside it (${why.slice('links '.length)})`
        : why;
}
function whyTooLarge(contents, most) {
    const total = [...contents.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    return `the mounts hold ${(0,format/* formatBytes */.z3)(total)}, more than cache-mounts-max-size (${(0,format/* formatBytes */.z3)(most)}); clean them up with the tool that fills them`;
}
async function send({ host, store }, run, key, fingerprint) {
    const signal = timeLeft(host);
    const folder = (0,external_node_path_.join)(host.directory, 'taken');
    return inTime(store.save({
        key,
        fingerprint,
        signal,
        exportTo: run.exportTo,
        pack: async () => {
            await run.exportTo(`type=local,dest=${folder}`);
            return (0,archive_file/* compressFile */.Xi)((0,external_node_path_.join)(folder, 'out/archive.tar'), (0,external_node_path_.join)(host.directory, 'packed'), signal);
        },
    }), signal);
}

// EXTERNAL MODULE: ./src/plan/github-limits.ts
var github_limits = __webpack_require__(2469);
// EXTERNAL MODULE: ./src/plan/plan.ts + 3 modules
var plan_plan = __webpack_require__(1247);
// EXTERNAL MODULE: ./src/runner/archive-service.ts
var archive_service = __webpack_require__(2622);
// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __webpack_require__(4990);
// EXTERNAL MODULE: ./src/runner/commands.ts + 4 modules
var commands = __webpack_require__(5426);
;// CONCATENATED MODULE: ./src/carry-mounts.ts



















/**
 * Restores the cache mounts of a build on its builder, before the build. Every failure is a warning: it never throws,
 * and never takes longer than `cache-timeout`.
 */
async function bringMountsIn(carry) {
    const troubles = [];
    const trouble = (sentence) => {
        troubles.push(sentence);
        (0,commands/* warning */.$e)(sentence);
    };
    const nothing = { save: async () => { }, close: async () => { }, troubles, lines: [] };
    try {
        return (await begin(carry, trouble, troubles)) ?? nothing;
    }
    catch (error) {
        trouble(`The cache mounts are not carried: ${error.message}.`);
        return nothing;
    }
}
/** The first BuildKit that reports the ids of its mounts. */
const LEAST = '0.12.0';
async function begin(carry, trouble, troubles) {
    const { inputs, planned, builder, buildx, isOnlyOurs } = carry;
    const { environment } = planned;
    const dockerfile = (0,dockerfile_text/* readDockerfile */.n)(inputs.build, environment);
    if (dockerfile.text === undefined) {
        trouble(`cache-mounts: ${dockerfile.path} cannot be read in the workspace; check out the repository with actions/checkout.`);
        return undefined;
    }
    const found = mountsOfBuild(dockerfile.text, dockerfileInputs(inputs, builder));
    const { mounts, notes, warnings } = chooseMounts(found, inputs.mounts.wanted, await isOnlyOurs());
    for (const message of warnings)
        trouble(message);
    if (mounts.length === 0) {
        (0,commands/* group */.Os)('Cache mounts', [...notes, 'the build has no cache mounts that can be carried']);
        return undefined;
    }
    if (builder.nodes.length > 1) {
        trouble('cache-mounts: a builder with several nodes is not supported; the cache mounts are not carried.');
        return undefined;
    }
    const old = builder.buildkits.find((it) => !(0,buildx_builder/* isAtLeast */.du)(it, LEAST));
    if (old !== undefined) {
        trouble(`cache-mounts needs BuildKit ${LEAST} or newer, but this is ${old}; the cache mounts are not carried.`);
        return undefined;
    }
    const service = (0,archive_service/* archiveService */.Si)({
        variables: inputs.env,
        now: Date.now() / 1000,
        serverUrl: environment.serverUrl,
    });
    const chosen = await chooseStore({
        specs: planned.specs,
        builder,
        service,
        access: {
            variables: inputs.env,
            isFirst: (0,archive_service/* isFirstVersion */.PC)(inputs.env, environment.serverUrl),
            patience: inputs.timeout,
            repository: environment.repository,
            runName: environment.runName,
        },
        docker: () => ({ buildx, builder: inputs.build.builder, env: inputs.env, limitMs: 30_000 }),
        env: inputs.env,
        keepMs: inputs.limits.keep,
    });
    if ('why' in chosen) {
        trouble(`The cache mounts are not carried: no cache of this step can hold them (${chosen.why}).`);
        return undefined;
    }
    const { store, spec } = chosen;
    const plan = store.isOnGithub
        ? (0,github_limits/* withinService */.j)((0,plan_plan/* makePlan */.C)(planned.run, planned.base, inputs.plan), service)
        : planned.plan;
    const scopes = scopesOfMounts(plan, spec, inputs.cacheName, store.isOnGithub);
    const parent = environment.tempDir || (0,external_node_os_.tmpdir)();
    (0,make_folder/* makeFolder */.f)(parent);
    const directory = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, 'buildx-branch-cache-mounts-'));
    const remove = () => (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    const forget = (0,cancel/* atEnd */.tE)(remove);
    let end = timeOver(inputs.timeout);
    const host = {
        buildx,
        directory,
        env: inputs.env,
        builder: inputs.build.builder,
        image: inputs.mounts.image,
        namespace: namespaceOf(inputs),
        left: () => Math.max(1, Math.ceil(end - performance.now())),
    };
    const job = { host, store, scopes, mounts, most: inputs.mounts.maxSize };
    const began = performance.now();
    const brought = await bringIn(job);
    const secondsIn = (performance.now() - began) / 1000;
    const source = scopes.reads.find(({ key }) => key === brought.found?.key);
    const from = brought.contents && source ? source.key : '';
    if (brought.why !== '')
        trouble(`The cache mounts were not restored from ${store.name}: ${brought.why}.`);
    else
        (0,commands/* info */.pq)(from === '' ? 'No cache mounts were restored.' : `The cache mounts of ${from} were restored.`);
    const lines = [];
    const close = async () => {
        await pruneHelper(host);
        forget();
        remove();
    };
    const save = async (succeeded, limitMs) => {
        const start = performance.now();
        end = start + Math.min(limitMs, inputs.timeout || limitMs);
        const taken = await tryToTakeOut(job, brought, succeeded);
        const outcome = {
            store: store.name,
            mounts,
            notes,
            from,
            secondsIn,
            secondsOut: (performance.now() - start) / 1000,
            broughtIn: brought.contents ?? new Map(),
            after: taken.contents,
            held: brought.held,
            left: taken.left,
            saved: taken.saved,
        };
        if (taken.isTrouble)
            trouble(`The cache mounts: ${taken.saved}.`);
        for (const [identity, why] of taken.left) {
            const name = mounts.find((it) => identityOf(it) === identity)?.name ?? '';
            // This is the same in every run, so it is not cache trouble.
            (0,commands/* warning */.$e)(`The cache mount ${name} is not saved: ${why}.`);
        }
        lines.push(...mountLines(outcome));
        (0,commands/* group */.Os)('Cache mounts', lines);
    };
    return { troubles, lines, save, close };
}
async function tryToTakeOut(job, brought, succeeded) {
    const nothing = { contents: new Map(), left: new Map() };
    if (!succeeded)
        return { ...nothing, saved: 'nothing saved: the build failed', isTrouble: false };
    try {
        return await takeOut(job, brought);
    }
    catch (error) {
        return { ...nothing, saved: `nothing saved: ${error.message}`, isTrouble: true };
    }
}
/** When the time is over; 0 is no limit. */
const timeOver = (limitMs) => performance.now() + (limitMs || 24 * 3_600_000);
function namespaceOf({ build }) {
    return argsOf(build['build-args'], {}).BUILDKIT_CACHE_MOUNT_NS ?? '';
}
function dockerfileInputs({ build, env }, { platform = '' }) {
    const platforms = build.platforms.length > 0 ? build.platforms : [env.DOCKER_DEFAULT_PLATFORM || platform];
    return {
        args: argsOf(build['build-args'], env),
        target: build.target,
        platforms,
        buildPlatform: platform,
        contexts: build['build-contexts'].map((it) => it.replace(/=.*$/s, '').toLowerCase()),
    };
}
/** `NAME=value`, or `NAME` alone for a variable of the environment. */
function argsOf(given, env) {
    return Object.fromEntries(given.flatMap((arg) => {
        const equals = arg.indexOf('=');
        if (equals > 0)
            return [[arg.slice(0, equals), arg.slice(equals + 1)]];
        const value = env[arg];
        return value === undefined ? [] : [[arg, value]];
    }));
}


/***/ }),

/***/ 2239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ BrokenArchive),
/* harmony export */   E5: () => (/* binding */ decompressInto),
/* harmony export */   Xi: () => (/* binding */ compressFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);






/** Node has zstd since 22.15; GitHub's runners have 24. */
const HAS_ZSTD = "createZstdCompress" in node_zlib__WEBPACK_IMPORTED_MODULE_5__;
/** Compresses a file: zstd where Node has it, else gzip; both at the level that costs least. */
async function compressFile(from, file, signal) {
    const compress = HAS_ZSTD
        ? node_zlib__WEBPACK_IMPORTED_MODULE_5__.createZstdCompress({ params: { [node_zlib__WEBPACK_IMPORTED_MODULE_5__.constants.ZSTD_c_compressionLevel]: 1 } })
        : node_zlib__WEBPACK_IMPORTED_MODULE_5__.createGzip({ level: 1 });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let size = 0;
    const count = new node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform({
        transform(bytes, _, done) {
            hash.update(bytes);
            size += bytes.length;
            done(null, bytes);
        },
    });
    const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(file, { flags: 'wx', mode: 0o600 });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(from, { highWaterMark: 1024 * 1024 }), compress, count, target, { signal });
    return { file, size, hash: hash.digest('hex') };
}
/** A corrupt archive: it will be written again. */
class BrokenArchive extends Error {
}
const ZSTD = Buffer.from('28b52ffd', 'hex');
const GZIP = Buffer.from('1f8b', 'hex');
/**
 * Decompresses a stream into the archive of a build context, of at most `most` bytes; returns the context.
 * Throws BrokenArchive if it is neither zstd nor gzip, corrupt, or larger.
 */
async function decompressInto({ directory, most, signal }, bytes) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'out');
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
    await decompressTo((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'archive.tar'), bytes, most, signal);
    return directory;
}
async function decompressTo(file, bytes, most, signal) {
    const source = bytes[Symbol.asyncIterator]();
    let head = Buffer.alloc(0);
    while (head.length < ZSTD.length) {
        const { done, value } = await source.next();
        if (done)
            throw new BrokenArchive('it is damaged');
        head = Buffer.concat([head, value]);
    }
    const isZstd = head.subarray(0, ZSTD.length).equals(ZSTD) && HAS_ZSTD;
    if (!isZstd && !head.subarray(0, GZIP.length).equals(GZIP))
        throw new BrokenArchive('it is damaged');
    const plain = isZstd ? node_zlib__WEBPACK_IMPORTED_MODULE_5__.createZstdDecompress() : node_zlib__WEBPACK_IMPORTED_MODULE_5__.createGunzip();
    let size = 0;
    const limit = new node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform({
        transform(piece, _, done) {
            size += piece.length;
            if (size > most)
                done(new BrokenArchive('it holds more than cache-mounts-max-size allows'));
            else
                done(null, piece);
        },
    });
    const rest = async function* () {
        yield head;
        for (let next = await source.next(); !next.done; next = await source.next())
            yield next.value;
    };
    try {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(file, { flags: 'wx', mode: 0o600 });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(rest()), plain, limit, target, { signal });
    }
    catch (error) {
        const { code = '', message } = error;
        const isDamaged = /^(Z_|ZSTD_|ERR_ZSTD)/.test(code) || /unexpected end of file/i.test(message);
        throw isDamaged ? new BrokenArchive('it is damaged') : error;
    }
}


/***/ })

};
