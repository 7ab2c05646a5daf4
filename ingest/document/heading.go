package document

import (
	"regexp"
	"strings"
)

// findHeadings tells which parts are headings: those with a label, numbered
// ones, unnumbered ones. A label without a title takes the next heading for one.
func (d *draft) findHeadings() {
	d.findSignatures()
	for i := range d.parts {
		if d.parts[i].role == body && d.parts[i].label.exists() {
			d.parts[i].role = heading
		}
	}
	for _, sequence := range d.sequences(numbersHeadings) {
		d.judgeSequence(sequence)
	}
	for _, sequence := range d.sequences(marker.numbersItems) {
		d.judgeItems(sequence)
	}
	d.cutRunIns()
	d.findUnnumbered()
	d.joinTitles()
}

var closing = regexp.MustCompile(`^(?i:done (at|in) \pL|in witness whereof)`)

// findSignatures notes the parts from the closing formula of a treaty or act to
// its annexes: the names below are no headings.
func (d *draft) findSignatures() {
	signed := false
	for i := range d.parts {
		p := &d.parts[i]
		signed = (signed || closing.MatchString(d.text[p.start:min(p.end, p.start+longLook)])) && !p.label.opensPart()
		if p.signature = signed; signed && strings.HasPrefix(p.marker.style, "A") { // an initial
			p.start, p.marker = p.markerAt, marker{}
		}
	}
}

// sequences gathers the parts whose markers count on from one another and could
// number headings, never bullets.
func (d *draft) sequences(could func(marker) bool) [][]int {
	var found [][]int
	open := map[string]int{} // style: index of its sequence in found
	for i, p := range d.parts {
		if p.role != body || p.signature || !could(p.marker) {
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

// numbersHeadings tells the markers of headings: 1. 2. 3., II. III., A. B., 1.1 1.2.
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
	titles, runIns := 0, 0
	for k, i := range sequence {
		neighbour := k+1 < len(sequence) && sequence[k+1] == i+1
		if isTitle(d.parts[i].look) && !neighbour && d.hasText(i) && !d.introduced(i) {
			titles++
		}
		if d.runInTitle(i) > 0 {
			runIns++
		}
	}
	if (titles+runIns)*2 < len(sequence) || titles+runIns == 0 {
		return
	}
	for _, i := range sequence {
		d.parts[i].cut = d.runInTitle(i)
		if isTitle(d.parts[i].look) || d.parts[i].cut > 0 {
			d.parts[i].role = heading
		}
	}
}

// judgeItems makes headings of the parts of a sequence such as (a), (b) where
// each of them is a title with text of its own below, as in bills: most such
// sequences are lists, and where one of them is no title all are. A title with
// a stop and a dash behind it is one whatever stands beside it.
func (d *draft) judgeItems(sequence []int) {
	if d.introduced(sequence[0]) {
		return
	}
	all := true
	for k, i := range sequence {
		if cut := d.dashedTitle(i); cut > 0 {
			d.parts[i].cut, d.parts[i].role = cut, heading
			continue
		}
		neighbour := k+1 < len(sequence) && sequence[k+1] == i+1
		l := d.parts[i].look
		all = all && isTitle(l) && l.stop == 0 && !neighbour && i+1 < len(d.parts) && !d.introduced(i)
	}
	for _, i := range sequence {
		if all {
			d.parts[i].role = heading
		}
	}
}

// dashedTitle measures the title that a part begins with when a stop and a dash
// set it off from the text behind it: "(a) In general.—The Board shall …"; 0
// for none.
func (d *draft) dashedTitle(i int) int {
	text := d.text[d.parts[i].start:d.parts[i].end]
	at := titleDash.FindStringIndex(text[:min(len(text), longLook)])
	if at == nil || at[1] == len(text) {
		return 0
	}
	if title := lookAt(text[:at[0]]); !title.upper || title.words > longestTitle || modal.MatchString(title.text) || strings.ContainsAny(title.text, ".;:") {
		return 0
	}
	return at[1]
}

var titleDash = regexp.MustCompile(`\. ?(—|–|--)`)

// runInTitle measures the title that a numbered part begins with when text goes
// on behind it: "3. Duties of Towns. Each town shall …"; 0 for none.
func (d *draft) runInTitle(i int) int {
	text := d.text[d.parts[i].start:d.parts[i].end]
	end := strings.Index(text[:min(len(text), 100)], ". ")
	if end < len("Fees") {
		return 0
	}
	title, rest := lookAt(text[:end]), lookAt(text[end+2:])
	if title.words > 8 || !title.upper || !isTitleCase(title.text) || !rest.upper {
		return 0
	}
	return end + len(".")
}

// cutRunIns makes two parts of each numbered heading with text behind its title.
func (d *draft) cutRunIns() {
	var parts []part
	for i, p := range d.parts {
		if p.cut == 0 {
			parts = append(parts, p)
			continue
		}
		if parts == nil {
			parts = append(make([]part, 0, len(d.parts)+1), d.parts[:i]...)
		}
		rest := part{end: p.end}
		p.end = p.start + p.cut
		p.look = lookAt(d.text[p.start:p.end])
		rest.start = rest.end - len(strings.TrimSpace(d.text[p.end:rest.end]))
		rest.markerAt, rest.look = rest.start, lookAt(d.text[rest.start:rest.end])
		parts = append(parts, p, rest)
	}
	if parts != nil {
		d.parts = parts
	}
}

// hasText tells whether what stands below the numbered part i can be its own
// text: no heading of a higher division, and under a decimal number neither an
// unnumbered heading nor the next number of any kind.
func (d *draft) hasText(i int) bool {
	if i+1 == len(d.parts) {
		return false
	}
	p, next := d.parts[i], d.parts[i+1]
	if next.label.exists() {
		return !next.label.opensPart() && divisionRank(next.label.kind) > divisionRank("chapter")
	}
	if !strings.HasPrefix(p.marker.style, "1.1") {
		return true
	}
	return !d.unnumbered(i+1) && (!strings.HasPrefix(next.marker.style, "1.") || len(next.marker.style) > len(p.marker.style))
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
// text or above another heading. In a longer run of short parts only the last
// can be one, in a run that a colon introduces none: they are a list.
func (d *draft) findUnnumbered() {
	for i := 0; i < len(d.parts); i++ {
		start := i
		for i < len(d.parts) && d.unnumbered(i) {
			i++
		}
		if i == start || i == len(d.parts) || d.parts[i].label.opensPart() {
			continue
		}
		switch n := i - start; {
		case n > 1 && d.introduced(start):
			start = i
		case n > longestRun:
			start = i - 1
		}
		for k := start; k < i; k++ {
			d.parts[k].role = heading
		}
	}
}

var act = regexp.MustCompile(`^((also|further) )?(?i:recalling|noting|reaffirming|affirming|having|recogni[sz]ing|considering|bearing|guided|convinced|welcoming|` +
	`mindful|acknowledging|emphasi[sz]ing|stressing|concerned|determined|desiring|conscious|aware|taking|adopts|decides|requests|recommends|` +
	`calls|urges|invites|encourages|takes|notes|welcomes|recalls|reaffirms|recogni[sz]es|stresses|emphasi[sz]es|proclaims|declares|approves|` +
	`endorses|expresses|(have|has) (agreed|adopted|decided))\b`)

// opensAct tells whether part i names the body that resolves what stands below,
// as "The General Assembly" over "Recalling …": the subject of a sentence.
func (d *draft) opensAct(i int) bool {
	return i+1 < len(d.parts) && strings.HasPrefix(strings.ToLower(d.parts[i].look.text), "the ") &&
		act.MatchString(d.text[d.parts[i+1].start:min(d.parts[i+1].end, d.parts[i+1].start+longLook)])
}

// unnumbered tells parts that can be headings without a number.
func (d *draft) unnumbered(i int) bool {
	p := d.parts[i]
	l := p.look
	if p.role != body || p.signature || p.marker.exists() || l.long() || l.stop == '.' && !l.caps || !hasLetter(l.text) {
		return false
	}
	if _, _, dated := dateLine(l.text); dated || byline.MatchString(l.text) {
		return false
	}
	return isTitle(l) && !d.opensAct(i)
}

// joinTitles joins each label that stands alone ("Chapter III.") with the
// unnumbered heading behind it, which is its title.
func (d *draft) joinTitles() {
	kept := d.parts[:0]
	for i := 0; i < len(d.parts); i++ {
		p := d.parts[i]
		if p.role == heading && p.label.isWhole && i+1 < len(d.parts) {
			next := d.parts[i+1]
			if next.role == heading && next.level == p.level && !next.label.exists() && !next.marker.exists() {
				p.label.title, p.end = trimTitle(next.look.text), next.end
				i++
			}
		}
		kept = append(kept, p)
	}
	d.parts = kept
}
