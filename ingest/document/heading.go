package document

// findHeadings tells which parts are headings: those with a label, numbered
// ones, unnumbered ones. A label without a title takes the next heading for one.
func (d *draft) findHeadings() {
	for i := range d.parts {
		if d.parts[i].role == body && d.parts[i].label.exists() {
			d.parts[i].role = heading
		}
	}
	for _, sequence := range d.sequences() {
		d.judgeSequence(sequence)
	}
	d.findUnnumbered()
	d.joinTitles()
}

// sequences gathers the parts whose markers count on from one another and could
// number headings: 1. 2. 3., II. III., A. B., 1.1 1.2; never (a) or bullets.
func (d *draft) sequences() [][]int {
	var found [][]int
	open := map[string]int{} // style: index of its sequence in found
	for i, p := range d.parts {
		if p.role != body || !numbersHeadings(p.marker) {
			continue
		}
		at, ok := open[p.marker.style]
		if ok {
			last := found[at]
			ok = d.parts[last[len(last)-1]].marker.value < p.marker.value
		}
		if !ok {
			at = len(found)
			found, open[p.marker.style] = append(found, nil), at
		}
		found[at] = append(found[at], i)
	}
	return found
}

func numbersHeadings(m marker) bool {
	switch m.style {
	case "1.", "1)", "I.", "I)", "A.", "A)":
		return true
	}
	return len(m.style) >= len("1.1") && m.style[:3] == "1.1"
}

// judgeSequence makes headings of numbered parts when at least half of them
// look like titles with text of their own below: else they are the items of a
// list or numbered paragraphs.
func (d *draft) judgeSequence(sequence []int) {
	titles := 0
	for k, i := range sequence {
		last := k+1 == len(sequence)
		if isTitle(d.parts[i].look) && i+1 < len(d.parts) && (last || sequence[k+1] != i+1) && !d.introduced(i) {
			titles++
		}
	}
	if titles*2 < len(sequence) || titles == 0 {
		return
	}
	for _, i := range sequence {
		if isTitle(d.parts[i].look) {
			d.parts[i].role = heading
		}
	}
}

// introduced tells whether a list may begin at part i: the part before ends
// with a colon.
func (d *draft) introduced(i int) bool {
	return i > 0 && d.parts[i-1].role == body && d.parts[i-1].look.stop == ':'
}

// longestRun is how many unnumbered headings may follow one another without
// text between.
const longestRun = 3

// findUnnumbered makes headings of short parts without marker and stop above
// text or above another heading. In a longer run of short parts, or one that a
// colon introduces, only the last can be one: the others are a list.
func (d *draft) findUnnumbered() {
	for i := 0; i < len(d.parts); i++ {
		start := i
		for i < len(d.parts) && d.unnumbered(i) {
			i++
		}
		if i == start || i == len(d.parts) {
			continue
		}
		if n := i - start; n > longestRun || n > 1 && d.introduced(start) {
			start = i - 1
		}
		for k := start; k < i; k++ {
			d.parts[k].role = heading
		}
	}
}

// unnumbered tells parts that can be headings without a number.
func (d *draft) unnumbered(i int) bool {
	p := d.parts[i]
	l := p.look
	if p.role != body || p.marker.exists() || l.long() || l.stop == '.' && !l.caps || !hasLetter(l.text) {
		return false
	}
	if _, _, dated := dateLine(l.text); dated || byline.MatchString(l.text) {
		return false
	}
	return isTitle(l)
}

// joinTitles joins each label that stands alone ("Chapter III.") with the
// unnumbered heading behind it, which is its title.
func (d *draft) joinTitles() {
	kept := d.parts[:0]
	for i := 0; i < len(d.parts); i++ {
		p := d.parts[i]
		if p.role == heading && p.label.isWhole && p.level == 0 && i+1 < len(d.parts) {
			next := d.parts[i+1]
			if next.role == heading && !next.label.exists() && !next.marker.exists() && !matter.MatchString(next.look.text) {
				p.label.title, p.end = trimTitle(next.look.text), next.end
				i++
			}
		}
		kept = append(kept, p)
	}
	d.parts = kept
}
