export const id = 661;
export const ids = [661];
export const modules = {

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7298);
/* harmony import */ var _github_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8862);


/** What must happen after the job's other steps, also after a failure or a cancellation. It never fails the job. */
async function post(environment) {
    for (const [what, work] of Object.entries(CHORES)) {
        try {
            await work(environment);
        }
        catch (error) {
            (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)(`${what}: ${error.message}`);
        }
    }
}
/** What failed, in the words of a warning, and the work; in their order. Most steps leave none, and load none. */
const CHORES = {
    'The cache could not be saved': async (environment) => {
        const given = (0,_github_state_js__WEBPACK_IMPORTED_MODULE_1__/* .left */ .kb)(environment, 'save');
        if (given !== undefined)
            await (await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(169), __webpack_require__.e(305)]).then(__webpack_require__.bind(__webpack_require__, 2848))).save(JSON.parse(given), environment);
    },
    'The builder of this step could not be removed': async (environment) => {
        const builder = (0,_github_state_js__WEBPACK_IMPORTED_MODULE_1__/* .left */ .kb)(environment, 'builder');
        if (builder === undefined)
            return;
        const [{ removeBuilder }, { findBuildx }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(958)]).then(__webpack_require__.bind(__webpack_require__, 6958)),
            Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(461)]).then(__webpack_require__.bind(__webpack_require__, 4461)),
        ]);
        await removeBuilder(await findBuildx(), builder, environment.forDocker);
    },
};


/***/ })

};
