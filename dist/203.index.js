export const id = 203;
export const ids = [203];
export const modules = {

/***/ 9203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   decisionLines: () => (/* binding */ decisionLines)
/* harmony export */ });
/* harmony import */ var _backends_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7247);
/* harmony import */ var _events_branch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6473);
/* harmony import */ var _plan_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8624);



/** How the plan was decided, for the debug log: all the facts it is based on, a line each, without credentials. */
function decisionLines({ environment, run, base, plan, service, specs, entries }) {
    const ifAny = (name) => name ?? 'none';
    return [
        `event: ${environment.eventName || 'unknown'}, ref: ${environment.ref || 'none'}`,
        `own branch: ${plan.own ? (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBranch */ .A)(plan.own) : 'none'} (${plan.ownWhy})`,
        `trust: ${run.trust}; may write: ${run.writable} (${run.writableWhy})`,
        `base branch: ${ifAny(run.base)}; head: ${ifAny(run.head)}; merge queue of: ${ifAny(run.queue)}`,
        ...run.merged.map((name) => `merged branch: ${name} (${run.mergedWhy[name] ?? 'the event'})`),
        `default branch: ${base.name ?? 'unknown'} (${base.from})`,
        `GitHub's cache service: ${service.offered ? 'offered' : 'not offered'}, read: ${service.canRead}, write: ${service.canWrite} (${service.why})`,
        ...specs.map((spec) => {
            const shown = Object.fromEntries((0,_backends_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutSecrets */ .c)(spec, spec.given));
            const name = spec.name === '' ? '' : `; name: ${spec.name}`;
            return `spec: ${(0,_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .shownFlag */ .Y5)({ type: spec.backend.type, shown })}${name}`;
        }),
        ...plan.reads.map(({ branch, role, onGha, why }) => `branch to read: ${(0,_events_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBranch */ .A)(branch)} (${role}${why ? `, from ${why}` : ''}${onGha ? '' : ", not by GitHub's cache service"})`),
        ...entries.from.map((entry) => `read: ${entryText(entry)}`),
        `write by GitHub's cache service: ${plan.write.onGha.allowed} (${plan.write.onGha.why})`,
        `write elsewhere: ${plan.write.elsewhere.allowed} (${plan.write.elsewhere.why})`,
        ...entries.to.map((entry) => `write: ${entryText(entry)}`),
        ...plan.notes.map((note) => `note: ${note}`),
    ];
}
const entryText = (entry) => `${(0,_plan_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .shownFlag */ .Y5)(entry)} (${entry.role}: ${(0,_events_branch_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBranch */ .A)(entry.branch)})`;


/***/ })

};
