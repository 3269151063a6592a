// A statement's tellings under each other: what each leaves out is struck, what it puts in underlined.

class Tellings extends Page {
  parts() {
    const list = el("ol", "tellings-list")
    list.append(...this.data.tellings.map((telling) => this.telling(telling)))
    return [this.legend(), list]
  }

  legend() {
    const line = el("p", "legend", "Against the fullest telling: ")
    line.append(el("del", "cut", "left out"), " · ", el("ins", "new", "put in or changed"), " · the rest is kept")
    return line
  }

  telling(telling) {
    const entry = el("li", "telling")
    const line = el("p", "source")
    line.append(el("span", "outlet", telling.outlet), " ", el("span", "day", telling.day), " ")
    line.append(this.button("open", telling.title, { do: "open", ...telling.open }, "Open the article here: "))
    if (telling.compare) {
      const event = { do: "compare", ...telling.compare }
      line.append(this.button("open beside", "Compare", event, "Beside the fullest telling: "))
    }
    const facts = el("p", "source")
    for (const tag of telling.tags) facts.append(el("strong", "tag", tag), " · ")
    facts.append(telling.facts)
    const words = el("p", "words")
    for (const [how, text] of telling.pieces) {
      const tag = { cut: "del", new: "ins" }[how]
      words.append(tag ? el(tag, how, text) : document.createTextNode(text))
    }
    const version = el("div", "version")
    version.append(words)
    for (const [what, which] of telling.alerts) {
      const alert = el("p", "alert", `${what}: `)
      alert.append(el("q", "", which))
      version.append(alert)
    }
    const sentence = el("p", "sentence")
    for (const node of telling.sentence) {
      sentence.append(typeof node === "string" ? node : el("span", "here", node.slice(1).join("")))
    }
    const place = el("div", "place")
    place.append(el("p", "in-article", "In the article"), sentence)
    entry.append(line, facts, version, place)
    return entry
  }
}
