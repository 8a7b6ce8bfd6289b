export const id = 538;
export const ids = [538];
export const modules = {

/***/ 466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ messages)
/* harmony export */ });
/**
 * The words of BuildKit and buildx that decide what a failed build's cause was, and what came of an import: not part of
 * any interface, so a new version may change them. `script/messages` makes BuildKit say each of them and reports those
 * that it no longer says (e2e/messages). Names of vertices are in vertex-names.ts, reasons for people in
 * error-messages.ts. The patterns of a build's last error are tried on the text after `failed to solve: `.
 */
const messages = {
    /** buildx prints it last; what follows is the cause. The lines of `(*service)` are the transfers' own. */
    finalError: /^ERROR: (?!\(\*service\))/,
    /** What stands before the cause. */
    beforeCause: /^ERROR: (failed to build: )?(failed to solve: )?/,
    // Exports. The first three come before the build, and ignore-error does not cover them (buildkit control/control.go).
    exporterNotConfigured: /^failed to configure (\w+) cache exporter: /,
    exporterUnknown: /^unknown cache exporter: "(\w+)"/,
    exporterTwice: /^duplicate cache exports \[(\w+)/,
    /** buildx waits 5 s for a build to begin. */
    neverBegan: /^failed to receive status: .*no such job/,
    /** buildx itself writes the directory and its index (buildkit client/solve.go). */
    directoryNotWritten: /^(?:could not \w+|mkdir|open|write|rename|stat|lstat|chmod|sync) "?([^\n]+)/,
    /** Two builds make azblob's container at once. */
    containerIsThere: /^failed to configure azblob cache exporter: .*ContainerAlreadyExists/s,
    // Layers that a cache promised and that cannot be read.
    beforeReadFailure: /^(failed to (compute cache key|load cache key|prepare [^:]+|get reader): )+/,
    s3Layer: /operation error S3: |checksum did not match: algorithm CRC/,
    registryLayer: /could not fetch content descriptor|httpReadSeeker: /,
    /** azblob's, and gha's, whose blobs are there. */
    azureLayer: /^GET https?:\/\/[^\n]*\n-{10,}/,
    localLayer: /rpc error: code = NotFound desc = content sha256:/,
    /** Whoever it was. Of a layer that broke off 0.34 says its offset is unsupported, since it cannot go on in it. */
    anyLayer: /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/,
    /** While an image is pushed its layers are read, and written to a registry, whose words come after these. */
    push: /^failed to push \S+: /,
    /** What only a write, or a question to the registry that is pushed to, says. */
    pushTarget: /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/,
    /** A step's own failure, a file that is not there, an image that is not there. */
    ownFailure: /^(process "|failed to calculate checksum|failed to read dockerfile|dockerfile parse error)/,
    // The builder.
    builderSpoilt: /^failed to prepare .*: parent snapshot \S+ does not exist: not found/m,
    builderDied: /rpc error: code = Unavailable|error reading from server: EOF/,
    /** Of a vertex: a failure elsewhere or a signal cut it off, or it was not needed any more. */
    cancelled: /context canceled$/,
    // Imports.
    /** The error of a registry's import whose tag is not there; the reference is its. */
    registryMissing: /^failed to configure registry cache importer: (\S+): not found$/,
    /** azblob's import says how many layers it found, and nothing where it found none. */
    layersFound: /^found [1-9]\d* layers in cache$/,
    /** buildx warns of a directory that it leaves out. What steps print begins with their number. */
    localImport: /^(WARN|time=).*local cache import at /,
};


/***/ }),

/***/ 6538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishBuild: () => (/* binding */ finishBuild),
  removeDirectory: () => (/* binding */ removeDirectory),
  runBuild: () => (/* binding */ runBuild),
  withDirectory: () => (/* binding */ withDirectory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/buildkit/messages.ts
var messages = __webpack_require__(466);
;// CONCATENATED MODULE: ./src/lib/lines.ts
const LONGEST = 65_536;
/** Hands on a text line by line, however it is cut as it passes; of a very long line the end. */
function lineReader(take) {
    let rest = '';
    return (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(-LONGEST);
        for (const line of lines)
            take(line);
    };
}
/** Keeps those lines of a text that match, however the text is cut as it passes. */
function lineFilter(pattern) {
    const kept = [];
    const read = lineReader((line) => {
        if (kept.length < 1000 && pattern.test(line))
            kept.push(line.trimEnd());
    });
    return {
        read,
        end: () => {
            read('\n');
            return kept;
        },
    };
}

// EXTERNAL MODULE: ./src/lib/make-folder.ts
var make_folder = __webpack_require__(2570);
// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __webpack_require__(4990);
// EXTERNAL MODULE: ./src/runner/state.ts
var state = __webpack_require__(6003);
// EXTERNAL MODULE: ./src/buildx/command-line.ts
var command_line = __webpack_require__(1156);
// EXTERNAL MODULE: ./src/buildx/failure.ts
var failure = __webpack_require__(1666);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/buildx/results.ts

/** In bytes; provenance and build checks are the most of it. */
const MOST = 64_000_000;
/** Reads the result files; buildx writes them only where the build succeeded. Never throws. */
function readResults(files) {
    const metadata = parse(results_text(files.metadataFile));
    const digest = metadata?.['containerimage.digest'];
    return { imageId: results_text(files.imageIdFile), digest: typeof digest === 'string' ? digest : '', metadata };
}
function results_text(path) {
    try {
        return (0,bounded_file/* readBounded */.C)(path, MOST).trim();
    }
    catch {
        return '';
    }
}
function parse(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/buildx/build.ts











// In characters: enough for the error that ends a build, which repeats the step's script several times.
const TAIL = 131_072;
/**
 * Runs the build once, with no results of an earlier run in its place. `onCommand` gets the command, fit to be printed;
 * `start` starts the process.
 */
async function runBuild(buildx, { args, env, secrets, files }, onCommand, watch, start = run.stream) {
    for (const file of [files.imageIdFile, files.metadataFile])
        (0,external_node_fs_.rmSync)(file, { force: true });
    onCommand((0,command_line.formatCommand)([buildx.program, ...buildx.prefix, ...args], secrets));
    let [tail, errors, stdout] = ['', '', ''];
    const warnings = lineFilter(messages/* messages */.D.localImport);
    const lines = lineReader((line) => watch?.read(line));
    const onOutput = (text, isStdout) => {
        tail = (tail + text).slice(-TAIL);
        if (isStdout) {
            stdout = (stdout + text).slice(0, TAIL);
            return;
        }
        errors = (errors + text).slice(-TAIL);
        warnings.read(text);
        lines(text);
    };
    const began = Date.now();
    const exitCode = await start(buildx, args, { ...env, BUILDX_METADATA_WARNINGS: 'true' }, { onOutput, cut: watch?.cut });
    return { exitCode, tail, errors, stdout, warnings: warnings.end(), began, ended: Date.now() };
}
/** What the last run of a build left; its builder is not asked yet. */
function finishBuild({ isCheck, builder, nodes, withImports, files }, { exitCode, tail, stdout, warnings, began, ended }) {
    const results = readResults(files);
    const named = results.metadata?.['buildx.build.ref'];
    const ref = typeof named === 'string' ? named : undefined;
    const checks = isCheck ? (0,failure/* whatChecksFound */.yD)(stdout) : '';
    return {
        hasBegun: exitCode === 0 || /^#\d+ |failed to solve/m.test(tail),
        failure: exitCode === 0 ? undefined : (0,failure/* whyFailed */.KE)(wholeLines(tail), exitCode, checks),
        results,
        wanted: { ref, builder, nodes, began, ended, withImports },
        warnings,
    };
}
/** The first line of what was cut off at its beginning may be half a line. */
function wholeLines(tail) {
    return tail.length < TAIL ? tail : tail.slice(tail.indexOf('\n') + 1 || tail.length);
}
/**
 * Runs `work` with a directory of its own in one of `parents`, the first that can be written, which is made where it
 * is missing. It holds secrets: it is gone afterwards, also where the job is cancelled, and at the latest with post.
 */
async function withDirectory(parents, work) {
    const directory = makeDirectory(parents);
    (0,state/* saveState */.LZ)('directory', directory);
    const forget = (0,cancel/* atEnd */.tE)(() => removeDirectory(directory));
    try {
        return await work(directory);
    }
    finally {
        forget();
        removeDirectory(directory);
    }
}
const NAME = 'buildx-branch-cache-';
function makeDirectory([parent = '', ...others]) {
    try {
        (0,make_folder/* makeFolder */.f)(parent);
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, NAME));
    }
    catch (error) {
        if (others.length > 0)
            return makeDirectory(others);
        throw new Error(`the secrets and results of the build need a writable folder: ${error.message}`);
    }
}
/** Removes a directory of `withDirectory`, and no other; never throws, since post tries again. */
function removeDirectory(directory) {
    if (!(0,external_node_path_.basename)(directory).startsWith(NAME))
        return;
    try {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    }
    catch {
        return;
    }
}


/***/ }),

/***/ 1666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ whyFailed),
/* harmony export */   LA: () => (/* binding */ hasNoPlugin),
/* harmony export */   Mf: () => (/* binding */ checkoutHint),
/* harmony export */   Yp: () => (/* binding */ NO_PLUGIN),
/* harmony export */   yD: () => (/* binding */ whatChecksFound)
/* harmony export */ });
const NO_PLUGIN = 'docker has no buildx plugin: add docker/setup-buildx-action before this step';
/** Whether docker itself answered `docker buildx version`, since it knows no `buildx`. */
function hasNoPlugin(output) {
    return UNKNOWN.test(output) || /^(Run|See) 'docker --help'/m.test(output);
}
const UNKNOWN = /unknown command: docker buildx|'buildx' is not a docker command/;
/** Added to a failure that is about a missing file where nothing is checked out; empty for any other. */
function checkoutHint(failure, isNothingThere) {
    const [first = ''] = failure.split('\n');
    return isNothingThere && MISSING.test(first)
        ? '\nThe workspace is empty: add actions/checkout before this step.'
        : '';
}
const MISSING = /failed to read dockerfile: |unable to prepare context: path |resolve : lstat |failed to calculate checksum of ref .*not found/;
/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10;
/** In characters: a longer line is repeated without what makes it long, or not at all. No mask finds a secret that was cut. */
const LONGEST = 2_000;
/**
 * The end of what buildx printed -> why it failed: its error, and the failing step with its last lines. `checks`
 * is what a failed `call: check` found.
 */
function whyFailed(tail, exitCode, checks) {
    if (UNKNOWN.test(tail))
        return NO_PLUGIN;
    if (checks !== '')
        return checks;
    const lines = tail.split(/\r?\n/);
    const error = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line.trim() !== '');
    const step = failingStep(lines);
    return [`buildx failed with: ${shortError(error?.trim() ?? '') || `exit code ${exitCode}`}`, ...step].join('\n');
}
/** An error without the command of the step, which may be a script; empty where it is too long all the same. */
function shortError(error) {
    if (error.length <= LONGEST)
        return error;
    const short = error.replace(/\bprocess ".*" did not /, 'process "…" did not ');
    return short.length <= LONGEST ? short : '';
}
/**
 * What a failed `call: check` or `lint` printed -> the line that says what it found, its first (docker/buildx#2647);
 * empty where it printed nothing.
 */
function whatChecksFound(stdout) {
    if (/^\s*[{[]/.test(stdout))
        return 'the build checks found problems: their JSON is in the log';
    return (stdout.split('\n').find((line) => line.trim() !== '') ?? '').trim();
}
/** buildx repeats the failing step between two lines of dashes: ` > [2/3] RUN make:` and its last output. */
function failingStep(lines) {
    const head = lines.findLastIndex((line) => /^ > .*:$/.test(line));
    if (head < 0)
        return [];
    const end = lines.findIndex((line, i) => i > head && /^-{6,}$/.test(line));
    const output = lines.slice(head + 1, end < 0 ? undefined : end);
    const last = output.slice(-STEP_LINES).map((line) => (line.length <= LONGEST ? line : '…'));
    const step = (lines[head] ?? '').trim();
    return [step.length <= LONGEST ? step : `${/^> \[[^\]]*\] \w+/.exec(step)?.[0] ?? '>'} …:`, ...last];
}


/***/ }),

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBuildx: () => (/* binding */ findBuildx),
/* harmony export */   flockNow: () => (/* binding */ flockNow),
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runToItsEnd: () => (/* binding */ runToItsEnd),
/* harmony export */   stream: () => (/* binding */ stream)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8701);
/* harmony import */ var _runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4990);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5426);







/** docker with its plugin, else `buildx` alone; throws where neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** In milliseconds: what docker answers, it answers in a second or two; a remote builder is given up after 20 s. */
const LIMIT = 30_000;
/** In characters: what is wanted of an answer. */
const MOST = 64_000_000;
/** In milliseconds: how long what a process leaves behind may hold its streams. */
const LINGER = 2_000;
/**
 * Asks docker something in silence. Every question has an end: after the limit, with an answer that is too long, or
 * with the action itself the process is killed, with all that it started.
 */
function query(buildx, args, env, bounds = {}) {
    return timed(buildx, args, () => ask(buildx, args, env, bounds), ({ exitCode, isLate }) => (isLate ? 'killed since it took too long' : `exit code ${exitCode}`));
}
/** Does a call and has the debug log name it, with what came of it and its time; nobody else loads what that takes. */
async function timed({ program, prefix }, args, call, outcome) {
    if (!(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .isDebug */ ._o)())
        return call();
    const { formatCommand } = await __webpack_require__.e(/* import() */ 156).then(__webpack_require__.bind(__webpack_require__, 1156));
    const begin = performance.now();
    let came = 'failed';
    try {
        const result = await call();
        came = outcome(result);
        return result;
    }
    finally {
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .debug */ .Yz)(() => {
            const words = [program, ...prefix, ...args].map(_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .hideKnown */ .m4);
            return `${formatCommand(words)}: ${came} after ${Math.round(performance.now() - begin)} ms`;
        });
    }
}
function ask({ program, prefix }, args, env, { limitMs = LIMIT, keep = () => true, input }) {
    // docker starts buildx, which starts others: a group of their own can be ended as one. Windows has none.
    const detached = process.platform !== 'win32';
    const [out, err] = [collector(keep), collector(() => true)];
    const answer = (exitCode, isLate = false) => ({
        exitCode,
        isLate,
        stdout: out.text(),
        stderr: err.text(),
    });
    let child;
    try {
        child = spawnPiped(program, [...prefix, ...args], { env, detached }, input);
    }
    catch {
        return Promise.resolve(answer(127)); // an environment that the system does not take
    }
    const kill = () => killGroup(child, detached);
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(kill);
    const timers = [];
    return new Promise((done) => {
        const give = (text, to) => {
            if (to.add(text))
                return;
            kill();
            done(answer(1));
        };
        child.stdout.setEncoding('utf8').on('data', (text) => give(text, out));
        child.stderr.setEncoding('utf8').on('data', (text) => give(text, err));
        child
            .on('error', () => done(answer(127)))
            .on('exit', (code) => timers.push(setTimeout(() => done(answer(code ?? 1)), LINGER)))
            .on('close', (code) => done(answer(code ?? 1)));
        const late = () => {
            kill();
            done(answer(1, true));
        };
        timers.push(setTimeout(late, limitMs));
    }).finally(() => {
        child.removeAllListeners('exit');
        timers.forEach(clearTimeout);
        forget();
        closeStreams(child);
    });
}
/**
 * Runs in silence what must not be killed half-way, such as a removal. It is waited for `limitMs` milliseconds, after
 * which the result is undefined and the process goes on, also after the action itself.
 */
function runToItsEnd(buildx, args, env, limitMs) {
    return timed(buildx, args, () => waitFor(buildx, args, env, limitMs), (result) => (result ? `exit code ${result.exitCode}` : 'still running'));
}
async function waitFor({ program, prefix }, args, env, limitMs) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 1955));
    const limit = new AbortController();
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
    // It splits its first argument at blanks.
    const running = getExecOutput(`"${program}"`, [...prefix, ...args], {
        env,
        silent: true,
        ignoreReturnCode: true,
    });
    return Promise.race([running, late]).finally(() => limit.abort());
}
function spawnPiped(program, args, options, input) {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { ...options, stdio: [stdin, 'pipe', 'pipe'] });
    // One that does not read ends the pipe, which is its own affair.
    child.stdin?.on('error', () => { }).end(input);
    return child;
}
/** Takes a text in pieces; `add` is false once there is too much of what is kept. */
function collector(keep) {
    const kept = [];
    let [length, rest] = [0, ''];
    const take = (line) => {
        if (!keep(line))
            return;
        length += line.length + 1;
        kept.push(line);
    };
    return {
        add: (text) => {
            const lines = text.split('\n');
            lines[0] = rest + lines[0];
            rest = lines.pop() ?? '';
            lines.forEach(take);
            return length + rest.length <= MOST;
        },
        text: () => [...kept, ...(keep(rest) ? [rest] : [])].join('\n'),
    };
}
function killGroup(child, isGroup) {
    try {
        if (isGroup && child.pid !== undefined)
            process.kill(-child.pid, 'SIGKILL');
        else
            child.kill('SIGKILL');
    }
    catch {
        return; // it has ended
    }
}
/** In milliseconds: how long buildx has to end after it was interrupted; it needs 5 s where its builder hangs. */
const GRACE = 15_000;
/** In milliseconds: the same after the job was cancelled, when the runner gives us 10 s in all. */
const GRACE_OF_RUNNER = 9_000;
/**
 * Runs a build, or what else takes long. What it prints goes to the user untouched and, as text, to `onOutput`; both
 * its streams go to our stdout, so that the log keeps their order. The result is the exit code, as a shell tells it of a
 * process that was killed. Where the job is
 * cancelled meanwhile, it throws when buildx has ended: nothing that follows is begun. `cut` interrupts it.
 */
function stream(buildx, args, env, streamed) {
    return timed(buildx, args, () => passOn(buildx, args, env, streamed), (exitCode) => `exit code ${exitCode}`);
}
async function passOn(buildx, args, env, { onOutput, cut }) {
    const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env });
    let isLineOpen = false;
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder(); // a letter of several bytes may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            isLineOpen = bytes.at(-1) !== 0x0a;
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // A cancelled job interrupts us alone: buildx has to hear of it to stop its build.
    let by;
    const endFor = ender(child);
    const release = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)((signal) => {
        by = signal;
        endFor(signal, GRACE_OF_RUNNER);
    });
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(() => child.kill('SIGKILL'));
    const interrupt = () => endFor('SIGINT', GRACE);
    if (cut?.aborted)
        interrupt();
    cut?.addEventListener('abort', interrupt, { once: true });
    try {
        const exitCode = await new Promise((done, fail) => {
            child
                .on('error', fail)
                .on('exit', () => setTimeout(() => closeStreams(child), LINGER * 5).unref())
                .on('close', (code, signal) => done(code ?? 128 + (signal ? node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal] : 0)));
        });
        if (by)
            throw new Error(`cancelled by ${by}`);
        return exitCode;
    }
    finally {
        // The runner reads its commands at the beginning of a line.
        if (isLineOpen)
            process.stdout.write(node_os__WEBPACK_IMPORTED_MODULE_1__.EOL);
        endFor.stop();
        forget();
        release();
        cut?.removeEventListener('abort', interrupt);
    }
}
/** Sends a process a signal, and ends it for good where that is not enough. */
function ender(child) {
    let timer;
    const end = (signal, graceMs) => {
        child.kill(signal);
        timer ??= setTimeout(() => {
            child.kill('SIGKILL');
            closeStreams(child); // its plugin may live on and hold them
        }, graceMs);
    };
    return Object.assign(end, { stop: () => clearTimeout(timer) });
}
function closeStreams({ stdout, stderr }) {
    stdout.destroy();
    stderr.destroy();
}
/**
 * Takes a flock(2) on an open file, which is ours for as long as its descriptor is open: the lock belongs to the open
 * file and not to the process that asked for it, and Node itself cannot ask. Nobody waits: false where another has it;
 * undefined where that cannot be told, for want of util-linux' or BusyBox' `flock`.
 */
function flockNow(fd, mode) {
    const flag = mode === 'shared' ? '-s' : '-x';
    return new Promise((done) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('flock', [flag, '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
            .on('error', () => done(undefined))
            .on('close', (code) => done(code === 0 ? true : code === 1 ? false : undefined));
    });
}


/***/ })

};
