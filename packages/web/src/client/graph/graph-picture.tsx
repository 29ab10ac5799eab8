import { useEffect, useRef } from 'preact/hooks'
import type { LinkGraph } from '../../model/link-graph.js'
import { theme } from '../state/settings.js'
import { words } from '../wording.js'
import type { Palette, View } from './picture.js'
import { draw, fitting, nodeAt, paletteOf, zoomed } from './picture.js'

interface GraphPictureProps {
  graph: LinkGraph
  chosen: number | undefined
  choose(index: number | undefined): void
}

/** The graph as a picture to drag and zoom; the list beside it says the same in words. */
export function GraphPicture({ graph, chosen, choose }: GraphPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const state = useRef<{ view: View | undefined; palette: Palette | undefined; hover: number | undefined }>({
    view: undefined,
    palette: undefined,
    hover: undefined
  })
  const say = words.value

  const redraw = () => {
    const context = canvas.current?.getContext('2d')
    const { view, palette, hover } = state.current
    if (context && view && palette) draw(context, graph, view, palette, hover ?? chosen)
  }
  const change = (view: View) => {
    state.current.view = view
    redraw()
  }
  const zoom = (factor: number) => {
    const { view } = state.current
    const { clientWidth, clientHeight } = canvas.current!
    if (view) change(zoomed(view, factor, clientWidth / 2, clientHeight / 2))
  }
  const fit = () => change(fitting(graph, canvas.current!.clientWidth, canvas.current!.clientHeight))

  useEffect(() => {
    const element = canvas.current!
    const size = new ResizeObserver(() => {
      const ratio = devicePixelRatio || 1
      element.width = element.clientWidth * ratio
      element.height = element.clientHeight * ratio
      state.current.palette = paletteOf(element.parentElement!)
      state.current.view ??= fitting(graph, element.clientWidth, element.clientHeight)
      redraw()
    })
    size.observe(element)
    return () => size.disconnect()
  }, [graph])
  useEffect(() => {
    state.current.view = undefined
    fit()
  }, [graph])
  useEffect(redraw, [chosen, graph])
  useEffect(() => {
    const recolor = () => {
      state.current.palette = paletteOf(canvas.current!.parentElement!)
      redraw()
    }
    const stop = theme.subscribe(() => requestAnimationFrame(recolor))
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', recolor)
    return () => {
      stop()
      dark.removeEventListener('change', recolor)
    }
  }, [graph, chosen])
  useEffect(() => {
    const element = canvas.current!
    return followPointer(element, {
      view: () => state.current.view,
      change,
      hover: (x, y) => {
        const found = state.current.view && nodeAt(graph, state.current.view, x, y)
        element.style.cursor = found === undefined ? 'grab' : 'pointer'
        if (found === state.current.hover) return
        state.current.hover = found
        redraw()
      },
      click: (x, y) => choose(state.current.view && nodeAt(graph, state.current.view, x, y))
    })
  })
  return (
    <div class="graph-frame">
      <canvas ref={canvas} class="graph-canvas" role="img" aria-label={say.graphTitle} />
      <fieldset class="graph-tools" aria-label={say.graphTitle}>
        <button type="button" onClick={() => zoom(1.4)} aria-label={say.zoomIn}>
          ＋
        </button>
        <button type="button" onClick={() => zoom(1 / 1.4)} aria-label={say.zoomOut}>
          －
        </button>
        <button type="button" onClick={fit}>
          {say.fit}
        </button>
      </fieldset>
    </div>
  )
}

interface PointerWork {
  view(): View | undefined
  change(view: View): void
  hover(x: number, y: number): void
  click(x: number, y: number): void
}

/** Drags with one pointer, zooms with the wheel or with two. */
function followPointer(element: HTMLElement, { view, change, hover, click }: PointerWork): () => void {
  const ending = new AbortController()
  const options = { signal: ending.signal }
  const down = new Map<number, { x: number; y: number }>()
  let moved = 0
  const at = (event: MouseEvent) => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      const { x, y } = at(event)
      const now = view()
      if (now) change(zoomed(now, Math.exp(-event.deltaY * 0.0015), x, y))
    },
    { ...options, passive: false }
  )
  element.addEventListener(
    'pointerdown',
    (event) => {
      element.setPointerCapture(event.pointerId)
      down.set(event.pointerId, at(event))
      moved = 0
    },
    options
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const here = at(event)
      const before = down.get(event.pointerId)
      const now = view()
      if (before === undefined || now === undefined) return hover(here.x, here.y)
      down.set(event.pointerId, here)
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
      moved += Math.hypot(here.x - before.x, here.y - before.y)
      if (other === undefined) return change({ ...now, x: now.x + here.x - before.x, y: now.y + here.y - before.y })
      const factor =
        Math.hypot(here.x - other.x, here.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y))
      change(zoomed(now, factor, (here.x + other.x) / 2, (here.y + other.y) / 2))
    },
    options
  )
  const up = (event: PointerEvent) => {
    const { x, y } = at(event)
    if (down.delete(event.pointerId) && moved < 5 && event.type === 'pointerup') click(x, y)
  }
  element.addEventListener('pointerup', up, options)
  element.addEventListener('pointercancel', up, options)
  element.addEventListener('pointerleave', () => hover(-1e6, -1e6), options)
  return () => ending.abort()
}
