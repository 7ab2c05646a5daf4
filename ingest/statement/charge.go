package statement

import (
	"regexp"
	"strings"

	"mandate/graph"
)

// charge is the duty of whoever is named over a list of acts, without a word
// of duty: "Data officer: …".
var charge = duty{force: graph.Obligation, cue: "charge", rule: "charge"}

// titles returns what the headings of lists hand to items that no sentence
// leads in, by section: "Privacy Officer", "Role of the regions".
func (e *Extractor) titles(doc *graph.Document) map[int]*lead {
	out := map[int]*lead{}
	for _, b := range doc.Blocks {
		if b.Kind == graph.BlockListItem {
			e.title(doc, b.Section, out)
		}
	}
	return out
}

// title reads the heading of a section into known; a heading that names but
// duties takes its actor from the one above, "Organizational Responsibilities".
func (e *Extractor) title(doc *graph.Document, section int, known map[int]*lead) *lead {
	if section < 0 {
		return nil
	}
	if l, ok := known[section]; ok {
		return l
	}
	s := e.parser.Parse(doc.Sections[section].Title)
	r := e.newReader(&s, 0, frame{})
	var l *lead
	if who, announces := r.titled(); who != nil {
		c := charge
		l = &lead{frame: frame{subjects: who, duty: &c}, acts: true, title: true}
	} else if announces {
		l = e.title(doc, doc.Sections[section].Parent, known)
	}
	known[section] = l
	return l
}

// titled returns the actors that a heading names, and whether it announces
// duties: "Privacy Officer", "Role of the regions", "Responsibilities".
func (r *reader) titled() (who []Phrase, announces bool) {
	root := r.root()
	if root < 0 || !r.upos(root, "NOUN", "PROPN") || r.child(root, "nsubj", "cop", "ccomp") >= 0 {
		return nil, false
	}
	if r.announces(root) != "" || r.announcesActs() {
		return r.holder(root), true
	}
	return r.actorsIn(r.spread(root)), false
}

// labelled matches what begins with a label that may name an actor: "The
// Ministry of Finance: approve …".
var labelled = regexp.MustCompile(`^([^:;,.]{3,80}):\s+(\p{L}.*)$`)

// charged reads a sentence that names an actor and, behind a colon, what it
// does: "Regional bodies: prepare plans and handle complaints". It returns nil
// for any other.
func (e *Extractor) charged(text string, l *lead) *reader {
	m := labelled.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return nil
	}
	raw := e.parser.Parse(m[2])
	if len(raw.Tokens) == 0 || raw.Tokens[0].XPOS != "VB" && raw.Tokens[0].XPOS != "VBZ" {
		return nil
	}
	label := e.parser.Parse(m[1])
	r := e.newReader(&label, 0, frame{})
	who, announces := r.titled()
	if who == nil || announces {
		return nil
	}
	own := lead{frame: frame{subjects: who, duty: &charge}, title: true}
	if l != nil && l.duty != nil {
		own.duty = l.duty
	}
	return e.readItem(raw, &own)
}
