package statement

import (
	"strings"

	"mandate/graph"
	"mandate/ingest/english"
)

// mendSeries puts right what a parser makes of verbs in a long series: tags
// that their form rules out, the verb behind a participle, a third act of
// stance. It changes s.
func (e *Extractor) mendSeries(s *english.Sentence) {
	t := newTree(s, 0)
	changed := false
	for k := range s.Tokens {
		for _, mend := range []func(*tree, int) bool{e.governedGerund, complementThat, nounBehindNoun, e.barredFrom, helped, e.bareInSeries, modifyingParticiple, e.actInSeries, predicateAndVerb, lastSubject, secondInfinitive, behindCondition} {
			if mend(t, k) {
				changed = true
				t = newTree(s, 0)
			}
		}
	}
	if changed {
		closeSentence(s)
	}
}

// bareInSeries gives its tag to a verb in base form that was taken for
// something that its form is not, "allow A, cease V-ing and enable B" with a
// gerund, or for a noun coordinated with a verb, "stop A, cease and desist".
func (e *Extractor) bareInSeries(t *tree, k int) bool {
	_, listed := e.cues.verb(t.lower(k))
	h := t.Tokens[k].Head
	if listed && h >= 0 && t.actsWhere(k) {
		if v := nearestAbove(t.Sentence, h, t.hasModal); v >= 0 && v < k {
			tok := &t.Tokens[k]
			tok.UPOS, tok.XPOS, tok.Lemma, tok.Head, tok.Deprel = "VERB", "VB", t.lower(k), v, "conj"
			return true
		}
	}
	switch {
	case h < 0 || h > k || !listed || !t.opensSegment(k) || !t.upos(h, "VERB") || t.child(k, "mark", "case", "det", "nsubj") >= 0:
		return false
	case t.xpos(k, "VBG") && !strings.HasSuffix(t.lower(k), "ing") && t.is(k, "advcl", "acl"):
	case t.upos(k, "NOUN") && t.is(k, "conj", "parataxis") && t.child(k, "amod", "nmod", "compound") < 0 && k+2 < len(t.Tokens) && t.upos(k+1, "CCONJ") && t.bareVerb(k+2):
	case t.upos(k, "NOUN") && t.is(k, "parataxis") && t.bareVerb(h) && t.leads(k):
	default:
		return false
	}
	tok := &t.Tokens[k]
	tok.UPOS, tok.XPOS, tok.Lemma, tok.Deprel = "VERB", "VB", t.lower(k), "conj"
	return true
}

// actsWhere reports whether word k, taken for a noun, follows "; and" and a short
// condition between commas parts it from a noun phrase: "; and report, where
// necessary, the costs".
func (t *tree) actsWhere(k int) bool {
	if k < 2 || k+4 >= len(t.Tokens) || !t.upos(k, "NOUN") || !t.is(k, "conj") || !t.upos(k-1, "CCONJ") || t.Tokens[k-2].Text != ";" {
		return false
	}
	if t.Tokens[k+1].Text != "," || !conditional[t.lower(k+2)] {
		return false
	}
	for i := k + 3; i < min(k+7, len(t.Tokens)-1); i++ {
		if t.Tokens[i].Text == "," {
			return t.upos(i+1, "DET", "ADJ", "NOUN")
		}
	}
	return false
}

// leads reports whether what stands right behind k begins a noun phrase, so that
// k is no noun itself: a determiner, a possessive, an adjective or a participle.
func (t *tree) leads(k int) bool {
	return k+1 < len(t.Tokens) && (t.upos(k+1, "DET", "ADJ") || t.xpos(k+1, "PRP$", "VBN"))
}

// modifyingParticiple makes participle k modify the noun that the parser made
// its object, where it stands right behind a verb in base form: "export banned
// goods".
func modifyingParticiple(t *tree, k int) bool {
	v := k - 1
	o := t.child(k, "obj")
	if v < 0 || o < k || !t.xpos(k, "VBN", "VBD") || !t.is(k, "conj") || !t.bareVerb(v) || t.child(v, "obj") >= 0 || t.left[k] < k {
		return false
	}
	for _, c := range t.kids[k] {
		if c != o {
			t.Tokens[c].Head = v
		}
	}
	t.Tokens[o].Head, t.Tokens[o].Deprel = v, "obj"
	t.Tokens[k].Head, t.Tokens[k].Deprel, t.Tokens[k].XPOS = o, "amod", "VBN"
	return true
}

// actInSeries joins a verb of stance in the third person to the one of the main
// clause where the parser made a complement or a noun of it: "notes that A,
// welcomes B, and stresses that C".
func (e *Extractor) actInSeries(t *tree, k int) bool {
	root := t.root()
	if root < 0 || root >= k || !t.xpos(root, "VBZ") || !e.cues.acts[t.lemma(root)] || t.Tokens[k].Head < 0 || !t.opensSegment(k) && !t.opensFurther(k) {
		return false
	}
	switch {
	case !e.cues.acts[t.lemma(k)] || !strings.HasSuffix(t.lower(k), "s") || t.child(k, "nsubj", "det", "aux", "case") >= 0:
		return false
	case t.xpos(k, "VBZ") && t.is(k, "ccomp", "advcl", "parataxis") && t.child(k, "mark") < 0:
	case t.xpos(k, "VBZ") && t.is(k, "conj") && t.Tokens[k].Head != root && !t.coordinatedWith(k, root):
	case t.xpos(k, "NNS") && t.is(k, "conj", "appos", "parataxis") && t.addresses(k):
	default:
		return false
	}
	tok := &t.Tokens[k]
	tok.UPOS, tok.XPOS, tok.Head, tok.Deprel = "VERB", "VBZ", root, "conj"
	for _, c := range t.children(k, "acl") {
		if t.mark(c) == "that" {
			t.Tokens[c].Deprel = "ccomp"
		}
	}
	t.takeObject(k)
	return true
}

// takeObject makes a noun right behind verb k its object, or the clause that
// "that" begins there its complement, where either hangs elsewhere.
func (t *tree) takeObject(k int) {
	if k+1 >= len(t.Tokens) || t.child(k, "obj", "ccomp") >= 0 {
		return
	}
	if !t.upos(k+1, "DET") && !t.xpos(k+1, "PRP$") {
		return
	}
	n := t.Tokens[k+1].Head
	if n > k+1 && t.upos(n, "NOUN", "PROPN") && t.Tokens[n].Head != k && !hangsOn(t.Sentence, k, func(i int) bool { return i == n }) {
		t.Tokens[n].Head, t.Tokens[n].Deprel = k, "obj"
	}
}

// opensFurther reports whether k follows "and further", which the parser may
// take for an adjective.
func (t *tree) opensFurther(k int) bool {
	return k > 1 && (t.lower(k-1) == "further" || t.lower(k-1) == "also") && (t.upos(k-2, "CCONJ") || t.upos(k-2, "PUNCT"))
}

// addresses reports whether what follows k is what a verb of stance takes: a
// clause with "that", a determiner, "upon".
func (t *tree) addresses(k int) bool {
	if k+1 >= len(t.Tokens) {
		return false
	}
	w := t.lower(k + 1)
	return w == "that" || w == "upon" || w == "on" || t.upos(k+1, "DET") || t.xpos(k+1, "PRP$", "PDT") || w == "in" && k+2 < len(t.Tokens) && t.lower(k+2) == "this"
}

// coordinatedWith reports whether k is coordinated with v, through others too.
func (t *tree) coordinatedWith(k, v int) bool {
	for t.is(k, "conj") {
		if k = t.Tokens[k].Head; k == v {
			return true
		}
	}
	return false
}

// predicateAndVerb parts what a copula says from the verb behind it that the
// parser put into one noun phrase: "should be a senior executive and hold
// special knowledge".
func predicateAndVerb(t *tree, k int) bool {
	h := t.Tokens[k].Head
	if h < 1 || h > k || !t.is(k, "conj") || !t.xpos(k, "VB", "VBP") || !t.upos(k-1, "CCONJ") || !t.upos(h, "ADJ", "NOUN") {
		return false
	}
	n := t.Tokens[h].Head
	if n <= k || !t.upos(n, "NOUN") || !t.hasModal(n) {
		return false
	}
	cop := t.child(n, "cop")
	if cop < 0 || cop > h {
		return false
	}
	for _, c := range t.kids[n] {
		if c < k && c != h {
			t.Tokens[c].Head = h
		}
	}
	for _, c := range t.kids[h] {
		if c > k && c != k {
			t.Tokens[c].Head = n
		}
	}
	t.Tokens[h].Head, t.Tokens[h].Deprel, t.Tokens[h].UPOS = t.Tokens[n].Head, t.Tokens[n].Deprel, "NOUN"
	t.Tokens[k].XPOS = "VB"
	t.Tokens[n].Head, t.Tokens[n].Deprel = k, "obj"
	return true
}

// lastSubject makes name k the subject of the verb right behind it where the
// parser took it for the last of things named in front, "for, in particular,
// water and health, Member States may …": no "and" joins it to them.
func lastSubject(t *tree, k int) bool {
	h := t.Tokens[k].Head
	if h < 0 || h > k || !t.is(k, "conj") || !t.upos(k, "PROPN") || !t.is(h, "nsubj") || t.child(k, "cc") >= 0 {
		return false
	}
	from, v := t.left[k], t.Tokens[h].Head
	if from == 0 || t.right[k] != k || v < k || !t.xpos(k+1, "MD") || t.Tokens[k+1].Head != v {
		return false
	}
	if t.Tokens[from].Text != "," && t.Tokens[from-1].Text != "," || t.upos(h, "PROPN") {
		return false
	}
	for _, c := range t.children(h, "conj") {
		if c < k && t.child(c, "cc") >= 0 { // "A and B, C": the series has ended
			t.Tokens[k].Head, t.Tokens[k].Deprel = v, "nsubj"
			t.Tokens[h].Deprel = "obl"
			return true
		}
	}
	return false
}

// secondInfinitive makes ", and to V" go on with the infinitive that was asked
// for, not with its purpose: "urges States to pay dues to help the poor, and to
// share their charts".
func secondInfinitive(t *tree, k int) bool {
	h := t.Tokens[k].Head
	if h < 0 || h > k || !t.is(k, "conj") || t.mark(k) != "to" || t.mark(h) != "to" || !t.is(h, "advcl") || !t.behindComma(k) || t.behindComma(h) {
		return false
	}
	up := t.Tokens[h].Head
	if up < 0 || up > h || t.mark(up) != "to" || !t.is(up, "xcomp", "conj") {
		return false
	}
	t.Tokens[k].Head = up
	return true
}

// helped gives the verb in base form right behind whom another verb helps or
// makes to do it back to that verb, "help firms build …", where the parser took
// it for one more act of the helper.
func helped(t *tree, k int) bool {
	if !t.is(k, "conj") || !t.xpos(k, "VB") || t.child(k, "cc", "nsubj", "mark") >= 0 || t.left[k] != k {
		return false
	}
	for v := k - 1; v > max(0, k-8); v-- {
		o := t.child(v, "obj")
		if t.upos(v, "VERB") && helping[t.lemma(v)] && o > v && t.right[o] == k-1 {
			t.Tokens[k].Head, t.Tokens[k].Deprel = v, "xcomp"
			for _, c := range t.children(k, "conj") {
				if t.behindComma(c) { // what the helper does next
					t.Tokens[c].Head = v
				}
			}
			return true
		}
	}
	return false
}

// helping verbs take an object and a verb in base form.
var helping = wordSet("help let make see hear watch have")

// behindCondition gives a noun phrase back to the verb that acts upon it where
// the parser took it for the subject of the short condition in between: "publish,
// where necessary, the list".
func behindCondition(t *tree, k int) bool {
	a := t.Tokens[k].Head
	if a < 0 || a > k || !t.is(k, "nsubj") || !t.is(a, "advcl") || !t.upos(a, "ADJ", "VERB") || t.right[a] != t.right[k] || t.child(a, "cop", "aux") >= 0 {
		return false
	}
	c, v := t.child(a, "mark", "advmod"), t.Tokens[a].Head
	if c < 0 || c > a || !conditional[t.lower(c)] || t.Tokens[t.left[k]-1].Text != "," || v < 0 || v > c || !t.upos(v, "VERB") || t.child(v, "obj") >= 0 {
		return false
	}
	t.Tokens[k].Head, t.Tokens[k].Deprel = v, "obj"
	return true
}

// complementThat makes "that" in front of the subject of a reported clause the
// marker of the clause, where the parser made it an object: "requires that
// operators keep logs".
func complementThat(t *tree, k int) bool {
	v := t.Tokens[k].Head
	if v < k || t.lower(k) != "that" || !t.is(k, "obj", "obl", "nmod") || !t.is(v, "ccomp") || t.Tokens[v].Head != k-1 || t.child(v, "mark") >= 0 {
		return false
	}
	if s := t.child(v, "nsubj"); s < k {
		return false
	}
	tok := &t.Tokens[k]
	tok.UPOS, tok.XPOS, tok.Deprel = "SCONJ", "IN", "mark"
	return true
}

// nounBehindNoun makes one name of two nouns of which the parser made the second
// the object of the first, which no noun has: "obliges States Parties to".
func nounBehindNoun(t *tree, k int) bool {
	h := k - 1
	if h < 0 || t.Tokens[k].Head != h || !t.is(k, "obj") || !t.upos(k, "NOUN", "PROPN") || !t.xpos(h, "NN", "NNS", "NNP", "NNPS") || t.child(k, "det") >= 0 {
		return false
	}
	t.Tokens[k].Head, t.Tokens[k].Deprel = t.Tokens[h].Head, t.Tokens[h].Deprel
	for _, c := range t.kids[h] {
		if c != k {
			t.Tokens[c].Head = k
		}
	}
	t.Tokens[h].Head, t.Tokens[h].Deprel = k, "compound"
	return true
}

// barredFrom makes a verb of what somebody is kept from doing, which the parser
// took for a noun, and coordinates the next one with it: "bars members from
// voting and from standing".
func (e *Extractor) barredFrom(t *tree, k int) bool {
	if !strings.HasSuffix(t.lower(k), "ing") || t.case_(k) != "from" && t.mark(k) != "from" || t.Tokens[k].Head < 0 {
		return false
	}
	v := t.Tokens[k].Head
	if t.upos(v, "NOUN", "PROPN") && t.is(v, "obj") {
		v = t.Tokens[v].Head
	}
	if v < 0 || e.cues.Stances[t.lemma(v)].Directive != graph.Prohibition {
		return false
	}
	tok := &t.Tokens[k]
	switch {
	case t.upos(k, "NOUN") && t.child(k, "det", "amod", "conj") < 0:
		again, at := e.behind(going, t.Tokens[k].Text+" it")
		if at >= len(again.Tokens) || again.Tokens[at].UPOS != "VERB" {
			return false
		}
		tok.UPOS, tok.XPOS, tok.Lemma, tok.Head, tok.Deprel = "VERB", "VBG", again.Tokens[at].Lemma, v, "advcl"
		t.Tokens[t.child(k, "case")].Deprel = "mark"
		for _, c := range t.children(k, "nmod") {
			t.Tokens[c].Deprel = "obl"
		}
		return true
	case t.xpos(k, "VBG") && t.is(k, "conj"):
		for _, c := range t.children(v, "advcl") {
			if c < k && t.mark(c) == "from" {
				tok.Head = c
				return true
			}
		}
	}
	return false
}

// governedGerund makes gerund k, behind the preposition of a verb of duty, what
// that asks for, where the parser had it modify its own object: "commits to
// publishing plans", "charges the Board with drafting rules".
func (e *Extractor) governedGerund(t *tree, k int) bool {
	n, c := t.Tokens[k].Head, k-1
	if n <= k || c < 1 || !t.xpos(k, "VBG") || !t.is(k, "amod", "compound") || !t.is(c, "case") || t.Tokens[c].Head != n || !t.is(n, "obl", "nmod") {
		return false
	}
	v := t.Tokens[n].Head
	if t.is(n, "nmod") && v >= 0 && t.is(v, "obj") {
		v = t.Tokens[v].Head
	}
	if v < 0 || v > c || !e.asksGerund(t, v, t.lower(c)) {
		return false
	}
	t.Tokens[k].Head, t.Tokens[k].Deprel = v, "advcl"
	t.Tokens[c].Head, t.Tokens[c].Deprel = k, "mark"
	t.Tokens[n].Head, t.Tokens[n].Deprel = k, "obj"
	for _, o := range t.children(v, "conj") {
		if o > k && t.xpos(o, "VBG") && (t.mark(o) == t.lower(c) || t.case_(o) == t.lower(c)) {
			t.Tokens[o].Head = k
		}
	}
	return true
}

// asksGerund reports whether verb or adjective v says what is to be done by a
// gerund behind the preposition.
func (e *Extractor) asksGerund(t *tree, v int, preposition string) bool {
	switch preposition {
	case "to", "for":
		return e.cues.Governors[t.lemma(v)].Force != "" || e.cues.Governors["be "+t.lower(v)].Force != ""
	case "with":
		return e.cues.Governors["be "+t.lower(v)].Force != "" || charging[t.lemma(v)]
	case "from":
		return e.cues.Stances[t.lemma(v)].Directive == graph.Prohibition || e.cues.Governors["be "+t.lower(v)].Force == graph.Prohibition
	}
	return false
}

// charging verbs lay on their object what they say behind "with".
var charging = wordSet("task charge entrust")
