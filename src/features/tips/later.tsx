import { lazy, Suspense, type ComponentType } from 'react'

/**
 * A part that comes beside its screen and not in front of it. When it does not come (no network, or an old page of a new
 * version), nothing or `Instead` is drawn: what stands around it must not fall with it.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Instead: ComponentType = Nothing,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load().catch(() => Instead) }))
  // `lazy` asks for props that it cannot know to be complete.
  const Loaded = Part as unknown as ComponentType<Props>
  return function Later(props: Props) {
    return (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    )
  }
}

function Nothing() {
  return null
}
