package statement

import (
	"regexp"
	"slices"
	"strings"
)

// The verb that stands in for the one that a list brings. It takes no object,
// so that nothing in front of it is taken for one.
const (
	baseVerb = "act"
	gerund   = "acting on it"
)

var (
	listTail = regexp.MustCompile(`[\s,:—–-]+$`)
	// verbTail is the end of a sentence whose items begin with the verb.
	verbTail = regexp.MustCompile(`(?i)\b(shall|must|should|will|may|to|not)$`)
	// gerundTail is the end of one whose items are gerunds.
	gerundTail = regexp.MustCompile(`(?i)\b(for|by|through|from)$`)
	// aside is what may stand between "to" and a list.
	aside = regexp.MustCompile(`(?i)\bto,? (in particular|inter alia|among other things|among others|at least|at a minimum|as appropriate|where appropriate)$`)
)

// completed reads the sentence of a lead-in with a verb in place of the list
// that brings it: "Member States should, as appropriate: …", "undertakes to:
// …", "has the power: …". It returns r where the sentence is whole.
func (r *reader) completed() *reader {
	if r.forPurpose() {
		return r
	}
	text := listTail.ReplaceAllString(r.Text, "")
	cut := len(text) < len(strings.TrimSpace(r.Text))
	switch m := r.openModal(); {
	case verbTail.MatchString(text):
		return r.completedBy(text+" "+baseVerb+".", r)
	case gerundTail.MatchString(text) && cut:
		return r.completedBy(text+" "+gerund+".", r)
	case !cut:
		return r
	case m >= 0:
		end := r.Tokens[m].End
		return r.completedBy(text[:end]+" "+baseVerb+text[end:]+".", r)
	case aside.MatchString(text):
		at := aside.FindStringIndex(text)[0] + len("to")
		return r.completedBy(text[:at]+" "+baseVerb+text[at:]+".", r)
	case r.last == nil:
		return r.completedBy(text+" to "+baseVerb+".", r.completedBy(text+" "+baseVerb+".", r))
	}
	return r
}

// outright are the statements of a lead-in that rest on no modal.
func (r *reader) outright() []Found {
	return slices.DeleteFunc(r.found, func(f Found) bool { return f.Rule == "modal" })
}

// completedBy reads text for r's sentence; it returns otherwise where the verb
// put in did not become an aim.
func (r *reader) completedBy(text string, otherwise *reader) *reader {
	s := r.parser.Parse(text)
	again := r.read(&s, r.first, r.given)
	if again.last == nil || !strings.HasPrefix(again.lower(again.aimed), baseVerb) {
		return otherwise
	}
	r.ground(again.last)
	return again
}

// ground moves the phrases of a frame, read with a verb put in, to where they
// stand in the sentence itself: up to that verb both have the same tokens.
func (r *reader) ground(f *frame) {
	grounded := make([]Phrase, len(f.subjects))
	for i, p := range f.subjects {
		if p.Tree != r.Sentence && p.To <= len(r.Tokens) && p.From < p.To && r.words(p.From, p.To) == p.Text() {
			p.Tree = r.Sentence
		}
		grounded[i] = p
	}
	f.subjects = grounded
}

// openModal returns the modal whose verb is missing, or the "not" behind it:
// "shall, as far as possible: …"; -1 where every modal has its verb.
func (r *reader) openModal() int {
	for m := len(r.Tokens) - 1; m >= r.first; m-- {
		if r.upos(m, "NOUN") || r.cues.Modals[r.lower(m)] == "" {
			continue
		}
		at := m
		for at+1 < len(r.Tokens) && (r.upos(at+1, "PART") || r.lower(at+1) == "not") {
			at++
		}
		switch next := r.afterAdverbs(at + 1); {
		case next < len(r.Tokens) && r.upos(next, "VERB", "AUX"):
			if r.subordinate(m) {
				continue // "as may be required" stands within the clause looked for
			}
			return -1
		case r.verbBehind(at + 1):
			return -1
		}
		return at
	}
	return -1
}

func (r *reader) afterAdverbs(i int) int {
	for i < len(r.Tokens) && r.upos(i, "ADV") {
		i++
	}
	return i
}

// subordinate reports whether modal m stands in a clause put in between: "as
// may be required", "where it may be necessary".
func (r *reader) subordinate(m int) bool {
	for i := m - 1; i >= max(r.first, m-4); i-- {
		if w := r.lower(i); w == "as" || w == "where" || w == "if" || w == "when" {
			return true
		}
		if r.upos(i, "PUNCT") {
			return false
		}
	}
	return false
}

// verbBehind reports whether a verb in its base form that needs a modal stands
// at or behind token i.
func (r *reader) verbBehind(i int) bool {
	for ; i < len(r.Tokens); i++ {
		if r.xpos(i, "VB") && i > 0 && r.lower(i-1) != "to" && !r.xpos(i-1, "MD") {
			return true
		}
	}
	return false
}

var purposeTail = regexp.MustCompile(`(?i)\b(for the purposes? of|with a view to|in order to|with the (aim|goal|objective|purpose) of|aim(ed|ing) at)\W*$`)

// forPurpose reports whether the sentence ends by announcing purposes.
func (r *reader) forPurpose() bool { return purposeTail.MatchString(r.Text) }
