package statement

// unseat makes token k a complement of its verb where the parser took it for
// the subject although a preposition governs it and another subject stands in
// front: "UNESCO, as the widest forum that cities have, should …".
func (t *tree) unseat(k int) {
	h := t.Tokens[k].Head
	if h < k || !t.is(k, "nsubj") || t.case_(k) == "" || t.case_(k) == "of" {
		return
	}
	if first := t.child(h, "nsubj"); first < k && t.case_(first) == "" {
		t.Tokens[k].Deprel = "obl"
	}
}

// places are the nouns of the set phrases that put something somewhere without
// naming a place: "put in place", "bring into force", "take into account".
var places = map[string]bool{"place": true, "force": true, "effect": true, "operation": true, "practice": true,
	"motion": true, "account": true, "consideration": true, "question": true}

// freeObject gives verb k the object behind such a phrase where the parser made
// the noun of the phrase modify it: "put in place mediation mechanisms".
func (t *tree) freeObject(k int) {
	preposition, place := k+1, k+2
	if place >= len(t.Tokens) || !t.upos(k, "VERB") || !places[t.lower(place)] || t.lower(preposition) != "in" && t.lower(preposition) != "into" {
		return
	}
	n := t.Tokens[place].Head
	if n <= place || t.Tokens[n].Head != k || !t.is(n, "obl", "nmod", "obj") {
		return
	}
	t.Tokens[n].Deprel = "obj"
	t.Tokens[place].Head, t.Tokens[place].Deprel = k, "obl"
	t.Tokens[preposition].Head = place
}
