package statement

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/graph"
	"mandate/ingest/english"
)

// lead is what a list takes from the sentence in front of it.
type lead struct{ frame }

// leads returns what r's sentence hands to a list under it: the actors and the
// duty of its last clause, the holder of the goals that it announces, or the
// body that it names without saying what it does; nil for nothing.
func (r *reader) leads() *lead {
	root := r.root()
	if root < 0 {
		return nil
	}
	if conditionTail.MatchString(r.Text) {
		return nil
	}
	if f := r.goalFrame(root); f != nil {
		return &lead{*f}
	}
	if again := r.completed(); again != nil && again.last != nil {
		r = again
	}
	if f := r.requestFrame(root); f != nil && r.last == nil {
		return &lead{*f}
	}
	if r.last != nil {
		f := *r.last
		f.depth = 0
		if r.forPurpose() {
			f.duty = &duty{force: graph.GoalForce, cue: "purpose", rule: "purpose list"}
		}
		return &lead{f}
	}
	if ph := r.phrase(root, false); r.upos(root, "NOUN", "PROPN", "PRON") && r.child(root, "cop", "nsubj") < 0 && r.canAct(ph) {
		return &lead{frame{subjects: r.spread(root), free: true}}
	}
	return nil
}

// requestFrame returns the frame of what "Requests the Secretary: …" leads in:
// whom the last directive of the clause p addresses and what it makes of them,
// nil where it says itself what it asks for.
func (r *reader) requestFrame(p int) *frame {
	verbs := r.conjuncts(p)
	d := verbs[len(verbs)-1]
	cue := r.cues.Stances[r.verb(d)]
	if cue.Directive == "" || len(r.asked(d)) > 0 {
		return nil
	}
	who := r.target(d)
	if who == nil {
		return nil
	}
	return &frame{subjects: who, duty: &duty{force: cue.Directive, cue: r.lemma(d), words: borrowed(r.verb(d)), rule: "directive"}}
}

// conditionTail is the end of a sentence that leads in conditions: its items
// are no aims.
var conditionTail = regexp.MustCompile(`(?i)\b(if|where|when|unless|whether|who|which|whom|provided that)\b[^,;:]*[:—–-]\s*$`)

// openTail is the end of a sentence whose items bring the verb.
var openTail = regexp.MustCompile(`(?i)\b(shall|must|should|will|may|to|not|for)\s*[:—–-]*\s*$`)

// completed reads the sentence with a verb in place of the list that brings
// it, "Member States should: …", nil where the sentence is whole.
func (r *reader) completed() *reader {
	loc := openTail.FindStringSubmatchIndex(r.Text)
	if loc == nil || r.forPurpose() {
		return nil
	}
	verb := " act."
	if strings.EqualFold(r.Text[loc[2]:loc[3]], "for") {
		verb = " acting."
	}
	s := r.parser.Parse(r.Text[:loc[3]] + verb)
	return r.read(&s, r.first, r.given)
}

var purposeTail = regexp.MustCompile(`(?i)\b(for the purposes? of|with a view to|in order to|with the (aim|goal|objective|purpose) of|aim(ed|ing) at)\W*$`)

// forPurpose reports whether the sentence ends by announcing purposes.
func (r *reader) forPurpose() bool { return purposeTail.MatchString(r.Text) }

// announcing nouns say what an actor aims at or is there for.
var announcing = map[string]graph.Force{"goal": graph.GoalForce, "aim": graph.GoalForce, "objective": graph.GoalForce,
	"purpose": graph.GoalForce, "mission": graph.GoalForce, "target": graph.GoalForce, "task": graph.GoalForce,
	"priority": graph.GoalForce, "ambition": graph.GoalForce,
	"function": graph.Obligation, "duty": graph.Obligation, "responsibility": graph.Obligation, "obligation": graph.Obligation}

// announces returns what the noun i announces, "" for nothing. Capitals hide
// the lemma: "the Purposes of the Union".
func (r *reader) announces(i int) graph.Force {
	return cmp.Or(announcing[r.lemma(i)], announcing[strings.TrimSuffix(r.lower(i), "s")])
}

// goalFrame returns the frame of "the goal of X is …" or "the functions of X
// are …" headed by p, nil where p says nothing of the kind.
func (r *reader) goalFrame(p int) *frame {
	s := r.child(p, "nsubj")
	if s < 0 && r.announces(p) != "" {
		s = p
	}
	if s < 0 || r.announces(s) == "" {
		return nil
	}
	holder := r.holder(s)
	if holder == nil {
		return nil
	}
	rule := "declared goal"
	if r.announces(s) != graph.GoalForce {
		rule = "declared duty"
	}
	return &frame{subjects: holder, duty: &duty{force: r.announces(s), cue: r.lemma(s), rule: rule}}
}

// declares reports whether p itself is the aim of a goal: "the goal is to
// restore peace" has the infinitive for its predicate.
func (r *reader) declares(p int) bool { return r.mark(p) == "to" && r.child(p, "cop") >= 0 }

// holder is the actor in the phrase of noun n: "China's goal", "the purposes
// of the Union", "the goal of China's participation in …".
func (r *reader) holder(n int) []Phrase {
	for i := r.left[n]; i <= r.right[n]; i++ {
		if i == n || !r.is(i, "nmod") && !(r.is(i, "compound") && r.upos(i, "PROPN")) {
			continue
		}
		if who := r.actorsIn(r.spread(i)); len(who) > 0 {
			return who
		}
	}
	return nil
}

var (
	listHead   = regexp.MustCompile(`:\s+`)
	enumerator = regexp.MustCompile(`^\(?([0-9]{1,2}|[a-z]|[ivx]{1,4})[).]\s+`)
	linking    = regexp.MustCompile(`(?i)^(and|or)\s+`)
)

// splitList cuts a sentence that holds a list of its own, "… : a; b; and c",
// into its head and its items; items is nil where it holds none.
func splitList(text string) (head string, items []string) {
	loc := listHead.FindStringIndex(text)
	if loc == nil || strings.Count(text[loc[1]:], ";") < 1 {
		return "", nil
	}
	for part := range strings.SplitSeq(text[loc[1]:], ";") {
		part = linking.ReplaceAllString(strings.TrimSpace(part), "")
		part = enumerator.ReplaceAllString(part, "")
		if part != "" {
			items = append(items, part)
		}
	}
	if len(items) < 2 {
		return "", nil
	}
	return text[:loc[0]+1], items
}

// inlineList reads a sentence that holds its own list.
func (e *Extractor) inlineList(text, head string, items []string, l *lead) (Result, *lead) {
	res, own := e.sentence(head, l)
	tree := e.parser.Parse(text)
	if own == nil {
		r := e.read(&tree, 0, frame{free: true})
		return Result{&tree, r.found}, r.leads()
	}
	for _, text := range items {
		raw := e.parser.Parse(text)
		if found, _, ok := e.item(raw, own); ok {
			res.Found = append(res.Found, found...)
		} else {
			res.Found = append(res.Found, e.read(&raw, 0, frame{free: true}).found...)
		}
	}
	res.Tree = &tree
	return res, own
}

// item reads a list item in the frame of its lead-in. ok is false where the
// item is a sentence of its own, or names a thing instead of an aim.
func (e *Extractor) item(raw english.Sentence, l *lead) (found []Found, next *lead, ok bool) {
	s, first := e.borrow(raw, l)
	if first == 0 {
		return nil, nil, false
	}
	f := l.frame
	f.passive, f.agents, f.lent = false, nil, true
	f.gerund = s.Tokens[first-1].XPOS != "MD" && l.duty != nil
	r := e.read(&s, first, f)
	if f.duty != nil && f.duty.force == graph.GoalForce {
		label := goalLabel(raw.Text)
		for i := range r.found {
			r.found[i].Goals = []string{label}
		}
	}
	next = r.leads()
	if next == nil || !strings.HasSuffix(strings.TrimSpace(raw.Text), ":") {
		next = l
	}
	return r.found, next, true
}

// singular is the subject borrowed for a verb in the third person: "It" would
// be read as an expletive before "decides to" and "emphasizes that".
const singular = "She"

// borrow parses a fragment behind borrowed words, so that it reads as a
// sentence, and returns how many tokens are borrowed; 0 where the fragment
// does not begin with a verb.
func (e *Extractor) borrow(raw english.Sentence, l *lead) (english.Sentence, int) {
	i := 0
	for i < len(raw.Tokens) && (raw.Tokens[i].UPOS == "ADV" || strings.EqualFold(raw.Tokens[i].Text, "not")) {
		i++
	}
	if i >= len(raw.Tokens) {
		return raw, 0
	}
	tok, text := raw.Tokens[i], lowerFirst(raw.Text)
	switch {
	case strings.EqualFold(tok.Text, "to"):
		return e.behind("They shall", raw.Text[tok.End:])
	case tok.XPOS == "VBG":
		return e.behind("They are", text)
	case tok.XPOS == "VBZ" && l.duty == nil:
		return e.behind(singular, text)
	case tok.XPOS == "VB" || tok.XPOS == "VBP":
		return e.behind("They shall", text)
	case l.duty == nil && strings.HasSuffix(tok.Text, "s") && tok.UPOS != "DET":
		return e.mistaken(raw, singular, text, i, "VBZ")
	case l.duty == nil || strings.HasPrefix(tok.Deprel, "nsubj"):
	case strings.HasSuffix(tok.Text, "ing") && tok.UPOS != "ADJ":
		return e.mistaken(raw, "They are", text, i, "VBG")
	case tok.UPOS == "NOUN" || tok.UPOS == "ADJ" || tok.UPOS == "PROPN":
		return e.mistaken(raw, "They shall", text, i, "VB")
	}
	return raw, 0
}

// mistaken parses a fragment whose verb, its token i, may have been taken for a
// noun because it has no subject. Where it is none with a subject either, the
// fragment stays as it is.
func (e *Extractor) mistaken(raw english.Sentence, words, text string, i int, tag string) (english.Sentence, int) {
	s, first := e.behind(words, text)
	if v := first + i; v < len(s.Tokens) && s.Tokens[v].XPOS == tag && s.Tokens[v].Head < 0 {
		return s, first
	}
	return raw, 0
}

// behind parses text behind words and returns the tree and the number of words.
func (e *Extractor) behind(words, text string) (english.Sentence, int) {
	return e.parser.Parse(words + " " + strings.TrimSpace(text)), strings.Count(words, " ") + 1
}

// goalLabel names the goal that a fragment declares.
func goalLabel(text string) string {
	text = fold(text)
	for _, stop := range []string{", so that ", ", so as to "} {
		text, _, _ = strings.Cut(text, stop)
	}
	text = strings.TrimRight(text, " .;,:")
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
