/**
 * A Dockerfile of a shape that is common in public, its commands reduced to `cat`, and what a person counts in it who
 * reads it and nothing else. `{base}` … stand for the images and the address that the tests have.
 */
export type Shape = {
  name: string
  dockerfile: string
  args?: string[]
  /** The build argument that the last run changes. */
  arg: string
  /** The steps, all of them: those that BuildKit makes one of count once. */
  steps: number
  /** What is cached of them, and each first line that is not, with the steps that run because of it. */
  source: Truth
  lock: Truth
  argument: Truth
}

export type Truth = {
  cached: number
  /** Lines from 1; 0 for a trigger of the base image, which stands in no line. */
  missed: [line: number, after: number][]
  /** The line of a step that could stand before a first one. */
  movable?: number
}

/** The files of each context. */
export const files: Record<string, string> = {
  lock: 'a 1.0\n',
  src: 'print a\n',
  'package.json': '{}\n',
  'go.mod': 'module a\n',
  'pom.xml': '<a/>\n',
  'composer.json': '{}\n',
  Gemfile: 'a\n',
  'nginx.conf': 'a;\n',
  'app.csproj': '<a/>\n',
}

/** The runs of each shape: all but the first on an empty builder, with what the first wrote to read. */
export const runs = ['cold', 'same', 'source', 'lock', 'argument'] as const
export type Run = (typeof runs)[number]

export function truthOf(shape: Shape, run: Run): Truth {
  if (run === 'cold') return { cached: 0, missed: [] }
  return run === 'same' ? { cached: shape.steps, missed: [] } : shape[run]
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables of the Dockerfiles
export const shapes: Shape[] = [
  {
    name: 'node',
    dockerfile: `FROM {base} AS deps
WORKDIR /app
COPY package.json lock ./
RUN cat lock > node_modules
FROM deps AS build
ARG VERSION=0
COPY . .
RUN cat src > dist
FROM {base}
WORKDIR /app
COPY --from=deps /app/node_modules ./
COPY --from=build /app/dist ./
CMD ["cat"]
`,
    arg: 'VERSION=2',
    steps: 7, // WORKDIR of the two stages is one
    source: { cached: 4, missed: [[7, 2]] },
    lock: { cached: 1, missed: [[3, 5]] },
    argument: { cached: 6, missed: [[8, 0]] },
  },
  {
    name: 'go',
    dockerfile: `FROM {base} AS build
WORKDIR /src
COPY go.mod lock ./
RUN --mount=type=cache,target=/c cat lock > /deps
COPY . .
ARG VERSION=0
RUN --mount=type=cache,target=/c cat src > /bin/app
FROM scratch
COPY --from=build /bin/app /app
`,
    arg: 'VERSION=2',
    steps: 6,
    source: { cached: 3, missed: [[5, 2]] },
    lock: { cached: 2, missed: [[3, 3]] }, // the program is the same
    argument: { cached: 5, missed: [[7, 0]] },
  },
  {
    name: 'python',
    dockerfile: `FROM {base}
WORKDIR /app
RUN --mount=type=bind,source=lock,target=/tmp/lock cat /tmp/lock > deps
COPY src .
ARG VERSION=0
RUN cat src > compiled
`,
    arg: 'VERSION=2',
    steps: 4,
    source: { cached: 2, missed: [[4, 1]] },
    lock: { cached: 1, missed: [[3, 2]] },
    argument: { cached: 3, missed: [[6, 0]] },
  },
  {
    name: 'rust-chef',
    dockerfile: `FROM {base} AS chef
WORKDIR /app
FROM chef AS planner
COPY . .
RUN cat lock > recipe
FROM chef AS builder
COPY --from=planner /app/recipe recipe
RUN cat recipe > deps
COPY . .
ARG VERSION=0
RUN cat src > app
FROM {base}
COPY --from=builder /app/app /bin/app
`,
    arg: 'VERSION=2',
    steps: 8,
    source: {
      cached: 3, // the recipe is the same
      missed: [
        [4, 1],
        [9, 2],
      ],
    },
    lock: { cached: 2, missed: [[4, 5]] },
    argument: { cached: 7, missed: [[11, 0]] },
  },
  {
    name: 'java',
    dockerfile: `FROM {base} AS build
COPY pom.xml lock /work/
RUN cat /work/lock > /work/repo
COPY src /work/
RUN cat /work/src > /work/app.jar
FROM {base} AS run
ARG VERSION=0
WORKDIR /opt
COPY --from=build /work/app.jar /opt/
RUN cat /opt/app.jar > /opt/classes
`,
    arg: 'VERSION=2',
    steps: 7,
    source: { cached: 3, missed: [[4, 3]] },
    lock: { cached: 3, missed: [[2, 3]] },
    argument: { cached: 6, missed: [[10, 0]] },
  },
  {
    name: 'php',
    dockerfile: `FROM {base}
COPY --from={tools} /bin/tool /bin/tool
WORKDIR /app
COPY composer.json lock ./
RUN cat lock > vendor
COPY . .
ARG APP_ENV=prod
RUN cat src > cache
`,
    arg: 'APP_ENV=dev',
    steps: 6,
    source: { cached: 4, missed: [[6, 1]] },
    lock: { cached: 2, missed: [[4, 3]] },
    argument: { cached: 5, missed: [[8, 0]] },
  },
  {
    name: 'ruby',
    dockerfile: `FROM {base} AS base
WORKDIR /rails
ENV RAILS_ENV=production BUNDLE=/bundle
FROM base AS build
COPY Gemfile lock ./
RUN cat lock > /bundle
COPY . .
ARG GIT_SHA=0
RUN cat src > public
FROM base
COPY --from=build /bundle \${BUNDLE}
COPY --from=build /rails /rails
USER root
`,
    arg: 'GIT_SHA=2',
    steps: 7,
    source: { cached: 4, missed: [[7, 2]] },
    lock: { cached: 1, missed: [[5, 5]] },
    argument: { cached: 6, missed: [[9, 0]] },
  },
  {
    name: 'nginx',
    dockerfile: `FROM {base} AS site
WORKDIR /site
COPY lock .
RUN cat lock > theme
COPY src index.html
ARG BASE_URL=/
RUN cat index.html theme > out
FROM {base}
COPY nginx.conf /etc/nginx.conf
COPY --from=site /site/out /html
`,
    arg: 'BASE_URL=/a',
    steps: 7,
    source: { cached: 4, missed: [[5, 2]] },
    lock: { cached: 2, missed: [[3, 4]] },
    argument: { cached: 6, missed: [[7, 0]] },
  },
  {
    name: 'dotnet',
    dockerfile: `FROM {base} AS build
ARG CONFIGURATION=Release
WORKDIR /src
COPY ["app.csproj", "lock", "./"]
RUN cat lock > obj
COPY . .
RUN cat src > out
FROM build AS publish
RUN cat out > published
FROM {base} AS final
WORKDIR /app
COPY --from=publish /src/published .
ENTRYPOINT ["cat"]
`,
    arg: 'CONFIGURATION=Debug',
    steps: 8,
    source: { cached: 4, missed: [[6, 3]] },
    lock: { cached: 3, missed: [[4, 4]] },
    argument: { cached: 4, missed: [[5, 3]] },
  },
  {
    name: 'distroless',
    dockerfile: `FROM {base} AS build
COPY lock /
RUN cat /lock > /deps
COPY src /
ARG VERSION=0
RUN cat /src /deps > /app
FROM scratch
COPY --from={base} /etc/passwd /etc/passwd
COPY --from=build /app /app
USER root
`,
    arg: 'VERSION=2',
    steps: 6,
    source: { cached: 3, missed: [[4, 2]] },
    lock: { cached: 1, missed: [[2, 4]] },
    argument: { cached: 5, missed: [[6, 0]] },
  },
  {
    name: 'add-url',
    dockerfile: `FROM {base}
ADD {url}/model /m
COPY lock /
RUN cat /lock > /deps
COPY src /
ARG VERSION=0
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 5,
    source: { cached: 3, missed: [[5, 1]] },
    lock: { cached: 1, missed: [[3, 3]] },
    argument: { cached: 4, missed: [[7, 0]] },
  },
  {
    name: 'add-urls',
    dockerfile: `FROM scratch AS models
ADD --link {url}/model {url}/other /models/
FROM {base}
COPY lock /
RUN cat /lock > /deps
COPY --from=models /models /models
COPY src /
ARG VERSION=0
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 6,
    source: { cached: 4, missed: [[7, 1]] },
    lock: { cached: 1, missed: [[4, 4]], movable: 6 },
    argument: { cached: 5, missed: [[9, 0]] },
  },
  {
    name: 'heredoc',
    dockerfile: `FROM {base}
COPY <<EOF /etc/conf
a=b
EOF
COPY lock /
RUN <<EOF
cat /lock > /deps
EOF
COPY src /
ARG VERSION=0
RUN <<-"END" cat > /script
	it's $x
	END
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 6,
    source: { cached: 3, missed: [[9, 2]] },
    lock: { cached: 1, missed: [[5, 4]] },
    argument: { cached: 4, missed: [[11, 1]] },
  },
  {
    name: 'arguments',
    dockerfile: `ARG BASE={base}
FROM \${BASE}
ARG A=1
ENV B=\${A}x D=/data
WORKDIR \${D}
COPY lock \${D}/
RUN cat \${D}/lock > deps
ARG C=2
ENV E=\${C:-none}
COPY src "\${D}/\${E}"
RUN cat \${D}/\${E} > app
`,
    arg: 'C=3',
    steps: 5,
    source: { cached: 3, missed: [[10, 1]] },
    lock: { cached: 1, missed: [[6, 3]] },
    argument: { cached: 3, missed: [[10, 1]] }, // it names the file
  },
  {
    name: 'onbuild',
    dockerfile: `FROM {onbuild}
COPY src /
ARG VERSION=0
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 4, // two triggers: COPY lock /, RUN cat /lock > /deps
    source: { cached: 2, missed: [[2, 1]] },
    lock: { cached: 0, missed: [[0, 3]] },
    argument: { cached: 3, missed: [[4, 0]] },
  },
  {
    name: 'platforms',
    dockerfile: `FROM --platform=$BUILDPLATFORM {base} AS build
COPY lock /
RUN cat /lock > /deps
COPY src /
ARG TARGETARCH VERSION=0
RUN cat /src > /app-$TARGETARCH
FROM scratch
ARG TARGETARCH
COPY --from=build /app-$TARGETARCH /app
`,
    args: ['--platform', 'linux/amd64,linux/arm64'],
    arg: 'VERSION=2',
    steps: 7, // the first three are one for both, the last two are two
    source: { cached: 2, missed: [[4, 4]] },
    lock: { cached: 2, missed: [[2, 4]] },
    argument: { cached: 5, missed: [[6, 0]] },
  },
  {
    name: 'bind-context',
    dockerfile: `FROM {base} AS version
RUN --mount=target=/x cat /x/lock > /version
FROM {base}
ARG VERSION=0
RUN --mount=target=/x --mount=from=version,source=/version,target=/v cat /x/src /v > /app
`,
    arg: 'VERSION=2',
    steps: 2,
    // Both mount the whole context.
    source: {
      cached: 0,
      missed: [
        [2, 0],
        [5, 0],
      ],
    },
    lock: {
      cached: 0,
      missed: [
        [2, 0],
        [5, 0],
      ],
    },
    argument: { cached: 1, missed: [[5, 0]] },
  },
  {
    name: 'link',
    dockerfile: `FROM {base}
COPY --link lock /
RUN cat /lock > /deps
COPY --link src /
ARG VERSION=0
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 4,
    source: { cached: 2, missed: [[4, 1]] },
    lock: { cached: 1, missed: [[2, 2]] }, // a linked copy stands on nothing
    argument: { cached: 3, missed: [[6, 0]] },
  },
  {
    name: 'tools-after-source',
    dockerfile: `FROM {base} AS tools
COPY lock /
RUN cat /lock > /tool
FROM {base}
COPY	src /
COPY --from=tools /tool /bin/tool
ARG VERSION=0
RUN cat /src > /app
`,
    arg: 'VERSION=2',
    steps: 5,
    source: { cached: 2, missed: [[5, 2]], movable: 6 },
    lock: { cached: 1, missed: [[2, 3]] },
    argument: { cached: 4, missed: [[8, 0]] },
  },
]
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: variables of the Dockerfiles
