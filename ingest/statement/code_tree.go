package statement

// whole is the noun phrase of head i with everything that hangs on it, the
// preposition in front left out.
func (t *tree) whole(i int) Phrase {
	from, to := t.left[i], t.right[i]+1
	for _, k := range t.kids[i] {
		if k < i && t.is(k, "case", "cc", "mark", "advmod", "punct") && t.left[k] <= from {
			from = max(from, t.right[k]+1)
		}
	}
	from, to = t.trim(from, to)
	return Phrase{t.Sentence, from, to, i}
}

// lean is the noun phrase of head i as coders write an object: with what is
// coordinated, its "of" phrases and participles, without relative clauses.
func (t *tree) lean(i int) Phrase {
	p := t.whole(i)
	for _, k := range t.kids[i] {
		if k > i && t.is(k, "acl:relcl", "advcl", "parataxis", "ccomp") {
			p.To = min(p.To, t.left[k])
		}
	}
	p.From, p.To = t.trim(p.From, p.To)
	return p
}
