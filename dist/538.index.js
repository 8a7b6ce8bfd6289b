export const id = 538;
export const ids = [538];
export const modules = {

/***/ 466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ messages)
/* harmony export */ });
/**
 * The texts of BuildKit and buildx that determine why a build failed and how an import ended. They are not part of any
 * interface, so a new version may change them. `script/messages` provokes each of them and reports those that no longer
 * appear (e2e/messages). Names of vertices are in vertex-names.ts, reasons for people in error-messages.ts. The
 * patterns of a build's last error are matched on the text after `failed to solve: `.
 */
const messages = {
    /** buildx prints it last; what follows is the cause. The lines with `(*service)` come from transfers. */
    finalError: /^ERROR: (?!\(\*service\))/,
    /** The text before the cause. */
    beforeCause: /^ERROR: (failed to build: )?(failed to solve: )?/,
    // Exports. The first three come before the build, and ignore-error does not cover them (buildkit control/control.go).
    exporterNotConfigured: /^failed to configure (\w+) cache exporter: /,
    exporterUnknown: /^unknown cache exporter: "(\w+)"/,
    exporterTwice: /^duplicate cache exports \[(\w+)/,
    /** buildx waits 5 s for a build to begin. */
    neverBegan: /^failed to receive status: .*no such job/,
    /** buildx itself writes the directory and its index (buildkit client/solve.go). */
    directoryNotWritten: /^(?:could not \w+|mkdir|open|write|rename|stat|lstat|chmod|sync) "?([^\n]+)/,
    /** Two builds create azblob's container at the same time. */
    containerIsThere: /^failed to configure azblob cache exporter: .*ContainerAlreadyExists/s,
    // Layers that a cache promised and that cannot be read.
    beforeReadFailure: /^(failed to (compute cache key|load cache key|prepare [^:]+|get reader): )+/,
    s3Layer: /operation error S3: |checksum did not match: algorithm CRC/,
    registryLayer: /could not fetch content descriptor|httpReadSeeker: /,
    /** azblob's, and gha's, whose blobs are there. */
    azureLayer: /^GET https?:\/\/[^\n]*\n-{10,}/,
    localLayer: /rpc error: code = NotFound desc = content sha256:/,
    /**
     * From any store. For a layer whose download broke off 0.34 reports an unsupported offset, since it cannot resume.
     */
    anyLayer: /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/,
    /** While an image is pushed, its layers are read and written to a registry, whose message follows this text. */
    push: /^failed to push \S+: /,
    /** Appears only for a write, or for a request to the registry that is pushed to. */
    pushTarget: /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/,
    /** A step's own failure, a missing file, a missing image. */
    ownFailure: /^(process "|failed to calculate checksum|failed to read dockerfile|dockerfile parse error)/,
    // The builder.
    builderSpoilt: /^failed to prepare .*: parent snapshot \S+ does not exist: not found/m,
    builderDied: /rpc error: code = Unavailable|error reading from server: EOF/,
    /** A vertex was cancelled: by a failure elsewhere, by a signal, or because it was no longer needed. */
    cancelled: /context canceled$/,
    // Imports.
    /** The error of a registry's import whose tag is missing; the reference is in the text. */
    registryMissing: /^failed to configure registry cache importer: (\S+): not found$/,
    /** azblob's import reports how many layers it found, and nothing if it found none. */
    layersFound: /^found [1-9]\d* layers in cache$/,
    /** buildx warns about a directory that it skips. The output of steps begins with their number. */
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
/** Splits a stream of chunks into lines; of a very long line only the end is passed on. */
function lineReader(take) {
    let rest = '';
    return (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(-LONGEST);
        for (const line of lines)
            take(line);
    };
}
/** Keeps the matching lines of a stream of chunks. */
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

/** In bytes; mostly provenance and build checks. */
const MOST = 64_000_000;
/** Reads the result files; buildx writes them only if the build succeeded. Never throws. */
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
 * Runs the build once, after removing the results of an earlier run. `onCommand` gets the command as it may be printed;
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
/** The results of a build's last run; its builder is not asked yet. */
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
/** If the beginning was cut off, the first line may be incomplete. */
function wholeLines(tail) {
    return tail.length < TAIL ? tail : tail.slice(tail.indexOf('\n') + 1 || tail.length);
}
/**
 * Runs `work` with a new directory in the first of `parents` that is writable, which is created if missing. The
 * directory contains secrets: it is removed afterwards, on cancellation too, and by post at the latest.
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
/** Removes a directory that `withDirectory` created, and no other; never throws, since post tries again. */
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
/** Whether docker itself answered `docker buildx version`, because the plugin is missing. */
function hasNoPlugin(output) {
    return UNKNOWN.test(output) || /^(Run|See) 'docker --help'/m.test(output);
}
const UNKNOWN = /unknown command: docker buildx|'buildx' is not a docker command/;
/** A hint for a failure about a missing file when nothing is checked out; empty for any other. */
function checkoutHint(failure, isNothingThere) {
    const [first = ''] = failure.split('\n');
    return isNothingThere && MISSING.test(first)
        ? '\nThe workspace is empty: add actions/checkout before this step.'
        : '';
}
const MISSING = /failed to read dockerfile: |unable to prepare context: path |resolve : lstat |failed to calculate checksum of ref .*not found/;
/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10;
/**
 * In characters: a longer line is repeated without its long part, or not at all. It is never cut, since no mask finds a
 * part of a secret.
 */
const LONGEST = 2_000;
/**
 * The end of buildx's output -> why it failed: its error, and the failing step with its last lines. `checks`: what a
 * failed `call: check` found.
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
/** An error without the command of the step, which may be a script; empty if it is still too long. */
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







/** docker with its plugin, else standalone `buildx`; throws if neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** In milliseconds: docker normally answers within two seconds; buildx gives up a remote builder after 20 s. */
const LIMIT = 30_000;
/** In characters: the most that is kept of an answer. */
const MOST = 64_000_000;
/** In milliseconds: how long the children of a process that exited may keep its streams open. */
const LINGER = 2_000;
/**
 * Calls docker without printing anything. Every call ends: the process and all its children are killed after the limit,
 * on an answer that is too long, or when the action ends.
 */
function query(buildx, args, env, bounds = {}) {
    return timed(buildx, args, () => ask(buildx, args, env, bounds), ({ exitCode, isLate }) => (isLate ? 'killed since it took too long' : `exit code ${exitCode}`));
}
/** Makes a call, and with debug logging logs it with its result and its duration. */
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
    // docker starts buildx, which starts others: as one process group they can be killed together. Windows has no groups.
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
        return Promise.resolve(answer(127)); // an environment that the system refuses
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
 * Runs, without printing anything, what must not be killed half-way, such as a removal. After `limitMs` milliseconds
 * the result is undefined and the process continues, even after the action's end.
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
    // A process that does not read its input closes the pipe, which is no error.
    child.stdin?.on('error', () => { }).end(input);
    return child;
}
/** Collects a text in pieces; `add` is false once more would be kept than allowed. */
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
/** In milliseconds: how long buildx may take to end after an interrupt; it needs 5 s if its builder hangs. */
const GRACE = 15_000;
/** In milliseconds: the same after the job was cancelled, when the runner allows 10 s in total. */
const GRACE_OF_RUNNER = 9_000;
/**
 * Runs a build, or another long process. Its output goes unchanged to the user and, as text, to `onOutput`; both
 * streams go to the action's stdout, so that the log keeps their order. The result is the exit code; for a killed
 * process the one that a shell would return. If the job is cancelled, it throws once buildx has ended, so that nothing
 * else is started. `cut` interrupts it.
 */
function stream(buildx, args, env, streamed) {
    return timed(buildx, args, () => passOn(buildx, args, env, streamed), (exitCode) => `exit code ${exitCode}`);
}
async function passOn(buildx, args, env, { onOutput, cut }) {
    const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env });
    let isLineOpen = false;
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder(); // a multi-byte character may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            isLineOpen = bytes.at(-1) !== 0x0a;
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // The runner signals only the action: it must interrupt buildx to stop the build.
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
        // The runner parses commands at the beginning of a line.
        if (isLineOpen)
            process.stdout.write(node_os__WEBPACK_IMPORTED_MODULE_1__.EOL);
        endFor.stop();
        forget();
        release();
        cut?.removeEventListener('abort', interrupt);
    }
}
/** Sends a process a signal, and kills it if that is not enough. */
function ender(child) {
    let timer;
    const end = (signal, graceMs) => {
        child.kill(signal);
        timer ??= setTimeout(() => {
            child.kill('SIGKILL');
            closeStreams(child); // its plugin may still hold them
        }, graceMs);
    };
    return Object.assign(end, { stop: () => clearTimeout(timer) });
}
function closeStreams({ stdout, stderr }) {
    stdout.destroy();
    stderr.destroy();
}
/**
 * Takes a flock(2) on an open file, held for as long as its descriptor is open: the lock belongs to the open file, not
 * to the process that requested it, and Node has no flock. Does not block: false if another process has the lock;
 * undefined if unknown, because `flock` of util-linux or BusyBox is missing.
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
