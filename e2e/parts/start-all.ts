type Started = { stop: () => Promise<void> }

/** Waits for parts that start side by side; where one does not, the others are stopped: they would outlive the test. */
export async function startAll<T extends readonly Started[]>(
  ...starts: { [I in keyof T]: Promise<T[I]> }
): Promise<T> {
  const results = await Promise.allSettled(starts as readonly Promise<Started>[])
  const failed = results.find((result) => result.status === 'rejected')
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  if (!failed) return started as unknown as T
  await Promise.all(started.map((part) => part.stop()))
  throw failed.reason
}
