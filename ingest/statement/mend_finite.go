package statement

import "strings"

// restoreFinite gives back its sentence to the finite verb that the parser
// made a modifier of its own subject, "the Parties undertake to …" with the
// verb for a participle, or of the verb that goes on behind it, "the Board
// keeps A, checks B and …". It reports whether the tree has changed.
func (t *tree) restoreFinite() bool {
	root := t.root()
	if root < 0 {
		return false
	}
	if t.upos(root, "NOUN", "PROPN") && t.child(root, "cop", "nsubj", "case") < 0 {
		for _, h := range []int{root, t.child(root, "obj")} {
			if k := t.modifyingVerb(h); k > root {
				t.restoreSubject(root, k)
				return true
			}
		}
	}
	if t.restoreContact(root) || t.restoreModal(root) || t.restoreResting(root) {
		return true
	}
	if t.upos(root, "NOUN", "PROPN") && (t.restoreDescribed(root) || t.restorePredicate(root)) {
		return true
	}
	if !t.xpos(root, "VBZ", "VBP") || t.child(root, "nsubj") >= 0 {
		return false
	}
	for _, k := range t.children(root, "advcl") {
		if k < root && t.xpos(k, t.Tokens[root].XPOS) && t.plainFinite(k) && t.child(k, "mark", "advmod") < 0 && t.child(k, "nsubj") >= 0 && t.comma(k, root) {
			t.Tokens[k].Head, t.Tokens[k].Deprel = -1, "root"
			t.Tokens[root].Head, t.Tokens[root].Deprel = k, "conj"
			return true
		}
	}
	return false
}

// restoreResting makes a verb of "lies", "rests", "falls" between a noun and a
// preposition where the parser found no verb at all: "Accountability for delivery
// lies with each unit". It reports whether it did.
func (t *tree) restoreResting(root int) bool {
	if !t.upos(root, "NOUN") || t.child(root, "cop", "nsubj", "case") >= 0 {
		return false
	}
	for k := root + 1; k+1 < len(t.Tokens); k++ {
		if t.upos(k, "VERB", "AUX") {
			return false
		}
		if !t.xpos(k, "NNS") || !resting[t.lemma(k)] || !t.upos(k+1, "ADP") {
			continue
		}
		last := root // the noun in front that the verb was taken to end
		for c := root + 1; c < k; c++ {
			if t.Tokens[c].Head == k {
				if t.is(c, "compound", "amod") {
					t.Tokens[c].Deprel, last = "nmod", c
				}
				t.Tokens[c].Head = root
			}
		}
		for c := root + 1; c < last; c++ {
			if t.is(c, "case", "det") && t.Tokens[c].Head == root {
				t.Tokens[c].Head = last
			}
		}
		for c := k + 1; c < len(t.Tokens); c++ {
			if h := t.Tokens[c].Head; (h == k || h == root) && t.is(c, "nmod", "obl") {
				t.Tokens[c].Head, t.Tokens[c].Deprel = k, "obl"
			}
		}
		tok := &t.Tokens[k]
		tok.UPOS, tok.XPOS, tok.Head, tok.Deprel = "VERB", "VBZ", -1, "root"
		t.Tokens[root].Head, t.Tokens[root].Deprel = k, "nsubj"
		return true
	}
	return false
}

// restoreModal gives a modal back to the verb in base form behind a comma where
// the parser gave it to a participle, which no modal governs: "may by order, made
// after a hearing, close the port". It reports whether it did.
func (t *tree) restoreModal(root int) bool {
	if !t.xpos(root, "VBN") || !t.hasModal(root) || t.child(root, "aux:pass", "cop") >= 0 || !strings.HasSuffix(t.lower(root), "ed") && t.lower(root) == t.lemma(root) {
		return false
	}
	for _, v := range t.children(root, "advcl", "conj", "xcomp", "ccomp", "parataxis") {
		if v < root || !t.bareVerb(v) || t.child(v, "mark", "nsubj") >= 0 || !t.behindComma(v) {
			continue
		}
		for _, c := range t.kids[root] {
			if c < root && t.is(c, "nsubj", "aux", "obl", "advmod") {
				t.Tokens[c].Head = v
			}
		}
		if s := t.child(root, "nsubj"); s >= 0 {
			t.Tokens[s].Deprel = "nsubj"
		}
		t.Tokens[v].Head, t.Tokens[v].Deprel = -1, "root"
		t.Tokens[root].Head, t.Tokens[root].Deprel = v, "advcl"
		return true
	}
	return false
}

// restoreContact makes a finite verb whose pronoun stands right behind a noun a
// relative clause of that noun, where the parser made a sentence of it: "shall
// publish the names it receives". It reports whether it did.
func (t *tree) restoreContact(root int) bool {
	if main := t.child(root, "advcl"); main >= 0 && main < root && t.hasModal(main) && t.child(main, "mark") < 0 && t.child(main, "nsubj") >= 0 {
		if n := t.contactNoun(root); n > main {
			t.Tokens[main].Head, t.Tokens[main].Deprel = -1, "root"
			t.Tokens[root].Head, t.Tokens[root].Deprel = n, "acl:relcl"
			return true
		}
	}
	for _, k := range t.children(root, "parataxis") {
		if n := t.contactNoun(k); n > root && t.hasModal(root) {
			t.Tokens[k].Head, t.Tokens[k].Deprel = n, "acl:relcl"
			return true
		}
	}
	return false
}

// contactNoun is the noun right in front of the pronoun that is the subject of
// finite verb k, -1 where something else stands there.
func (t *tree) contactNoun(k int) int {
	s := t.child(k, "nsubj")
	if s < 1 || s > k || !t.xpos(s, "PRP") || !t.xpos(k, "VBZ", "VBP", "VBD") || !t.upos(s-1, "NOUN", "PROPN") {
		return -1
	}
	return s - 1
}

// restorePredicate makes noun n the subject of what the parser put beside it
// though no comma parts them: "Failure to report | is an offence". It reports
// whether it did.
func (t *tree) restorePredicate(n int) bool {
	for _, k := range t.children(n, "parataxis") {
		c := t.child(k, "cop")
		if c < n || t.child(k, "nsubj") >= 0 || t.left[k] != c || t.upos(c-1, "PUNCT") || t.child(n, "cop", "nsubj", "case") >= 0 {
			continue
		}
		t.Tokens[k].Head, t.Tokens[k].Deprel = -1, "root"
		t.Tokens[n].Head, t.Tokens[n].Deprel = k, "nsubj"
		return true
	}
	return false
}

// restoreDescribed makes noun n the subject of the verb that has a modal where
// the parser gave that verb to what a relative clause says n is: "operators
// that are public bodies shall report". It reports whether it did.
func (t *tree) restoreDescribed(n int) bool {
	for _, v := range t.children(n, "acl") {
		s := t.child(v, "nsubj")
		if s == n+1 && t.hasModal(v) && t.upos(s, "NOUN", "PROPN") && t.left[s] == s { // "large waste | generators must register"
			for _, c := range t.kids[n] {
				if c < n {
					t.Tokens[c].Head = s
				}
			}
			t.Tokens[v].Head, t.Tokens[v].Deprel = -1, "root"
			t.Tokens[n].Head, t.Tokens[n].Deprel = s, "compound"
			return true
		}
		if t.Tokens[v].Deprel != "acl:relcl" || !t.hasModal(v) || s < 0 || t.child(s, "cop") < 0 {
			continue
		}
		if w := t.child(s, "nsubj"); w < 0 || !isRelative(t.lower(w)) {
			continue
		}
		t.Tokens[v].Head, t.Tokens[v].Deprel = -1, "root"
		t.Tokens[n].Head, t.Tokens[n].Deprel = v, "nsubj"
		t.Tokens[s].Head, t.Tokens[s].Deprel = n, "acl:relcl"
		return true
	}
	return false
}

// modifyingVerb is the finite verb without a subject of its own that stands
// behind noun h for its modifier, -1 for none.
func (t *tree) modifyingVerb(h int) int {
	if h < 0 {
		return -1
	}
	for _, k := range t.children(h, "acl", "xcomp") {
		if t.Tokens[k].Deprel != "acl:relcl" && k > h && t.plainFinite(k) && t.child(k, "mark", "nsubj") < 0 {
			return k
		}
	}
	return -1
}

// plainFinite reports whether k is a verb of the present tense without an
// auxiliary.
func (t *tree) plainFinite(k int) bool {
	return t.upos(k, "VERB") && t.xpos(k, "VBZ", "VBP") && t.child(k, "aux", "aux:pass") < 0
}

// restoreSubject makes verb k the root and noun n, or the noun right in front
// of the verb that the parser took for another one, its subject.
func (t *tree) restoreSubject(n, k int) {
	subject := n
	if o := t.child(n, "obj"); o == n+1 && o < k {
		subject = o
		for _, c := range t.kids[n] {
			t.Tokens[c].Head = o
		}
		t.Tokens[n].Head, t.Tokens[n].Deprel = o, "compound"
	}
	for _, c := range t.kids[n] {
		if c > k {
			t.Tokens[c].Head = k
		}
	}
	t.Tokens[k].Head, t.Tokens[k].Deprel = -1, "root"
	t.Tokens[subject].Head, t.Tokens[subject].Deprel = k, "nsubj"
}
