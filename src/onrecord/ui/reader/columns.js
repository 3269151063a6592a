// Two articles side by side. A unit is a stretch of one and its counterpart in the other: to choose it
// marks both, brings both into view and shows their words against each other.

class Columns extends Page {
  constructor(root, data, state, theme) {
    super(root, data, state, theme)
    this.state = state
    this.units = data.units
    this.stops = data.units.flatMap((unit, at) => (unit.stop ? [at] : []))
    this.numbered = [new Set(), new Set()]
  }

  parts() {
    this.sides = this.data.columns.map((column, side) => this.side(column, side))
    this.bars = this.data.columns.map((column, side) => this.bar(column, side))
    const box = el("div", "columns-box")
    box.append(...this.sides)
    this.controls = el("div", "controls")
    this.controls.append(this.tools(), this.band(), this.wordings())
    return [this.controls, box, this.printed()]
  }

  draw() {
    super.draw()
    this.root.dataset.side = this.state.side ?? 0
    this.onDocumentKey = (event) => this.step(event)
    document.addEventListener("keydown", this.onDocumentKey)
    this.choose(this.state.unit < this.units.length ? this.state.unit : undefined, { still: true })
    this.begin()
    this.sides.forEach((column, side) => this.follow(column, side))
  }

  // A statement that the page was opened at. What stands below the texts is drawn after them: until then there
  // may be nowhere to scroll to, so it is brought into view once more.
  begin() {
    const first = this.data.first ?? undefined
    if (first === undefined || this.state.begun === first) return
    this.state.begun = first
    const show = () => this.choose(first)
    requestAnimationFrame(show)
    setTimeout(() => this.state.unit === first && show(), 700)
  }

  leave() {
    document.removeEventListener("keydown", this.onDocumentKey)
  }

  // What stands above the texts.

  tools() {
    const bar = el("div", "tools")
    this.place = el("span", "place")
    this.place.ariaLive = "polite"
    const switcher = el("span", "switch")
    switcher.role = "group"
    switcher.ariaLabel = "Article shown"
    this.tabs = this.data.columns.map((column, side) =>
      pressable("side", column.name, `Show ${column.name}`, () => this.turn(side)),
    )
    switcher.append(...this.tabs)
    const keys = el("span", "keys")
    for (const [key, what] of [["n", "next"], ["p", "previous"], ["o", "other article"], ["Esc", "none"]]) {
      keys.append(el("kbd", "", key), ` ${what} `)
    }
    const previous = pressable("step", "‹ Previous", "Previous match", () => this.move(-1))
    const next = pressable("step", "Next ›", "Next match", () => this.move(1))
    previous.disabled = next.disabled = !this.stops.length
    bar.append(previous, next, this.place, switcher, keys)
    return bar
  }

  // Where the matches lie: a bar for each text, from its beginning on the left to its end on the right, and
  // between them what joins two stretches.
  band() {
    const band = el("div", "band")
    band.role = "group"
    band.ariaLabel = "Where in each text the matches lie, from beginning to end"
    const [top, bottom] = this.bars
    const joins = svg("svg", { viewBox: "0 0 1000 100", preserveAspectRatio: "none", "aria-hidden": "true" })
    this.joins = this.units.map((unit, at) => {
      const [a, b] = unit.sides.map(({ at: [start, end] }) => [1000 * start, Math.max(1000 * end, 1000 * start + 4)])
      const points = `${a[0]},0 ${a[1]},0 ${b[1]},100 ${b[0]},100`
      const join = svg("polygon", { points, class: unit.kind })
      join.addEventListener("click", () => this.choose(at))
      joins.append(join)
      return join
    })
    const between = el("div", "between")
    between.append(joins)
    band.append(top.box, between, bottom.box)
    return band
  }

  bar(column, side) {
    const box = el("div", "line")
    const bar = el("div", "bar")
    const window_ = el("span", "window")
    const ticks = this.units.map((unit, at) => {
      const [start, end] = unit.sides[side].at
      const label = `Match ${unit.number} in ${column.name}: ${unit.title}, ${unit.facts}`
      const tick = pressable(`tick ${unit.kind}`, "", label, () => this.choose(at))
      tick.title = label
      tick.tabIndex = -1 // the keys n and p lead to each of them
      tick.style.left = percent(start)
      tick.style.width = `max(${percent(end - start)}, 5px)`
      return tick
    })
    bar.append(window_, ...ticks)
    box.append(el("span", "name", column.name), bar)
    return { box, ticks, window: window_ }
  }

  // The chosen stretch of both, with the words that only one of them has. Its room is there from the beginning,
  // so that nothing moves when something is chosen.
  wordings() {
    const box = el("div", "wordings")
    this.told = [el("div", "told"), el("div", "told")]
    box.append(...this.told)
    return box
  }

  wording(unit, side) {
    const { pieces, alerts } = unit.sides[side]
    const told = alerts.map((alert) => el("p", "alert", alert))
    return [el("span", "name", this.data.columns[side].name), ...told, this.pieces(pieces)]
  }

  pieces(pieces) {
    const line = el("p", "words")
    for (const [how, text] of pieces) {
      line.append(how === "own" ? el("ins", "own", text) : document.createTextNode(text))
    }
    return line
  }

  // On paper nothing can be clicked: all word differences, one after the other.
  printed() {
    const list = el("ol", "printed")
    this.units.forEach((unit) => {
      const entry = el("li")
      entry.append(el("p", "meta", `${unit.number} · ${unit.title} · ${unit.facts}`))
      const row = el("div", "columns-box")
      for (const side of [0, 1]) {
        const told = el("div")
        told.append(...this.wording(unit, side))
        row.append(told)
      }
      entry.append(row)
      list.append(entry)
    })
    return list
  }

  // The texts.

  side(column, side) {
    this.drawing = side
    const box = this.column(column)
    box.tabIndex = 0
    box.ariaLabel = column.name
    box.dataset.side = side
    const event = { do: "open", ...column.open }
    box.querySelector("header").append(this.button("open", "Read alone", event, "Open in the reader: "))
    return box
  }

  mark(mark) {
    const span = super.mark(mark)
    if (!mark.units) return span
    span.dataset.units = mark.units.join(" ")
    // A passage bears its number once, a statement at every telling; a mark drawn in pieces at its first piece.
    const seen = this.numbered[this.drawing]
    const numbers = new Set(mark.units.map((at) => this.units[at].number))
    const about = mark.role === "statement" ? mark.key : `passage ${[...numbers]}`
    if (!seen.has(about)) span.dataset.number = [...numbers].join(" ")
    seen.add(about)
    return span
  }

  // A stretch with several counterparts leads to one after the other.
  act(mark, span) {
    const now = mark.units.indexOf(this.state.unit)
    this.choose(mark.units[(now + 1) % mark.units.length], { from: Number(span.closest(".column").dataset.side) })
  }

  choose(at, { from, still } = {}) {
    this.state.unit = at
    const unit = this.units[at]
    for (const span of this.root.querySelectorAll("[data-units], .own[data-of]")) {
      const own = span.dataset.units?.split(" ") ?? [span.dataset.of.replace("unit-", "")]
      span.classList.toggle("selected", own.includes(String(at)))
    }
    const chosen = (element, index) => element.classList.toggle("selected", index === at)
    this.joins.forEach(chosen)
    this.bars.forEach(({ ticks }) => ticks.forEach(chosen))
    this.say(unit)
    if (!unit || still) return
    if (from === undefined) this.bringIntoView()
    this.sides.forEach((column, side) => {
      const span = column.querySelector(".selected[data-units]")
      if (span && side !== from) scrollWithin(column, span)
    })
  }

  // A step taken with the keys or on the band is of no use while the texts are out of sight.
  bringIntoView() {
    const { top } = this.sides[0].parentElement.getBoundingClientRect()
    if (top < 0 || top > innerHeight / 2) this.controls.scrollIntoView({ block: "start", behavior: motion() })
  }

  say(unit) {
    const count = this.units.reduce((most, { number }) => Math.max(most, number), 0)
    if (!this.units.length) this.place.textContent = "No match: they share no statement and no sentence"
    else if (!unit) this.place.textContent = count === 1 ? "1 match" : `${count} matches`
    else this.place.textContent = `${unit.number} of ${count} · ${unit.title} · ${unit.facts}`
    this.told.forEach((box, side) => {
      box.scrollTop = 0
      box.replaceChildren(...(unit ? this.wording(unit, side) : []))
    })
    if (!unit && this.units.length) {
      this.told[0].append(el("p", "hint", "Choose a tinted passage to see how the other article has it."))
    }
  }

  move(by) {
    if (!this.stops.length) return
    const { unit } = this.state
    const after = this.stops.findIndex((at) => unit === undefined || at > unit)
    const before = this.stops.findLastIndex((at) => unit === undefined || at < unit)
    const next = by > 0 ? (after < 0 ? 0 : after) : before < 0 ? this.stops.length - 1 : before
    this.choose(this.stops[next])
  }

  turn(side) {
    this.state.side = this.root.dataset.side = side
    this.tabs.forEach((tab, at) => (tab.ariaPressed = at === side))
    const column = this.sides[side]
    const span = column.querySelector(".selected[data-units]")
    if (!span) return
    this.bringIntoView()
    scrollWithin(column, span)
  }

  // Keys work wherever one reads, but not where one writes or while a panel is open.
  step(event) {
    if (!this.root.isConnected) return this.leave()
    const [target] = event.composedPath()
    const writes = target.closest?.("input, textarea, select, [contenteditable=true], [role=dialog]")
    if (writes || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("[role=dialog]")) return
    const acts = {
      n: () => this.move(1),
      p: () => this.move(-1),
      o: () => this.turn(1 - Number(this.root.dataset.side)),
      Escape: () => this.choose(undefined),
    }
    acts[event.key]?.()
  }

  onKey() {}

  // The window on the bar: which part of the text is in view.
  follow(column, side) {
    const { window: window_ } = this.bars[side]
    const show = () => {
      const whole = Math.max(column.scrollHeight, 1)
      window_.style.left = percent(column.scrollTop / whole)
      window_.style.width = percent(Math.min(column.clientHeight / whole, 1))
    }
    column.onscroll = () => requestAnimationFrame(show)
    new ResizeObserver(show).observe(column)
    if (side === Number(this.root.dataset.side)) this.tabs[side].ariaPressed = true
  }
}
