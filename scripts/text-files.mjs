// The files of a folder that hold texts of regulations, in order.
import { expandPlaces, textExtensions } from '@tiaoli/workspace'

/** Absolute paths of the texts in a folder. */
export async function textFiles(folder) {
  const { files } = await expandPlaces(folder, ['.'], { extensions: textExtensions })
  return files
}
