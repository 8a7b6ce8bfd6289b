/** The words for a guest; everybody is somebody. */
export function greeting(name: string): string {
  return `Hello, ${name.trim() || 'stranger'}!`
}
