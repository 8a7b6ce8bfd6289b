export const id = 661;
export const ids = [661];
export const modules = {

/***/ 661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(298);

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
/** What failed, in the words of a warning, and the work; in their order. */
const CHORES = {};


/***/ })

};
