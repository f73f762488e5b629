import sharp from 'sharp'

/** A picture as a phone takes it: something to see in each corner, and what the phone writes about itself. */
export async function phonePicture({ width = 400, height = 300, orientation = 1 } = {}): Promise<Buffer> {
  const red = { create: { width: 40, height: 40, channels: 3 as const, background: '#ff0000' } }
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([{ input: await sharp(red).png().toBuffer(), top: 0, left: 0 }])
    .jpeg({ quality: 95 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Xiaomi', Model: 'Redmi 9A', Artist: 'Tran Thi Lan', Copyright: 'Tran Thi Lan' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 8/1 5790/100', GPSLongitude: '106/1 35/1 5112/100' },
    })
    .toBuffer()
}

/** One that no encoder makes small: it takes many parts. */
export async function noisyPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 }
  const create = { width: 500, height: 400, channels: 3 as const, background: '#888888', noise }
  return sharp({ create }).jpeg({ quality: 90 }).toBuffer()
}
