// Draws what Python sends, by its mode.

const MODES = { columns: Columns, tellings: Tellings, grid: Grid }
const drawn = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".reader")
  const state = drawn.get(root) ?? {}
  state.send = (event) => setTriggerValue("event", event)
  drawn.set(root, state)

  // Called anew for every run of the script and every change of theme: draw only what has changed.
  const theme = themeOf(root)
  const json = JSON.stringify([data, theme])
  if (state.json === json) return
  const aims = data.target !== state.target || state.json === undefined
  state.json = json
  state.target = data.target
  state.page?.leave?.()
  state.page = new (MODES[data.mode] ?? Page)(root, data, state, theme)
  state.page.draw()
  if (aims) state.page.showTarget?.()
}
