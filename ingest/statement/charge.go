package statement

import (
	"regexp"
	"strings"
	"sync"

	"mandate/graph"
)

// charge is the duty of whoever is named over a list of acts, without a word
// of duty: "Data officer: …".
var charge = duty{force: graph.Obligation, cue: "charge", rule: "charge"}

// titles keeps what the headings of lists hand to items that no sentence leads
// in, by section: "Privacy Officer", "Role of the regions".
type titles struct {
	mutex sync.Mutex
	known map[int]*lead
}

// mostTitles is how many headings are remembered: those of the parts at hand.
const mostTitles = 256

func (t *titles) find(section int) (*lead, bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	l, ok := t.known[section]
	return l, ok
}

func (t *titles) keep(section int, l *lead) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if len(t.known) >= mostTitles {
		clear(t.known)
	}
	t.known[section] = l
}

// title reads the heading of a section; one that names but duties takes its
// actor from the heading above, "Organizational Responsibilities".
func (p *page) title(section int) *lead {
	if section < 0 {
		return nil
	}
	if l, ok := p.titles.find(section); ok {
		return l
	}
	s := p.parser.Parse(p.doc.Sections[section].Title)
	r := p.newReader(&s, 0, frame{})
	var l *lead
	if who, announces := r.titled(); who != nil {
		c := charge
		l = &lead{frame: frame{subjects: who, duty: &c}, acts: true, title: true}
	} else if announces {
		l = p.title(p.doc.Sections[section].Parent)
	}
	p.titles.keep(section, l)
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

// counted matches labels that count what they stand before: "Action T1", "Step 2".
var counted = regexp.MustCompile(`[0-9]$`)

// charged reads a sentence that names an actor and, behind a colon, what it
// does: "Regional bodies: prepare plans and handle complaints". It returns nil
// for any other.
func (e *Extractor) charged(text string, l *lead) *reader {
	m := labelled.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || counted.MatchString(m[1]) {
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
