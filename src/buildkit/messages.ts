/**
 * The texts of BuildKit and buildx that determine why a build failed and how an import ended. They are not part of any
 * interface, so a new version may change them. `script/messages` provokes each of them and reports those that no longer
 * appear (e2e/messages). Names of vertices are in vertex-names.ts, reasons for people in error-messages.ts. The
 * patterns of a build's last error are matched on the text after `failed to solve: `.
 */
export const messages = {
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
  anyLayer:
    /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/,
  /** While an image is pushed, its layers are read and written to a registry, whose message follows this text. */
  push: /^failed to push \S+: /,
  /** Appears only for a write, or for a request to the registry that is pushed to. */
  pushTarget:
    /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/,
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
}
