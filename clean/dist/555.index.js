export const id = 555;
export const ids = [555];
export const modules = {

/***/ 6555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   branchOfServiceRef: () => (/* binding */ branchOfServiceRef),
/* harmony export */   entryKind: () => (/* binding */ entryKind),
/* harmony export */   planGha: () => (/* binding */ planGha),
/* harmony export */   surveyGha: () => (/* binding */ surveyGha)
/* harmony export */ });
/* harmony import */ var _events_branch_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6473);
/* harmony import */ var _keys_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8947);
/* harmony import */ var _keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6409);
/* harmony import */ var _lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4861);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9148);
/* harmony import */ var _alive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9400);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8639);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4661);








/** In milliseconds. */
const SETTLED = 600_000;
/**
 * The prefixes of the keys to list: indexes and layers (BuildKit's), archives of directories and mounts (the action's).
 */
const PREFIXES = ['index-', 'buildkit-blob-1-', 'buildx-branch-cache'];
const PERMISSION = 'actions: write';
/** Parses a key of the service (cache/remotecache/gha/gha.go; backends/gha.ts; directory/archive.ts). */
function entryKind({ key, ref }, repository) {
    if (/^buildkit-blob-1-sha256:[0-9a-f]{64}$/.test(key))
        return { kind: 'layer' };
    const [, mounts, rest = ''] = /^buildx-branch-cache(-mounts)?\/(.+)$/s.exec(key) ?? [];
    const [name = '', run] = rest.slice(repository.length + 1).split('#');
    // Some servers lower-case keys.
    if (run !== undefined && rest.toLowerCase().startsWith(`${repository}/`.toLowerCase()) && (0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .D)(name))
        return { kind: mounts === undefined ? 'archive' : 'mounts', scope: name };
    if (!key.startsWith('index-'))
        return { kind: 'other' };
    const [, scope = '', hash, generation] = /^index-(.+)--1-([0-9a-f]{8})(?:-sig)?#(\d{1,15})$/.exec(key) ?? [];
    const isOurs = (0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .D)(scope) !== undefined && hash === (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(ref).slice(0, 8);
    return isOurs ? { kind: 'index', scope, generation: Number(generation) } : { kind: 'foreign-index' };
}
/** Which entries are deleted, and which are kept. Pure. `store`: its name in the table. */
function planGha(entries, rules, store) {
    const byRef = Map.groupBy(entries, ({ ref }) => ref);
    const plans = [...byRef].map(([ref, all]) => planRef(ref, all, rules, store));
    return {
        doomed: plans.flatMap(({ doomed }) => doomed),
        kept: plans.flatMap(({ kept }) => kept),
        foreign: plans.reduce((sum, { foreign }) => sum + foreign, 0),
    };
}
function planRef(ref, all, rules, store) {
    const kinds = all.map((entry) => ({ entry, is: entryKind(entry, rules.repository) }));
    const ours = kinds.flatMap(({ entry, is }) => is.kind === 'index' || is.kind === 'archive' || is.kind === 'mounts'
        ? [{ entry, kind: is.kind, scope: is.scope, generation: is.kind === 'index' ? is.generation : 0 }]
        : []);
    const layers = kinds.filter(({ is }) => is.kind === 'layer').map(({ entry }) => entry);
    const foreign = all.length - ours.length - layers.length;
    const groups = [...Map.groupBy(ours, ({ kind, scope }) => `${kind} ${scope}`).values()];
    const who = branchOfServiceRef(ref);
    const branchText = who ? (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBranch */ .A)(who) : ref;
    const doomed = [];
    const kept = [];
    let stays = foreign > 0 && kinds.some(({ is }) => is.kind === 'foreign-index');
    const written = Math.max(...ours.map(({ entry }) => entry.created));
    const why = whyRefStays(who, written, rules);
    for (const group of groups) {
        const scope = group[0]?.scope ?? '';
        const sorted = group.toSorted((a, b) => b.generation - a.generation || b.entry.created - a.entry.created);
        const isChosen = !rules.names || rules.names.has((0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .D)(scope)?.name ?? '');
        const shown = group[0]?.kind === 'mounts' ? `mounts of ${scope}` : scope;
        const rowOf = (them, fate, reason, name = shown) => ({
            scope: name,
            branch: branchText,
            store,
            fate,
            why: reason,
            written: Math.max(...them.map(({ created }) => created)),
            size: sizeOf(them),
        });
        const them = sorted.map(({ entry }) => entry);
        if (isChosen && why === undefined) {
            doomed.push({ row: rowOf(them, 'dead', (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .whyDead */ .NB)(who)), who, entries: them });
            continue;
        }
        stays = true;
        // Running builds may still read the second newest.
        const [newest, ...older] = them;
        const isSettled = newest !== undefined && newest.created < rules.now - SETTLED;
        const old = isChosen && isSettled && rules.only === undefined ? older : [];
        const rest = them.filter((it) => !old.includes(it));
        kept.push(rowOf(rest, 'kept', isChosen ? (why ?? '') : 'of an image that is not in `images`'));
        // The ref exists; it need not be checked again, since nothing reads these entries.
        if (old.length > 0)
            doomed.push({
                row: rowOf(old, 'dead', 'a newer one has replaced it', `${shown}, older`),
                who: undefined,
                entries: old,
            });
    }
    const isAlone = groups.length > 0 && !stays;
    if (isAlone && layers.length > 0) {
        const row = {
            scope: `layers of ${ref}`,
            branch: branchText,
            store,
            fate: 'dead',
            why: (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .whyDead */ .NB)(who),
            written: Math.max(...layers.map(({ created }) => created)),
            size: sizeOf(layers),
        };
        // Indexes first, so that none ever references a deleted layer.
        doomed.push({ row, who, entries: layers });
    }
    return { doomed, kept, foreign: foreign + (isAlone ? 0 : layers.length) };
}
const sizeOf = (them) => them.reduce((sum, { size }) => sum + size, 0);
/** Why the entries of a ref are kept; undefined if they are deleted. */
function whyRefStays(who, written, { living, branches, only, keep, now }) {
    if (who === undefined || who.kind === 'queue')
        return 'on a ref that is neither a branch nor a pull request';
    if (living.has((0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)(who)))
        return who.kind === 'pull' ? 'its pull request is open' : 'its branch exists';
    if (only && !only.some((it) => (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBranch */ .A)(it) === (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBranch */ .A)(who)))
        return 'not of the branch in the event';
    if ((0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .isProtected */ .bz)('', who, branches))
        return 'named in `branches`';
    return keep > 0 && written > now - keep ? 'written within `keep`' : undefined;
}
/** The branch or pull request that a ref is of; undefined for any other. */
function branchOfServiceRef(ref) {
    const [, number] = /^refs\/pull\/([1-9]\d{0,14})\/(?:merge|head)$/.exec(ref) ?? [];
    if (number !== undefined)
        return { kind: 'pull', number: Number(number) };
    const [, name] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
    return name === undefined ? undefined : (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .branch */ .t)(name);
}
/** Lists the entries of the repository, and selects those to delete. Throws NoAnswer. */
async function surveyGha(api, rules, store) {
    const entries = await listEntries(api);
    const { doomed, kept, foreign } = planGha(entries, rules, store);
    return {
        store,
        rows: [...doomed.map(({ row }) => row), ...kept],
        foreign,
        notes: [],
        bytes: doomed.reduce((sum, { row }) => sum + (row.size ?? 0), 0),
        remove: (isDead, gone) => remove(api, doomed, isDead, gone),
    };
}
async function listEntries(api) {
    const lists = await Promise.all(PREFIXES.map((prefix) => {
        const query = new URLSearchParams({ key: prefix, sort: 'created_at', direction: 'asc' });
        return (0,_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .listAll */ ._w)(api, `actions/caches?${query}`, 'caches', PERMISSION, 'actions_caches');
    }));
    const entries = lists.flat().map((it) => {
        const [id, size] = [(0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__.at)(it, 'id'), (0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__.at)(it, 'size_in_bytes')];
        const [ref, key] = [(0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__/* .textAt */ .$)(it, 'ref'), (0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__/* .textAt */ .$)(it, 'key')];
        const created = Date.parse((0,_lib_json_path_js__WEBPACK_IMPORTED_MODULE_7__/* .textAt */ .$)(it, 'created_at') ?? '');
        const isWhole = typeof id === 'number' && Number.isSafeInteger(id) && typeof size === 'number';
        if (!isWhole || ref === undefined || key === undefined || !Number.isFinite(created))
            throw new _ask_js__WEBPACK_IMPORTED_MODULE_4__/* .NoAnswer */ .W_('its response about caches does not match its documentation', 200, true);
        return { id, ref, key, size, created };
    });
    // If pages shift while they are read, some entries appear twice.
    return [...new Map(entries.map((it) => [it.id, it])).values()];
}
async function remove(api, doomed, isDead, gone) {
    const notes = [];
    const spared = new Set();
    for (const { row, who, entries } of doomed) {
        if (who && !(await isDead(who))) {
            spared.add((0,_events_branch_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBranch */ .A)(who));
            continue;
        }
        let bytes = 0;
        for (const { id, size } of entries) {
            const { status } = await api.ask(() => (0,_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .request */ .Em)(api, `actions/caches/${id}`, 'DELETE'));
            // 404: GitHub, or another run, has deleted it already.
            if (status !== 204 && status !== 200 && status !== 404)
                throw (0,_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .refusedAnswer */ .Fi)(status, 'caches', PERMISSION);
            if (status !== 404)
                bytes += size;
        }
        gone(row, bytes);
    }
    if (spared.size > 0)
        notes.push(`written again meanwhile, and kept: ${[...spared].join(', ')}`);
    return notes;
}


/***/ })

};
