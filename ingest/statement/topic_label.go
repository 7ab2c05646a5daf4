package statement

import (
	"slices"
	"strings"
	"unicode"
)

// modifierReadings returns the tokens before noun i that classify it, in text
// order. Coordinated ones make a reading each: "economic and social development"
// is two topics.
func (r *reader) modifierReadings(i int) [][]int {
	readings := [][]int{nil}
	var ways [][]int // the way that the coordination being read goes on
	last := -1
	for _, k := range r.kids[i] {
		if k >= i || k < r.first || !r.is(k, "compound", "amod", "nmod:poss") || r.severed(k) {
			continue
		}
		if last < 0 || !r.coordinates(last, k) {
			readings, ways = combine(readings, ways), nil
		}
		for _, c := range r.conjuncts(k) {
			if words := r.modifier(c); c < i && words != nil {
				ways = append(ways, words)
			}
		}
		last = k
	}
	return combine(readings, ways)
}

// coordinates reports whether a comma or conjunction stands between modifiers a
// and b that the parser hung side by side.
func (r *reader) coordinates(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if r.upos(i, "CCONJ") || r.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// severed reports whether compound k stands before a conjunction that its head
// follows at once: of "fruits and vegetables" taken for a compound the nouns
// are two.
func (r *reader) severed(k int) bool {
	h := r.Tokens[k].Head
	return r.is(k, "compound") && h > k+1 && r.upos(h-1, "CCONJ") && r.upos(k, "NOUN")
}

// combine appends each of the ways to the readings, as long as they are few.
func combine(readings, ways [][]int) [][]int {
	const most = 4
	if len(ways) > 1 && len(readings)*len(ways) > most {
		ways = ways[:1]
	}
	if len(ways) == 0 {
		return readings
	}
	var out [][]int
	for _, before := range readings {
		for _, w := range ways {
			out = append(out, slices.Concat(before, w))
		}
	}
	return out
}

// modifier returns the tokens of the modifier headed by k, nil for one that
// does not classify: a determinative, an evaluation, a comparison, a number, a
// definite owner.
func (r *reader) modifier(k int) []int {
	if !r.upos(k, "NOUN", "PROPN", "ADJ", "VERB", "X") || !wordlike(r.Tokens[k].Text) {
		return nil
	}
	if r.upos(k, "ADJ", "VERB") && (r.cues.Unclassifying[r.lower(k)] || r.xpos(k, "JJR", "JJS") && r.lower(k) != "best") {
		return nil
	}
	if r.is(k, "nmod:poss") && (!r.xpos(k, "NNS") || r.child(k, "det") >= 0) {
		return nil
	}
	var out []int
	for _, j := range r.kids[k] {
		if j < k && (r.hyphenated(j) || r.is(k, "compound") && r.is(j, "compound", "amod", "flat")) && wordlike(r.Tokens[j].Text) {
			out = append(out, j)
		}
	}
	out = append(out, k)
	if r.upos(k, "PROPN") && k+1 < r.Tokens[k].Head && r.upos(k+1, "NUM") {
		out = append(out, k+1) // "Horizon 2020 funds"
	}
	return out
}

// hyphenated reports whether token j is joined by a hyphen to the next word.
func (r *reader) hyphenated(j int) bool {
	return j+2 < len(r.Tokens) && r.hyphen(j+1)
}

// hyphen reports whether token i joins its neighbours to one word.
func (r *reader) hyphen(i int) bool {
	t := r.Tokens
	return strings.Contains("-‐‑", t[i].Text) && t[i-1].End == t[i].Start && t[i].End == t[i+1].Start
}

// label writes the tokens of a topic, hyphens between them kept.
func (r *reader) label(tokens []int) string {
	var b strings.Builder
	for at, i := range tokens {
		switch {
		case at == 0:
		case tokens[at-1] == i-2 && r.hyphen(i-1):
			b.WriteByte('-')
		default:
			b.WriteByte(' ')
		}
		w := r.topicWord(i)
		if r.is(i, "nmod:poss") {
			w = possessive(r.lower(i))
		}
		b.WriteString(w)
	}
	return closeUp(b.String())
}

// topicWord is a word of a topic: names as they stand, other words small and
// in the singular.
func (r *reader) topicWord(i int) string {
	switch {
	case r.upos(i, "PROPN") && r.xpos(i, "NNPS"):
		return strings.TrimSuffix(r.Tokens[i].Text, "s")
	case r.upos(i, "PROPN"), r.upos(i, "NOUN") && isAcronym(r.Tokens[i].Text) && !r.shouted():
		return r.Tokens[i].Text
	case r.upos(i, "NOUN"):
		return r.lemma(i)
	}
	return r.lower(i)
}

// shouted reports whether the whole sentence is written in capitals, which
// then tell nothing of a word.
func (r *reader) shouted() bool {
	return !strings.ContainsFunc(r.Text, unicode.IsLower)
}

// combining forms are no words by themselves: texts write them with a hyphen,
// or "cyber" with a space, as they like.
var combining = []string{"co", "cyber", "bio", "eco", "agro", "geo", "hydro", "socio", "tele", "multi", "inter", "intra", "micro", "macro", "nano"}

// spellings of the same word on both sides of the Atlantic, and by Oxford.
var spellings = strings.NewReplacer("isation ", "ization ", " labor ", " labour ", " behavior ", " behaviour ", " neighbor", " neighbour",
	" defense ", " defence ", " fulfillment ", " fulfilment ", " judgement ", " judgment ", " fiber ", " fibre ", " center ", " centre ",
	" program ", " programme ")

// closeUp writes a label in one of the ways that it may be spelt: "cyber-security"
// and "cyber security" are cybersecurity, "co-operation" is cooperation.
func closeUp(label string) string {
	words := strings.Split(label, " ")
	for i, w := range words {
		if form, rest, ok := strings.Cut(w, "-"); ok && slices.Contains(combining, strings.ToLower(form)) {
			words[i] = form + rest
		}
	}
	label = strings.ReplaceAll(" "+strings.Join(words, " ")+" ", " cyber ", " cyber")
	return strings.TrimSpace(spellings.Replace(label))
}
