import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Markdown as GitHub renders it, with whatever HTML came through. */
export function render(markdown: string): string {
  const options = { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }
  return micromark(markdown, options)
}

/** What a person reads of it. */
export function readable(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
}

/** The elements of a page without what the user's texts are shown in. */
export function shape(html: string): string[] {
  const rest = html.replace(/<code[^>]*>[^<]*<\/code>/g, '')
  return rest.match(/<[^>]*>/g) ?? []
}
