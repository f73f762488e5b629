import type { Picture } from '#contract/news.ts'
import { apiOrigin } from '#src/lib/api-origin.ts'
import './picture.css'

interface ArticlePictureProps {
  picture: Picture
  /** How wide it is drawn, as in the `sizes` attribute. */
  sizes: string
  /** For the one picture in sight at the start: not lazy. */
  priority?: boolean
}

type ImageType = Picture['variants'][number]['type']

const bestFirst: readonly ImageType[] = ['image/avif', 'image/webp']

/** The smallest file that this phone can read, at the size it is drawn. */
export function ArticlePicture({ picture, sizes, priority }: ArticlePictureProps) {
  const sources = bestFirst.filter((type) => picture.variants.some((variant) => variant.type === type))
  const [fallback = picture.variants[0]] = variantsOf(picture, 'image/jpeg')
  if (!fallback) return null
  return (
    <picture className="picture">
      {sources.map((type) => (
        <source key={type} type={type} srcSet={srcSet(picture, type)} sizes={sizes} />
      ))}
      <img
        src={apiOrigin() + fallback.url}
        srcSet={srcSet(picture, 'image/jpeg') || undefined}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        loading={priority ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

function variantsOf(picture: Picture, type: ImageType) {
  return picture.variants.filter((variant) => variant.type === type)
}

function srcSet(picture: Picture, type: ImageType): string {
  return variantsOf(picture, type)
    .map((variant) => `${apiOrigin()}${variant.url} ${variant.width}w`)
    .join(', ')
}
