import type { Figures } from './figures.ts'

const WIDTH = 760
const LEFT = 252
const RIGHT = 118
const ROW = 34
const TOP = 66

/** The schemes as bars: what had to be built, and what was built again. It has its own ground, light or dark. */
export function picture(all: readonly Figures[], title: string, caption: readonly string[]): string {
  const least = all.find(({ scheme }) => scheme.keepsBuilder)?.seconds ?? 0
  const most = Math.max(...all.map(({ seconds }) => seconds))
  const scale = (seconds: number): number => round((seconds / most) * (WIDTH - LEFT - RIGHT))
  const height = TOP + all.length * ROW + 22 + caption.length * 17
  const rows = all.map(({ scheme, seconds, ratio }, i) => {
    const y = TOP + i * ROW
    const [needed, again] = [scale(Math.min(seconds, least)), scale(Math.max(0, seconds - least))]
    const isOurs = scheme.name.startsWith('**')
    const name = escapeXml(scheme.name.replaceAll('*', ''))
    return [
      `<text class="name${isOurs ? ' ours' : ''}" x="${LEFT - 12}" y="${y + 16}" text-anchor="end">${name}</text>`,
      `<rect class="needed" x="${LEFT}" y="${y}" width="${needed}" height="22"/>`,
      ...(again > 0
        ? [`<rect class="again" x="${LEFT + needed}" y="${y}" width="${again}" height="22"/>`]
        : []),
      `<text class="${isOurs ? 'ours' : 'value'}" x="${LEFT + needed + again + 8}" y="${y + 16}">${ratio.toFixed(2)} × · ${(seconds / 3600).toFixed(1)} h</text>`,
    ].join('\n  ')
  })
  const below = caption.map((line, i) => {
    const y = height - 16 - (caption.length - 1 - i) * 17
    return `<text class="small" x="20" y="${y}">${escapeXml(line)}</text>`
  })
  const x = LEFT + scale(least)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
  <style>
    text { font: 13px system-ui, sans-serif; fill: #1f2328 }
    .ground { fill: #ffffff; stroke: #d1d9e0 }
    .title { font-size: 15px; font-weight: 600 }
    .ours { font-weight: 700 }
    .small { font-size: 12px; fill: #59636e }
    .needed { fill: #2f6fd0 }
    .again { fill: #e8833a }
    .line { stroke: #2f6fd0; stroke-dasharray: 3 3 }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc }
      .ground { fill: #0d1117; stroke: #3d444d }
      .small { fill: #9198a1 }
      .needed { fill: #4a8df0 }
      .line { stroke: #4a8df0 }
    }
  </style>
  <rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
  <text class="title" x="20" y="30">${escapeXml(title)}</text>
  <rect class="needed" x="20" y="40" width="10" height="10"/>
  <text class="small" x="36" y="49">had to be built</text>
  <rect class="again" x="140" y="40" width="10" height="10"/>
  <text class="small" x="156" y="49">built again, though some run had built it before</text>
  <line class="line" x1="${x}" y1="${TOP - 6}" x2="${x}" y2="${TOP + all.length * ROW - 6}"/>
  ${rows.join('\n  ')}
  ${below.join('\n  ')}
</svg>
`
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
