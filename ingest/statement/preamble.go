package statement

import (
	"regexp"
	"strings"

	"mandate/graph"
)

// leadIns returns for each block the one that leads it in: that of its list,
// else the body in whose name a resolution speaks.
func (c *Cues) leadIns(doc *graph.Document) []int {
	out := make([]int, len(doc.Blocks))
	body, adjoins := -1, false // who speaks, and whether nothing but its clauses stands in between
	for i, b := range doc.Blocks {
		out[i] = b.LeadIn
		if b.Kind == graph.BlockHeading || b.Kind == graph.BlockHead {
			adjoins = false
			continue
		}
		text := strings.TrimSpace(b.In(doc.Text))
		switch {
		case body >= 0 && c.goesOn(doc, out, i, body) && (c.operative(text) || adjoins && c.recital(text)):
			out[i] = body
		case b.LeadIn >= 0:
		case b.Kind == graph.BlockParagraph && speaks(text):
			body, adjoins = i, true
		default:
			adjoins = false
		}
	}
	return out
}

// goesOn reports whether block i may go on what body says: it is in no list, or
// in one that its paragraphs make up, such as that of the operative ones behind
// the last recital.
func (c *Cues) goesOn(doc *graph.Document, leadIn []int, i, body int) bool {
	l := doc.Blocks[i].LeadIn
	return l < 0 || l == body || leadIn[l] == body && strings.HasSuffix(strings.TrimSpace(doc.Blocks[l].In(doc.Text)), ",")
}

const adverbs = `(?:(?:Also|Further|Again|Once (?:more|again)|[A-Z]?[a-z]+ly|also|further|again),? )*`

var (
	// participial is how the recitals of a resolution begin: "Recalling …",
	// "Deeply concerned …", "Mindful of …", and by its ending also "Requests …".
	participial = regexp.MustCompile(`^` + adverbs + `[A-Z]?[a-z]+(?:ing|s|ed|ful|ous|ware|[sz]ant) `)
	// leading is the first word of a paragraph behind its adverbs.
	leading = regexp.MustCompile(`^` + adverbs + `([A-Za-z-]+)`)
)

// recital reports whether a paragraph may be a clause of what a body says
// right in front of it: "Recalling …", "Decides …", and where several speak
// "Reaffirm …".
func (c *Cues) recital(text string) bool {
	m := leading.FindStringSubmatch(text)
	return participial.MatchString(text) || m != nil && c.acts[strings.ToLower(m[1])]
}

// operative reports whether a paragraph begins with the verb of an act in the
// third person: "Also requests …". Its body may have been named long before.
func (c *Cues) operative(text string) bool {
	m := leading.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	w := strings.ToLower(m[1])
	if !strings.HasSuffix(w, "s") {
		return false
	}
	return c.acts[strings.TrimSuffix(w, "s")] || c.acts[strings.TrimSuffix(w, "es")] || c.acts[strings.TrimSuffix(w, "ies")+"y"]
}

// speaks reports whether a paragraph may be the body that adopts a text: "The
// General Assembly,". The reading of it decides.
func speaks(text string) bool {
	const longest = 60 // words
	return strings.HasSuffix(text, ",") && strings.Count(text, " ") < longest && !participial.MatchString(text)
}

// goingOn is what may link an act of a resolution with the one before it: ",
// and in this regard invites the Secretary to …".
var goingOn = regexp.MustCompile(`[,;] (?:and |as well as )?(?:(?:in this|in that|to this|to that) [a-z]+,? |further |also |again |once again |therefore |[a-z]+ly )*([a-z-]+s) (?:the|that|its|his|all|to|upon|on|with|any|each|every|other|those|[A-Z][A-Za-z]+) `)

// acted cuts a paragraph of a resolution into its acts, however far apart they
// stand: "Welcomes …, and requests …".
func (c *Cues) acted(text string) []string {
	if !c.operative(text) {
		return []string{text}
	}
	var out []string
	from := 0
	for _, m := range goingOn.FindAllStringSubmatchIndex(text, -1) {
		if c.operative(text[m[2]:]) {
			out, from = append(out, text[from:m[0]]), m[2]
		}
	}
	return append(out, text[from:])
}
